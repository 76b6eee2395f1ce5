"""Answers with our own code: `python -m tests.benchmarks.answers.with_kompassrosen STORE KEY`."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import pandas  # noqa: F401  DuckDB imports it with its first parameter, wherever it is installed

from data.opening import open_store
from queries.evaluation import find_evaluation
from queries.profile import profile
from queries.snapshot import snapshot_of

COLUMNS = ("area", "own", "n", "mean", "minimum", "q1", "median", "q3", "maximum", "rank")


def answer(store: Path, key: str) -> list[dict[str, Any]]:
    """Return total and areas of a municipality among all of its country, one row each."""
    snapshot = snapshot_of(open_store(store, read_only=True), "example")
    return profile(snapshot, find_evaluation(snapshot, key)).select(COLUMNS).to_dicts()


if __name__ == "__main__":
    imported = time.perf_counter()
    rows = answer(Path(sys.argv[1]), sys.argv[2])
    after = time.perf_counter() - imported
    sys.stdout.write(json.dumps({"after_imports_ms": after * 1000, "answer": rows}))
