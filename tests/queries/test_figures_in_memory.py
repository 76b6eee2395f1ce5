"""Figures cut from tables read once, as in datasets of ordinary size, against a query per municipality."""

from collections.abc import Iterator
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from data.store import Store
from queries.evaluation import Evaluation, evaluations_of, municipality_key
from queries.figures import area_figures, own_questions, remarks_of
from queries.snapshot import MOST_IN_MEMORY, Snapshot, fits_in_memory, in_store, snapshot_of
from tests.landscapes import beside


def everyone(snapshot: Snapshot) -> Iterator[tuple[str, tuple[Evaluation, ...]]]:
    for row in snapshot.query("municipalities").iter_rows(named=True):
        key = municipality_key(snapshot, row["number"])
        yield key, evaluations_of(snapshot, key)


def all_told(snapshot: Snapshot) -> dict[str, Any]:
    """Return everything that is either read once or asked for one by one."""
    told: dict[str, Any] = {}
    for key, evaluations in everyone(snapshot):
        told[f"evaluations of {key}"] = evaluations
        told[f"areas of {key}"] = area_figures(snapshot, key)
        for one in evaluations:
            told[f"questions of {one.evaluation}"] = own_questions(snapshot, one)
            told[f"remarks of {one.evaluation}"] = remarks_of(snapshot, one)
    return told


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_tables_read_once_hold_what_a_query_for_each_municipality_gives(
    store: Store, dataset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_once = all_told(snapshot_of(store, dataset))
    monkeypatch.setattr("queries.snapshot.MOST_IN_MEMORY", 0)
    # Another store on the same tables, since answers are kept by store.
    asked = all_told(snapshot_of(beside(store), dataset))

    assert list(read_once) == list(asked)
    for what, answer in read_once.items():
        if isinstance(answer, pl.DataFrame):
            assert_frame_equal(answer, asked[what])
        else:
            assert answer == asked[what], what
    assert read_once["areas of 1612"].height
    assert any(answer.height for what, answer in read_once.items() if what.startswith("questions"))


def test_both_shipped_datasets_are_read_once_and_a_country_of_36_000_is_not(real: Snapshot, example: Snapshot) -> None:
    assert fits_in_memory(real)
    assert fits_in_memory(example)
    assert in_store(example)["evaluations"] < MOST_IN_MEMORY < 36_000
