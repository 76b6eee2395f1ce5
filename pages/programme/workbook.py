"""The plan as a workbook: taken out, handed in, checked, and saved only when confirmed."""

from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple, Protocol

import streamlit as st

from data.language import N_, _
from data.plans.findings import PlanRefused
from data.plans.workbook.checking import PlanIntake, check_workbook, confirm
from data.plans.workbook.writing import filled, template
from data.score_sheets.sheet_file import SheetFile
from pages.parts.annotated import offer_annotated
from pages.parts.files import offer
from pages.parts.markdown import escape_markdown
from pages.parts.screen import Drawing
from pages.parts.streamlit_private import UploadedFile
from pages.parts.writing import REFUSED, saves, writing_refused
from pages.programme.workbook_receipt import keep_receipt, show_receipt
from queries.plans import plans
from queries.snapshot import Snapshot
from reports.programme.workbook import preview
from reports.upload.findings import findings
from reports.view import View

HANDED_IN, CHECKED = "plan workbooks handed in", "plan workbook checked"
"""Session keys: a counter in the key of the uploader, which only a new key empties, and the last check."""
SAVE = {
    "real": N_("Lagre endringene i planen"),
    "example": N_("Lagre endringene i planen, i eksempeldataene"),
}


class OnScreen(Protocol):
    """What is used of the page's screen; `choice.parameters()` names municipality and programme."""

    @property
    def view(self) -> View:
        """Return the view of the page."""

    @property
    def choice(self) -> Any:
        """Return the choice read from the address."""


class Checked(NamedTuple):
    """The result of a check, kept in the session until one of its inputs, held in `asked`, changes."""

    asked: tuple[str, int, str, str]
    intake: PlanIntake
    findings: Drawing
    preview: Drawing


def show_workbook(screen: OnScreen) -> None:
    """Draw the downloads of the plan, the uploader, and of what is handed in findings, preview and confirmation."""
    view, store = screen.view, screen.view.snapshot.store
    st.header(_("Planen som arbeidsbok"), anchor=False)
    if said := st.session_state.pop(REFUSED, None):
        st.error(escape_markdown(said))
    show_receipt(view)
    chosen = screen.choice.parameters()
    _offer_workbooks(view.snapshot, chosen.get("program"), chosen.get("kommune", ""))
    if refused := writing_refused(store):
        st.info(escape_markdown(str(refused)), icon=":material/lock:")
    uploaded = st.file_uploader(
        _("Arbeidsbok med planen (.xlsx)"),
        key=f"plan workbook {st.session_state.get(HANDED_IN, 0)}",
        help=_("Ingenting lagres før du har sett hva som endres, og bekreftet."),
    )
    if uploaded:
        _show_check(view, uploaded)


def _offer_workbooks(snapshot: Snapshot, programme: str | None, municipality: str) -> None:
    """Draw downloads of the programme as it is shown, if there is one, and of an empty workbook."""
    shown = plans(snapshot).programmes.get(programme or "")
    with st.container(horizontal=True):
        if shown:
            make = partial(filled, snapshot.store, snapshot.dataset, shown.programme, snapshot.as_of)
            name = _("Plan {name}", name=shown.name or shown.programme)
            offer("Excel", name, make, label=_("Hent planen som arbeidsbok"), key="plan workbook filled")
        empty = partial(template, snapshot.store, snapshot.dataset, municipality)
        offer("Excel", _("Plan, tom"), empty, label=_("Hent en tom arbeidsbok"), key="plan workbook empty")


def _show_check(view: View, uploaded: UploadedFile) -> None:
    file = SheetFile(uploaded.name, uploaded.getvalue())
    checked = _checked(view, uploaded.file_id, file)
    checked.findings.show()
    offer_annotated([file], checked.intake.findings, "plan workbook annotated")
    if not checked.intake.stopped():
        checked.preview.show()
        _show_confirmation(view.snapshot, checked)


def _checked(view: View, file_id: str, file: SheetFile) -> Checked:
    """Return the check of a file, run again only when the file, the store or the language has changed."""
    snapshot = view.snapshot
    asked = (snapshot.dataset, snapshot.store.newest_event(), view.language, file_id)
    earlier: Checked | None = st.session_state.get(CHECKED)
    if earlier and earlier.asked == asked:
        return earlier
    with st.spinner(_("Arbeidsboken sjekkes …")):
        intake = check_workbook(file, snapshot.store, snapshot.dataset)
    checked = Checked(asked, intake, Drawing(view, findings(intake)), Drawing(view, preview(intake)))
    st.session_state[CHECKED] = checked
    return checked


def _show_confirmation(snapshot: Snapshot, checked: Checked) -> None:
    intake = checked.intake
    if intake.is_empty() or writing_refused(snapshot.store):
        return
    accepted = not intake.needs_confirmation() or st.checkbox(
        # The key depends on the check: warnings accepted for one workbook are not accepted for another.
        _("Jeg har lest advarslene og vil lagre likevel"),
        key=f"plan workbook accepted {hash(checked.asked)}",
    )
    st.button(_(SAVE[snapshot.dataset]), type="primary", disabled=not accepted, on_click=_save, args=(snapshot, intake))


@saves
def _save(snapshot: Snapshot, intake: PlanIntake) -> None:
    try:
        saved = confirm(snapshot.store, intake, datetime.now(UTC), accept_warnings=True)
    except PlanRefused as refused:
        st.session_state[REFUSED] = str(refused)
        st.session_state.pop(CHECKED, None)
        return
    keep_receipt(saved, snapshot.dataset, intake)
    st.session_state[HANDED_IN] = st.session_state.get(HANDED_IN, 0) + 1
    st.session_state.pop(CHECKED, None)
