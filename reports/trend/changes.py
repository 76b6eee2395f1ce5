"""How the areas moved from the first to the last evaluation: slopes beside a table with one row per area."""

import polars as pl

from charts.slopes import SLOPES, slopes_rows, slopes_text
from data.language import Sentence, _, counted
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.trend import trend
from queries.trend_span import trend_span
from reports.content import Beside, Bullets, Content, Fold, Heading, Item, Picture, Section, section
from reports.origin import origin
from reports.pictures import picture
from reports.trend.across_years import across_years
from reports.trend.every_figure import every_figure
from reports.trend.totals import WITHIN_A_FAMILY
from reports.view import View


@cached
def changes(view: View, focus: Evaluation) -> Section:
    """Return slopes of the newest family measured twice beside the table of all years, and every figure in a fold.

    Without areas only the fold is left: the columns of totals show the rest.
    """
    rows, spans = _figures(view, focus), trend_span(view.snapshot, focus.municipality)
    every = Fold("endringer-alle", _("Alle tall med grunnlag"), (every_figure(view, focus),))
    if rows.filter(pl.col("area") > 0).is_empty():
        return section("endringer", every)
    newest = _families(rows, spans)[0]
    drawn = _slopes(view, focus, newest, rows, spans)
    table = across_years(focus, "endringer-omrader", rows.filter(pl.col("family").is_in(_alike(rows, newest))), spans)
    moved = spans.filter(pl.col("family") == newest, pl.col("area") > 0)
    both: Content = Beside(((drawn,), (table,)), (6, 5)) if drawn else table
    return section("endringer", Heading(_heading(moved)), both, _restated(moved), every)


def _heading(moved: pl.DataFrame) -> Sentence:
    """Return how many areas went up, down, and not far enough to matter."""
    up = moved.filter("matters", pl.col("change") > 0).height
    down = moved.filter("matters", pl.col("change") < 0).height
    same = moved.filter(pl.col("matters").not_()).height
    told = [
        *([_("{n:number} opp", n=up)] if up else []),
        *([_("{n:number} ned", n=down)] if down else []),
        *([_("{n:number} omtrent som før", n=same)] if same else []),
    ]
    return _("Områdene: {told}", told=told) if told else _("Poeng for hvert område")


@cached
def other_families(view: View, focus: Evaluation) -> Section:
    """Return slopes and table of each further family that is measured twice or has other areas; empty without one."""
    rows, spans = _figures(view, focus), trend_span(view.snapshot, focus.municipality)
    contents = [content for family in _apart(rows, spans) for content in _of_family(view, focus, family, rows, spans)]
    return section("eldre", *contents)


@cached
def versions_apart(view: View, focus: Evaluation) -> tuple[str, ...]:
    """Return the versions that `other_families` is about."""
    rows, spans = _figures(view, focus), trend_span(view.snapshot, focus.municipality)
    apart = rows.filter(pl.col("family").is_in(_apart(rows, spans)))
    return tuple(apart["version"].unique(maintain_order=True))


def _apart(rows: pl.DataFrame, spans: pl.DataFrame) -> list[int]:
    """Return the families, besides the first, that are measured twice or cannot stand in its table."""
    if rows.is_empty():
        return []
    newest, *others = _families(rows, spans)
    twice = set(spans.filter(pl.col("area") > 0)["family"])
    alike = _alike(rows, newest)
    return [family for family in others if family in twice or family not in alike]


def _of_family(view: View, focus: Evaluation, family: int, rows: pl.DataFrame, spans: pl.DataFrame) -> list[Content]:
    own = rows.filter(pl.col("family") == family)
    drawn, table = _slopes(view, focus, family, rows, spans), across_years(focus, f"eldre-omrader-{family}", own, spans)
    versions = _versions(own)
    heading = Heading(counted("Versjon {versions}", "Versjon {versions}", len(versions), versions=versions), 3)
    return [heading, Beside(((drawn,), (table,)), (6, 5)) if drawn else table]


def _figures(view: View, focus: Evaluation) -> pl.DataFrame:
    return trend(view.snapshot, focus.municipality).filter(pl.col("points").is_not_null())


def _families(rows: pl.DataFrame, spans: pl.DataFrame) -> list[int]:
    """Return the families, the one measured last among those measured twice first, then the one measured last."""
    newest_first = rows.sort("year", "version", descending=True)["family"]
    return list(dict.fromkeys([*spans["family"], *newest_first]))


def _alike(rows: pl.DataFrame, family: int) -> list[int]:
    """Return the families whose areas have the same names, so that they can stand in one row."""
    shorts = {key: set(part.select("area", "short").iter_rows()) for (key,), part in _by_family(rows)}
    own = dict(shorts[family])
    return [key for key, names in shorts.items() if all(own.get(area, short) == short for area, short in names)]


def _versions(rows: pl.DataFrame) -> list[str]:
    return rows["version"].unique(maintain_order=True).to_list()


def _by_family(rows: pl.DataFrame) -> list[tuple[tuple[int, ...], pl.DataFrame]]:
    return [*rows.partition_by("family", as_dict=True, maintain_order=True).items()]


def _slopes(view: View, focus: Evaluation, family: int, rows: pl.DataFrame, spans: pl.DataFrame) -> Picture | None:
    own = rows.filter(pl.col("family") == family)
    moved = spans.filter(pl.col("family") == family, pl.col("area") > 0)
    if moved.is_empty():
        return None
    versions = _versions(own)
    title = counted(
        "{name}: områdene over tid, versjon {versions}",
        "{name}: områdene over tid, versjon {versions}",
        len(versions),
        name=focus.name,
        versions=versions,
    )
    about = origin(None, _(WITHIN_A_FAMILY), sources=own["source"].to_list())
    by_area = {row["area"]: row for row in moved.iter_rows(named=True)}
    key = "eldre-linjer" if family != spans["family"][0] else "endringer-linjer"
    drawn, told = slopes_rows(own, by_area), slopes_text(own, by_area)
    return picture(view, f"{key}-{family}", title, SLOPES, drawn, told, about)


def _restated(spans: pl.DataFrame) -> Bullets | None:
    told = spans.filter(pl.col("restated").is_not_null()).iter_rows(named=True)
    items = tuple(Item(row["restated"], _("{area} {short}:", **row)) for row in told)
    return Bullets(items) if items else None
