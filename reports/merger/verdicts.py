"""Questions of the merging municipalities with verdicts and points."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import polars as pl

from data.catalogues import named
from data.language import _, joined
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.merger import merger
from queries.profile import area_names
from queries.settings import settings
from reports.content import Content, Notice, Paragraph, Section, section
from reports.links import Link, link
from reports.merger.choice import Choice
from reports.merger.group import Group, labels
from reports.merger.marks import Mark
from reports.merger.opened_row import opened_row
from reports.merger.takers import taking_over
from reports.merger.verdict_labels import ANY_VERDICT, VERDICT_OF_CODE, VERDICTS, verdict_rules, verdict_text
from reports.table import Column, Row, Table
from reports.view import View


@cached
def verdicts(view: View, group: Group, choice: Choice) -> Section:
    """Return the heat map of questions and municipalities, filtered by area and verdict, or that there are none."""
    return section("dommer", *_verdicts(heat_map(view, group, choice)))


def _verdicts(table: Table) -> tuple[Content, ...]:
    if not table.rows.is_empty():
        return (table,)
    sentence = _("Ingen underspørsmål har denne dommen her.")
    return Notice("no_such_verdict", sentence), *(Paragraph(note, "caption") for note in table.notes)


MOST_NAMED = 3
"""Municipalities that can take over practice named in a cell."""
MOST_WITH_TAKERS = 4


def heat_map(view: View, group: Group, choice: Choice) -> Table:
    """Return the table of questions as it stands on the page: tinted, by area, with what can be marked."""
    table = verdict_table(view, group, choice.area, choice.verdict)
    areas = area_names(view.snapshot, group.evaluations[0].version)
    by_area = replace(
        table, group=lambda row: _("{area} {name}", area=row["area"], name=areas[row["area"]]), look="outlined"
    )
    if choice.is_meeting:
        return replace(by_area, columns=_on_a_screen(table.columns, group))
    return replace(by_area, columns=[*table.columns, mark_column(choice)], opened=partial(opened_row, view, group))


def _on_a_screen(columns: Sequence[Column], group: Group) -> list[Column]:
    """Return the columns that a screen holds in large type: with many municipalities takers stand in the next step."""
    is_wide = len(group.evaluations) > MOST_WITH_TAKERS
    return [column for column in columns if not (is_wide and column.value == "takers")]


def verdict_table(view: View, group: Group, area: int = 0, verdict: str = ANY_VERDICT) -> Table:
    """Return the table of questions with verdicts, filtered by area (0 is all) and verdict code."""
    shown = with_verdict(of_area(verdicts_of(view, group), area), verdict)
    how_to_read = _(
        "Jo mørkere celle, desto større del av maksimum. Det høyeste er uthevet og har ramme, unntatt der det er "
        "likt. Et tall fører til området på kommunens egen side."
    )
    return Table(
        "dommer-tabell",
        _("{group}: én dom per underspørsmål", group=group.title),
        _columns(group),
        shown,
        notes=[joined(how_to_read, verdict_rules(settings(view.snapshot)))],
        origin=group.origin(),
    )


def _columns(group: Group) -> list[Column]:
    measured = group.evaluations
    return [
        *question_columns(),
        Column(_("Maks."), "maximum_points", "number", only="screen"),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        *(replace(_points(*labelled), only="screen") for labelled in zip(labels(measured), measured, strict=True)),
        *(replace(_points(evaluation.name, evaluation), only="file") for evaluation in measured),
        Column(_("Funn"), "told", only="screen"),
        Column(_("Kan hente praksis"), "takers", only="screen", shown=lambda row: row["takers"] or "", minor=True),
        Column(_("Funn"), "verdict_name", only="file"),
        Column(_("Best"), "leader_name", only="file"),
        Column(_("Poeng foran nummer to"), "lead", "number", only="file"),
    ]


def mark_column(choice: Choice) -> Column:
    """Return the column of links that mark a question for decision, or take its mark away."""

    def mark(row: Row) -> Link:
        return choice.with_or_without(Mark(row["code"]), f"merk-{row['code']}")

    def text(row: Row) -> str:
        return _("☑ Merket") if Mark(row["code"]) in choice.marks else _("☐ Merk")

    return Column(_("Til vedtak"), "code", shown=text, link=mark, only="screen")


def question_columns(leads_to: Callable[[Row], Link] | None = None) -> list[Column]:
    """Return the columns of code and label: one on the screen, two in files."""
    return [
        Column(_("Kode"), "code", only="file"),
        Column(_("Underspørsmål"), "label", shown=lambda row: f"{row['code']} {named(row['label'])}", link=leads_to),
    ]


def best_column(heading: str) -> Column:
    """Return the column of the highest figure in the group: `13,9 av 15`."""
    return Column(
        heading,
        "best",
        "number",
        shown=lambda row: _("{best:tenths} av {maximum}", best=row["best"], maximum=row["maximum_points"]),
    )


def _points(label: str, evaluation: Evaluation) -> Column:
    """Return the column of a municipality's points, tinted by their share and linked to the area on its page."""

    def own_area(row: Row) -> Link | None:
        if row[evaluation.municipality] is None:
            return None
        return link("kommune", kommune=evaluation.municipality, aar=evaluation.year, omrade=row["area"])

    def highest(row: Row) -> bool:
        return row["verdict"] not in ("equal", "not_comparable") and evaluation.municipality in row["who"]

    def share(row: Row) -> float | None:
        points = row[evaluation.municipality]
        return None if points is None else points / row["maximum_points"]

    return Column(label, evaluation.municipality, "number", 1, link=own_area, strong=highest, shade=share)


