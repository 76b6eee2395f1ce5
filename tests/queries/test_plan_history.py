"""The history of a measure: which event changed what, without what is undone."""

from dataclasses import replace
from decimal import Decimal

from data.imports import undo_import
from data.plans.rows import Money, Target
from data.store import Store
from queries.plan_facts import findings_on
from queries.plan_history import histories
from queries.plan_savings import savings, unplaced_savings
from queries.snapshot import Snapshot, snapshot_of
from tests.landscapes import NOON, add, made
from tests.plans_made import AREA, DIVERSITY, IDEAS, LEADERS, METHOD, PROGRAMME, save, save_everything


def changes_of(snapshot: Snapshot, measure: str) -> list[tuple[int, str, object, object]]:
    return [(one.event, one.field, one.before, one.after) for one in histories(snapshot, "p")[measure]]


def test_each_change_says_its_event_its_field_and_both_values(made_store: Store) -> None:
    save_everything(made_store)
    snapshot = snapshot_of(made_store, "example")
    at_12, at_13 = (Target("7.4", target_points=Decimal(points)) for points in ("12.0", "13.0"))
    assert changes_of(snapshot, "method") == [
        (3, "questions", (at_12,), (at_13,)),
        (3, "status", "decided", "started"),
        (2, "status", "started", "decided"),
        (1, "", None, None),
    ]  # fmt: skip
    assert changes_of(snapshot, "ideas") == [(1, "", None, None)]


def test_every_field_is_read_as_it_was_saved(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD, IDEAS)
    save(made_store, replace(METHOD, note="Et annet notat"))
    assert [field for _event, field, _before, _after in changes_of(snapshot_of(made_store, "example"), "method")] == [
        "note",
        "",
    ]


def test_what_is_undone_is_no_part_of_the_history(made_store: Store) -> None:
    save_everything(made_store)
    undo_import(made_store, 2, NOON)
    snapshot = snapshot_of(made_store, "example")
    assert [(event, field) for event, field, _before, _after in changes_of(snapshot, "method")] == [
        (3, "questions"), (1, ""),
    ]  # fmt: skip


def test_an_older_state_has_the_history_up_to_then(made_store: Store) -> None:
    save_everything(made_store)
    assert len(changes_of(snapshot_of(made_store, "example", 2), "method")) == 2


def test_what_users_stored_is_checked_again_and_what_is_undone_is_missed(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD, LEADERS, DIVERSITY)
    save(made_store, replace(IDEAS, measure="new", title="Nytt", waits_for=()))
    save(made_store, replace(DIVERSITY, waits_for=("new",)))
    assert findings_on(snapshot_of(made_store, "example"), "p") == ()
    undo_import(made_store, 2, NOON)
    [found] = findings_on(snapshot_of(made_store, "example"), "p")
    assert (found.code, found.plan, found.field) == ("unknown_dependency", "diversity", "waits_for.1")


def test_a_new_evaluation_can_put_a_target_below_what_is_reached(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD)
    assert findings_on(snapshot_of(made_store, "example"), "p") == ()
    add(made_store, made("1612", 2018, "2.1", questions={"7.4": "14.0"}), dataset="example")
    [found] = findings_on(snapshot_of(made_store, "example"), "p")
    assert (found.code, found.plan) == ("target_not_above_baseline", "method")


def test_what_is_shipped_is_not_held_against_the_rules(real: Snapshot) -> None:
    for programme in ("gloppen-2014", "oygarden-2013", "trondheim-helhetlig-ledelse", "askoy-2020"):
        assert findings_on(real, programme) == ()


def by_year(store: Store) -> list[tuple[int, str, int, int]]:
    return [(one.year, one.step, one.amount, one.parts) for one in savings(snapshot_of(store, "example"), "p")]


def test_savings_of_measures_are_summed_where_the_programme_has_no_amount_of_its_own(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD, IDEAS)
    assert by_year(made_store) == [(2019, "goal", 2_000_000, 0), (2019, "realised", 1_200_000, 2)]


def test_what_the_programme_says_itself_is_not_added_to_what_its_measures_say(made_store: Store) -> None:
    whole = replace(PROGRAMME, money=(Money("saving", "realised", 1_000_000, 2019, 2019),))
    save(made_store, whole, AREA, METHOD, IDEAS)
    assert by_year(made_store) == [(2019, "realised", 1_000_000, 0)]


def test_nor_is_what_an_area_says(made_store: Store) -> None:
    area = replace(AREA, money=(Money("saving", "realised", 5, 2019, 2019), Money("saving", "decided", 7, 2020, 2020)))
    other = replace(LEADERS, money=(Money("saving", "realised", 2, 2019, 2019),))
    save(made_store, replace(PROGRAMME, money=()), area, METHOD, IDEAS, other)
    assert by_year(made_store) == [(2019, "realised", 7, 2), (2020, "decided", 7, 1)]


def test_a_span_of_years_and_an_amount_without_years_are_not_spread(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD)
    others = unplaced_savings(snapshot_of(made_store, "example"), "p")
    assert [(one.money.amount, one.money.first_year, one.money.last_year) for one in others] == [
        (6_000_000, 2018, 2020), (700_000, None, None),
    ]  # fmt: skip
