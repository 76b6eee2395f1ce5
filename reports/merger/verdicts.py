"""Questions of the merging municipalities with verdicts and points."""

from collections.abc import Callable, Mapping

import polars as pl

from data.language import _, joined
from data.norwegian import first_upper
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.merger import merger
from queries.settings import settings
from reports.content import Content, Heading, Notice, Paragraph, Section, section
from reports.links import Link, link
from reports.merger.group import Group
from reports.merger.verdict_labels import ANY_VERDICT, VERDICT_OF_CODE, VERDICTS, verdict_rules, verdict_text
from reports.table import Column, Row, Table
from reports.view import View


def questions(_view: View) -> Section:
    """Return the heading of the sections on questions."""
    return section("sporsmal", Heading(_("Underspørsmålene")))


@cached
def verdicts(view: View, group: Group, area: int, verdict: str) -> Section:
    """Return the table of questions, filtered by area and verdict, or the notice that there are none."""
    return section("dommer", *_verdicts(verdict_table(view, group, area, verdict)))


def _verdicts(table: Table) -> tuple[Content, ...]:
    if not table.rows.is_empty():
        return (table,)
    sentence = _("Ingen underspørsmål har denne dommen her.")
    return Notice("no_such_verdict", sentence), *(Paragraph(note, "caption") for note in table.notes)


def verdict_table(view: View, group: Group, area: int = 0, verdict: str = ANY_VERDICT) -> Table:
    """Return the table of questions with verdicts, filtered by area (0 is all) and verdict code."""
    shown = of_area(verdicts_of(view, group), area)
    if verdict != ANY_VERDICT:
        shown = shown.filter(pl.col("verdict") == VERDICT_OF_CODE[verdict])
    how_to_read = _(
        "Det høyeste er uthevet, unntatt der det er likt. Et tall fører til området på kommunens egen side."
    )
    return Table(
        "dommer-tabell",
        _("{group}: én dom per underspørsmål", group=group.title),
        _columns(group),
        shown,
        notes=[joined(verdict_rules(settings(view.snapshot)), how_to_read)],
        origin=group.origin(),
    )


def _columns(group: Group) -> list[Column]:
    return [
        *question_columns(),
        Column(_("Dom"), "told", only="screen"),
        Column(_("Maksimum"), "maximum_points", "number"),
        *(_points(evaluation) for evaluation in group.evaluations),
        Column(_("Dom"), "verdict_name", only="file"),
        Column(_("Best"), "leader_name", only="file"),
        Column(_("Poeng foran nummer to"), "lead", "number", only="file"),
    ]


def question_columns(leads_to: Callable[[Row], Link] | None = None) -> list[Column]:
    """Return the columns of code and label: one on the screen, two in files."""
    return [
        Column(_("Kode"), "code", only="file"),
        Column(_("Underspørsmål"), "label", shown=lambda row: f"{row['code']} {row['label']}", link=leads_to),
    ]


def best_column(heading: str) -> Column:
    """Return the column of the highest figure in the group: `13,9 av 15`."""
    return Column(
        heading,
        "best",
        "number",
        shown=lambda row: _("{best:tenths} av {maximum}", best=row["best"], maximum=row["maximum_points"]),
    )


def _points(evaluation: Evaluation) -> Column:
    """Return the column of a municipality's points, linked to the area on its page."""

    def own_area(row: Row) -> Link | None:
        if row[evaluation.municipality] is None:
            return None
        return link("kommune", kommune=evaluation.municipality, aar=evaluation.year, omrade=row["area"])

    def highest(row: Row) -> bool:
        return row["verdict"] not in ("equal", "not_comparable") and evaluation.municipality in row["who"]

    return Column(evaluation.name, evaluation.municipality, "number", 1, link=own_area, strong=highest)


def of_area(frame: pl.DataFrame, area: int) -> pl.DataFrame:
    """Return the rows of an area; all of them for 0."""
    return frame.filter(pl.col("area") == area) if area else frame


@cached
def verdicts_of(view: View, group: Group) -> pl.DataFrame:
    """Return `merger` with verdicts and names in words.

    Added columns: told (verdict with leader and lead), verdict_name, leader_name and whose (the highest).
    """
    judged, names = merger(view.snapshot, group.evaluations), group.names
    rows = judged.to_dicts()
    return judged.with_columns(
        told=pl.Series([verdict_text(row, names) for row in rows], dtype=pl.String),
        verdict_name=pl.Series([_(VERDICTS[row["verdict"]]) for row in rows], dtype=pl.String),
        leader_name=pl.Series([names.get(row["leader"]) for row in rows], dtype=pl.String),
        whose=pl.Series([group.named(row["who"]) for row in rows], dtype=pl.String),
    )


@cached
def verdict_names(view: View, group: Group, area: int) -> Mapping[str, str]:
    """Return by word what the choices of verdict are called, each with how many questions there are in an area."""
    judged = of_area(verdicts_of(view, group), area)
    times = {code: judged.filter(pl.col("verdict") == kind).height for code, kind in VERDICT_OF_CODE.items()}
    kinds = {code: first_upper(_(VERDICTS[kind])) for code, kind in VERDICT_OF_CODE.items()}
    names = {code: _("{verdict} ({n})", verdict=kinds[code], n=n) for code, n in times.items()}
    return {ANY_VERDICT: _("Alle ({n})", n=judged.height), **names}
