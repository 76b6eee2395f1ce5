"""Distribution of points in each size group, and printed means."""

import polars as pl

from charts.distribution import DISTRIBUTION, distribution_rows, distribution_text
from data.language import _
from queries.caching import cached
from queries.comparison import Comparison
from queries.distribution import points_with, size_group_statistics
from queries.evaluation import Evaluation
from queries.profile import area_names, areas
from queries.snapshot import cached_query
from reports.content import Content, Heading, Notice, Paragraph, Picture, Section, section
from reports.origin import origin, source
from reports.pictures import picture
from reports.rank_sentences import BASIS, few, said_n
from reports.size_groups.statistics import few_or_all, statistics_columns
from reports.table import Row, Table
from reports.view import View

SIZES = 3


@cached
def groups(view: View, focus: Evaluation, area: int, year: int) -> Section:
    """Return the printed means, the picture of the distribution, and the table of statistics."""
    return section(
        "grupper",
        Heading(_heading(view, focus, area, year)),
        *(Paragraph(sentence) for sentence in _printed(view, focus, area, year)),
        *_spread(view, focus, area, year),
    )


def _area_name(view: View, focus: Evaluation, area: int) -> str | None:
    """Return the name of an area; None for the total."""
    return area_names(view.snapshot, focus.version)[area] if area else None


def _heading(view: View, focus: Evaluation, area: int, year: int) -> str:
    """Return whether the mean rises or falls with size; the plain title where not every group has one that counts."""
    spread = points_with(view.snapshot, focus, Comparison(reference_year=year), area)
    means = size_group_statistics(view.snapshot, spread).sort("group")["mean"]
    n = spread["points"].count()
    is_country = not few(view.snapshot, focus.family, focus.country, "all", n)
    if means.len() != SIZES or means.null_count() or not is_country or means.n_unique() < means.len():
        name = _area_name(view, focus, area)
        return _("Totaler etter størrelse") if name is None else _("{area} etter størrelse", area=name)
    by_size = dict(zip(("small", "middle", "large"), means, strict=True))
    if means.is_sorted():
        return _("Snittet stiger med størrelsen: {small:tenths} → {middle:tenths} → {large:tenths}", **by_size)
    if means.is_sorted(descending=True):
        return _("Snittet synker med størrelsen: {small:tenths} → {middle:tenths} → {large:tenths}", **by_size)
    return _("Snittet følger ikke størrelsen: {small:tenths} → {middle:tenths} → {large:tenths}", **by_size)


def _title(area: str | None, year: int) -> str:
    if area is None:
        return _("Totaler etter innbyggertall, siste evaluering til og med {year}", year=year)
    return _("{area} etter innbyggertall, siste evaluering til og med {year}", area=area, year=year)


def _spread(view: View, focus: Evaluation, area: int, year: int) -> tuple[Content, ...]:
    spread = points_with(view.snapshot, focus, Comparison(reference_year=year), area)
    known = spread.filter(pl.col("group").is_not_null() & pl.col("points").is_not_null())
    if known.is_empty():
        sentence = _("Ingen kommuner med kjent innbyggertall har dette tallet.")
        return (Notice("nobody_has_the_figure", sentence),)
    described = size_group_statistics(view.snapshot, spread).filter(pl.col("n") > 0)
    title = _title(_area_name(view, focus, area), year)
    note, sources = few_or_all(view, focus, known.height), known["source"].unique().to_list()
    table = Table(
        "grupper-tabell",
        title,
        statistics_columns(_("Størrelsesgruppe"), "group_label"),
        described,
        marked={"group": focus.size_group},
        notes=[note],
        origin=origin(None, sources=sources),
    )
    maximum = areas(view.snapshot, focus.version)["maximum_points"][area]
    return _picture(
        view, title, (known, described, focus.municipality, maximum), origin(None, note, sources=sources)
    ), table


def _picture(
    view: View, title: str, drawn: tuple[pl.DataFrame, pl.DataFrame, str, float], about: tuple[str, ...]
) -> Picture:
    rows, description = distribution_rows(*drawn), distribution_text(*drawn)
    return picture(view, "grupper-spredning", title, DISTRIBUTION, rows, description, about)


def _printed(view: View, focus: Evaluation, area: int, year: int) -> list[str]:
    printed = cached_query(view.snapshot, "references").filter(
        pl.col("country") == focus.country,
        pl.col("family") == focus.family,
        pl.col("statistic") == "mean",
        pl.col("area") == area,
        pl.col("year") == year,
    )
    return [_printed_mean(row) for row in printed.iter_rows(named=True)]


def _printed_mean(row: Row) -> str:
    values = {
        "mean": row["value"],
        "basis": _(BASIS[row["basis"]]),
        "n": said_n(row["n"], row["n_basis"]),
        "source": source(row["source"], row["place"]),
        "size": row["group_label"],
    }
    if row["group_code"] == "all":
        return _("På trykk: Norge har gjennomsnittet {mean:shortest} ({basis}, {n}, {source}).", **values)
    return _("På trykk: Kommuner med {size} har gjennomsnittet {mean:shortest} ({basis}, {n}, {source}).", **values)
