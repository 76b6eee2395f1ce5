"""The programmes that the program ships: four real ones as their sources tell them, and invented ones as examples."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from data import register
from data.plans.rows import LISTS, OWNED_BY_BOTH, TYPES, Measure, Programme

FOLDER = Path(__file__).parent / "programmes"
EXAMPLE = Path(__file__).parent / "example_programmes"
"""Written by `python -m data.landscape`."""
OWNER = ("programme", "measure")
Lists = Mapping[str, Sequence[dict[str, Any]]]


def plans(folder: Path = FOLDER) -> Sequence[Programme | Measure]:
    """Return the programmes and measures of a folder, in the order of its files; what its files do not say is None."""
    lists = {name: _read(folder, name) for name in LISTS if (folder / f"{name}.csv").exists()}
    keys = register.keys()
    programmes = [
        Programme(**_keyed(row, keys), **_lists(lists, row["programme"], None)) for row in _read(folder, "programmes")
    ]
    measures = [
        Measure(**_waiting(row), **_lists(lists, row["programme"], row["measure"])) for row in _read(folder, "measures")
    ]
    return [*programmes, *measures]


example_plans = partial(plans, EXAMPLE)
"""The invented programmes of the example dataset."""


def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    rows = pl.read_csv(folder / f"{name}.csv", infer_schema=False)
    typed = {column: kind for column, kind in TYPES.items() if column in rows.columns and column != "waits_for"}
    return rows.with_columns(pl.col(column).cast(kind) for column, kind in typed.items()).to_dicts()


def _keyed(row: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    # An invented municipality is in no register: its number is its key.
    return {**row, "municipality": keys.get(row["municipality"], row["municipality"])}


def _waiting(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "waits_for": tuple((row.get("waits_for") or "").split())}


def _lists(lists: Lists, programme: str, measure: str | None) -> dict[str, Any]:
    """Return the lists of a programme (measure is None) or measure, as the keyword arguments of its class."""
    return {
        name: tuple(_line(name, line) for line in lines if _belongs(name, line, programme, measure))
        for name, lines in lists.items()
        if measure is not None or LISTS[name][0] in OWNED_BY_BOTH
    }


def _line(name: str, line: dict[str, Any]) -> Any:
    return LISTS[name][1](**{column: value for column, value in line.items() if column not in OWNER})


def _belongs(name: str, line: dict[str, Any], programme: str, measure: str | None) -> bool:
    both = LISTS[name][0] in OWNED_BY_BOTH
    return line["measure"] == measure and (not both or line["programme"] == programme)
