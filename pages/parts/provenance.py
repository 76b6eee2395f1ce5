"""Where the figures of an evaluation come from, and where they disagree."""

import polars as pl
import streamlit as st

from data.norwegian import signed
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.table import Column, Table, points, show_table, table, words
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading
from reports.origin import source
from reports.standing import BASIS

COMPARED_WITH = {
    "questions": "summen av underspørsmålene",
    "areas": "summen av områdene",
    "total": "annen oppgitt total",
    "points": "annet oppgitt poengtall",
    "distance_to_small_group": "oppgitt avstand til den minste størrelsesgruppen",
}
ROUNDING = (
    "Avrunding: forskjellen kan skyldes at delene er rundet av. Avvik: den kan ikke det, eller samme tall er "
    "oppgitt på to måter. Ingenting er rettet."
)
KINDS = {"discrepancy": "avvik", "rounding": "avrunding"}
DISCREPANCIES = [
    Column("Tall", "area", lambda row: "Totalt" if row["area"] == 0 else f"Område {row['area']}"),
    Column("Slag", "kind", lambda row: KINDS[row["kind"]]),
    points("Brukt", "used"),
    Column("Holdt mot", "compared_with", lambda row: COMPARED_WITH[row["compared_with"]]),
    points("Verdi", "other"),
    Column(
        "Forskjell",
        "difference",
        lambda row: signed(row["difference"], 1 if row["difference"] % 1 else 0),
        True,
    ),
    Column("Sted", "place", lambda row: source(row["source"], row["place"])),
]


def web_address(document: str | None) -> str | None:
    """Return the document where it is an address of the web, which alone can be followed."""
    return document if document and document.startswith(("http://", "https://")) else None


FIGURES = [
    Column("Tall", "area", lambda row: "Totalt" if row["area"] == 0 else f"Område {row['area']}"),
    points("Poeng", "points"),
    Column("Grunnlag", "basis", lambda row: BASIS[row["basis"]]),
    Column(
        "Kilde",
        "source",
        lambda row: source(row["source"], row["place"]),
        address=lambda row: web_address(row["source"]),
    ),
    Column("Merknad", "note", lambda row: row["note"] or ""),
]


def show_provenance(reading: Reading, focus: Evaluation) -> None:
    """Draw the discrepancies and roundings of an evaluation, and the source of each of its figures."""
    st.header("Kilder og avvik", anchor=False)
    found = _discrepancies(reading, focus)
    if found.html:
        show_table(found)
    else:
        st.markdown("Ingen avvik eller avrundinger funnet.")
    with folded("Kilde og grunnlag for hvert tall", "sources") as fold:
        if fold.open:
            _show_sources(reading, focus)


@cached
def _discrepancies(reading: Reading, focus: Evaluation) -> Table:
    found = answers.discrepancies(reading, focus.municipality)
    ours = found.filter(pl.col("year") == focus.year, pl.col("version") == focus.version)
    title = f"{focus.name} {focus.year_label}: der tallene ikke stemmer overens"
    return table(reading, title, DISCREPANCIES, ours, notes_on(reading, focus), below=[ROUNDING])


def _show_sources(reading: Reading, focus: Evaluation) -> None:
    name, notes = f"{focus.name} {focus.year_label}", notes_on(reading, focus)
    areas = answers.own_areas(reading, focus)
    show_table(table(reading, f"{name}: kilde til totalt og områder", FIGURES, areas, notes))
    questions = answers.own_questions(reading, focus)
    if not questions.is_empty():
        columns = [words("Kode", "code"), *FIGURES[1:]]
        show_table(table(reading, f"{name}: kilde til underspørsmålene", columns, questions, notes))
