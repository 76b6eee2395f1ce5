from tests.benchmarks.load import dealt


def test_everybody_is_dealt_names_of_their_own_while_there_are_enough() -> None:
    assert dealt(["a", "b", "c", "d"], people=2, clicks=2) == [["a", "b"], ["c", "d"]]


def test_names_begin_again_and_nobody_is_dealt_the_same_twice_in_a_row() -> None:
    assert dealt(["a", "b", "c"], people=2, clicks=4) == [["a", "b", "c", "a"], ["b", "c", "a", "b"]]
