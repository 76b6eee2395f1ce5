"""The comparison answer from a cold process, against pandas and one flat file of the same points."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from tests.benchmarks.apart import apart
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.in_turn import in_turn, milliseconds
from tests.benchmarks.made_country import COUNTRY
from tests.benchmarks.progress import tell
from tests.benchmarks.stores import Municipality, made_municipalities, points, said
from tests.browser.serving import HOUSE

OURS, PANDAS = "tests.benchmarks.answers.with_kompassrosen", "tests.benchmarks.answers.with_pandas"
FLAT = f"""
    copy (
        select municipality, year, version, code, points::double as points
        from evaluation
        join question_points using (evaluation)
        where country = '{COUNTRY}'
        order by evaluation.event, municipality, code
    ) to ? (format parquet)
"""


class Answered(NamedTuple):
    """One answer from a process of its own: how long it took as a whole and after imports, and what it says."""

    whole: float
    after_imports: float
    answer: list[dict[str, Any]]


def comparing(effort: Effort) -> Iterator[Taken]:
    """Measure the area profile among the latest evaluations of a large country, imports included and not."""
    store = effort.stores.made(effort.large)
    flat = store.with_suffix(".parquet")
    tell("writing the flat file for pandas")
    apart(write_flat, store, flat)
    [whom] = made_municipalities([effort.large // 2])
    ours: list[Answered] = []
    other: list[Answered] = []

    def answer_ours(_round: int) -> float:
        ours.append(_answered(OURS, store, whom))
        return ours[-1].whole

    def answer_other(_round: int) -> float:
        other.append(_answered(PANDAS, flat, whom))
        return other[-1].whole

    what = f"comparison among the latest evaluations, {said(points(effort.large))} points"
    whole = in_turn(effort.of(7, 1), answer_ours, answer_other, what)
    for one, another in zip(ours, other, strict=True):
        _refuse_difference(one.answer, another.answer)
    after = [one.after_imports for one in ours], [one.after_imports for one in other]
    yield Taken(_figure(f"{what}, cold process", "pandas from one flat Parquet file", 5), *whole)
    yield Taken(_figure("the same answer, after imports", "pandas after imports, load included", 10), *after)


def _figure(what: str, against: str, limit: float) -> Figure:
    return Figure("comparison", what, against, Target(limit, at_least=True), faster=True)


def write_flat(store: Path, flat: Path) -> None:
    """Write all points of the made-up country as one flat file, with what each needs to be read alone."""
    with duckdb.connect(store, read_only=True) as connection:
        connection.execute("set enable_progress_bar = false")  # it would write into the table of figures
        connection.execute(FLAT, [str(flat)])


def _answered(module: str, source: Path, whom: Municipality) -> Answered:
    command = [sys.executable, "-m", module, str(source), whom.key]
    runs: list[subprocess.CompletedProcess[str]] = []
    whole = milliseconds(
        lambda: runs.append(subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False))
    )
    if runs[0].returncode:
        raise CannotMeasure(f"{module} failed: {runs[0].stderr[-2000:]}")
    try:
        told = json.loads(runs[0].stdout)
    except ValueError as failure:
        raise CannotMeasure(f"{module} did not answer in JSON: {runs[0].stdout[:2000]}") from failure
    return Answered(whole, told["after_imports_ms"], told["answer"])


def _refuse_difference(ours: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    """Refuse two answers that differ: then the times are not of the same thing."""
    exact = [[{name: round(value, 6) for name, value in row.items()} for row in rows] for rows in (ours, other)]
    if len(ours) != 9 or exact[0] != exact[1]:
        raise CannotMeasure(f"The two answers differ.\nOurs:  {exact[0]}\nOther: {exact[1]}")
