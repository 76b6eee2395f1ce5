"""How long after a save on one server another shows it."""

import json
import time
import urllib.request
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from data.lake.following import LOOK_EVERY
from tests.benchmarks.apart import apart
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.in_turn import milliseconds
from tests.benchmarks.progress import tell_round
from tests.benchmarks.shared_store import SharedStore, opened_as, serving_lake
from tests.landscapes import add, all_questions, made

AGAINST = "the time between two looks at the lake"
WITHIN = Target(2.85)
"""The two seconds that a save may take to be shown elsewhere, in looks of 0.7 s."""
GIVE_UP = 10.0
BETWEEN_QUESTIONS = 0.005
"""Seconds between two questions to the server that shall show it."""


def seeing(lake: SharedStore, store: Path, saves: int) -> Iterator[Taken]:
    """Measure it with a real server that shows, and a process that saves."""
    with serving_lake(lake, store, "shows") as (server,):
        times = apart(seen_after, lake.of_server("saves"), server.address, saves)
    looks, what = [LOOK_EVERY * 1000] * saves, f"{saves} saves until another server shows them"
    yield Taken(Figure("shared", f"{what}, median", AGAINST, WITHIN), times, looks)
    yield Taken(Figure("shared", f"{what}, slowest", AGAINST, WITHIN), [max(times)], looks[:1])


def seen_after(saving: Mapping[str, str], shown_at: str, saves: int) -> list[float]:
    """Return how long after each save the server at an address shows its event, in milliseconds."""
    store = opened_as(saving)
    times = []
    for number in range(saves):
        tell_round("saves until another server shows them", number, saves)
        time.sleep(LOOK_EVERY * number / saves)  # so that saves come early and late between two looks
        one = made("9001", 1000 + number, total=400, areas=[50] * 8, questions=all_questions())
        event = add(store, one, dataset="example")
        times.append(milliseconds(partial(_wait_until_shown, shown_at, event)))
    store.close()
    return times


def _wait_until_shown(address: str, event: int) -> None:
    began = time.monotonic()
    while True:
        with urllib.request.urlopen(f"{address}/healthz", timeout=GIVE_UP) as answer:
            if json.load(answer)["event"] >= event:
                return
        if time.monotonic() - began > GIVE_UP:
            raise CannotMeasure(f"event {event} was not shown within {GIVE_UP:.0f} s")
        time.sleep(BETWEEN_QUESTIONS)
