"""Makes the rows of an import from what was entered and, where it replaces, from what it replaces."""

from collections import defaultdict
from typing import Any

import polars as pl

from data.import_rows import EVALUATION, FIGURE, GOLD_STAR, OTHER_VALUE, REMARK, ImportRows
from data.score_sheets.comparison import SAID
from data.score_sheets.entered import Entered, Figure
from data.score_sheets.standing import Standing

Pair = tuple[Entered, Standing | None]
INHERITED = tuple(name for name in SAID if name not in ("report", "source"))
"""What the sheet leaves empty stays as it was; a report and a source it must say itself."""


def rows_of(pairs: list[Pair]) -> ImportRows:
    """Return the rows of an import, one evaluation for each pair of what is entered and what stands."""
    return ImportRows(
        evaluations=_frame([_evaluation(*pair) for pair in pairs], EVALUATION),
        figures=_frame([row for pair in pairs for row in _figures(*pair)], FIGURE),
        other_values=_frame([row for pair in pairs for row in _other_values(*pair)], OTHER_VALUE),
        gold_stars=_frame([row for pair in pairs for row in _stars(*pair)], GOLD_STAR),
        remarks=_frame([row for pair in pairs for row in _remarks(pair[0])], REMARK),
    )


def _frame(rows: list[dict[str, Any]], columns: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row.get(name) for name in columns} for row in rows], schema=columns)


def _which(entered: Entered) -> dict[str, Any]:
    return dict(zip(("municipality_number", "year", "version"), entered.key(), strict=True))


def _evaluation(entered: Entered, current: Standing | None) -> dict[str, Any]:
    old = current.row if current else {}
    said = {name: getattr(entered, name) for name in SAID}
    kept = {name: old.get(name) for name in INHERITED if said[name] is None}
    same_count = entered.population in (None, old.get("population"))
    return (
        _which(entered)
        | said
        | kept
        | {
            "country": entered.country,
            "municipality": entered.name,
            "year_basis": old.get("year_basis", "stated") if _is_plain(entered, old) else entered.year_basis,
            "version_basis": old.get("version_basis", "stated"),
            "population_source": old.get("population_source") if same_count else f"skåringsarket {entered.notes.file}",
        }
    )


def _is_plain(entered: Entered, old: dict[str, Any]) -> bool:
    return entered.year_basis == "stated" and old.get("year_basis") == "inferred"


def _figures(entered: Entered, current: Standing | None) -> list[dict[str, Any]]:
    old = current.figures if current else {}
    return [_which(entered) | _figure(entered, code, figure, old.get(code)) for code, figure in entered.figures.items()]


def _figure(entered: Entered, code: str, figure: Figure, old: dict[str, Any] | None) -> dict[str, Any]:
    """A figure that stays as it is keeps how it is known and where it stands, unless the sheet says otherwise."""
    same = old if old and old["points"] == figure.points and old["basis"] != "computed" else {}
    return {
        "code": code,
        "points": figure.points,
        "basis": same.get("basis") or ("fictional" if entered.dataset == "example" else "stated"),
        "source": same.get("source") or entered.source,
        "place": figure.page or same.get("place") or figure.place,
        "note": figure.note or same.get("note"),
    }


def _other_values(entered: Entered, current: Standing | None) -> list[dict[str, Any]]:
    # A sheet has no room for a second stated value, so it cannot have meant to take one away.
    return [_which(entered) | row for row in (current.other_values if current else [])]


def _stars(entered: Entered, current: Standing | None) -> list[dict[str, Any]]:
    old = current.stars if current else {}
    return [
        _which(entered) | {"code": code} | _star_place(entered, star.place, old.get(code))
        for code, star in entered.stars.items()
        if star.given
    ]


def _star_place(entered: Entered, place: str, old: dict[str, Any] | None) -> dict[str, Any]:
    return {"source": old["source"], "place": old["place"]} if old else {"source": entered.source, "place": place}


def _remarks(entered: Entered) -> list[dict[str, Any]]:
    positions: dict[tuple[int, str], int] = defaultdict(int)
    rows = []
    for one in entered.remarks:
        positions[one.area, one.kind] += 1
        said = {"area": one.area, "kind": one.kind, "text": one.text, "place": one.place}
        rows.append(_which(entered) | said | {"position": positions[one.area, one.kind]})
    return rows
