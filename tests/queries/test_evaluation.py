"""Finding a municipality by any of its numbers, an evaluation by its year, and a state by its event."""

import pytest

from data.imports import undo_import
from data.store import Store
from queries.evaluation import evaluations_of, find_evaluation, municipality_key
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from tests.conftest import Landscape
from tests.landscapes import NOON, add, ask, made


@pytest.mark.parametrize(("number", "key"), [("1612", "1612"), ("5011", "1612"), ("0624", "0624"), ("3314", "0624")])
def test_any_number_a_municipality_had_finds_it(real: Snapshot, number: str, key: str) -> None:
    assert municipality_key(real, number) == key


def test_a_municipality_we_know_of_without_an_evaluation_is_named(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match=r"^Heim \(5055\) har ingen evaluering i dette datasettet\.$"):
        municipality_key(real, "5055")


@pytest.mark.parametrize("number", ["1657", "5029"])
def test_a_municipality_whose_report_we_know_of_is_not_said_to_have_no_evaluation(real: Snapshot, number: str) -> None:
    told = rf"^Skaun \({number}\) er evaluert, men poengene er ikke her\.$"
    with pytest.raises(UnknownChoice, match=told) as refused:
        municipality_key(real, number)
    assert refused.value.code == "points_not_here"


def test_halsa_is_evaluated_in_the_example_only(real: Snapshot, example: Snapshot) -> None:
    assert municipality_key(example, "1571") == "1571"
    with pytest.raises(UnknownChoice, match=r"Halsa \(1571\)"):
        municipality_key(real, "1571")


def test_a_number_nobody_has_is_refused_with_a_near_one(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match=r"^Ingen kommune her har nummer «1619»\. Mente du «1612»\?$"):
        municipality_key(real, "1619")


def test_a_number_written_without_its_first_nought_is_refused_with_the_right_one(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match="Mente du «0514»"):
        municipality_key(real, "514")


def test_evaluations_are_listed_oldest_first_and_the_newest_is_the_default(real: Snapshot) -> None:
    assert [one.year for one in evaluations_of(real, "1516")] == [2013, 2015, 2017, 2019]
    assert find_evaluation(real, "1516").year == 2019


