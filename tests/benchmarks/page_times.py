"""Asks a page server how long reruns take."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.figure import CannotMeasure
from tests.browser.serving import HOUSE, NONE


class PageTimes:
    """One page server, with one store."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        """Keep the process to ask, and where it writes what it says beside."""
        self._process = process
        self._log = log

    def floor(self) -> float:
        """Return the milliseconds of a rerun of the page with one sentence."""
        return self._asked({"page": None})

    def rerun(self, page: str, address: Mapping[str, str]) -> float:
        """Return the milliseconds of a rerun of one of our pages, with this address."""
        return self._asked({"page": page, "address": dict(address)})

    def _asked(self, question: Mapping[str, object]) -> float:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        answer = json.loads(line) if line else {"failure": self._log.read_text(encoding="utf-8")[-2000:]}
        if "failure" in answer:
            raise CannotMeasure(f"{question['page']} cannot be measured. {answer['failure']}")
        return float(answer["ms"])


@contextmanager
def page_times(store: Path, variables: Mapping[str, str] = NONE) -> Iterator[PageTimes]:
    """Start a page server with this store, and end it; further variables of the environment may name another."""
    log = store.with_name("pages.log")
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.page_server"],
            cwd=HOUSE,
            env={**os.environ, "KOMPASSROSEN_STORE": str(store), **variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
    try:
        yield PageTimes(process, log)
    finally:
        process.terminate()
        process.communicate()
