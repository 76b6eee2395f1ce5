"""Builds the rows of an import from submitted evaluations and the stored ones that they replace."""

from collections import defaultdict
from typing import Any

import polars as pl

from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, OTHER_VALUE, REMARK, ImportRows
from data.score_sheets.checks.changes import COMPARED_FIELDS
from data.score_sheets.stored import StoredEvaluation
from data.score_sheets.submitted import Figure, SubmittedEvaluation

Pair = tuple[SubmittedEvaluation, StoredEvaluation | None]
INHERITED = tuple(name for name in COMPARED_FIELDS if name not in ("report", "source"))
"""Fields that keep their stored value if empty in the sheet; report and source always come from the sheet."""


def rows_of(pairs: list[Pair]) -> ImportRows:
    """Return the rows of an import, one evaluation per pair of a submitted and the stored one it replaces, if any."""
    return ImportRows(
        evaluations=_frame([_evaluation(*pair) for pair in pairs], EVALUATION),
        figures=_frame([row for pair in pairs for row in _figures(*pair)], FIGURE),
        other_values=_frame([row for pair in pairs for row in _other_values(*pair)], OTHER_VALUE),
        gold_stars=_frame([row for pair in pairs for row in _stars(*pair)], GOLD_STAR),
        remarks=_frame([row for pair in pairs for row in _remarks(pair[0])], REMARK),
    )


def _frame(rows: list[dict[str, Any]], columns: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in columns} for row in rows], schema=columns)


def _key_columns(submitted: SubmittedEvaluation) -> dict[str, Any]:
    return dict(zip(("municipality_number", "year", "version"), submitted.key(), strict=True))


def _evaluation(submitted: SubmittedEvaluation, current: StoredEvaluation | None) -> dict[str, Any]:
    old = current.row if current else {}
    entered = {name: getattr(submitted, name) for name in COMPARED_FIELDS}
    kept = {name: old.get(name) for name in INHERITED if entered[name] is None}
    same_count = submitted.population in (None, old.get("population"))
    return (
        _key_columns(submitted)
        | entered
        | kept
        | {
            "country": submitted.country,
            "municipality": submitted.name,
            "year_basis": old.get("year_basis", "stated") if _is_plain(submitted, old) else submitted.year_basis,
            "version_basis": submitted.version_basis or old.get("version_basis", "stated"),
            "population_source": old.get("population_source")
            if same_count
            else f"skåringsarket {submitted.collector.file}",
        }
    )


def _is_plain(submitted: SubmittedEvaluation, old: dict[str, Any]) -> bool:
    return submitted.year_basis == "stated" and old.get("year_basis") == "inferred"


def _figures(submitted: SubmittedEvaluation, current: StoredEvaluation | None) -> list[dict[str, Any]]:
    old = current.figures if current else {}
    return [
        _key_columns(submitted) | _figure(submitted, code, figure, old.get(code))
        for code, figure in submitted.figures.items()
    ]


def _figure(submitted: SubmittedEvaluation, code: str, figure: Figure, old: dict[str, Any] | None) -> dict[str, Any]:
    """Return the row of a figure; with unchanged points, basis, source, place and note are kept unless given anew."""
    same = old if old and old["points"] == figure.points and old["basis"] != "computed" else {}
    return {
        "code": code,
        "points": figure.points,
        "basis": basis_of(submitted, same),
        "source": same.get("source") or submitted.source,
        "place": figure.page or same.get("place") or figure.place,
        "note": figure.note or same.get("note"),
    }


def basis_of(submitted: SubmittedEvaluation, same: dict[str, Any]) -> str:
    """Return the basis of a figure: what the sheet says, else that of the `same` stored figure, else stated.

    What is submitted to the example dataset is fictional, whatever the sheet says.
    """
    if submitted.dataset == "example":
        return same.get("basis") or "fictional"
    return submitted.basis or same.get("basis") or "stated"


def _other_values(submitted: SubmittedEvaluation, current: StoredEvaluation | None) -> list[dict[str, Any]]:
    # The sheet has no cells for further stated values, so their absence does not mean removal.
    return [_key_columns(submitted) | row for row in (current.other_values if current else [])]


def _stars(submitted: SubmittedEvaluation, current: StoredEvaluation | None) -> list[dict[str, Any]]:
    old = current.stars if current else {}
    return [
        _key_columns(submitted) | {"code": code} | _star_source(submitted, star.place, old.get(code))
        for code, star in submitted.stars.items()
        if star.given
    ]


def _star_source(submitted: SubmittedEvaluation, place: str, old: dict[str, Any] | None) -> dict[str, Any]:
    return {"source": old["source"], "place": old["place"]} if old else {"source": submitted.source, "place": place}


def _remarks(submitted: SubmittedEvaluation) -> list[dict[str, Any]]:
    positions: dict[tuple[int, str], int] = defaultdict(int)
    rows = []
    for remark in submitted.remarks:
        positions[remark.area, remark.kind] += 1
        columns = {"area": remark.area, "kind": remark.kind, "text": remark.text, "place": remark.place}
        rows.append(_key_columns(submitted) | columns | {"position": positions[remark.area, remark.kind]})
    return rows
