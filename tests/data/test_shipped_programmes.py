"""The four programmes that come with the program: what their sources say, and nothing that they do not say."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from data.imports import undo_import
from data.opening import open_store
from data.plans.reading import plans_in
from data.plans.rows import Money, Phase
from data.plans.saving import PlanChange, save_plan
from data.shipped import import_shipped
from data.store import Store
from tests.landscapes import DATA, NOON, csv_rows

FILES = ("programmes", "measures", "phases", "money")
NAMES_OF_PEOPLE = ("Wollebæk", "Mjøen", "Kristian", "Hans Petter")


def test_they_are_one_event_of_kind_plan_after_the_figures(store: Store) -> None:
    assert store.read("select event, kind, dataset, title from event where event = 4").rows() == [
        (4, "plan", "real", "Programmer fra kilder, som følger med programmet")
    ]
    assert store.read("select part from shipped where event = 4").item() == "programmes"


def test_each_is_of_its_municipality_with_source_and_place(store: Store) -> None:
    programmes = plans_in(store, "real").programmes
    assert {name: (one.municipality, one.municipality_name) for name, one in programmes.items()} == {
        "gloppen-2014": ("1445", "Gloppen"),
        "oygarden-2013": ("1259", "Øygarden"),
        "trondheim-helhetlig-ledelse": ("1601", "Trondheim"),
        "askoy-2020": ("1247", "Askøy"),
    }
    assert all(one.source and one.place for one in programmes.values())
    assert all(one.source and one.place for one in plans_in(store, "real").measures.values())


def test_only_trondheim_is_inferred_and_it_says_so(store: Store) -> None:
    programmes = plans_in(store, "real").programmes
    assert {name for name, one in programmes.items() if one.municipality_basis != "stated"} == {
        "trondheim-helhetlig-ledelse"
    }
    assert programmes["trondheim-helhetlig-ledelse"].municipality_basis == "inferred"
    assert "sluttet av sammenhengen" in str(programmes["trondheim-helhetlig-ledelse"].note)


def test_none_answers_an_evaluation_and_none_has_questions_scores_or_evidence(store: Store) -> None:
    plans = plans_in(store, "real")
    assert {one.evaluation_year for one in plans.programmes.values()} == {None}
    for measure in plans.measures.values():
        assert (measure.questions, measure.remarks, measure.evidence, measure.waits_for) == ((), (), (), ())
        assert {measure.effect, measure.easy_for_staff, measure.easy_for_users, measure.acceptance} == {None}


def test_gloppen_has_ten_measures_and_ended_in_2014(store: Store) -> None:
    plans = plans_in(store, "real")
    gloppen = plans.programmes["gloppen-2014"]
    assert (gloppen.starts, gloppen.ends, gloppen.target_year) == (None, "2014", None)
    assert all((gloppen.need, gloppen.goal, gloppen.result, gloppen.anchoring))
    assert sum(one.programme == "gloppen-2014" for one in plans.measures.values()) == 10


def test_oeygarden_has_the_amounts_and_phases_of_its_slides(store: Store) -> None:
    oeygarden = plans_in(store, "real").programmes["oygarden-2013"]
    assert [(one.step, one.amount, one.first_year, one.last_year) for one in oeygarden.money] == [
        ("goal", 35_000_000, 2013, 2016),
        ("planned", 9_800_000, 2013, 2013),
        ("goal", 20_000_000, None, None),
        ("goal", 2_900_000, 2013, 2013),
    ]
    assert {one.kind for one in oeygarden.money} == {"saving"}
    assert [(one.name, one.starts, one.ends) for one in oeygarden.phases] == [
        ("Fase 1", None, "2013-02"),
        ("Fase 2", "2013-03", "2013-06"),
    ]
    assert isinstance(oeygarden.phases[0], Phase)
    assert isinstance(oeygarden.money[0], Money)


def test_trondheim_has_four_phases_and_90_units_of_which_85_plan_it(store: Store) -> None:
    plans = plans_in(store, "real")
    phases = plans.programmes["trondheim-helhetlig-ledelse"].phases
    assert [phase.name for phase in phases] == ["Forstudie", "Simulering", "Rekruttering", "Utvikling"]
    assert {(phase.starts, phase.ends) for phase in phases} == {(None, None)}
    counted = [
        (one.units_total, one.units_answered, one.units_planning, one.units_done)
        for one in plans.measures.values()
        if one.units_answered is not None
    ]
    assert counted == [(None, 90, 85, None)]
    assert Counter(one.status for one in plans.measures.values()) == {"started": 5, None: 18}


def test_askoey_has_three_components_and_is_measured_in_2020(store: Store) -> None:
    plans = plans_in(store, "real")
    assert plans.programmes["askoy-2020"].target_year == 2020
    assert [one.title for one in plans.measures.values() if one.programme == "askoy-2020"] == [
        "Omstilling 2020", "Prestasjonsledelse 2020", "Kvalitet 2020",
    ]  # fmt: skip


def test_what_a_source_says_of_many_or_of_each_is_not_said_of_all_or_of_some(store: Store) -> None:
    plans = plans_in(store, "real")
    *_, development = plans.programmes["trondheim-helhetlig-ledelse"].phases
    assert "enkeltledere sertifiseres" in str(development.activities)
    assert str(plans.measures["trondheim-helhetlig-ledelse-radgivere"].need).startswith("I mange tilfeller må ")
    assert str(plans.measures["askoy-2020-kvalitet"].need).startswith("Etter kvalitetsprosjektet i 2010–2014 har ")


def test_no_file_names_a_person() -> None:
    for name in FILES:
        text = (DATA / "programmes" / f"{name}.csv").read_text(encoding="utf-8")
        assert not [person for person in NAMES_OF_PEOPLE if person in text]


def test_every_row_of_the_files_is_in_the_store(store: Store) -> None:
    counted = [store.read(f"select count(*) from {table} where event = 4").item() for table in
               ("programme", "measure", "phase", "money")]  # fmt: skip
    assert counted == [len(csv_rows(DATA / "programmes" / f"{name}.csv")) for name in FILES] == [4, 23, 6, 4]


def test_who_changes_one_keeps_the_change_and_undo_brings_back_what_is_shipped(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    shipped = plans_in(store, "real").programmes["askoy-2020"]
    save_plan(store, PlanChange("real", (replace(shipped, note="Endret"),), 5), NOON)
    import_shipped(store)
    assert plans_in(store, "real").programmes["askoy-2020"].note == "Endret"
    undo_import(store, 6, NOON)
    assert plans_in(store, "real").programmes["askoy-2020"] == shipped


def test_they_are_undone_on_purpose_only(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    undo_import(store, 4, NOON, also_shipped=True)
    assert plans_in(store, "real").programmes == {}
    assert len(plans_in(store, "real", as_of=4).programmes) == 4


def said(store: Store, programme: str) -> str:
    """Return all that a programme and its measures say, in one text."""
    plans = plans_in(store, "real")
    whole = [plans.programmes[programme], *(one for one in plans.measures.values() if one.programme == programme)]
    return " ".join(str(value) for one in whole for value in vars(one).values() if value is not None)


@pytest.mark.parametrize(
    ("programme", "facts"),
    [
        ("gloppen-2014", ["siden 2009", "god arbeidsgiver", "felles metode", "sluttrapport", "faste møter"]),
        ("oygarden-2013", ["tre politikere", "to hovedtillitsvalgte", "to fra administrasjonen", "MU",
                           "70 %", "30 %", "kort og lang sikt", "styringsinformasjon", "lysbilde 3 og 4"]),
        ("trondheim-helhetlig-ledelse", ["samfunnsdel s. 5", "1. mars", "8. mars", "Rådgiver", "regionalt og nasjonalt",
                                         "enheter som innfører avdelingsledelse"]),
        ("askoy-2020", ["2010–2014", "Ti programområder", "10-faktor", "opplevelse", "læring", "atferd",
                        "driftsresultat", "Digital kommune", "tjenestedesign"]),
    ],
)  # fmt: skip
def test_what_the_sources_say_is_there(store: Store, programme: str, facts: list[str]) -> None:
    text = said(store, programme)
    assert [fact for fact in facts if fact not in text] == []


def test_the_phases_of_oeygarden_hold_the_themes_and_steps_of_its_slides(store: Store) -> None:
    first, second = plans_in(store, "real").programmes["oygarden-2013"].phases
    themes = ("organisering", "ledelse", "kultur", "kapasitet", "kompetanse", "arbeidsprosesser", "samhandling", "mål",
              "strategi", "ressursbruk", "kostnad", "mandat")  # fmt: skip
    assert [theme for theme in themes if theme not in str(first.activities)] == []
    steps = ("andre kommuner", "brukerne", "sluttrapport", "høring", "politisk behandling")
    assert [step for step in steps if step not in str(second.activities)] == []
