"""The programmes that the program ships: what sources say of how four municipalities went about it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from data import register
from data.plans.rows import LISTS, TYPES, Measure, Programme

FOLDER = Path(__file__).parent / "programmes"
OWNER = ("programme", "measure")


def plans() -> Sequence[Programme | Measure]:
    """Return the programmes and their measures, in the order of the files; what a source does not say is None."""
    lists = {name: _read(name) for name in ("phases", "money")}
    keys = register.keys()
    programmes = [
        Programme(**_keyed(row, keys), **_lists(lists, row["programme"], None)) for row in _read("programmes")
    ]
    measures = [Measure(**row, **_lists(lists, row["programme"], row["measure"])) for row in _read("measures")]
    return [*programmes, *measures]


def _read(name: str) -> list[dict[str, Any]]:
    rows = pl.read_csv(FOLDER / f"{name}.csv", infer_schema=False)
    whole = {column: kind for column, kind in TYPES.items() if column in rows.columns}
    return rows.with_columns(pl.col(column).cast(kind) for column, kind in whole.items()).to_dicts()


def _keyed(row: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    return {**row, "municipality": keys[row["municipality"]]}


def _lists(lists: dict[str, list[dict[str, Any]]], programme: str, measure: str | None) -> dict[str, Any]:
    return {
        name: tuple(
            LISTS[name][1](**{column: value for column, value in line.items() if column not in OWNER})
            for line in lines
            if (line["programme"], line["measure"]) == (programme, measure)
        )
        for name, lines in lists.items()
    }
