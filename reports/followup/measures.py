"""The measures by their verdict, each with what it moved against the rest; a row opens in place."""

from functools import partial
from typing import Literal, TypeAlias

import polars as pl

from data.language import Sentence, _, counted
from data.norwegian import first_upper
from queries.caching import cached_log
from queries.followup import followup
from reports.content import Section, section
from reports.followup.choice import Choice, judged, rows_of
from reports.followup.missing import why
from reports.followup.opened import opened
from reports.followup.words import NOT_THE_CAUSE, VERDICT_NAMES, how_judged
from reports.origin import dataset_and_event
from reports.plan_words import STATUS_NAMES
from reports.table import Column, Row, Table, TableFile
from reports.view import View

Where: TypeAlias = Literal["screen", "file"] | None


@cached_log
def measures(view: View, choice: Choice) -> Section:
    """Return the table of measures, and as a file every question they are linked to; empty without a measure."""
    rows = rows_of(view, choice)
    if rows.is_empty():
        return section("tiltak")
    lines = _lines(view, choice, rows)
    return section("tiltak", _table(view, choice, rows, lines), TableFile(_questions(choice, lines)))


def _table(view: View, choice: Choice, rows: pl.DataFrame, lines: pl.DataFrame) -> Table:
    by_measure = {key: part.to_dicts() for (key,), part in lines.partition_by("measure", as_dict=True).items()}
    counts = dict(rows["verdict"].value_counts().iter_rows())

    def group(row: Row) -> Sentence:
        name = first_upper(_(VERDICT_NAMES[row["verdict"]]))
        return counted("{verdict}: {n} tiltak", "{verdict}: {n} tiltak", counts[row["verdict"]], verdict=name)

    known = judged(rows)
    return Table(
        "tiltak-tabell",
        _("{name}: tiltakene mot resten av kommunen", name=choice.name),
        _columns(view, choice, rows),
        rows,
        caption=_("Tiltakene, med det de gjelder før og etter"),
        notes=[] if known.is_empty() else [how_judged(view), _(NOT_THE_CAUSE)],
        origin=dataset_and_event(view),
        group=group,
        opened=lambda row: opened(view, choice, row, by_measure.get(row["measure"], [])),
    )


def _columns(view: View, choice: Choice, rows: pl.DataFrame) -> list[Column]:
    reasons = rows.filter(pl.col("reason").is_not_null())["reason"]
    tell_why: Where = None if reasons.n_unique() > 1 or reasons.len() < rows.height else "file"
    several: Where = None if rows["programme"].n_unique() > 1 else "file"
    return [
        Column(_("Tiltak"), lambda row: row["title"] or _("Tiltak uten tittel")),
        Column(_("Endring, %"), "change", "difference", 1, strong=lambda _row: True),
        Column(_("Resten, %"), "untouched_change", "difference", 1),
        Column(_("Mot resten"), "difference", "difference", 1),
        Column(_("Andre, %"), "others_change", "difference", 1),
        Column(_("Andre kommuner"), "others_n", "number", 0, only="file"),
        Column(_("Poeng før"), "before", "number", 1),
        Column(_("Poeng etter"), "after", "number", 1),
        Column(_("Maksimum"), "maximum", "number", 0, only="file"),
        Column(_("Mål"), "target", "number", 1),
        Column(_("Vei til målet"), "progress", "share"),
        Column(_("Status"), lambda row: _(STATUS_NAMES[row["status"]]) if row["status"] in STATUS_NAMES else None),
        Column(_("Program"), "programme_name", only=several),
        Column(_("Før"), "before_year", "number", 0, only="file"),
        Column(_("Versjon før"), "before_version", only="file"),
        Column(_("Etter"), "after_year", "number", 0, only="file"),
        Column(_("Versjon etter"), "after_version", only="file"),
        Column(_("Dom"), lambda row: _(VERDICT_NAMES[row["verdict"]]), only="file"),
        Column(_("Hvorfor ikke"), partial(_why, view, choice), beneath=True, only=tell_why),
    ]


def _why(view: View, choice: Choice, row: Row) -> Sentence | None:
    return why(view, choice, dict(row)) if row["reason"] else None


def _lines(view: View, choice: Choice, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the questions that the measures of the choice are linked to, in the order of the measures."""
    linked = followup(view.snapshot, choice.municipality).linked
    return rows.select("measure", "title").join(linked, on="measure", maintain_order="left_right")


def _questions(choice: Choice, lines: pl.DataFrame) -> Table:
    columns = [
        Column(_("Tiltak"), "title"),
        Column(_("Kode"), "code"),
        Column(_("Underspørsmål eller område"), "label"),
        Column(_("Maksimum"), "maximum", "number", 0),
        Column(_("Før"), "before", "number", 1),
        Column(_("Etter"), "after", "number", 1),
        Column(_("Endring"), "change", "difference", 1),
        Column(_("Mål"), "target", "number", 1),
        Column(_("Vei til målet"), "progress", "share"),
    ]
    title = _("{name}: underspørsmålene som tiltakene gjelder", name=choice.name)
    return Table("tiltak-sporsmal", title, columns, lines)
