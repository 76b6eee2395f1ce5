"""Hemne's printed figures and their sources, which the example dataset uses unchanged."""

import csv
from pathlib import Path

from data.landscape.names import HEMNE

PUBLISHED = Path(__file__).parents[1] / "published"
REFERENCE = Path(__file__).parents[1] / "reference"
FICTIONAL = "Eksempeldata (fiktiv)"
REPORT = "KS-K rapport 3/2018"
# Hemne's inhabitants and KOSTRA group are known, its income group is not.
SOURCES = {
    2007: FICTIONAL,
    2011: f"{REPORT}; områdene og inntektsgruppen er {FICTIONAL}",
    2018: f"{REPORT}; inntektsgruppen er {FICTIONAL}",
}
GOLD_STAR = "5.1"


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def instrument() -> list[dict[str, str]]:
    """Return the rows of the questions of version 2.1."""
    return read(REFERENCE / "instrument_2_1_questions.csv")


def area_rows() -> dict[tuple[int, int], dict[str, str]]:
    """Return Hemne's published rows by year and area; area 0 is the total."""
    rows = read(PUBLISHED / "published_evaluations.csv")
    return {(int(row["year"]), int(row["area"])): row for row in rows if row["municipality"] == HEMNE}


def question_rows() -> dict[str, dict[str, str]]:
    """Return Hemne's published rows of questions of 2018, by code."""
    return {row["code"]: row for row in read(PUBLISHED / "hemne_2018_questions.csv")}


def gold_star_place() -> str:
    """Return the page on which Hemne's gold star is printed."""
    rows = read(PUBLISHED / "published_statements.csv")
    return next(row["place"] for row in rows if row["municipality_number"] == "1612" and row["kind"] == "gold_star")


def areas_of_2018() -> list[int]:
    """Return Hemne's eight printed area points of 2018."""
    rows = area_rows()
    return [int(rows[2018, area]["points"]) for area in range(1, 9)]


def questions_of_2018() -> dict[str, float]:
    """Return Hemne's 45 printed question points of 2018, by code."""
    return {code: float(row["points"]) for code, row in question_rows().items()}
