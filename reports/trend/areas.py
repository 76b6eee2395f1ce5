"""The eight areas of a municipality over its evaluations, per version family."""

from collections.abc import Iterator

import polars as pl

from charts.area_year_columns import AREA_YEAR_COLUMNS, area_year_columns_rows, area_year_columns_text
from data.language import _, counted
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.trend import trend
from reports.content import Beside, Content, Heading, Section, section
from reports.origin import origin
from reports.pictures import picture, spider
from reports.trend.totals import WITHIN_A_FAMILY
from reports.view import View


@cached
def areas(view: View, focus: Evaluation) -> Section:
    """Return for each version family a spider chart with a line per year, and a column chart; empty without areas."""
    measured = _measured(view, focus)
    families = measured.partition_by("family", as_dict=True, maintain_order=True).items()
    contents = [content for (family,), rows in families for content in _family(view, focus, family, rows)]
    return section("omrader", *contents)


@cached
def has_areas(view: View, focus: Evaluation) -> bool:
    """Return whether the points of any area are known."""
    return not _measured(view, focus).is_empty()


def _measured(view: View, focus: Evaluation) -> pl.DataFrame:
    return trend(view.snapshot, focus.municipality).filter(pl.col("area") > 0)


def _family(view: View, focus: Evaluation, family: int, measured: pl.DataFrame) -> Iterator[Content]:
    versions = measured["version"].unique(maintain_order=True).to_list()
    n = len(versions)
    yield Heading(counted("Områdene, versjon {versions}", "Områdene, versjon {versions}", n, versions=versions))
    title = counted(
        "{name}: områdene med versjon {versions}",
        "{name}: områdene med versjon {versions}",
        n,
        name=focus.name,
        versions=versions,
    )
    about = origin(None, _(WITHIN_A_FAMILY), sources=measured["source"].to_list())
    shorts = dict(measured.select("area", "short").iter_rows())
    # The newest comes first, since the first series has the first colour.
    drawn = spider(view, f"omrader-spindel-{family}", title, _by_year(measured)[::-1], shorts, about)
    rows, description = area_year_columns_rows(measured, family), area_year_columns_text(measured, family)
    by_year = _("{title}, år for år", title=title)
    twin = picture(view, f"omrader-soyler-{family}", by_year, AREA_YEAR_COLUMNS, rows, description, about)
    yield Beside(((drawn,), (twin,)), (5, 6)) if drawn else twin


def _by_year(measured: pl.DataFrame) -> list[tuple[str, dict[int, float | None]]]:
    years = measured.partition_by("year_label", "version", as_dict=True, maintain_order=True).items()
    return [
        (_("{year} (versjon {version})", year=year, version=version), dict(rows.select("area", "points").iter_rows()))
        for (year, version), rows in years
    ]
