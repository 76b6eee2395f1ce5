import pytest

from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn, percentile


def test_a_ratio_is_the_median_of_ours_by_the_median_of_the_other() -> None:
    taken = Taken(Figure("page", "page", "floor"), ours=[30.0, 9000.0, 10.0], other=[5.0, 4.0, 1.0])
    assert taken.ratio == 7.5


def test_how_many_times_faster_is_the_other_by_ours() -> None:
    taken = Taken(Figure("answer", "answer", "pandas", faster=True), ours=[2.0], other=[11.0])
    assert taken.ratio == 5.5


@pytest.mark.parametrize(("ratio", "met"), [(5.99, True), (6.0, True), (6.01, False)])
def test_at_most_six_times_is_met_up_to_six(ratio: float, met: bool) -> None:
    assert Taken(Figure("page", "page", "floor", Target(6)), [ratio], [1.0]).met is met


@pytest.mark.parametrize(("ratio", "met"), [(4.99, False), (5.0, True), (50.0, True)])
def test_at_least_five_times_faster_is_met_from_five(ratio: float, met: bool) -> None:
    figure = Figure("answer", "answer", "pandas", Target(5, at_least=True), faster=True)
    assert Taken(figure, [1.0], [ratio]).met is met


def test_a_figure_that_is_only_shown_is_neither_met_nor_missed() -> None:
    assert Taken(Figure("start", "start", "an empty app"), [9.0], [1.0]).met is None


@pytest.mark.parametrize(("ours", "other"), [([], []), ([1.0], []), ([1.0, 2.0], [1.0]), ([0.0], [1.0])])
def test_what_was_not_measured_is_refused(ours: list[float], other: list[float]) -> None:
    with pytest.raises(CannotMeasure):
        Taken(Figure("page", "page", "floor", Target(6)), ours, other)


def test_two_things_are_measured_in_turn() -> None:
    order: list[str] = []

    def ours(number: int) -> float:
        order.append(f"ours {number}")
        return 10.0 + number

    def other(number: int) -> float:
        order.append(f"other {number}")
        return 1.0 + number

    turns = in_turn(2, ours, other, "test")
    assert order == ["ours 0", "other 0", "ours 1", "other 1"]
    assert turns == ([10.0, 11.0], [1.0, 2.0])


@pytest.mark.parametrize(
    ("values", "expected"),
    [(list(range(1, 101)), 95), (list(range(20, 0, -1)), 19), ([3.0, 1.0, 2.0], 3.0), ([7.0], 7.0)],
)
def test_the_95th_percentile_is_the_value_that_nineteen_of_twenty_do_not_exceed(
    values: list[float], expected: float
) -> None:
    assert percentile(values, 0.95) == expected
