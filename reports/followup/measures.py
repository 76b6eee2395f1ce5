"""The measures by their verdict, each with what it moved against the rest; a row opens in place."""

from collections import Counter
from functools import partial
from typing import Literal, TypeAlias

import polars as pl

from data.language import Sentence, _, counted
from data.numbers import MISSING, first_upper
from data.plans.words import STATUS_NAMES
from queries.caching import cached_log
from queries.followup import followup
from reports.content import WRITTEN, Fold, Section, section
from reports.followup.choice import Choice, judged, rows_of
from reports.followup.missing import why
from reports.followup.opened import opened
from reports.followup.words import VERDICT_NAMES, difference, how_judged, plans_as_of
from reports.table import Column, Row, Table
from reports.view import View

Where: TypeAlias = Literal["screen", "file"] | None


@cached_log
def measures(view: View, choice: Choice) -> Section:
    """Return the table of measures, and folded every question they are linked to; empty without a measure."""
    rows = rows_of(view, choice)
    if rows.is_empty():
        return section("tiltak")
    lines = _lines(view, choice, rows)
    every = Fold("tiltak-alle", _("Alt som tiltakene gjelder, i én tabell"), (_questions(view, choice, lines),))
    return section("tiltak", _table(view, choice, rows, lines), None if lines.is_empty() else every)


def _table(view: View, choice: Choice, rows: pl.DataFrame, lines: pl.DataFrame) -> Table:
    by_measure = lines.partition_by("measure", as_dict=True)
    headings = [_group(view, choice, row) for row in rows.iter_rows(named=True)]
    counts, by_measure_heading = Counter(headings), dict(zip(rows["measure"], headings, strict=True))

    def group(row: Row) -> Sentence:
        verdict, reason = by_measure_heading[row["measure"]]
        n = counts[verdict, reason]
        if not reason:
            return counted("{verdict}: {n} tiltak", "{verdict}: {n} tiltak", n, verdict=verdict)
        return counted(
            "{verdict}, {n} tiltak: {reason}", "{verdict}, {n} tiltak: {reason}", n, verdict=verdict, reason=reason
        )

    known = judged(rows)
    return Table(
        "tiltak-tabell",
        _("{name}: tiltakene mot resten av kommunen", name=choice.name),
        _columns(view, choice, rows),
        rows,
        caption=_("Tiltakene") if known.is_empty() else _("Tiltakene, med det de gjelder før og etter"),
        notes=[] if known.is_empty() else [how_judged(view)],
        origin=plans_as_of(view),
        group=group,
        opened=lambda row: opened(view, choice, row, by_measure.get((row["measure"],))),
    )


def _columns(view: View, choice: Choice, rows: pl.DataFrame) -> list[Column]:
    several: Where = None if rows["programme"].n_unique() > 1 else "file"
    return [
        Column(_("Tiltak"), lambda row: row["title"] or _("Tiltak uten tittel"), written=True, language=WRITTEN),
        Column(_("Endring, %"), "change", "difference", 1, strong=lambda _row: True),
        Column(_("Resten, %"), partial(_if_judged, "untouched_change"), "difference", 1),
        Column(_("Mot resten"), partial(_if_judged, "difference"), "difference", 1, shown=partial(_apart, view)),
        Column(_("Andre, %"), "others_change", "difference", 1),
        Column(_("Andre kommuner"), "others_n", "number", 0, only="file"),
        Column(_("Poeng før"), "before", "number", 1),
        Column(_("Poeng etter"), "after", "number", 1),
        Column(_("Maksimum"), "maximum", "number", 0, only="file"),
        Column(_("Mål"), "target", "number", 1),
        Column(_("Vei til målet"), "progress", "share"),
        Column(_("Status"), _status, shown=lambda row: _status(row) or _("ikke oppgitt")),
        Column(_("Program"), "programme_name", only=several, written=True, language=WRITTEN),
        Column(_("Før"), "before_year", "number", 0, only="file"),
        Column(_("Versjon før"), "before_version", only="file"),
        Column(_("Etter"), "after_year", "number", 0, only="file"),
        Column(_("Versjon etter"), "after_version", only="file"),
        Column(_("Dom"), lambda row: _(VERDICT_NAMES[row["verdict"]]), only="file"),
        Column(_("Hvorfor ikke"), partial(_why, view, choice), only="file"),
    ]


def _group(view: View, choice: Choice, row: Row) -> tuple[str, str]:
    """Return the verdict, and the reason where there is none, under which a measure stands."""
    return first_upper(_(VERDICT_NAMES[row["verdict"]])), _why(view, choice, row) or ""


def _status(row: Row) -> Sentence | None:
    return _(STATUS_NAMES[row["status"]]) if row["status"] in STATUS_NAMES else None


def _if_judged(name: str, row: Row) -> float | None:
    """Return a figure of a measure of which something can be said; beside others it would look like a verdict."""
    figure: float | None = row[name] if row["verdict"] != "cannot_say" else None
    return figure


def _apart(view: View, row: Row) -> str:
    return MISSING if row["verdict"] == "cannot_say" else difference(view, row)


def _why(view: View, choice: Choice, row: Row) -> Sentence | None:
    return why(view, choice, dict(row)) if row["reason"] else None


def _lines(view: View, choice: Choice, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the questions that the measures of the choice are linked to, in the order of the measures."""
    linked = followup(view.snapshot, choice.municipality).linked
    return rows.select("measure", "title").join(linked, on="measure", maintain_order="left_right")


def _questions(view: View, choice: Choice, lines: pl.DataFrame) -> Table:
    columns = [
        Column(_("Tiltak"), "title", written=True, language=WRITTEN),
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
    return Table("tiltak-sporsmal", title, columns, lines, origin=plans_as_of(view))
