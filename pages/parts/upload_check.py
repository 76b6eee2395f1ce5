"""What was found in the files, what would change, and the confirmation; nothing is saved before it."""

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.norwegian import counted, listed
from data.score_sheets.annotated import annotated
from data.score_sheets.finding import table as findings_table
from data.score_sheets.intake import ImportRefused, Intake, SheetFile, Which, check_files, confirm, named_apart
from data.store import Store
from pages.parts.dataset import notes_on
from pages.parts.files import offer
from pages.parts.plain import plain
from pages.parts.table import Column, show_table, table, words
from pages.parts.upload_files import clear
from pages.parts.upload_receipt import keep_receipt
from queries.reading import Reading, read

SHOWN = 200
COUNTED = {"stop": ("stopp", "stopp"), "error": ("feil", "feil"), "warning": ("advarsel", "advarsler")}
COUNTED |= {"information": ("opplysning", "opplysninger")}
INTO = {"real": "de virkelige tallene", "example": "eksempeldataene"}
CHANGES = [
    Column("Evaluering", "name", lambda row: f"{row['name']} {row['year']}, versjon {row['version']}"),
    Column("Tall", "label", lambda row: " ".join(filter(None, [row["code"], row["label"]]))),
    Column("Nå", "old", lambda row: row["old"] or "nytt", numeric=True),
    Column("Blir", "new", lambda row: row["new"] or "..", numeric=True),
]


def show_check(store: Store, dataset: str, uploaded: list[UploadedFile]) -> None:
    """Draw the findings, the workbooks back, what changes, and the confirmation."""
    _forget_other_files(uploaded)
    reading, files = read(store, dataset), named_apart([SheetFile(one.name, one.getvalue()) for one in uploaded])
    intake = _checked(reading, uploaded, files, _replaced())
    _show_findings(reading, files, intake)
    _choose_replaced(intake)
    if not intake.stopped():
        _show_changes(reading, intake)
        _show_confirmation(reading, files, intake)


def _forget_other_files(uploaded: list[UploadedFile]) -> None:
    """Drop the choice of what to replace when the files are no longer those it was made for."""
    ids = tuple(one.file_id for one in uploaded)
    if st.session_state.get("replaced for") != ids:
        st.session_state["replaced for"] = ids
        st.session_state.pop("replaced", None)


def _replaced() -> frozenset[Which]:
    return frozenset(st.session_state.get("replaced", ()))


def _checked(
    reading: Reading, uploaded: list[UploadedFile], files: list[SheetFile], replaced: frozenset[Which]
) -> Intake:
    """Check the files once, and again when they, the store or the choices have changed."""
    asked = (reading.dataset, reading.as_of, tuple(one.file_id for one in uploaded), replaced)
    known: tuple[Any, Intake] | None = st.session_state.get("checked")
    if known and known[0] == asked:
        return known[1]
    progress = st.progress(0.0, "Arkene sjekkes …")

    def show(done: int, total: int) -> None:
        progress.progress(done / total, f"{done} av {total} filer er sjekket")

    intake = check_files(files, reading.store, reading.dataset, show, replace_fuller=replaced)
    progress.empty()
    st.session_state["checked"] = (asked, intake)
    return intake


def _show_findings(reading: Reading, files: list[SheetFile], intake: Intake) -> None:
    st.header("Merknader", anchor=False)
    if not intake.findings:
        st.markdown("Ingen merknader. Alt kunne leses.")
        return
    counts = Counter(one.severity for one in intake.findings)
    said = listed([counted(counts[name], *both) for name, both in COUNTED.items() if counts[name]])
    st.markdown(f"{said}. {'Rett det som stopper, og lever arkene på nytt.' if intake.stopped() else ''}")
    found = findings_table(intake.findings)
    columns = [words(heading, heading) for heading in ("Sted", "Alvor", "Merknad", "Ventet", "Hva du gjør", "Fil")]
    show_table(table(reading, "Merknader i arkene", columns, found.head(SHOWN), notes_on(reading)))
    with st.container(horizontal=True):
        for number, file in enumerate(files):
            name = f"{file.label} med merknader"
            made = partial(annotated, file, intake.findings)
            offer("Excel", name, made, label=plain(name), key=f"annotated {number}")


def _choose_replaced(intake: Intake) -> None:
    """Let the reader replace what holds more; what stands is kept unless somebody says so."""
    fuller = [*intake.kept_old, *_replaced()]
    if not fuller:
        return
    st.multiselect(
        "Erstatt også det som er fyldigere enn arket",
        fuller,
        default=list(_replaced()),
        format_func=lambda which: f"{which.name} {which.year}, versjon {which.version}",
        key="replaced",
        placeholder="Behold det som står",
    )


def _show_changes(reading: Reading, intake: Intake) -> None:
    st.header("Dette endres", anchor=False)
    for which in intake.unchanged:
        st.markdown(plain(f"{which.name} {which.year}, versjon {which.version}: ingen endringer."))
    if intake.changes.is_empty():
        return
    n, shown = intake.changes.height, intake.changes.head(SHOWN)
    more = f"De {SHOWN} første av {counted(n, 'endring', 'endringer')} vises."
    below = [more] if n > SHOWN else []
    show_table(table(reading, "Nytt og erstattet", CHANGES, shown, notes_on(reading), below=below))


def _show_confirmation(reading: Reading, files: list[SheetFile], intake: Intake) -> None:
    if intake.rows.evaluations.is_empty():
        st.markdown("Det er ingenting å lese inn.")
        return
    accepted = not intake.needs_confirmation() or st.checkbox(
        # A new key for a new check: what was accepted of one sheet is not accepted of another.
        "Jeg har lest advarslene og vil lese inn likevel",
        key=f"accepted {hash(st.session_state['checked'][0])}",
    )
    count = counted(intake.rows.evaluations.height, "evaluering", "evalueringer")
    st.button(
        f"Les inn {count} i {INTO[reading.dataset]}",
        type="primary",
        disabled=not accepted,
        on_click=_save,
        args=(reading, files, intake),
    )


def _save(reading: Reading, files: list[SheetFile], intake: Intake) -> None:
    title = f"Skåringsark: {listed([one.label for one in files[:3]])}{' med flere' if len(files) > 3 else ''}"
    try:
        event = confirm(reading.store, reading.dataset, intake, title, datetime.now(UTC), accept_warnings=True)
    except ImportRefused as refused:
        st.session_state["refused"] = str(refused)
        st.session_state.pop("checked", None)
        return
    keep_receipt(event, reading.dataset, intake)
    st.session_state.pop("replaced", None)
    clear()
