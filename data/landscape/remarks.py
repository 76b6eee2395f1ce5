"""Invented strengths, challenges and weaknesses that fit the question points of an evaluation."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from data.landscape.areas import AREAS
from data.landscape.questions import Question
from data.landscape.sentences import CHALLENGES, STRENGTHS, WEAKNESSES

# Share of the maximum below which a question is no strength, and above which it is no weakness.
LOWEST_PRAISED = 0.34
HIGHEST_BLAMED = 0.75

Remark = tuple[int, str, int, str]


def remarks(points: Mapping[str, float], instrument: Sequence[Question], random: Random) -> Iterator[Remark]:
    """Yield area, kind, position and text of each remark on one evaluation."""
    for area in AREAS:
        ordered = sorted(
            (question for question in instrument if question.area == area),
            key=lambda question: points[question.code] / question.maximum,
            reverse=True,
        )
        strong = [
            question.code for question in ordered[:2] if points[question.code] / question.maximum >= LOWEST_PRAISED
        ]
        weak = [
            question.code for question in ordered[:-3:-1] if points[question.code] / question.maximum <= HIGHEST_BLAMED
        ]
        challenges = random.sample(CHALLENGES[area], random.choice((1, 1, 2)))
        yield from numbered(area, "strength", [random.choice(STRENGTHS[code]) for code in strong])
        yield from numbered(area, "challenge", challenges)
        yield from numbered(area, "weakness", [random.choice(WEAKNESSES[code]) for code in weak])


def numbered(area: int, kind: str, texts: Sequence[str]) -> Iterator[Remark]:
    """Yield the texts as remarks, with positions from 1."""
    for position, text in enumerate(texts, 1):
        yield area, kind, position, text
