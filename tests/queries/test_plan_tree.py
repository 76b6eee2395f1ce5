"""The tree of measures, what is late, and what waits: also where an undo has left gaps and circles behind."""

from dataclasses import replace
from datetime import date

import pytest

from data.imports import add_event
from data.plans.rows import Measure, Phase, Programme
from data.plans.writing import add_rows
from data.store import Store
from queries.plan_state import circles, is_going_on, is_late, waiting
from queries.plan_tree import branches
from queries.snapshot import snapshot_of
from tests.landscapes import NOON
from tests.plans_made import AREA, IDEAS, LEADERS, METHOD, PROGRAMME, save

DAY = date(2020, 1, 1)


def measure(name: str, **fields: object) -> Measure:
    return replace(Measure("p", name, measure=name), **fields)  # type: ignore[arg-type]


def stored(store: Store, *plans: Programme | Measure) -> None:
    """Write what no rule would let through, as an undo can leave it behind."""
    with store.transaction() as cursor:
        add_rows(cursor, add_event(cursor, "plan", "example", None, NOON, "Prøve"), "example", plans)


def tree_of(store: Store) -> list[tuple[int, str, int, str | None]]:
    found = branches(snapshot_of(store, "example"), "p")
    return [(one.number, one.measure.measure, one.depth, one.area) for one in found]


def test_an_area_stands_before_what_belongs_to_it(made_store: Store) -> None:
    save(made_store, PROGRAMME, AREA, METHOD, IDEAS, LEADERS)
    assert tree_of(made_store) == [
        (1, "leaders", 0, None), (2, "area", 0, None), (3, "method", 1, "area"), (4, "ideas", 1, "area"),
    ]  # fmt: skip


def test_titles_with_numbers_are_sorted_by_the_number(made_store: Store) -> None:
    save(made_store, PROGRAMME, *(measure(f"Fase {n}") for n in (10, 2, 1)))
    assert [name for _number, name, _depth, _area in tree_of(made_store)] == ["Fase 1", "Fase 2", "Fase 10"]


def test_a_measure_whose_area_is_gone_stands_alone(made_store: Store) -> None:
    stored(made_store, PROGRAMME, measure("a", parent="gone"))
    assert tree_of(made_store) == [(1, "a", 0, None)]


def test_areas_in_a_circle_are_each_there_once(made_store: Store) -> None:
    with made_store.transaction() as cursor:
        from data.imports import add_event
        from data.plans.writing import add_rows
        from tests.landscapes import NOON

        event = add_event(cursor, "plan", "example", None, NOON, "Prøve")
        add_rows(
            cursor,
            event,
            "example",
            (PROGRAMME, measure("a", parent="b"), measure("b", parent="a"), measure("c", parent="c")),
        )
    assert tree_of(made_store) == [(1, "a", 0, None), (2, "b", 1, "a"), (3, "c", 0, None)]


@pytest.mark.parametrize(
    ("ends", "status", "late"),
    [
        ("2019", "started", True), ("2020", "started", False), ("2020-01", "idea", False), ("2019-12-31", None, True),
        ("2020-01-01", "started", False), ("2019", "done", False), ("2019", "stopped", False), (None, "started", False),
        ("i fjor", "started", False),
    ],
)  # fmt: skip
def test_late_is_what_should_have_ended_and_is_not_over(ends: str | None, status: str | None, *, late: bool) -> None:
    assert is_late(measure("a", ends=ends, status=status), DAY) is late


def test_a_phase_goes_on_only_between_days_that_are_known() -> None:
    assert is_going_on(Phase("a", "2020", "2020-01"), DAY)
    assert not is_going_on(Phase("a", "2020", None), DAY)
    assert not is_going_on(Phase("a", "2019", "2019"), DAY)


def test_a_measure_waits_for_what_is_not_done_and_tells_what_is_gone() -> None:
    done, idea = measure("a", status="done"), measure("b", status="idea")
    own = [
        measure("c", waits_for=("a",)),
        measure("d", waits_for=("a", "b", "gone")),
        measure("e", status="done", waits_for=("b",)),
    ]
    every = {one.measure: one for one in (done, idea, *own)}
    assert [
        (one.measure.measure, [other.measure for other in one.for_what], one.gone) for one in waiting(own, every)
    ] == [("d", ["b"], 1)]


def test_a_circle_of_waiting_is_told_once() -> None:
    own = [
        measure("a", waits_for=("b",)),
        measure("b", waits_for=("a",)),
        measure("c", waits_for=("a",)),
        measure("d", waits_for=("d",)),
    ]
    every = {one.measure: one for one in own}
    assert [[one.measure for one in ring] for ring in circles(own, every)] == [["a", "b"], ["d"]]


def test_a_programme_without_measures_has_no_tree(made_store: Store) -> None:
    save(made_store, Programme("1612", "Tomt", programme="p"))
    assert tree_of(made_store) == []
