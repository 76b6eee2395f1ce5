"""Possible transfers of practice between the merging municipalities."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

import polars as pl

from data.language import Sentence, _
from data.norwegian import listed
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.merger import transfers as taken_over
from queries.profile import area_names
from queries.settings import settings
from queries.snapshot import Snapshot, cached_query
from reports.content import Bullets, Content, Heading, Item, Paragraph, Section, section
from reports.links import link
from reports.merger.group import Group
from reports.merger.verdicts import of_area, question_columns
from reports.table import Column, Row, Table, TableFile
from reports.view import View


@cached
def transfers(view: View, group: Group, area: int) -> Section:
    """Return a table per area of givers and receivers, with the strengths of the givers."""
    shown, limits = of_area(transfers_of(view, group), area), settings(view.snapshot)
    heading = Heading(_("Hva kan overføres, fra hvem og til hvem"), 3)
    if shown.is_empty():
        sentence = _(
            "Ingen her har minst {leader_share} prosent av poengene og ligger minst {question_difference} prosent av "
            "maksimum foran noen annen.",
            **limits,
        )
        return section("overforing", heading, Paragraph(sentence))
    by_area = shown.partition_by("area", as_dict=True, maintain_order=True).items()
    tables = (content for (number,), rows in by_area for content in _area(view, group, number, rows))
    whole = TableFile(transfer_table(view, group, shown))
    about = Paragraph(_about(view), "caption")
    return section("overforing", heading, *tables, about, whole, _best_practice(group))


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


def _area(view: View, group: Group, area: int, rows: pl.DataFrame) -> tuple[Content, ...]:
    name = area_names(view.snapshot, group.evaluations[0].version)[area]
    table = Table("", _("{area} {name}", area=area, name=name), _columns(), _by_question(rows))
    givers = rows["from"].unique(maintain_order=True).to_list()
    praise = {
        evaluation.name: strengths(view.snapshot, evaluation).get(area, [])
        for evaluation in group.evaluations
        if evaluation.municipality in givers
    }
    items = tuple(
        Item(_("{giver}: {praise}", giver=giver, praise=" ".join(texts))) for giver, texts in praise.items() if texts
    )
    if not items:
        return (table,)
    return table, Paragraph(_("Styrker i området hos dem det kan hentes fra"), "facts"), Bullets(items)


def _columns() -> list[Column]:
    return [*question_columns(), Column(_("Fra"), "givers"), Column(_("Til, og hvor mye"), "takers")]


def _by_question(rows: pl.DataFrame) -> pl.DataFrame:
    """Return one row per question. Columns: code, label, givers and takers, the last two as lists in words."""
    rows_by_question = [
        _question(list(of_question)) for _code, of_question in groupby(rows.to_dicts(), itemgetter("code"))
    ]
    return pl.DataFrame(rows_by_question, schema=["code", "label", "givers", "takers"], orient="row")


def _question(rows: Sequence[Row]) -> tuple[str, str, str, str]:
    givers = dict.fromkeys(row["from_name"] for row in rows)
    takers = {row["to"]: _("{name} +{points:tenths}", name=row["to_name"], points=row["points"]) for row in rows}
    return rows[0]["code"], rows[0]["label"], listed(list(givers)), listed(list(takers.values()))


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


@cached
def strengths(snapshot: Snapshot, evaluation: Evaluation) -> dict[int, list[str]]:
    """Return the strengths in an evaluation by area."""
    remarks = cached_query(snapshot, "remarks", evaluation=evaluation.evaluation).filter(pl.col("kind") == "strength")
    return dict(remarks.group_by("area", maintain_order=True).agg("text").iter_rows())