def of_area(frame: pl.DataFrame, area: int) -> pl.DataFrame:
    """Return the rows of an area; all of them for 0."""
    return frame.filter(pl.col("area") == area) if area else frame


def with_verdict(frame: pl.DataFrame, verdict: str) -> pl.DataFrame:
    """Return the rows with the verdict of this address code; all of them for any."""
    return frame if verdict == ANY_VERDICT else frame.filter(pl.col("verdict") == VERDICT_OF_CODE[verdict])


@cached
def verdicts_of(view: View, group: Group) -> pl.DataFrame:
    """Return `merger` with verdicts and names in words.

    Added columns: told (verdict with leader and lead), verdict_name, leader_name, whose (the highest) and takers
    (who can take over practice, each with the points the best has more, null where nobody can).
    """
    judged, names = merger(view.snapshot, group.evaluations), group.names
    rows, takers = judged.to_dicts(), taking_over(view.snapshot, group.evaluations)
    return judged.with_columns(
        told=pl.Series([verdict_text(row, group.short_names) for row in rows], dtype=pl.String),
        verdict_name=pl.Series([_(VERDICTS[row["verdict"]]) for row in rows], dtype=pl.String),
        leader_name=pl.Series([names.get(row["leader"]) for row in rows], dtype=pl.String),
        whose=pl.Series([group.named(row["who"]) for row in rows], dtype=pl.String),
        takers=pl.Series([_taking_over(group, takers.get(row["code"], {})) for row in rows], dtype=pl.String),
    )


def _taking_over(group: Group, takers: Mapping[str, float]) -> str | None:
    """Return who can take over, in the order chosen; of more than three the two with most to gain."""
    names = group.short_names
    most_first = sorted(takers, key=lambda number: -takers[number])
    named = list(takers) if len(takers) <= MOST_NAMED else most_first[: MOST_NAMED - 1]
    each = [_("{name} {points:signed_tenths}", name=names[number], points=takers[number]) for number in named]
    more = [_("{n} til", n=len(takers) - len(named))] if len(named) < len(takers) else []
    return " · ".join([*each, *more]) or None
