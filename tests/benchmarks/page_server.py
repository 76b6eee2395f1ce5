"""Runs pages without a browser, in a process of its own that is told what to run and answers how long it took.

Started as `python -m tests.benchmarks.page_server`; the store is that of KOMPASSROSEN_STORE. Each line of
standard input asks for one rerun, `{"page": "trend", "address": {"kommune": "1612", …}}`, or for the
floor, `{"page": null}`; each line of standard output is the milliseconds, or what went wrong.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

import app  # noqa: F401  what our server does at its start: import pandas, open the rooms, freeze what is there
from tests.benchmarks.in_turn import milliseconds
from tests.pages.visiting import visit, warnings

ONE_SENTENCE = Path(__file__).parent / "apps" / "one_sentence.py"


class Visitor:
    """Somebody who has every page open, and the floor beside them."""

    def __init__(self) -> None:
        """Open the floor; pages are opened when they are asked for."""
        self._floor = AppTest.from_file(ONE_SENTENCE).run()
        self._pages: dict[str, AppTest] = {}

    def rerun(self, page: str | None, address: Mapping[str, str]) -> float:
        """Return the milliseconds of one rerun, with this address."""
        return milliseconds(self._floor.run) if page is None else self._ours(page, address)

    def _ours(self, page: str, address: Mapping[str, str]) -> float:
        if page not in self._pages:
            self._pages[page] = visit(page, datasett="example")
        seen = self._pages[page]
        seen.query_params = dict(address)
        taken = milliseconds(seen.run)
        _refuse_failure(page, seen)
        return taken


def _refuse_failure(page: str, seen: AppTest) -> None:
    """Refuse a page that only says what went wrong: it would be fast."""
    wrong = [str(one.value) for one in (*seen.error, *seen.exception)] + warnings(seen)
    if wrong:
        raise RuntimeError(f"{page} says: {' '.join(wrong)}")


def main() -> None:
    """Answer line by line until nobody asks any more."""
    visitor = Visitor()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer: dict[str, object] = {"ms": visitor.rerun(asked["page"], asked.get("address", {}))}
        except RuntimeError as failure:
            answer = {"failure": str(failure)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
