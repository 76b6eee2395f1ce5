"""Virket det? as a visitor sees it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from data.imports import undo_import
from data.opening import open_store
from data.plans.rows import Measure, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from tests.landscapes import NOON
from tests.pages.visiting import headings, html, pictures, text, visit, warnings

SORLIA: dict[str, Any] = {"kommune": "9044", "datasett": "example"}
PLANS = (
    Programme("9044", "Etter 2016", programme="p", evaluation_year=2016, evaluation_version="2.1"),
    Measure("p", "Svartider & <klager>", "m", status="done", questions=(Target("5.2"), Target("7.2")), goal="Mål",
            owner_role="Leder", ends="2018"),
)  # fmt: skip


@pytest.fixture
def own(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store of the test's own whose only example programme is one of Sørlia, as event 7."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with closing(open_store(own_store_file)) as store:
        undo_import(store, 5, NOON, also_shipped=True)
        save_plan(store, PlanChange("example", PLANS, 0), NOON)
        yield store


@pytest.mark.usefixtures("own")
def test_the_answer_comes_first_and_the_measure_opens_in_place() -> None:
    seen = visit("followup", **SORLIA)
    assert headings(seen, 1) == ["Sørlia: tiltaket gikk bedre enn resten"]
    told = text(seen)
    assert "Bedre enn resten: +28,4 prosentpoeng mot resten, der grensen er 10." in told
    assert "De sier ikke at tiltaket var årsaken." in told
    assert "<klager>" not in "".join(html(seen))
    [drawn] = pictures(seen).values()
    assert drawn["label"].to_list() == ["Svartider & <klager>"]
    assert not warnings(seen)


def test_an_undone_plan_is_gone_at_once_and_still_there_as_of_its_event(own: Store) -> None:
    undo_import(own, 7, NOON)
    assert headings(visit("followup", **SORLIA), 1) == ["Sørlia har ingen programmer å følge opp her ennå"]
    assert headings(visit("followup", **SORLIA, stand="7"), 1) == ["Sørlia: tiltaket gikk bedre enn resten"]


def test_a_municipality_with_a_programme_and_no_evaluation_can_be_chosen() -> None:
    seen = visit("followup", kommune="1601", datasett="real")
    assert "Trondheim" in seen.selectbox[0].options
    assert headings(seen, 1) == ["Trondheim: det kan ikke sies om noen av de 10 tiltakene virket"]


def test_an_unknown_municipality_or_programme_falls_back_with_a_sentence() -> None:
    assert warnings(visit("followup", kommune="0000", datasett="real")) == [
        "Ingen kommune her har nummer «0000». Her vises Hemne."
    ]
    [warning] = warnings(visit("followup", kommune="1601", program="nei", datasett="real"))
    assert warning == "Trondheim har ikke programmet «nei» her."
