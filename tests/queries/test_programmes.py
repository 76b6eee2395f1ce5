"""What the shell answers of programmes and measures, against values written by hand from the sources."""

from dataclasses import replace
from decimal import Decimal

import pytest

from data.imports import undo_import
from data.plans.rows import Measure, Money, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from tests.landscapes import NOON, ask

PROGRAMME = Programme("1612", "Etter målingen", programme="p")
MEASURE = Measure("p", "Svar på nett", measure="m")


def test_the_four_real_programmes_are_listed_each_with_its_source(real: Snapshot) -> None:
    columns = ("number", "municipality", "municipality_basis", "name", "starts", "ends", "target_year", "measures",
               "phases", "saving_planned", "source")  # fmt: skip
    answer = ask(real, "programmes")
    assert [tuple(row[name] for name in columns[:-1]) for row in answer] == [
        ("1247", "Askøy", "stated", "Askøy 2020", None, None, 2020, 3, 0, None),
        ("1445", "Gloppen", "stated", "Utviklingsprosjekt i Gloppen", None, "2014", None, 10, 0, None),
        ("1601", "Trondheim", "inferred", "Helhetlig ledelse", None, None, None, 10, 4, None),
        ("1259", "Øygarden", "stated", "Driftstilpasning 2013", "2013", "2013", 2016, 0, 2, 9_800_000),
    ]
    assert [row["source"] for row in answer] == [
        "Askøy kommune: rådmannens forslag til budsjett 2018, handlingsprogram og økonomiplan 2019–2021",
        "Kommunevåpen for Gloppen (prosjektprofil)",
        "Helhetlig ledelse: Gjennomføring (nettside)",
        "Øygarden kommune: Driftstilpasningsprosjekt 2013 (presentasjon)",
    ]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("1259", "Øygarden"), ("1445", "Gloppen"), ("4650", "Gloppen"), ("1247", "Askøy"), ("4627", "Askøy"),
        ("1601", "Trondheim"), ("5001", "Trondheim"),
    ],
)  # fmt: skip
def test_a_municipality_without_an_evaluation_is_asked_by_any_of_its_numbers(
    real: Snapshot, number: str, name: str
) -> None:
    assert [row["municipality"] for row in ask(real, "programmes", municipality=number)] == [name]


def test_a_municipality_without_a_programme_has_none(real: Snapshot) -> None:
    assert ask(real, "programmes", municipality="1612") == ask(real, "measures", municipality="1612") == []


def test_a_number_that_nobody_has_is_refused(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match=r"^Ingen kommune her har nummer «1446x»\."):
        ask(real, "measures", municipality="1446x")


def test_a_programme_that_is_not_there_is_refused_with_the_nearest(real: Snapshot) -> None:
    told = r"^Programmet «gloppen» finnes ikke her\. Mente du «gloppen-2014»\?$"
    with pytest.raises(UnknownChoice, match=told) as refused:
        ask(real, "measures", programme="gloppen")
    assert refused.value.code == "unknown_programme"


def test_the_measures_of_one_programme_say_how_far_units_have_come(real: Snapshot) -> None:
    rows = ask(real, "measures", programme="trondheim-helhetlig-ledelse")
    assert [(row["title"], row["status"], row["units_answered"], row["units_planning"]) for row in rows] == [
        ("Avdelingsledelse i barnehager og skoler", None, 90, 85),
        ("Avtale med enheter som innfører avdelingsledelse", None, None, None),
        ("Byutvikling", None, None, None),
        ("Finans", "started", None, None),
        ("Helse og velferd", "started", None, None),
        ("Interne tjenester", "started", None, None),
        ("Kultur og næring", "started", None, None),
        ("Ledelsesskolen", None, None, None),
        ("Oppvekst og utdanning", "started", None, None),
        ("Rådgiverkorps for enhetsledere", None, None, None),
    ]
    assert rows == ask(real, "measures", municipality="5001")
    assert {row["municipality"] for row in rows} == {"Trondheim"}


def test_before_they_came_there_were_none(real: Snapshot) -> None:
    before = snapshot_of(real.store, "real", as_of=3)
    assert ask(before, "programmes") == ask(before, "measures") == []


def test_the_example_has_none_of_the_real_programmes(example: Snapshot, real: Snapshot) -> None:
    for question in ("programmes", "measures"):
        names = [{row["programme"] for row in ask(snapshot, question)} for snapshot in (example, real)]
        assert not names[0] & names[1]


def test_a_measure_tells_its_questions_amounts_and_feasibility(made_store: Store) -> None:
    measure = replace(
        MEASURE, parent="a", effect=4, easy_for_staff=3, easy_for_users=5, acceptance=2, waits_for=("a",),
        questions=(Target("1.3", target_points=Decimal("12.5")), Target(area=2)),
        money=(Money("cost", "planned", 100, 2026, 2026), Money("cost", "planned", 50, 2027, 2027),
               Money("saving", "realised", 7)),
    )  # fmt: skip
    save_plan(made_store, PlanChange("real", (PROGRAMME, Measure("p", "Service", measure="a"), measure), 0), NOON)
    area, row = ask(snapshot_of(made_store), "measures")
    assert (area["measure"], row["measure"], row["parent"]) == ("a", "m", "a")
    assert (area["questions"], area["waits_for"], area["feasibility"], area["cost_planned"]) == ([], [], None, None)
    assert (row["questions"], row["waits_for"]) == (["1.3", "2"], ["a"])
    assert row["feasibility"] == pytest.approx(10 / 3)
    assert (row["cost_planned"], row["cost_decided"], row["saving_realised"]) == (150, None, 7)


def test_an_earlier_state_shows_the_plan_as_it_was(made_store: Store) -> None:
    save_plan(made_store, PlanChange("real", (PROGRAMME, MEASURE), 0), NOON)
    save_plan(made_store, PlanChange("real", (replace(MEASURE, title="Telefon"),), 1), NOON)
    undo_import(made_store, 2, NOON)
    titles = [ask(snapshot_of(made_store, as_of=as_of), "measures")[0]["title"] for as_of in (1, 2, 3)]
    assert titles == ["Svar på nett", "Telefon", "Svar på nett"]
