"""What is kept is made once, also when many ask at once, and never for another question."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from queries.keeping import kept, kept_lists


def test_what_is_asked_again_is_not_made_again() -> None:
    made: list[int] = []

    @kept
    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [double(2), double(3), double(2)] == [4, 6, 4]
    assert made == [2, 3]


def test_many_who_ask_at_once_wait_for_the_one_who_makes_it() -> None:
    made: list[int] = []

    @kept_lists
    def slow(number: int) -> int:
        time.sleep(0.05)
        made.append(number)
        return number

    slow(1)  # two who are the very first could both begin
    with ThreadPoolExecutor(8) as everyone:
        first = everyone.submit(slow, 2)
        time.sleep(0.01)
        assert [one.result() for one in (first, *[everyone.submit(slow, 2) for _ in range(7)])] == [2] * 8
    assert made == [1, 2]


def test_what_fails_is_not_kept() -> None:
    tries: list[str] = []

    @kept
    def fails_once(word: str) -> str:
        tries.append(word)
        if len(tries) == 1:
            raise ValueError(word)
        return word

    with pytest.raises(ValueError, match="a"):
        fails_once("a")
    assert fails_once("a") == "a"


def test_what_is_kept_is_bounded() -> None:
    made: list[int] = []

    @kept_lists
    def same(number: int) -> int:
        made.append(number)
        return number

    for number in [*range(33), 0]:
        same(number)
    assert made == [*range(33), 0]
