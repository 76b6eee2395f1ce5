"""The current evaluations of the store with all their rows, for comparison with submitted ones."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from data.store import Store

FOLDER = Path(__file__).parent
Key = tuple[str, int, str]
"""Municipality key, year, version."""
KEY_SCHEMA = {"municipality": pl.String, "year": pl.Int64, "version": pl.String}


@dataclass
class StoredEvaluation:
    """One evaluation of the store with its rows: `row` in the table evaluation, figures and gold stars by code."""

    row: dict[str, Any]
    figures: dict[str, dict[str, Any]] = field(default_factory=dict)
    stars: dict[str, dict[str, Any]] = field(default_factory=dict)
    remarks: list[dict[str, Any]] = field(default_factory=list)
    other_values: list[dict[str, Any]] = field(default_factory=list)

    def stated(self) -> set[str]:
        """Return the codes of the figures that were stated, not computed."""
        return {code for code, figure in self.figures.items() if figure["basis"] != "computed"}


def stored_evaluations(store: Store, dataset: str, keys: list[Key]) -> dict[Key, StoredEvaluation]:
    """Return the current evaluations with these keys; a key without an evaluation is left out."""
    rows = _query(store, "evaluations", _frame(keys), dataset=dataset)
    by_identifier = {row["evaluation"]: StoredEvaluation(row) for row in rows.to_dicts()}
    member = rows.select("evaluation")
    for row in _query(store, "figures", member).to_dicts():
        by_identifier[row["evaluation"]].figures[row["code"]] = row
    for row in _query(store, "stars", member).to_dicts():
        by_identifier[row["evaluation"]].stars[row["code"]] = row
    for row in _query(store, "remarks", member).to_dicts():
        by_identifier[row["evaluation"]].remarks.append(row)
    for row in _query(store, "other_values", member).to_dicts():
        by_identifier[row["evaluation"]].other_values.append(row)
    return {
        (evaluation.row["municipality"], evaluation.row["year"], evaluation.row["version"]): evaluation
        for evaluation in by_identifier.values()
    }


def stored_identifiers(cursor: duckdb.DuckDBPyConnection, dataset: str, keys: list[Key]) -> frozenset[str]:
    """Return the identifiers of the current evaluations with these keys, as seen inside a transaction."""
    cursor.register("member", _frame(keys))
    rows = cursor.execute(_text("evaluations"), {"dataset": dataset}).pl()
    cursor.unregister("member")
    return frozenset(rows["evaluation"])


def _frame(keys: list[Key]) -> pl.DataFrame:
    return pl.DataFrame(keys, schema=KEY_SCHEMA, orient="row")


def _query(store: Store, query: str, member: pl.DataFrame, **parameters: str) -> pl.DataFrame:
    return store.read_beside(_text(query), {"member": member}, **parameters)


def _text(query: str) -> str:
    return (FOLDER / f"stored_{query}.sql").read_text(encoding="utf-8")
