"""Possible transfers of practice between the merging municipalities."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from data.language import Sentence, _
from data.numbers import listed, signed
from queries.caching import cached
from queries.merger import transfers as taken_over
from queries.profile import area_names
from queries.settings import settings
from reports.content import WRITTEN, Bullets, Content, Fold, Heading, Item, Paragraph, Section, section
from reports.links import Link, link
from reports.merger.choice import Choice
from reports.merger.group import Group
from reports.merger.marks import Mark
from reports.merger.strengths import strengths
from reports.merger.verdicts import of_area, question_columns
from reports.table import Column, Row, Table, TableFile
from reports.view import View


@cached
def transfers(view: View, group: Group, choice: Choice) -> Section:
    """Return one table of questions, givers and takers, and the strengths of the givers."""
    shown, limits = of_area(transfers_of(view, group), choice.area), settings(view.snapshot)
    if shown.is_empty():
        sentence = _(
            "Ingen her har minst {leader_share} prosent av poengene og ligger minst {question_difference} prosent av "
            "maksimum foran noen annen.",
            **limits,
        )
        return section("overforing", Paragraph(sentence))
    whole = TableFile(transfer_table(view, group, shown))
    strengths_of_givers = () if choice.is_meeting else _strengths_by_area(view, group, shown)
    return section(
        "overforing", _matrix(view, group, choice, shown), whole, *strengths_of_givers, _best_practice(group)
    )


def _matrix(view: View, group: Group, choice: Choice, rows: pl.DataFrame) -> Table:
    """Return the table with one row per question and one column per municipality that takes over."""
    areas = area_names(view.snapshot, group.evaluations[0].version)
    return Table(
        "",
        _("{group}: overføring", group=group.title),
        [
            *question_columns(),
            Column(_("Maks."), "maximum_points", "number"),
            Column(_("Fra"), "givers"),
            *(_to(group, choice, number) for number in group.names),
        ],
        by_question(group, rows),
        caption=_("Fra den som er god, til dem som kan hente praksis: hvor mange poeng den beste har mer"),
        notes=[_about(view)],
        group=lambda row: _("{area} {name}", area=row["area"], name=areas[row["area"]]),
    )


def _to(group: Group, choice: Choice, number: str) -> Column:
    """Return the column of what a municipality can take over, with the link that marks each transfer for decision."""

    def mark(row: Row) -> Link | None:
        return (
            choice.with_or_without(Mark(row["code"], number), f"merk-{row['code']}-{number}") if row[number] else None
        )

    def text(row: Row) -> str:
        if row[number] is None:
            return _("gir") if number in row["from"] else _("..")
        is_marked = Mark(row["code"], number) in choice.marks
        return f"{'☑' if is_marked else '☐'} {signed(row[number], 1)}"

    def shade(row: Row) -> float | None:
        return None if row[number] is None else row[number] / row["maximum_points"]

    heading = _("Til {name}", name=group.short_names[number])
    return Column(heading, number, "difference", 1, shown=text, link=mark, shade=shade)


def by_question(group: Group, rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row per question of transfers.

    Columns: code, area, label, maximum_points; `from`, the numbers of the givers, and `givers`, their names as a list
    in words; one column per municipality, named by its number, with the points it lies behind if it can take over.
    """
    questions = [
        _question(group, list(of_question)) for _code, of_question in groupby(rows.to_dicts(), itemgetter("code"))
    ]
    schema = dict.fromkeys(group.names, pl.Float64)
    return pl.DataFrame(questions, schema_overrides=schema)


def _question(group: Group, rows: Sequence[Row]) -> dict[str, Any]:
    first, givers = rows[0], list(dict.fromkeys(row["from"] for row in rows))
    points = {row["to"]: row["points"] for row in rows}
    return {
        **{field: first[field] for field in ("code", "area", "label", "maximum_points")},
        "from": givers,
        "givers": listed([group.short_names[number] for number in givers]),
        **{number: points.get(number) for number in group.names},
    }


def _strengths_by_area(view: View, group: Group, rows: pl.DataFrame) -> tuple[Content, ...]:
    """Return what is praised at the givers in each area, in folds; plainly where there is one area."""
    names = area_names(view.snapshot, group.evaluations[0].version)
    parts = rows.partition_by("area", as_dict=True, maintain_order=True).items()
    praise = {area: items for (area,), of_rows in parts if (items := _praise(view, group, area, of_rows))}
    heading = Heading(_("Styrker i området hos dem det kan hentes fra"))
    if len(praise) == 1:
        return (heading, *(Bullets(items) for items in praise.values()))
    folds = (
        Fold(f"styrker-{area}", _("{area} {name}", area=area, name=names[area]), (Bullets(items),))
        for area, items in praise.items()
    )
    return (heading, *folds) if praise else ()


def _praise(view: View, group: Group, area: int, rows: pl.DataFrame) -> tuple[Item, ...]:
    givers = set(rows["from"])
    return tuple(
        Item(" ".join(texts), _("{giver}:", giver=evaluation.name), WRITTEN)
        for evaluation in group.evaluations
        if evaluation.municipality in givers and (texts := strengths(view.snapshot, evaluation).get(area))
    )


def _about(view: View) -> Sentence:
    return _(
        "Der den beste har minst {leader_share}\u00a0% av maksimum: fra alle som er mindre enn "
        "{question_difference}\u00a0% av maksimum bak den beste, til alle som er minst så langt bak. Poengene er hvor "
        "mye den beste har mer. Styrkene er evaluerernes ord om hele området.",
        **settings(view.snapshot),
    )


def _best_practice(group: Group) -> Paragraph:
    first, chosen = group.evaluations[0], ",".join(group.names)
    leads_to = link("beste-praksis", kommune=first.municipality, aar=first.year, gruppe="utvalg", utvalg=chosen)
    return Paragraph(_("Beste praksis innenfor gruppen, én kommune om gangen"), "next", leads_to)


def transfer_table(view: View, group: Group, rows: pl.DataFrame) -> Table:
    """Return the table of transfers in files: one row per question, giver and receiver."""
    columns = [
        *question_columns(),
        Column(_("Maksimum"), "maximum_points", "number"),
        Column(_("Fra"), "from_name"),
        Column(_("Til"), "to_name"),
        Column(_("Poeng"), "points", "number"),
        Column(_("Styrker hos den det hentes fra, i området"), "strengths"),
    ]
    title, about = _("{group}: overføring", group=group.title), group.origin(_about(view))
    return Table("overforing-tabell", title, columns, rows, origin=about)


@cached
def transfers_of(view: View, group: Group) -> pl.DataFrame:
    """Return `transfers` with from_name, to_name and the giver's strengths in the area (null where none).

    One row per question, giver and receiver.
    """
    transfer_rows, names = taken_over(view.snapshot, group.evaluations), group.names
    praised = {
        (evaluation.municipality, area): " ".join(texts)
        for evaluation in group.evaluations
        for area, texts in strengths(view.snapshot, evaluation).items()
    }
    rows = transfer_rows.to_dicts()
    return transfer_rows.with_columns(
        from_name=pl.Series([names[row["from"]] for row in rows], dtype=pl.String),
        to_name=pl.Series([names[row["to"]] for row in rows], dtype=pl.String),
        strengths=pl.Series([praised.get((row["from"], row["area"])) for row in rows], dtype=pl.String),
    )
