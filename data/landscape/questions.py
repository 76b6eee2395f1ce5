"""Question points of the example dataset: one decimal, adding up to the whole area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from data.landscape.areas import AREAS, whole_points


@dataclass(frozen=True)
class Question:
    """One question of the instrument with how easily municipalities usually get its points."""

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


def question_points(areas: Sequence[int], asked: Sequence[Question], random: Random) -> dict[str, float]:
    """Return points for every question of one evaluation."""
    points: dict[str, float] = {}
    for area in AREAS:
        points.update(area_question_points(areas[area - 1], [one for one in asked if one.area == area], random))
    return points


def area_question_points(area_points: int, asked: Sequence[Question], random: Random) -> dict[str, float]:
    """Return points for the questions of one area; they are drawn in tenths, so the sum is exact."""
    share = area_points / sum(one.maximum for one in asked)
    drawn = [10 * one.maximum * (share + one.ease + random.gauss(0, 0.17)) for one in asked]
    highest = [10 * one.maximum for one in asked]
    tenths = whole_points(drawn, 10 * area_points, [0] * len(asked), highest, random)
    return {one.code: own / 10 for one, own in zip(asked, tenths, strict=True)}
