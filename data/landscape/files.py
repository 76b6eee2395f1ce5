"""Make the example dataset: a fictional landscape of 2018 around Hemne's printed figures.

Run `python -m data.landscape`; the same seed gives the same four files.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from data.landscape import printed
from data.landscape.areas import latest_areas
from data.landscape.history import Evaluation, evaluations
from data.landscape.municipalities import municipalities
from data.landscape.names import HEMNE
from data.landscape.questions import Question, question_points, questions
from data.landscape.tables import Row, evaluation_row, gold_star_rows, point_rows, remark_rows

SEED = 2018
FOLDER = Path(__file__).parents[1] / "example"


def landscape(seed: int = SEED) -> dict[str, list[Row]]:
    """Return the rows of every file by its name."""
    everyone = municipalities(seed)
    found = evaluations(everyone, latest_areas(everyone, printed.areas_of_2018(), seed), seed)
    asked = questions(printed.instrument(), seed)
    points = answered(found, asked, seed)
    return {
        "evaluations": [evaluation_row(one) for one in found],
        "points": [row for one in found for row in point_rows(one, points.get(key(one), {}))],
        "remarks": [
            row for one in found if key(one) in points for row in remark_rows(one, points[key(one)], asked, seed)
        ],
        "gold_stars": gold_star_rows(found, points, {one.code: one.maximum for one in asked}, seed),
    }


def answered(
    found: Sequence[Evaluation], asked: Sequence[Question], seed: int
) -> dict[tuple[str, int], Mapping[str, float]]:
    """Return the question points of every evaluation made with version 2.1; Hemne's are printed."""
    random = Random(f"{seed} questions")
    return {
        key(one): printed.questions_of_2018()
        if one.municipality.name == HEMNE
        else question_points(one.areas, asked, random)
        for one in found
        if one.version == "2.1"
    }


def key(one: Evaluation) -> tuple[str, int]:
    """Return what tells evaluations apart: municipality number and year."""
    return one.municipality.number, one.year


def write(folder: Path = FOLDER) -> None:
    """Write the four files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in landscape().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
