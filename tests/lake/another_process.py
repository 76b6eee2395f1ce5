"""What tests of several servers run in other processes: `python -m tests.lake.another_process write|read …`."""

import sys
import time
from itertools import count

from data.lake.opening import open_lake
from data.lake.store import LakeStore
from data.speaking import SOURCE, speaking
from tests.landscapes import add, all_questions, made

SHIPPED = 5
HALF = """
    select event.event, evaluations, areas, questions
    from (
        select
            event,
            (select count(*) from evaluation where evaluation.event = event.event) as evaluations,
            (select count(*) from area_points where starts_with(evaluation, event.event || '/')) as areas,
            (select count(*) from question_points where starts_with(evaluation, event.event || '/')) as questions
        from event
        where event > 5 and kind = 'import'
    ) as event
    where (evaluations, areas, questions) <> (1, 9, 45)
"""
"""The events that are there in part: each has one evaluation, a total and 8 areas, and 45 questions."""


def tell(what: object) -> None:
    """Write a line that the test reads at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def write(store: LakeStore, number: str, times: int) -> None:
    """Import so many evaluations of one municipality, one event each, and print each event as it is saved."""
    for year in range(times) if times else count():
        questions = all_questions()
        event = add(store, made(number, 1000 + year, total=400, areas=[50] * 8, questions=questions))
        tell(event)


def read(store: LakeStore, until: int) -> None:
    """Look until there is an event of this number, and print every event that was there in part."""
    while store.newest_event() < until:
        for row in store.read(HALF).rows():
            tell(row)
        time.sleep(0.05)
    tell("done")


if __name__ == "__main__":
    what, address, *words = sys.argv[1:]
    with speaking(SOURCE):
        opened = open_lake(address)
        if what == "write":
            write(opened, words[0], int(words[1]))
        else:
            read(opened, int(words[0]))
        opened.close()
