"""A change of plans is one event in one transaction; undo brings back the former row, and the later editor is told."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from data.imports import UndoRefused, imports, told_title, undo_import
from data.opening import open_store
from data.plans import saving
from data.plans.dates import first_day, last_day
from data.plans.findings import PlanRefused
from data.plans.reading import plans_in
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.saving import PlanChange, Saved, save_plan
from data.speaking import speaking
from data.store import Store
from tests.landscapes import NOON, add, made

PROGRAMME = Programme(
    "1612", "Etter målingen", programme="p", municipality_name="Hemne", need="Svakt på svar", goal="Bedre svar",
    result="Ikke målt", anchoring="Kommunestyret", starts="2026", ends="2027-06", target_year=2028,
    evaluation_year=2018, evaluation_version="2.1", source="Sak 1/26", place="s. 2", note="Prøve",
    phases=(Phase("Forstudie", "2026-01", "2026-03", "Kartlegge"), Phase("Gjennomføring")),
    money=(Money("saving", "goal", 35_000_000, 2026, 2029, "omtrent"),),
)  # fmt: skip
MEASURE = Measure(
    "p", "Svar på nett", measure="m", need="Svar tar tid", goal="Raskere svar", activities="Kurs", result="Ingen ennå",
    anchoring="Ledergruppen", owner_role="kommunalsjef", starts="2026-02-01", ends="2027", status="decided", effect=4,
    easy_for_staff=3, easy_for_users=5, acceptance=2, units_total=100, units_answered=90, units_planning=85,
    units_done=12, waits_for=("n",), source="Sak 1/26", place="s. 3", note="Prøve",
    questions=(Target("1.3", target_points=Decimal("12.5")), Target(area=2)),
    remarks=(Answered(1, "weakness", "Svarene er gamle"),), phases=(Phase("Kurs", "2026-02"),),
    evidence=(Evidence(2, "De kan det", "2026-05", "Undersøkelse"),),
    money=(Money("cost", "decided", 100_000, 2026, 2026),),
)  # fmt: skip
OTHER = Measure("p", "Flere ansatte", measure="n", parent="a")
AREA = Measure("p", "Service", measure="a")
TABLES = ("programme", "measure", "measure_question", "measure_remark", "phase", "evidence", "money", "event")


def save(store: Store, *plans: Programme | Measure, seen: int | None = None, dataset: str = "real") -> Saved:
    return save_plan(store, PlanChange(dataset, plans, store.newest_event() if seen is None else seen), NOON)


def rows(store: Store) -> dict[str, int]:
    return {table: store.read(f"select count(*) from {table}").item() for table in TABLES}


def test_every_field_comes_back_as_it_was_saved(made_store: Store) -> None:
    assert save(made_store, PROGRAMME, MEASURE, OTHER, AREA) == Saved(1, (PROGRAMME, MEASURE, OTHER, AREA))
    plans = plans_in(made_store, "real")
    assert plans.programmes == {"p": PROGRAMME}
    assert plans.measures == {"m": MEASURE, "n": OTHER, "a": AREA}


def test_one_change_is_one_event_of_kind_plan(made_store: Store) -> None:
    save(made_store, PROGRAMME, MEASURE, OTHER, AREA)
    save(made_store, replace(AREA, title="Svar"))
    assert made_store.read("select event, kind, dataset, title from event order by event").rows() == [
        (1, "plan", "real", "Program: Etter målingen og 3 til"),
        (2, "plan", "real", "Tiltak: Svar"),
    ]


def test_a_change_writes_the_whole_new_row_and_changes_none(made_store: Store) -> None:
    save(made_store, PROGRAMME, MEASURE, OTHER, AREA)
    before = {table: made_store.read(f"from {table}").rows() for table in TABLES}
    save(made_store, replace(MEASURE, goal="Svar samme dag", questions=MEASURE.questions[:1]))
    after = {table: made_store.read(f"from {table}").rows() for table in TABLES}
    assert all(after[table][: len(lines)] == lines for table, lines in before.items())
    added = {table: len(after[table]) - len(before[table]) for table in TABLES}
    assert added == {
        "programme": 0, "measure": 1, "measure_question": 1, "measure_remark": 1, "phase": 1, "evidence": 1, "money": 1,
        "event": 1,
    }  # fmt: skip
    assert plans_in(made_store, "real").measures["m"].questions == MEASURE.questions[:1]


def test_undo_brings_back_the_former_row_and_redo_the_later(made_store: Store) -> None:
    save(made_store, PROGRAMME, MEASURE, OTHER, AREA)
    changed = replace(MEASURE, status="stopped", questions=(), phases=())
    assert save(made_store, changed).event == 2
    assert undo_import(made_store, 2, NOON) == 3
    assert undo_import(made_store, 3, NOON) == 4
    states = [plans_in(made_store, "real", as_of).measures.get("m") for as_of in range(5)]
    assert states == [None, MEASURE, changed, MEASURE, changed]
    assert imports(made_store)["title"].to_list()[2:] == [
        "Angret endring 2: Tiltak: Svar på nett",
        "Tok fram igjen endring 2: Tiltak: Svar på nett",
    ]


def test_the_measures_of_a_programme_that_is_undone_go_and_come_with_it(made_store: Store) -> None:
    save(made_store, PROGRAMME)
    save(made_store, AREA)
    undo_import(made_store, 1, NOON)
    assert plans_in(made_store, "real").measures == {}
    undo_import(made_store, 3, NOON)
    assert plans_in(made_store, "real").measures == {"a": AREA}


def test_an_undone_change_is_said_to_be_one(made_store: Store) -> None:
    save(made_store, PROGRAMME)
    undo_import(made_store, 1, NOON)
    with pytest.raises(UndoRefused, match=r"^Endring 1 er allerede angret, av hendelse 2\.$"):
        undo_import(made_store, 1, NOON)
    undo_import(made_store, 2, NOON)
    with pytest.raises(UndoRefused, match=r"^Angring 2 gjelder ikke lenger: endring 1 er tatt fram igjen siden\.$"):
        undo_import(made_store, 2, NOON)


def test_an_undo_that_would_make_measures_wait_in_a_circle_is_refused_and_nothing_changes(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, replace(OTHER, parent=None, waits_for=("a",)))
    save(made_store, replace(OTHER, parent=None))
    save(made_store, replace(AREA, waits_for=("n",)))
    with pytest.raises(UndoRefused, match=r"^Endring 2 kan ikke angres .+ i ring\. Endre først") as refused:
        undo_import(made_store, 2, NOON)
    assert refused.value.code == "undo_makes_circle"
    assert made_store.newest_event() == 3


def test_an_undone_programme_saved_again_brings_back_no_circle(made_store: Store) -> None:
    telephone = Measure("q", "Telefon", measure="t")
    save(made_store, PROGRAMME, AREA)
    programme = save(made_store, replace(PROGRAMME, programme="q")).event
    save(made_store, telephone)
    waits = save(made_store, replace(AREA, waits_for=("t",))).event
    undone = undo_import(made_store, waits, NOON)
    save(made_store, replace(telephone, waits_for=("a",)))
    undo_import(made_store, programme, NOON)  # hides the measure "t" with its programme
    newest = undo_import(made_store, undone, NOON)  # so that this one may be redone: "a" waits for the hidden "t"
    with pytest.raises(PlanRefused, match="venter på hverandre i ring: Service, Telefon") as refused:
        save(made_store, replace(PROGRAMME, programme="q", name="Igjen"))
    assert [(finding.code, finding.plan) for finding in refused.value.findings] == [("circle", "q")]
    assert made_store.newest_event() == newest
    assert set(plans_in(made_store, "real").programmes) == {"p"}


def test_plans_of_one_dataset_are_not_in_the_other(made_store: Store) -> None:
    save(made_store, PROGRAMME)
    assert plans_in(made_store, "example").programmes == {}
    with pytest.raises(PlanRefused) as refused:
        save(made_store, AREA, dataset="example")
    assert [finding.code for finding in refused.value.findings] == ["unknown_programme"]


def test_a_change_of_plans_changes_no_evaluation_and_no_import_a_plan(made_store: Store) -> None:
    add(made_store, made("1612", total=433))
    save(made_store, PROGRAMME)
    timeline = made_store.timeline()
    assert timeline.newest_of("real", "import", 2) == 1
    add(made_store, made("1612", total=434))
    undo_import(made_store, 3, NOON)
    assert plans_in(made_store, "real").programmes == {"p": PROGRAMME}
    assert made_store.timeline().newest_of("real", "plan", 4) == 2


# Two editors --------------------------------------------------------------------------------------


def test_the_later_of_two_editors_is_told_what_changed_meanwhile(made_store: Store) -> None:
    seen = save(made_store, PROGRAMME, MEASURE, OTHER, AREA).event
    save(made_store, replace(MEASURE, goal="Svar samme dag", effect=None, phases=()), seen=seen)
    with pytest.raises(PlanRefused) as refused:
        save(made_store, replace(MEASURE, title="Svar på telefon"), seen=seen)
    assert refused.value.code == "changed_meanwhile"
    assert [(finding.plan, finding.field, str(finding.sentence)) for finding in refused.value.findings] == [
        ("m", "goal", "Noen andre har endret feltet i mellomtiden, fra «Raskere svar» til «Svar samme dag»."),
        ("m", "effect", "Noen andre har tømt feltet i mellomtiden; der sto «4»."),
        ("m", "phases", "Noen andre har endret en liste i mellomtiden, fra 1 til 0 rader."),
    ]
    assert made_store.newest_event() == 2


def test_an_editor_of_something_else_is_not_held_up(made_store: Store) -> None:
    seen = save(made_store, PROGRAMME, AREA).event
    save(made_store, replace(AREA, title="Svar"), seen=seen)
    assert save(made_store, replace(PROGRAMME, note=None), seen=seen).event == 3


def test_an_undo_meanwhile_counts_as_a_change(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA)
    seen = save(made_store, replace(AREA, title="Svar")).event
    undo_import(made_store, 2, NOON)
    with pytest.raises(PlanRefused) as refused:
        save(made_store, replace(AREA, title="Telefon"), seen=seen)
    assert [finding.field for finding in refused.value.findings] == ["title"]
    undo_import(made_store, 3, NOON)
    assert save(made_store, replace(AREA, title="Telefon"), seen=seen).event == 5  # it is as it was seen again


def test_what_was_undone_altogether_is_not_saved_again_unseen(made_store: Store) -> None:
    save(made_store, PROGRAMME)
    seen = save(made_store, AREA).event
    undo_import(made_store, 2, NOON)
    with pytest.raises(PlanRefused, match="Noen andre har angret dette siden du åpnet det") as refused:
        save(made_store, replace(AREA, title="Svar"), seen=seen)
    assert refused.value.code == "changed_meanwhile"


# What is saved, and what not ----------------------------------------------------------------------


def test_what_is_new_gets_an_identifier_of_its_own(made_store: Store) -> None:
    one, two = (save(made_store, Programme("1612", "Program")).plans[0] for _ in range(2))
    assert isinstance(one, Programme)
    assert isinstance(two, Programme)
    assert len({one.programme, two.programme, ""}) == 3
    assert set(plans_in(made_store, "real").programmes) == {one.programme, two.programme}


def test_a_municipality_is_kept_under_its_first_number(made_store: Store) -> None:
    save(made_store, Programme("5011", "Program", programme="p"))
    programme = plans_in(made_store, "real").programmes["p"]
    assert (programme.municipality, programme.municipality_name) == ("1612", "Hemne")


def test_saving_what_stands_there_makes_no_event(made_store: Store) -> None:
    save(made_store, PROGRAMME)
    with pytest.raises(PlanRefused) as refused:
        save(made_store, PROGRAMME)
    assert refused.value.code == "nothing_changed"
    assert save(made_store, PROGRAMME, AREA).event == 2
    assert rows(made_store)["programme"] == 1


def test_one_broken_row_stops_the_whole_change(made_store: Store) -> None:
    with pytest.raises(PlanRefused):
        save(made_store, PROGRAMME, replace(AREA, effect=9))
    assert rows(made_store) == dict.fromkeys(TABLES, 0)


def test_a_change_that_fails_midway_leaves_nothing_and_says_so(
    made_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(cursor: duckdb.DuckDBPyConnection, *_: object) -> None:
        cursor.execute("insert into programme (programme) values ('half')")
        raise duckdb.IOException("disk full")

    monkeypatch.setattr(saving, "add_rows", fails)
    with pytest.raises(PlanRefused, match="kunne ikke lagres") as refused:
        save(made_store, PROGRAMME)
    assert refused.value.code == "plan_cannot_be_saved"
    assert rows(made_store) == dict.fromkeys(TABLES, 0)


def test_a_store_that_is_only_read_takes_no_change(own_store_file: Path) -> None:
    store = open_store(own_store_file, read_only=True)
    with pytest.raises(PlanRefused, match="Ingenting kan lagres her") as refused:
        save(store, PROGRAMME)
    assert refused.value.code == "store_read_only"


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", ["2013", "2013-02", "2012-02", "2013-12", "2013-02-14", "1999-04"])
def test_sql_and_python_agree_on_the_days_of_a_date(made_store: Store, known: str) -> None:
    days = made_store.read("select first_day($known), last_day_of($known)", known=known).row(0)
    assert days == (first_day(known), last_day(known))


def test_the_last_day_of_a_month_knows_leap_years(made_store: Store) -> None:
    asked = pl.DataFrame({"known": ["2012-02", "2013-02", "2013"]})
    days = made_store.read_beside("select last_day_of(known)::varchar as day from asked", {"asked": asked})
    assert days["day"].to_list() == ["2012-02-29", "2013-02-28", "2013-12-31"]


@pytest.mark.parametrize(
    ("language", "of_one", "of_many", "undone"),
    [
        ("nb", "Program: Etter målingen", "Tiltak: Tiltak og 2 til", "Angret endring 1: Program: Etter målingen"),
        ("nn", "Program: Etter målingen", "Tiltak: Tiltak og 2 til", "Angra endring 1: Program: Etter målingen"),
        (
            "en",
            "Programme: Etter målingen",
            "Measure: Tiltak and 2 more",
            "Undone: change 1: Programme: Etter målingen",
        ),
    ],
)
def test_a_change_is_titled_in_bokmaal_and_told_in_the_language_of_the_reader(
    made_store: Store, language: str, of_one: str, of_many: str, undone: str
) -> None:
    with speaking("en"):
        save(made_store, PROGRAMME)
        save(made_store, replace(MEASURE, title="Tiltak"), OTHER, AREA)
        undo_import(made_store, 2, NOON)
        undo_import(made_store, 1, NOON)
    titles = imports(made_store)["title"].to_list()
    assert titles[:2] == ["Program: Etter målingen", "Tiltak: Tiltak og 2 til"]
    with speaking(language):
        assert [told_title(titles[0]), told_title(titles[1]), told_title(titles[3])] == [of_one, of_many, undone]
