"""Generates the files of the example dataset: fictional evaluations around Hemne's printed figures, and programmes.

`python -m data.landscape` writes the files; the same seed gives the same bytes.
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
from data.landscape.plans.tables import Landscape, plan_files
from data.landscape.questions import Question, question_points, questions
from data.landscape.tables import Row, evaluation_row, gold_star_rows, point_rows, remark_rows

SEED = 2018
DATA = Path(__file__).parents[1]


def landscape(seed: int = SEED) -> dict[str, list[Row]]:
    """Return the rows of each file, by file name without `.csv`."""
    all_municipalities = municipalities(seed)
    all_evaluations = evaluations(
        all_municipalities, latest_areas(all_municipalities, printed.areas_of_2018(), seed), seed
    )
    instrument = questions(printed.instrument(), seed)
    points = points_by_evaluation(all_evaluations, instrument, seed)
    return {
        "evaluations": [evaluation_row(evaluation) for evaluation in all_evaluations],
        "points": [
            record
            for evaluation in all_evaluations
            for record in point_rows(evaluation, points.get(evaluation_key(evaluation), {}))
        ],
        "remarks": [
            record
            for evaluation in all_evaluations
            if evaluation_key(evaluation) in points
            for record in remark_rows(evaluation, points[evaluation_key(evaluation)], instrument, seed)
        ],
        "gold_stars": gold_star_rows(
            all_evaluations, points, {question.code: question.maximum for question in instrument}, seed
        ),
    }


def points_by_evaluation(
    all_evaluations: Sequence[Evaluation], instrument: Sequence[Question], seed: int
) -> dict[tuple[str, int], Mapping[str, float]]:
    """Return the question points of each evaluation of version 2.1, by code; Hemne's are the printed ones."""
    random = Random(f"{seed} questions")
    return {
        evaluation_key(evaluation): printed.questions_of_2018()
        if evaluation.municipality.name == HEMNE
        else question_points(evaluation.areas, instrument, random)
        for evaluation in all_evaluations
        if evaluation.version == "2.1"
    }


def evaluation_key(evaluation: Evaluation) -> tuple[str, int]:
    """Return municipality number and year, which identify an evaluation in the example dataset."""
    return evaluation.municipality.number, evaluation.year


def programmes(rows: Mapping[str, Sequence[Row]], seed: int = SEED) -> dict[str, list[Row]]:
    """Return the rows of each file of the example programmes, steered by the rows of the landscape."""
    maxima = {question.code: question.maximum for question in questions(printed.instrument(), seed)}
    return plan_files(Landscape(rows["points"], rows["remarks"], maxima), seed)


def write(folder: Path = DATA) -> None:
    """Write the files of evaluations and those of programmes into their folders within a folder."""
    rows = landscape()
    _write(folder / "example", rows)
    _write(folder / "example_programmes", programmes(rows))


def _write(folder: Path, files: Mapping[str, Sequence[Row]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
