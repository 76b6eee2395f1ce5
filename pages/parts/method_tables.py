"""The tables of the method page: settings, instruments, sources, discrepancies and the log."""

import polars as pl
import streamlit as st

from charts.standing import BASIS, source
from data.norwegian import day, number
from pages.parts import answers
from pages.parts.dataset import notes_on
from pages.parts.picture import show_table_with_files
from pages.parts.provenance import DISCREPANCIES
from pages.parts.table import Column, points, words
from queries.reading import Reading

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
    columns = [
        Column("Innstilling", "name", lambda row: SETTINGS[row["name"]]),
        Column("Grense", "value", lambda row: f"{row['value']} {row['unit']}", numeric=True),
        words("Hvorfor", "reason"),
    ]
    show_table_with_files(
        reading, "Våre innstillinger", columns, answers.asked(reading, "thresholds").to_dicts(), notes_on(reading)
    )
    groups = [words("Størrelsesgruppe", "label"), words("Grunnlag for grensene", "basis")]
    show_table_with_files(
        reading, "Størrelsesgruppene", groups, answers.asked(reading, "size_groups").to_dicts(), notes_on(reading)
    )


def show_instruments(reading: Reading) -> None:
    """Draw the versions with their areas, and the questions with the sum of their maxima."""
    st.header("Versjonene", anchor=False)
    areas = answers.asked(reading, "instrument_areas")
    notes = areas.group_by("version", "family", maintain_order=True).agg(pl.col("note").drop_nulls().first())
    versions = [words("Versjon", "version"), words("Familie", "family"), words("Om versjonen", "note")]
    show_table_with_files(reading, "Versjoner av Kommunekompasset", versions, notes.to_dicts(), notes_on(reading))
    with st.expander("Fokusområdene i hver versjon"):
        columns = [
            Column("Område", "name", lambda row: f"{row['area']} {row['name']}"),
            words("Versjon", "version"),
            points("Maksimum", "maximum_points"),
            Column("Merknad", "note", lambda row: row["note"] or ""),
        ]
        show_table_with_files(reading, "Fokusområder", columns, areas.to_dicts(), notes_on(reading))
    with st.expander("Underspørsmålene i versjon 2.1"):
        _show_questions(reading, answers.asked(reading, "instrument_questions"))


def _show_questions(reading: Reading, questions: pl.DataFrame) -> None:
    columns = [
        Column("Underspørsmål", "label", lambda row: f"{row['code']} {row['label']}"),
        points("Maksimum", "maximum_points"),
        Column("Merknad", "note", lambda row: row["note"] or ""),
    ]
    show_table_with_files(reading, "Underspørsmål med trykt maksimum", columns, questions.to_dicts(), notes_on(reading))
    sums = questions.group_by("area", maintain_order=True).agg(pl.col("maximum_points").sum())
    odd = [f"område {area}: {total}" for area, total in sums.iter_rows() if total != 100]
    st.caption(f"Sum av trykte maksimumstall: {sums['maximum_points'].sum()} av 800. Ikke 100: {', '.join(odd)}.")


def show_sources(reading: Reading) -> None:
    """Draw the documents behind the evaluations, and what print says of groups."""
    evaluations = answers.asked(reading, "evaluations", municipality=None)
    documents = (
        evaluations.group_by("source")
        .agg(n=pl.len(), whom=pl.col("name").unique().sort().str.join(", "))
        .sort("source")
    )
    columns = [words("Kilde", "source"), points("Evalueringer", "n"), words("Kommuner", "whom")]
    show_table_with_files(reading, "Kildene", columns, documents.to_dicts(), notes_on(reading))
    printed = answers.asked(reading, "references")
    if not printed.is_empty():
        columns = [
            words("Gruppe", "group_label"),
            words("År", "year"),
            points("Gjennomsnitt", "value"),
            Column("Grunnlag", "basis", lambda row: BASIS[row["basis"]]),
            Column("n", "n", lambda row: f"{number(row['n'])} ({BASIS[row['n_basis']]})", numeric=True),
            Column("Sted", "place", lambda row: source(row["source"], row["place"])),
            words("Merknad", "note"),
        ]
        show_table_with_files(
            reading, "Trykte tall om grupper av kommuner", columns, printed.to_dicts(), notes_on(reading)
        )


def show_discrepancies(reading: Reading) -> None:
    """Draw every discrepancy and rounding found in the dataset."""
    found = answers.discrepancies(reading)
    st.header("Avvik og avrundinger", anchor=False)
    if found.is_empty():
        st.markdown("Ingen avvik eller avrundinger er funnet.")
        return
    columns = [Column("Evaluering", "name", lambda row: f"{row['name']} {row['year']}"), *DISCREPANCIES]
    title = "Alle avvik og avrundinger"
    show_table_with_files(reading, title, columns, found.to_dicts(), notes_on(reading))


def show_log(reading: Reading) -> None:
    """Draw the log of imports and undos, newest first."""
    st.header("Logg over importer", anchor=False)
    columns = [
        points("Hendelse", "event"),
        Column("Dato", "happened_at", lambda row: day(row["happened_at"])),
        Column("Slag", "kind", lambda row: EVENTS[row["kind"]]),
        words("Hva", "title"),
        points("Evalueringer", "evaluations"),
        Column("Angret av", "undone_by", lambda row: "" if row["undone_by"] is None else str(row["undone_by"])),
    ]
    show_table_with_files(
        reading, "Importer og angringer", columns, answers.asked(reading, "events").to_dicts(), notes_on(reading)
    )
    st.caption("En tidligere stand vises med «stand=» og hendelsens nummer i adressen.")
