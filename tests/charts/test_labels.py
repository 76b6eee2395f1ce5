"""Labels keep their distance, stay within the picture, keep their order, and move no more than they must."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.labels import pushed_apart

quick = settings(max_examples=100, deadline=None, derandomize=True, database=None)
PLACES = st.lists(st.floats(0, 400), min_size=1, max_size=20)


@quick
@given(PLACES)
def test_labels_never_overlap_and_stay_within(wanted: list[float]) -> None:
    placed = sorted(pushed_apart(wanted, 18, 0, 400))
    assert all(after - before >= 18 - 1e-6 for before, after in pairwise(placed))
    assert placed[0] >= -1e-6
    assert placed[-1] <= 400 + 1e-6


@quick
@given(PLACES)
def test_labels_keep_the_order_of_what_they_name(wanted: list[float]) -> None:
    placed = pushed_apart(wanted, 18, 0, 400)
    by_wanted = sorted(range(len(wanted)), key=lambda index: wanted[index])
    assert [*sorted(placed)] == [placed[index] for index in by_wanted]


def test_labels_with_room_stay_where_they_are() -> None:
    assert pushed_apart([300, 100, 200], 18, 0, 400) == [300, 100, 200]


def test_two_labels_in_one_place_are_moved_equally_far() -> None:
    assert pushed_apart([100, 100], 18, 0, 400) == [91, 109]


def test_a_group_is_moved_around_its_own_middle_and_leaves_others() -> None:
    assert pushed_apart([100, 104, 108, 300], 18, 0, 400) == pytest.approx([86, 104, 122, 300])


def test_labels_at_the_edge_are_kept_within() -> None:
    assert pushed_apart([0, 0], 18, 0, 400) == [0, 18]
    assert pushed_apart([400, 400], 18, 0, 400) == [382, 400]


def test_more_labels_than_there_is_room_for_share_the_room() -> None:
    assert pushed_apart([5, 5, 5], 18, 0, 20) == [0, 10, 20]
