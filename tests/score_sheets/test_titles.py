from dataclasses import replace

import polars as pl
import pytest

from data.import_rows import EVALUATION
from data.score_sheets.intake import SheetFile, check_files
from data.score_sheets.titles import import_title
from data.store import Store


@pytest.mark.parametrize(
    ("evaluations", "title"),
    [
        ([("Hemne", 2018)], "Hemne 2018"),
        ([("Hemne", 2018), ("Halsa", 2018)], "Hemne 2018 og Halsa 2018"),
        ([("Hemne", 2018), ("Halsa", 2018), ("Heim", 2021)], "Hemne 2018, Halsa 2018 og Heim 2021"),
        ([("Hemne", 2018), ("Halsa", 2018), *[("Lom", year) for year in (2010, 2014, 2018)]],
         "Hemne 2018, Halsa 2018 og 3 til"),
    ],
)  # fmt: skip
def test_an_import_is_called_after_its_evaluations(
    shared_store: Store, good_sheet: bytes, evaluations: list[tuple[str, int]], title: str
) -> None:
    intake = check_files([SheetFile("ark.xlsx", good_sheet)], shared_store, "real")
    rows = [{**dict.fromkeys(EVALUATION), "municipality": name, "year": year} for name, year in evaluations]
    named = replace(intake, rows=replace(intake.rows, evaluations=pl.DataFrame(rows, schema=EVALUATION)))
    assert import_title(named) == title
