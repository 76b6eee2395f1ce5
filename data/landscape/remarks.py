"""Invented strengths, challenges and weaknesses that fit the question points of an evaluation."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from data.landscape.areas import AREAS
from data.landscape.questions import Question
from data.landscape.sentences import CHALLENGES, STRENGTHS, WEAKNESSES

# Nothing is praised at less than a third of its points, nor blamed at more than three quarters.
LOWEST_PRAISED = 0.34
HIGHEST_BLAMED = 0.75

Remark = tuple[int, str, int, str]


def remarks(points: Mapping[str, float], asked: Sequence[Question], random: Random) -> Iterator[Remark]:
    """Give area, kind, position and text of every remark on one evaluation."""
    for area in AREAS:
        ordered = sorted(
            (one for one in asked if one.area == area),
            key=lambda one: points[one.code] / one.maximum,
            reverse=True,
        )
        strong = [one.code for one in ordered[:2] if points[one.code] / one.maximum >= LOWEST_PRAISED]
        weak = [one.code for one in ordered[:-3:-1] if points[one.code] / one.maximum <= HIGHEST_BLAMED]
        challenges = random.sample(CHALLENGES[area], random.choice((1, 1, 2)))
        yield from numbered(area, "strength", [random.choice(STRENGTHS[code]) for code in strong])
        yield from numbered(area, "challenge", challenges)
        yield from numbered(area, "weakness", [random.choice(WEAKNESSES[code]) for code in weak])


def numbered(area: int, kind: str, texts: Sequence[str]) -> Iterator[Remark]:
    """Give the texts with their positions, counted from 1."""
    for position, text in enumerate(texts, 1):
        yield area, kind, position, text