def test_of_two_versions_in_one_year_the_newer_is_found_unless_the_older_is_named(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", 2016, "2.1", total=390), made("9001", 2016, "2.0", total=400))
    assert find_evaluation(snapshot, "9001", 2016).total == 390
    assert find_evaluation(snapshot, "9001", 2016, "2.0").total == 400


def test_a_year_without_an_evaluation_is_refused_by_naming_those_there_are(real: Snapshot) -> None:
    with pytest.raises(UnknownChoice, match=r"^Hemne har ingen slik evaluering\. Den er evaluert i 2011 og 2018\.$"):
        find_evaluation(real, "1612", 2015)
    with pytest.raises(UnknownChoice, match="evaluert i senest 2019"):
        find_evaluation(real, "0514", 2015)


def test_hemne_2018_comes_with_its_inhabitants_report_and_group(real: Snapshot) -> None:
    hemne = find_evaluation(real, "1612", 2018)
    assert (hemne.name, hemne.county, hemne.version, hemne.family) == ("Hemne", "Trøndelag", "2.1", 2)
    assert (hemne.population, str(hemne.population_date), hemne.size_group_label) == (
        4225, "2018-01-01", "under 5 000 innbyggere",
    )  # fmt: skip
    assert (hemne.year_basis, hemne.version_basis, hemne.total) == ("stated", "stated", 433)


def test_the_newest_name_of_a_municipality_is_the_one_listed(landscape: Landscape) -> None:
    snapshot = landscape(
        made("9001", 2014, total=1, municipality="Gammelvik", county="Før"),
        made("9001", 2018, total=2, municipality="Nyvik", county="Nå"),
    )
    row = ask(snapshot, "municipalities")[0]
    assert (row["name"], row["county"], row["evaluations"], row["newest_year"]) == ("Nyvik", "Nå", 2, 2018)


# As of --------------------------------------------------------------------------------------------


def test_every_question_can_be_asked_as_of_an_event(made_store: Store) -> None:
    add(made_store, made("9001", total=400))
    add(made_store, made("9001", total=410))
    undo_import(made_store, 2, NOON)
    seen = [ask(snapshot_of(made_store, as_of=event), "profile", municipality=9001)[0]["own"] for event in (1, 2, 3)]
    assert seen == [400, 410, 400]
    assert ask(snapshot_of(made_store), "profile", municipality=9001)[0]["own"] == 400


def test_points_of_a_replaced_evaluation_are_not_added_to_the_new_ones(made_store: Store) -> None:
    add(made_store, made("9001", areas=[50] * 8))
    add(made_store, made("9001", areas=[51] * 8))
    rows = ask(snapshot_of(made_store), "profile", municipality=9001)
    assert [(row["own"], row["n"]) for row in rows] == [(408, 1)] + [(51, 1)] * 8


@pytest.mark.parametrize("event", [0, 6, -1])
def test_an_event_that_does_not_exist_is_refused_with_those_that_do(store: Store, event: int) -> None:
    with pytest.raises(UnknownChoice, match=rf"^Stand {event} finnes ikke\. Hendelsene er nummerert fra 1 til 5\.$"):
        snapshot_of(store, as_of=event)


def test_before_its_own_import_a_dataset_is_empty(store: Store) -> None:
    assert ask(snapshot_of(store, "example", as_of=1), "evaluations") == []
    assert len(ask(snapshot_of(store, "real", as_of=1), "evaluations")) == 13


def test_undoing_the_published_figures_takes_the_printed_means_and_statements_with_them(made_store: Store) -> None:
    add(made_store, made("1612", total=433))
    with made_store.transaction() as cursor:
        cursor.execute("""
            insert into published_reference by name
            select 1 as event, 'real' as dataset, 2 as family, 2018 as year, 'Norge' as group_label, 0 as area,
                'mean' as statistic, 359 as value, 55 as n
        """)
        cursor.execute("""
            insert into published_statement by name
            select 1 as event, 'real' as dataset, '1612' as municipality, 2018 as year, 'rank' as kind, 2 as value
        """)
    undo_import(made_store, 1, NOON)
    for question in ("references", "statements"):
        assert [len(ask(snapshot_of(made_store, as_of=event), question)) for event in (1, 2)] == [1, 0]


def test_a_dataset_that_does_not_exist_is_refused_with_those_that_do(store: Store) -> None:
    with pytest.raises(UnknownChoice, match=r"^Datasettet «ekte» finnes ikke\. Velg real eller example\.$"):
        snapshot_of(store, "ekte")


def test_an_evaluation_that_a_newer_import_calls_latest_possible_stays_in_sight(made_store: Store) -> None:
    add(made_store, made("1516", 2017, total=390))
    add(made_store, made("1516", 2017, total=390, year_basis="latest possible"))
    assert [row["year_label"] for row in ask(snapshot_of(made_store), "evaluations")] == ["senest 2017"]


def test_what_somebody_imported_goes_before_what_came_with_the_program_whichever_is_newer(made_store: Store) -> None:
    add(made_store, made("1516", 2017, total=390))
    add(made_store, made("1516", 2017, total=467), made("1517", 2017, total=300))
    with made_store.transaction() as cursor:
        cursor.execute("insert into shipped values (2, 'published', 'newer')")
    assert [row["total"] for row in ask(snapshot_of(made_store), "evaluations")] == [390, 300]
    undo_import(made_store, 1, NOON)
    assert [row["total"] for row in ask(snapshot_of(made_store), "evaluations")] == [467, 300]
    assert [row["total"] for row in ask(snapshot_of(made_store, as_of=1), "evaluations")] == [390]
