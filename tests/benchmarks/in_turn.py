"""Two things measured in turn, so that whatever else the machine does slows both alike."""

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.benchmarks.progress import tell_round

Measure = Callable[[int], float]
"""Takes one measurement, given the number of the round."""


class Turns(NamedTuple):
    """What each of the two came to, round by round."""

    ours: list[float]
    other: list[float]


def in_turn(rounds: int, ours: Measure, other: Measure, what: str) -> Turns:
    """Measure ours, the other, ours, the other …"""
    turns = Turns([], [])
    for number in range(rounds):
        tell_round(what, number, rounds)
        turns.ours.append(ours(number))
        turns.other.append(other(number))
    return turns


def milliseconds(done: Callable[[], Any]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    done()
    return (time.perf_counter() - start) * 1000


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of the values do not exceed (the nearest rank)."""
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * share // 1))
    return ordered[int(rank) - 1]
