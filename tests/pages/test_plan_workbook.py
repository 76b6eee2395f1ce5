"""The plan as a workbook on its page: taken out, handed in, confirmed and undone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.opening import open_store
from data.plans.reading import plans_in
from data.plans.workbook.writing import filled
from data.speaking import speaking
from data.store import Store
from queries.snapshot import snapshot_of
from tests.pages.test_languages import forgotten
from tests.pages.visiting import text, told, visit
from tests.plan_workbook.conftest import with_edits


def gloppen() -> AppTest:
    return visit("programme", kommune="1445", datasett="real", program="gloppen-2014")


@pytest.fixture
def own(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store of the test's own, which the pages open."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with closing(open_store(own_store_file)) as store:
        yield store


def handed_in(content: bytes) -> AppTest:
    seen = gloppen()
    seen.file_uploader[0].set_value(("plan.xlsx", content, ""))
    return seen.run()


def button(seen: AppTest, label: str) -> Any:
    """Return the button of the workbook, which comes after the list of changes and its own."""
    return [one for one in seen.button if one.label.startswith(label)][-1]


def plan(store: Store, **cells: Any) -> bytes:
    return with_edits(filled(store, "real", "gloppen-2014"), **cells)


@pytest.mark.usefixtures("own")
def test_the_plan_and_an_empty_workbook_are_offered() -> None:
    labels = [one.proto.label for one in gloppen().get("download_button")]
    assert labels == ["Hent planen som arbeidsbok", "Hent en tom arbeidsbok"]


def test_an_unchanged_workbook_has_nothing_to_save(own: Store) -> None:
    seen = handed_in(plan(own))
    assert not seen.exception
    assert "Ingen merknader. Alt kunne leses." in text(seen)
    assert "10 tiltak er som før." in text(seen)
    assert "Ingenting er endret, så det er ikke noe å lagre." in text(seen)
    assert [one.label for one in seen.button] == []


def test_an_error_offers_the_annotated_workbook_and_nothing_to_save(own: Store) -> None:
    seen = handed_in(plan(own, Tiltak_M2=6))
    assert "1 feil. Rett det som stopper, og lever arkene på nytt." in text(seen)
    assert "plan.xlsx med merknader" in [one.proto.label for one in seen.get("download_button")]
    assert [one.label for one in seen.button] == []


def test_a_change_is_shown_confirmed_and_undone(own: Store) -> None:
    before = plans_in(own, "real").measures
    seen = handed_in(plan(own, Tiltak_C2="i gang", Tiltak_F2="Alle vet hvordan", Tiltak_J2="rådmann",
                          Tiltak_L2="2027", Spørsmål_A2=1, Spørsmål_B2="1.3"))  # fmt: skip
    assert not seen.exception
    assert "1 tiltak endres: «Arbeidsmåter skrives ned og deles»." in text(seen)
    assert own.newest_event() == 5
    button(seen, "Lagre endringene i planen").click().run()
    assert not seen.exception
    assert own.newest_event() == 6
    assert plans_in(own, "real").measures["gloppen-2014-1"].status == "started"
    assert any("er lagret som endring 6" in one.value for one in seen.success)
    button(seen, "Angre endring 6").click().run()
    assert not seen.exception
    assert plans_in(own, "real").measures == before
    assert any("er angret" in one.value for one in seen.info)


def test_a_warning_must_be_accepted_first(own: Store) -> None:
    seen = handed_in(plan(own, Tiltak_B12="Arbeidsmåter skrives ned og deles"))
    assert button(seen, "Lagre").disabled
    seen.checkbox[0].check().run()
    assert not button(seen, "Lagre").disabled


def test_what_somebody_else_changed_before_the_confirmation_is_said(own: Store) -> None:
    seen, other = handed_in(plan(own, Tiltak_F2="Mål")), handed_in(plan(own, Tiltak_F2="Et annet mål"))
    button(other, "Lagre").click().run()
    button(seen, "Lagre").click().run()
    assert not seen.exception
    assert any("Noen andre har" in one.value for one in seen.error)
    assert plans_in(own, "real").measures["gloppen-2014-1"].goal == "Et annet mål"


def test_a_workbook_in_english_is_read_and_told_to_a_reader_of_bokmaal(own: Store) -> None:
    with speaking("en"):
        content = with_edits(filled(own, "real", "gloppen-2014"), Measures_C3="decided")
    seen = handed_in(content)
    assert not seen.exception
    assert "vedtatt" in text(seen)
    assert "decided" not in text(seen)


def test_a_check_says_nothing_that_nobody_can_translate(own: Store) -> None:
    content = plan(own, Tiltak_C3="bestemt", Faser_A2=99)
    with speaking("xx"):
        seen = visit("programme", kommune="1445", datasett="real", program="gloppen-2014", spraak="xx")
        seen.file_uploader[0].set_value(("plan.xlsx", content, ""))
        seen.run()
    assert not seen.exception
    snapshot = snapshot_of(own, "real")
    left = {piece: rest for piece in told(seen) if (rest := forgotten(piece, snapshot))}
    assert set(left) == {"plan.xlsx", "Tiltak!C3", "Faser!A2"}  # as the file is called, and its sheets
