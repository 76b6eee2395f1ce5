"""How a municipality has moved from evaluation to evaluation, never across a version family."""

import polars as pl

from queries.caching import cached, cached_reference
from queries.evaluation import municipality_key
from queries.figures import area_figures, other_values
from queries.profile import areas
from queries.snapshot import Snapshot
from queries.statistics import in_points, matters, tenths
from queries.trend_notes import note

COLUMNS = ["year", "version", "area", "points", "change", "matters", "note"]


@cached
def trend(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row an area (0 is the total) of each evaluation, oldest first, in points; see COLUMNS.

    `change` is against the last earlier evaluation of the same family that has the area.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    key = municipality_key(snapshot, municipality)
    points = area_figures(snapshot, key).drop("note")
    named = pl.concat(_named_areas(snapshot, version) for version in points["version"].unique(maintain_order=True))
    changed = points.join(named, on=["version", "area"], maintain_order="left").with_columns(
        before=_before("points"),
        version_before=_before("version"),
        evaluation_before=_before("evaluation"),
        earlier_version=pl.col("version").shift().over("area"),
    )
    measured = changed.with_columns(change=in_points(tenths(pl.col("points")) - tenths(pl.col("before")))).with_columns(
        matters=matters(pl.col("change"), pl.col("threshold"))
    )
    return _with_notes(snapshot, measured)


@cached_reference
def _named_areas(snapshot: Snapshot, version: str) -> pl.DataFrame:
    return areas(snapshot, version).rename({"name": "label"}).with_columns(version=pl.lit(version))


def _before(column: str) -> pl.Expr:
    return pl.col(column).shift().over("family", "area")


def _with_notes(snapshot: Snapshot, measured: pl.DataFrame) -> pl.DataFrame:
    notes = [
        note(
            snapshot,
            row,
            _stated_beside(snapshot, row["evaluation"], row["area"]),
            _stated_beside(snapshot, row["evaluation_before"], row["area"]),
        )
        for row in measured.iter_rows(named=True)
    ]
    return measured.with_columns(note=pl.Series(notes, dtype=pl.String))


def _stated_beside(snapshot: Snapshot, evaluation: str | None, area: int) -> list[float]:
    """Return further stated points of an area."""
    stated = other_values(snapshot).get(evaluation or "", [])
    return [row["value"] for row in stated if row["area"] == area and row["statistic"] in ("total", "points")]
