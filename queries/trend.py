"""Changes of a municipality from evaluation to evaluation, never across version families."""

import polars as pl

from queries.caching import cached_reference, cached_told
from queries.evaluation import municipality_key
from queries.figures import area_figures, other_values
from queries.profile import areas
from queries.snapshot import Snapshot
from queries.statistics import in_points, matters, tenths
from queries.trend_notes import note

COLUMNS = ["year", "version", "area", "points", "change", "matters", "note"]


@cached_told
def trend(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row per evaluation and area (0 is the total) of a municipality, oldest first, in points.

    Columns: those of area_figures; label, short, maximum_points and threshold of the area; `before`,
    `version_before` and `evaluation_before` from the last earlier evaluation of the same family with the area;
    `earlier_version` from the last earlier one of any family; `change`, points less before; `matters`, whether the
    change reaches the threshold; `note`, the sentences that belong to the change, null if none.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    key = municipality_key(snapshot, municipality)
    points = area_figures(snapshot, key).drop("note")
    labelled = pl.concat(
        _labelled_areas(snapshot, version) for version in points["version"].unique(maintain_order=True)
    )
    with_previous = points.join(labelled, on=["version", "area"], maintain_order="left").with_columns(
        before=_before("points"),
        version_before=_before("version"),
        evaluation_before=_before("evaluation"),
        earlier_version=pl.col("version").shift().over("area"),
    )
    with_changes = with_previous.with_columns(
        change=in_points(tenths(pl.col("points")) - tenths(pl.col("before")))
    ).with_columns(matters=matters(pl.col("change"), pl.col("threshold")))
    return _with_notes(snapshot, with_changes)


@cached_reference
def _labelled_areas(snapshot: Snapshot, version: str) -> pl.DataFrame:
    return areas(snapshot, version).rename({"name": "label"}).with_columns(version=pl.lit(version))


def _before(column: str) -> pl.Expr:
    return pl.col(column).shift().over("family", "area")


def _with_notes(snapshot: Snapshot, with_changes: pl.DataFrame) -> pl.DataFrame:
    notes = [
        note(
            snapshot,
            row,
            other_stated_points(snapshot, row["evaluation"], row["area"]),
            other_stated_points(snapshot, row["evaluation_before"], row["area"]),
        )
        for row in with_changes.iter_rows(named=True)
    ]
    return with_changes.with_columns(note=pl.Series(notes, dtype=pl.String))


def other_stated_points(snapshot: Snapshot, evaluation: str | None, area: int) -> list[float]:
    """Return the stated points of an area of an evaluation that are not used, without other statistics."""
    values = other_values(snapshot).get(evaluation or "", [])
    return [row["value"] for row in values if row["area"] == area and row["statistic"] in ("total", "points")]
