"""The profile of an evaluation: its total and areas against a comparison set."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from data.own_texts import TOTAL
from queries.caching import cached, cached_reference
from queries.comparison import ALL, Comparison, Rules, members_of, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.figures import own_areas
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.standing import NOBODY, STANDING, Row, less, matters, standing
from queries.tally import area_spread

SCHEMA = pl.Schema(
    {
        "area": pl.Int32(),
        "name": pl.String(),
        "short": pl.String(),
        "maximum_points": pl.Int32(),
        "threshold": pl.Int32(),
        "own": pl.Float64(),
        "basis": pl.String(),
        **STANDING,
        "published_mean": pl.Float64(),
        "published_n": pl.Int32(),
        "published_n_basis": pl.String(),
        "published_basis": pl.String(),
        "published_source": pl.String(),
        "published_place": pl.String(),
        "published_difference": pl.Float64(),
    }
)
NOT_IN_SHELL = {
    *("short", "maximum_points", "threshold", "basis"),
    *("published_n_basis", "published_basis", "published_source", "published_place"),
}
COLUMNS = [name for name in SCHEMA if name not in NOT_IN_SHELL]
PUBLISHED = {
    "published_mean": "value",
    "published_n": "n",
    "published_n_basis": "n_basis",
    "published_basis": "basis",
    "published_source": "source",
    "published_place": "place",
}
"""Columns of a published mean, by the names in references.sql."""
NOT_PUBLISHED: Row = dict.fromkeys(PUBLISHED)
NOT_KNOWN: Row = {"points": None, "basis": None}


def profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the eight areas, in points; columns: SCHEMA.

    `own` is the stated figure, else the computed one (`basis`); `mean` to `maximum`, `rank`, `quartile` and
    `difference` (own less mean) are null if fewer than five have points; `published_…` are the mean printed for the
    same group, family and year, its n, basis, source and place, and own less that mean. `short` is the short name;
    `maximum_points` and `threshold` are in points.
    """
    return _profile(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    return pl.DataFrame(profile_rows(snapshot, focus, comparison), schema=SCHEMA)


def profile_rows(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> Sequence[Row]:
    """Return the rows of a profile without its frame, for those who want some of the figures; see profile."""
    return _profile_rows(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _profile_rows(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Sequence[Row]:
    own = {row["area"]: row for row in own_areas(snapshot, focus).iter_rows(named=True)}
    spread = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    published = _published(snapshot, focus, comparison)
    rows = []
    for area in areas(snapshot, focus.version).iter_rows(named=True):
        number = area["area"]
        figure = own.get(number, NOT_KNOWN)
        row = area | {"basis": figure["basis"]} | standing(figure["points"], spread.get(number, NOBODY))
        row |= published.get(number, NOT_PUBLISHED)
        row["matters"] = matters(row["difference"], row["threshold"])
        row["published_difference"] = less(row["own"], row["published_mean"])
        rows.append(row)
    return rows


def total_of(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> Row:
    """Return the first row of a profile, the total; see profile."""
    return profile_rows(snapshot, focus, comparison)[0]


def place_of_total(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, own: float) -> tuple[int | None, int]:
    """Return rank and n of a total in points among a comparison set that it is in; the profile has the same.

    The rank is None with fewer than five members. Cheaper than a profile where nothing else is asked.
    """
    spread = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    total = standing(own, spread.get(0, NOBODY))
    return total["rank"], total["n"]


@cached_reference
def areas(snapshot: Snapshot, version: str) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the areas of a version of the instrument.

    Columns: area, name, short (short name), maximum_points, and threshold, the difference that matters in points.
    """
    limits = settings(snapshot)
    version_areas = snapshot.query("instrument_areas").filter(pl.col("version") == version)
    total = version_areas.head(1).with_columns(
        area=pl.lit(0, version_areas["area"].dtype),
        name=pl.lit(TOTAL),
        short=pl.lit(TOTAL),
        maximum_points=pl.lit(version_areas["maximum_points"].sum(), version_areas["maximum_points"].dtype),
    )
    is_total = pl.col("area") == 0
    return pl.concat([total, version_areas]).select(
        "area",
        "name",
        "short",
        "maximum_points",
        threshold=pl.when(is_total).then(limits["total_difference"]).otherwise(limits["area_difference"]),
    )


@cached_reference
def area_names(snapshot: Snapshot, version: str) -> dict[int, str]:
    """Return the names of the areas of a version, by number."""
    return dict(areas(snapshot, version).filter(pl.col("area") > 0).select("area", "name").iter_rows())


@cached_reference
def area_shorts(snapshot: Snapshot, version: str) -> dict[int, str]:
    """Return the short names of the areas of a version, by number."""
    return dict(areas(snapshot, version).filter(pl.col("area") > 0).select("area", "short").iter_rows())


def without_areas(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> list[str]:
    """Return the names of the members of a comparison set without points for any area."""
    return _without_areas(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _without_areas(snapshot: Snapshot, rules: Rules) -> list[str]:
    return snapshot.query_with_frames("without_areas", {"member": members_of(snapshot, rules)})["name"].to_list()


def group_code(focus: Evaluation, comparison: Comparison) -> str | None:
    """Return the group code of published figures, `all` or such as `size_1`; None for groups without any."""
    return {"all": "all", "size": f"size_{focus.size_group}"}.get(comparison.group)


@cached
def references(snapshot: Snapshot) -> pl.DataFrame:
    """Return one row per published figure of a group of municipalities; columns: references.sql."""
    return snapshot.query("references")


def _published(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> Mapping[int, Row]:
    """Return the mean printed for the same group, family and year, by area."""
    group = group_code(focus, comparison)
    if group is None:
        return {}
    means = _published_means(snapshot).get((focus.family, comparison.year(focus), focus.country, group), {})
    return {area: {name: row[column] for name, column in PUBLISHED.items()} for area, row in means.items()}


@cached
def _published_means(snapshot: Snapshot) -> Mapping[tuple[Any, ...], Mapping[int, Row]]:
    """Return the printed means by (family, year, country, group code) and area: rows of references.sql, the first."""
    means: dict[tuple[Any, ...], dict[int, Row]] = {}
    for row in references(snapshot).filter(pl.col("statistic") == "mean").iter_rows(named=True):
        group = (row["family"], row["year"], row["country"], row["group_code"])
        means.setdefault(group, {}).setdefault(row["area"], row)
    return means
