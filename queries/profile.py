"""The profile of an evaluation: its total and areas against a comparison set."""

import polars as pl

from data.own_texts import TOTAL
from queries.caching import cached, cached_reference
from queries.comparison import ALL, Comparison, Rules, members_of, rules_for, spelt_out_year
from queries.evaluation import Evaluation
from queries.figures import own_areas
from queries.settings import settings
from queries.snapshot import Snapshot
from queries.statistics import compare_to_group, in_points, matters, tenths
from queries.tally import area_spread

COLUMNS = [
    "area",
    "name",
    "own",
    "n",
    "mean",
    "minimum",
    "q1",
    "median",
    "q3",
    "maximum",
    "rank",
    "quartile",
    "difference",
    "matters",
    "published_mean",
    "published_n",
    "published_difference",
]


def profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return nine rows, the total (area 0) and the eight areas, in points.

    Columns: COLUMNS, of which `own` is the stated figure, else the computed one; `mean` to `maximum`, `rank`,
    `quartile` and `difference` (own less mean) are null if fewer than five have points; `published_…` are the mean
    printed for the same group, family and year, its n, and own less that mean. Besides: `short`, the short name;
    `maximum_points`; `threshold` in points; `basis` of own; basis, source and place of the published mean.
    """
    return _profile(snapshot, focus, spelt_out_year(comparison, focus))


@cached
def _profile(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    rules = rules_for(snapshot, focus, comparison)
    own = own_areas(snapshot, focus).select("area", "basis", own="points")
    compared = compare_to_group(own, *area_spread(snapshot, rules), "area")
    return (
        areas(snapshot, focus.version)
        .join(compared, on="area", how="left", maintain_order="left")
        .join(_published(snapshot, focus, comparison), on="area", how="left", maintain_order="left")
        .with_columns(
            n=pl.col("n").fill_null(0),
            matters=matters(pl.col("difference"), pl.col("threshold")),
            published_difference=in_points(tenths(pl.col("own")) - tenths(pl.col("published_mean"))),
        )
    )


def place_of_total(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, own: float) -> tuple[int | None, int]:
    """Return rank and n of a total in points among a comparison set that it is in; the profile has the same.

    The rank is None with fewer than five members. Cheaper than a profile where nothing else is asked.
    """
    statistics, ranks = area_spread(snapshot, rules_for(snapshot, focus, comparison))
    total = statistics.filter(pl.col("area") == 0)
    n = int(total["n"].sum())
    if total["mean"].count() == 0:
        return None, n
    return int(ranks.row(by_predicate=(pl.col("area") == 0) & (pl.col("own") == own), named=True)["rank"]), n


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


def _published(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> pl.DataFrame:
    return (
        references(snapshot)
        .filter(
            pl.col("family") == focus.family,
            pl.col("year") == comparison.year(focus),
            pl.col("country") == focus.country,
            pl.col("group_code") == (group_code(focus, comparison) or ""),
            pl.col("statistic") == "mean",
        )
        .select(
            "area",
            published_mean="value",
            published_n="n",
            published_n_basis="n_basis",
            published_basis="basis",
            published_source="source",
            published_place="place",
        )
    )
