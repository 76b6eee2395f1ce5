"""Changes of a municipality from evaluation to evaluation, never across version families."""

from collections.abc import Mapping, Sequence

import polars as pl

from data.language import Sentence
from queries.caching import cached_reference, cached_told
from queries.evaluation import municipality_key
from queries.figures import area_figures, other_values
from queries.profile import areas
from queries.snapshot import Snapshot
from queries.standing import Row, less, matters
from queries.trend_notes import note

COLUMNS = ["year", "version", "area", "points", "change", "matters", "note"]
OF_AN_AREA = {"label": "name", "short": "short", "maximum_points": "maximum_points", "threshold": "threshold"}
"""Columns of an area of the instrument, by their names there."""
FOUND = pl.Schema(
    {
        "label": pl.String(),
        "short": pl.String(),
        "maximum_points": pl.Int32(),
        "threshold": pl.Int32(),
        "before": pl.Float64(),
        "version_before": pl.String(),
        "evaluation_before": pl.String(),
        "earlier_version": pl.String(),
        "change": pl.Float64(),
        "matters": pl.Boolean(),
        "note": pl.String(),
    }
)
"""Columns beside those of area_figures."""


def trend(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row per evaluation and area (0 is the total) of a municipality, oldest first, in points.

    Columns: those of area_figures; label, short, maximum_points and threshold of the area; `before`,
    `version_before` and `evaluation_before` from the last earlier evaluation of the same family with the area;
    `earlier_version` from the last earlier one of any family; `change`, points less before; `matters`, whether the
    change reaches the threshold; `note`, the sentences that belong to the change, null if none.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    return _trend(snapshot, municipality_key(snapshot, municipality))


@cached_told
def _trend(snapshot: Snapshot, key: str) -> pl.DataFrame:
    schema = area_figures(snapshot, key).drop("note").schema
    return pl.DataFrame(trend_rows(snapshot, key), schema=pl.Schema({**schema, **FOUND}))


@cached_told
def trend_rows(snapshot: Snapshot, key: str) -> Sequence[Row]:
    """Return the rows of the trend of a municipality with this key, without its frame."""
    rows: list[Row] = []
    before: dict[tuple[int, int], Row] = {}
    version: dict[int, str] = {}
    for figure in area_figures(snapshot, key).iter_rows(named=True):
        area, place = figure["area"], (figure["family"], figure["area"])
        row = figure | _labels(snapshot, figure["version"])[area] | _before(before.get(place))
        row["earlier_version"] = version.get(area)
        row["change"] = less(row["points"], row["before"])
        row["matters"] = matters(row["change"], row["threshold"])
        row["note"] = _note(snapshot, row)
        rows.append(row)
        before[place], version[area] = row, row["version"]
    return rows


@cached_reference
def _labels(snapshot: Snapshot, version: str) -> Mapping[int, Row]:
    """Return label, short, maximum_points and threshold by area."""
    rows = areas(snapshot, version).iter_rows(named=True)
    return {row["area"]: {name: row[column] for name, column in OF_AN_AREA.items()} for row in rows}


def _before(row: Row | None) -> Row:
    return {
        "before": row and row["points"],
        "version_before": row and row["version"],
        "evaluation_before": row and row["evaluation"],
    }


def _note(snapshot: Snapshot, row: Row) -> Sentence | None:
    return note(
        snapshot,
        row,
        other_stated_points(snapshot, row["evaluation"], row["area"]),
        other_stated_points(snapshot, row["evaluation_before"], row["area"]),
    )


def other_stated_points(snapshot: Snapshot, evaluation: str | None, area: int) -> list[float]:
    """Return the stated points of an area of an evaluation that are not used, without other statistics."""
    values = other_values(snapshot).get(evaluation or "", [])
    return [row["value"] for row in values if row["area"] == area and row["statistic"] in ("total", "points")]
