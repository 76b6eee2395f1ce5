"""Findings, changes and confirmation of uploaded score sheets. Nothing is saved before the confirmation."""

from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st

from data.language import N_, _, counted
from data.score_sheets.intake import ImportRefused, Intake, SheetFile, Which, check_files, confirm, named_apart
from data.score_sheets.titles import import_title
from pages.parts.annotated import offer_annotated
from pages.parts.screen import Drawing
from pages.parts.streamlit_private import UploadedFile
from pages.parts.writing import REFUSED, saves, writing_refused
from pages.upload.files import clear
from pages.upload.receipt import keep_receipt
from queries.snapshot import Snapshot
from reports.upload.changes import changes, named
from reports.upload.findings import findings
from reports.view import View

INTO = {"real": N_("de virkelige tallene"), "example": N_("eksempeldataene")}


class Checked(NamedTuple):
    """The result of a check, kept in the session until one of its inputs, held in `asked`, changes."""

    asked: tuple[str, int, str, tuple[str, ...], frozenset[Which]]
    intake: Intake
    findings: Drawing
    changes: Drawing


def show_check(view: View, uploaded: list[UploadedFile]) -> None:
    """Draw the findings, annotated workbooks, changes and confirmation."""
    _forget_other_files(uploaded)
    files = named_apart([SheetFile(upload.name, upload.getvalue()) for upload in uploaded])
    checked = _checked(view, uploaded, files, _replaced())
    intake = checked.intake
    checked.findings.show()
    offer_annotated(files, intake.findings)
    _choose_replaced(intake)
    if not intake.stopped():
        checked.changes.show()
        _show_confirmation(view.snapshot, checked)


def _forget_other_files(uploaded: list[UploadedFile]) -> None:
    """Reset the choice of evaluations to replace when the files have changed."""
    ids = tuple(upload.file_id for upload in uploaded)
    if st.session_state.get("replaced for") != ids:
        st.session_state["replaced for"] = ids
        st.session_state.pop("replaced", None)


def _replaced() -> frozenset[Which]:
    return frozenset(st.session_state.get("replaced", ()))


def _checked(view: View, uploaded: list[UploadedFile], files: list[SheetFile], replaced: frozenset[Which]) -> Checked:
    """Return the check of the files, run again only when files, store or choices have changed."""
    snapshot = view.snapshot
    file_ids = tuple(upload.file_id for upload in uploaded)
    asked = (snapshot.dataset, snapshot.as_of, view.language, file_ids, replaced)
    earlier: Checked | None = st.session_state.get("checked")
    if earlier and earlier.asked == asked:
        return earlier
    progress = st.progress(0.0, _("Arkene sjekkes …"))

    def show(done: int, total: int) -> None:
        progress.progress(done / total, _("{done} av {total} filer er sjekket", done=done, total=total))

    intake = check_files(files, snapshot.store, snapshot.dataset, show, replace_fuller=replaced)
    progress.empty()
    checked = Checked(asked, intake, Drawing(view, findings(intake)), Drawing(view, changes(intake)))
    st.session_state["checked"] = checked
    return checked


def _choose_replaced(intake: Intake) -> None:
    """Draw the choice of evaluations to replace although the stored one holds more; none by default."""
    fuller = [*intake.kept_old, *_replaced()]
    if not fuller:
        return
    st.multiselect(
        _("Erstatt også det som er fyldigere enn arket"),
        fuller,
        default=list(_replaced()),
        format_func=named,
        key="replaced",
        placeholder=_("Behold det som står"),
    )


def _show_confirmation(snapshot: Snapshot, checked: Checked) -> None:
    intake = checked.intake
    if intake.rows.evaluations.is_empty() or writing_refused(snapshot.store):
        return
    accepted = not intake.needs_confirmation() or st.checkbox(
        # The key depends on the check: warnings accepted for one sheet are not accepted for another.
        _("Jeg har lest advarslene og vil lese inn likevel"),
        key=f"accepted {hash(checked.asked)}",
    )
    count = counted("{n} evaluering", "{n} evalueringer", intake.rows.evaluations.height)
    st.button(
        _("Les inn {evaluations} i {dataset}", evaluations=count, dataset=_(INTO[snapshot.dataset])),
        type="primary",
        disabled=not accepted,
        on_click=_save,
        args=(snapshot, intake),
    )


@saves
def _save(snapshot: Snapshot, intake: Intake) -> None:
    title = import_title(intake)
    try:
        event = confirm(snapshot.store, snapshot.dataset, intake, title, datetime.now(UTC), accept_warnings=True)
    except ImportRefused as refused:
        st.session_state[REFUSED] = str(refused)
        st.session_state.pop("checked", None)
        return
    keep_receipt(event, snapshot.dataset, intake)
    st.session_state.pop("replaced", None)
    clear()
