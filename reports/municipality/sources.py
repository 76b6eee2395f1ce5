"""Sources and discrepancies of the figures of an evaluation."""

import polars as pl

from data.catalogues import named
from data.language import N_, _
from data.numbers import signed
from queries.caching import cached
from queries.discrepancies import discrepancies
from queries.evaluation import Evaluation
from queries.figures import own_areas, own_questions
from reports.content import Content, Fold, Heading, Paragraph, Section, section
from reports.known_evaluations import known_evaluations_of, listed
from reports.links import link
from reports.origin import origin, source
from reports.rank_sentences import BASIS
from reports.table import Column, Row, Table
from reports.view import View

COMPARED_FIGURES = {
    "questions": N_("summen av underspørsmålene"),
    "areas": N_("summen av områdene"),
    "total": N_("annen oppgitt total"),
    "points": N_("annet oppgitt poengtall"),
    "distance_to_small_group": N_("oppgitt avstand til den minste størrelsesgruppen"),
}
KINDS = {"discrepancy": N_("avvik"), "rounding": N_("avrunding")}
ROUNDING = N_(
    "Avrunding: forskjellen kan skyldes at delene er rundet av. Avvik: den kan ikke det, eller samme tall er "
    "oppgitt på to måter. Ingenting er rettet."
)


@cached
def sources(view: View, focus: Evaluation) -> Section:
    """Return the discrepancies and roundings, and in a fold the source of each figure."""
    return section(
        "kilder",
        Heading(_("Kilder og avvik"), 3),
        _discrepancies(view, focus),
        Fold("kilder-tall", _("Kilde og grunnlag for hvert tall"), _figures(view, focus)),
        *_known_without_points(view, focus.municipality),
    )


def _known_without_points(view: View, municipality: str) -> tuple[Content | None, ...]:
    """Return the evaluations whose points are not here, and the way to add them."""
    known = known_evaluations_of(view, municipality)
    if known.is_empty():
        return ()
    upload = Paragraph(_("Last opp skåringsarket"), "next", link("last-opp"))
    return listed(known, _("Evaluert også: rapporten finnes, men poengene er ikke her")), upload


def _discrepancies(view: View, focus: Evaluation) -> Content:
    of_municipality = discrepancies(view.snapshot, focus.municipality)
    rows = of_municipality.filter(pl.col("year") == focus.year, pl.col("version") == focus.version)
    if rows.is_empty():
        return Paragraph(_("Ingen avvik eller avrundinger funnet."))
    title = _("{name} {year}: der tallene ikke stemmer overens", name=focus.name, year=focus.year_label)
    return Table("kilder-avvik", title, discrepancy_columns(), rows, notes=[_(ROUNDING)], origin=origin(focus))


def discrepancy_columns() -> list[Column]:
    """Return the columns of a table of discrepancies and roundings, one row each."""
    return [
        Column(_("Tall"), _figure),
        Column(_("Slag"), lambda row: _(KINDS[row["kind"]])),
        Column(_("Brukt"), "used", "number"),
        Column(_("Holdt mot"), lambda row: _(COMPARED_FIGURES[row["compared_with"]])),
        Column(_("Verdi"), "other", "number"),
        Column(_("Forskjell"), "difference", "difference", shown=_difference),
        Column(_("Sted"), lambda row: source(row["source"], row["place"])),
    ]


def _figure(row: Row) -> str:
    return _("Totalt") if row["area"] == 0 else _("Område {area}", area=row["area"])


def _difference(row: Row) -> str:
    return signed(row["difference"], 1 if row["difference"] % 1 else 0)


def _figures(view: View, focus: Evaluation) -> tuple[Content, ...]:
    values, about = {"name": focus.name, "year": focus.year_label}, origin(focus)
    areas = Table(
        "kilder-omrader",
        _("{name} {year}: kilde til totalt og områder", **values),
        [Column(_("Tall"), _figure), *_columns()],
        own_areas(view.snapshot, focus),
        origin=about,
    )
    questions = own_questions(view.snapshot, focus)
    if questions.is_empty():
        return (areas,)
    title = _("{name} {year}: kilde til underspørsmålene", **values)
    columns = [Column(_("Kode"), "code"), *_columns()]
    return areas, Table("kilder-sporsmal", title, columns, questions, origin=about)


def _columns() -> list[Column]:
    return [
        Column(_("Poeng"), "points", "number"),
        Column(_("Grunnlag"), lambda row: _(BASIS[row["basis"]])),
        Column(_("Kilde"), lambda row: source(row["source"], row["place"]), web=lambda row: web_address(row["source"])),
        Column(_("Merknad"), "note", shown=lambda row: named(row["note"] or "")),
    ]


def web_address(document: str | None) -> str | None:
    """Return the document where it is an http or https URL, else None."""
    return document if document and document.startswith(("http://", "https://")) else None
