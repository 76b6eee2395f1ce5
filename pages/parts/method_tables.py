"""The tables of the method page: settings, instruments, sources, discrepancies and the log."""

import polars as pl
import streamlit as st

from data.norwegian import day, number
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.folded import folded
from pages.parts.provenance import DISCREPANCIES
from pages.parts.table import Column, Row, Table, points, show_table, table, words
from queries.caching import cached, cached_log
from queries.reading import Reading
from reports.origin import source
from reports.standing import BASIS

SETTINGS = {
    "area_difference": "Forskjell på ett område som teller",
    "total_difference": "Forskjell på totalen som teller",
    "question_difference": "Forskjell på ett underspørsmål som teller",
    "fewest_compared": "Færrest kommuner i en sammenligning",
    "leader_share": "Minst dette for å være den beste i en sammenslåing",
    "lead_share": "Minste forsprang for å være best eller til å lære av",
    "common_gap_share": "Felles mangel når alle ligger under",
}
EVENTS = {"import": "import", "undo": "angret"}


def show_settings(reading: Reading) -> None:
    """Draw our thresholds and the size groups, each with who decided it and why."""
    show_table(_settings(reading))
    show_table(_size_groups(reading))


@cached
def _settings(reading: Reading) -> Table:
    columns = [
        Column("Innstilling", "name", lambda row: SETTINGS.get(row["name"], "annen innstilling")),
        Column("Grense", "value", lambda row: f"{row['value']} {row['unit']}", numeric=True),
        words("Hvorfor", "reason"),
    ]
    return table(reading, "Våre innstillinger", columns, answers.asked(reading, "thresholds"), notes_on(reading))


@cached
def _size_groups(reading: Reading) -> Table:
    columns = [words("Størrelsesgruppe", "label"), words("Grunnlag for grensene", "basis")]
    return table(reading, "Størrelsesgruppene", columns, answers.asked(reading, "size_groups"), notes_on(reading))


def show_instruments(reading: Reading) -> None:
    """Draw the versions with their areas, and the questions with the sum of their maxima."""
    st.header("Versjonene", anchor=False)
    show_table(_versions(reading))
    with folded("Fokusområdene i hver versjon", "areas of versions") as fold:
        if fold.open:
            show_table(_areas(reading))
    with folded("Underspørsmålene i versjon 2.1", "questions of a version") as fold:
        if fold.open:
            show_table(_questions(reading))


@cached
def _versions(reading: Reading) -> Table:
    areas = answers.asked(reading, "instrument_areas")
    noted = areas.group_by("version", "family", maintain_order=True).agg(pl.col("note").drop_nulls().first())
    columns = [words("Versjon", "version"), words("Familie", "family"), words("Om versjonen", "note")]
    return table(reading, "Versjoner av Kommunekompasset", columns, noted, notes_on(reading))


@cached
def _areas(reading: Reading) -> Table:
    columns = [
        Column("Område", "name", lambda row: f"{row['area']} {row['name']}"),
        words("Versjon", "version"),
        points("Maksimum", "maximum_points"),
        Column("Merknad", "note", lambda row: row["note"] or ""),
    ]
    return table(reading, "Fokusområder", columns, answers.asked(reading, "instrument_areas"), notes_on(reading))


@cached
def _questions(reading: Reading) -> Table:
    questions = answers.asked(reading, "instrument_questions")
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        points("Maksimum", "maximum_points"),
        Column("Merknad", "note", lambda row: row["note"] or ""),
    ]
    sums = questions.group_by("area", maintain_order=True).agg(pl.col("maximum_points").sum())
    odd = [f"område {area}: {total}" for area, total in sums.iter_rows() if total != 100]
    said = f"Sum av trykte maksimumstall: {sums['maximum_points'].sum()} av 800. Ikke 100: {', '.join(odd)}."
    title = "Underspørsmål med trykt maksimum"
    return table(reading, title, columns, questions, notes_on(reading), below=[said])


def show_sources(reading: Reading) -> None:
    """Draw the documents behind the evaluations, and what print says of groups."""
    show_table(_documents(reading))
    printed = _printed(reading)
    if printed.html:
        show_table(printed)


@cached
def _documents(reading: Reading) -> Table:
    columns = [words("Kilde", "source"), points("Evalueringer", "evaluations"), Column("Kommuner", "names", _whom)]
    return table(reading, "Kildene", columns, answers.asked(reading, "sources"), notes_on(reading))


def _whom(row: Row) -> str:
    """Return the municipalities a document tells of: the first of them where they are many."""
    more = row["municipalities"] - len(row["names"])
    return ", ".join(row["names"]) + (f" og {number(more)} til" if more else "")


@cached
def _printed(reading: Reading) -> Table:
    columns = [
        words("Gruppe", "group_label"),
        words("År", "year"),
        points("Gjennomsnitt", "value"),
        Column("Grunnlag", "basis", lambda row: BASIS[row["basis"]]),
        Column("n", "n", lambda row: f"{number(row['n'])} ({BASIS[row['n_basis']]})", numeric=True),
        Column("Sted", "place", lambda row: source(row["source"], row["place"])),
        words("Merknad", "note"),
    ]
    printed = answers.asked(reading, "references")
    return table(reading, "Trykte tall om grupper av kommuner", columns, printed, notes_on(reading))


def show_discrepancies(reading: Reading) -> None:
    """Draw every discrepancy and rounding found in the dataset."""
    st.header("Avvik og avrundinger", anchor=False)
    found = _discrepancies(reading)
    if found.html:
        show_table(found)
    else:
        st.markdown("Ingen avvik eller avrundinger er funnet.")


@cached
def _discrepancies(reading: Reading) -> Table:
    found = answers.discrepancies(reading)
    columns = [Column("Evaluering", "name", lambda row: f"{row['name']} {row['year']}"), *DISCREPANCIES]
    return table(reading, "Alle avvik og avrundinger", columns, found, notes_on(reading))


def show_log(reading: Reading) -> None:
    """Draw the log of imports and undos, newest first."""
    st.header("Logg over importer", anchor=False)
    show_table(_log(reading))


@cached_log
def _log(reading: Reading) -> Table:
    columns = [
        points("Hendelse", "event"),
        Column("Dato", "happened_at", lambda row: day(row["happened_at"])),
        Column("Slag", "kind", lambda row: EVENTS.get(row["kind"], "annet")),
        words("Hva", "title"),
        points("Evalueringer", "evaluations"),
        Column("Angret av", "undone_by", lambda row: "" if row["undone_by"] is None else str(row["undone_by"])),
    ]
    said = ["En tidligere stand vises med «stand=» og hendelsens nummer i adressen."]
    events, title = answers.log(reading), "Importer og angringer"
    return table(reading, title, columns, events, notes_on(reading), below=said)
