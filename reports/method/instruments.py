"""Instrument versions with areas, and questions with the sum of their maxima."""

import polars as pl

from data.catalogues import named
from data.language import _
from queries.caching import cached
from queries.snapshot import cached_query
from reports.content import Fold, Heading, Section, section
from reports.table import Column, Row, Table
from reports.view import View

AREA_POINTS = 100


@cached
def versions(view: View) -> Section:
    """Return the versions, and in folds their areas and the published questions."""
    return section(
        "versjoner",
        Heading(_("Versjonene")),
        _versions(view),
        Fold("versjoner-omrader", _("Fokusområdene i hver versjon"), (_areas(view),)),
        Fold("versjoner-sporsmal", _("Underspørsmålene i versjon 2.1"), (_questions(view),)),
    )


def _versions(view: View) -> Table:
    areas = cached_query(view.snapshot, "instrument_areas")
    noted = areas.group_by("version", "family", maintain_order=True).agg(pl.col("note").drop_nulls().first())
    columns = [Column(_("Versjon"), "version"), Column(_("Familie"), "family"), Column(_("Om versjonen"), "note")]
    return Table("versjoner-tabell", _("Versjoner av Kommunekompasset"), columns, noted)


def _areas(view: View) -> Table:
    columns = [
        Column(_("Område"), lambda row: f"{row['area']} {named(row['name'])}"),
        Column(_("Versjon"), "version"),
        *_maximum_and_note(),
    ]
    return Table(
        "versjoner-omrader-tabell", _("Fokusområder"), columns, cached_query(view.snapshot, "instrument_areas")
    )


def _questions(view: View) -> Table:
    questions = cached_query(view.snapshot, "instrument_questions")
    columns = [Column(_("Underspørsmål"), lambda row: f"{row['code']} {named(row['label'])}"), *_maximum_and_note()]
    title = _("Underspørsmål med trykt maksimum")
    return Table("versjoner-sporsmal-tabell", title, columns, questions, notes=[_sums(questions)])


def _maximum_and_note() -> list[Column]:
    return [Column(_("Maksimum"), "maximum_points", "number"), Column(_("Merknad"), "note", shown=_note)]


def _note(row: Row) -> str:
    return named(row["note"] or "")


def _sums(questions: pl.DataFrame) -> str:
    """Return the sum of printed maxima, and that of each area where it is not 100."""
    sums = questions.group_by("area", maintain_order=True).agg(pl.col("maximum_points").sum())
    return _(
        "Sum av trykte maksimumstall: {total} av 800. Ikke 100: {areas:commas}.",
        total=sums["maximum_points"].sum(),
        areas=[
            _("område {area}: {sum}", area=area, sum=points)
            for area, points in sums.iter_rows()
            if points != AREA_POINTS
        ],
    )
