"""Question points of the example dataset: one decimal each, adding up to the points of their area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from data.landscape.areas import AREAS, whole_points


@dataclass(frozen=True)
class Question:
    """One question of the instrument; `ease` is added to the share of its maximum that municipalities usually get."""

    code: str
    area: int
    maximum: int
    ease: float


def questions(instrument: Sequence[Mapping[str, str]], seed: int) -> list[Question]:
    """Return the questions of the instrument, each with an invented ease."""
    random = Random(f"{seed} ease")
    return [
        Question(row["code"], int(row["area"]), int(row["max_points"]), random.gauss(0, 0.11)) for row in instrument
    ]


def question_points(areas: Sequence[int], instrument: Sequence[Question], random: Random) -> dict[str, float]:
    """Return the points of all questions of one evaluation, by code."""
    points: dict[str, float] = {}
    for area in AREAS:
        points.update(
            area_question_points(
                areas[area - 1], [question for question in instrument if question.area == area], random
            )
        )
    return points


def area_question_points(area_points: int, area_questions: Sequence[Question], random: Random) -> dict[str, float]:
    """Return the points of the questions of one area, by code; drawn in tenths, so that the sum is exact."""
    share = area_points / sum(question.maximum for question in area_questions)
    drawn = [10 * question.maximum * (share + question.ease + random.gauss(0, 0.17)) for question in area_questions]
    highest = [10 * question.maximum for question in area_questions]
    tenths = whole_points(drawn, 10 * area_points, [0] * len(area_questions), highest, random)
    return {question.code: value / 10 for question, value in zip(area_questions, tenths, strict=True)}
