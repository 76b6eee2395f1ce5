"""One run with all it came to, as text, as JSON, and as the part of the README that keeps the last results."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median
from typing import Any

from tests.benchmarks import growth_table, table
from tests.benchmarks.figure import Taken
from tests.benchmarks.growth_table import Growth, slope

PACKAGES = ("streamlit", "duckdb", "polars", "altair", "openpyxl", "pandas", "pyarrow", "playwright")
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
QUICK = "A quick run has few rounds and small stores: what it misses, or meets, is a hint and no result."


def machine() -> dict[str, Any]:
    """Return what the figures were taken on, and how busy it was when the run began."""
    return {
        "cores": os.cpu_count(),
        "load_at_the_start": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


@dataclass
class Report:
    """What a run came to, filled as it goes on.

    Attributes:
        quick: whether it was a quick run.
        taken: the figures.
        growth: how page time grows, where that was measured.
        failed: what could not be measured, and why.
        machine: what it was measured on.
        began: when.
    """

    quick: bool
    taken: list[Taken] = field(default_factory=list)
    growth: Growth | None = None
    failed: list[str] = field(default_factory=list)
    machine: dict[str, Any] = field(default_factory=machine)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))

    def add(self, one: Taken | Growth) -> None:
        """Take in one more figure, or the growth."""
        if isinstance(one, Taken):
            self.taken.append(one)
        else:
            self.growth = one

    def exit_code(self) -> int:
        """Return 0 where every target is met and everything was measured, else 1, in a quick run too."""
        return int(bool(self.failed) or any(one.met is False for one in self.taken))

    def summary(self) -> str:
        """Return the one line that says it all."""
        said = table.summary(self.taken)
        if self.failed:
            said += f"; {len(self.failed)} could not be measured"
        return f"{said} (quick: few rounds, small stores)" if self.quick else said

    def as_text(self) -> str:
        """Return everything, the summary last."""
        parts = [table.as_text(table.HEADINGS, table.rows(self.taken), table.NUMBERS)] if self.taken else []
        if self.growth:
            parts.append(table.as_text(growth_table.HEADINGS, self.growth.rows(), growth_table.NUMBERS))
            parts.append(self.growth.sentence())
        parts += [f"NOT MEASURED: {failure}" for failure in self.failed]
        return "\n\n".join([*parts, *([QUICK] if self.quick else []), self.summary()])

    def as_json(self) -> dict[str, Any]:
        """Return everything with every round."""
        return {
            "date": self.began.date().isoformat(),
            "mode": "quick" if self.quick else "full",
            "machine": self.machine,
            "figures": [_figure(one) for one in self.taken],
            "growth": _growth(self.growth),
            "not_measured": self.failed,
            "summary": self.summary(),
        }

    def as_markdown(self) -> str:
        """Return what the README keeps: the tables, when and where they were taken, and the summary."""
        parts = [self._where(), table.as_markdown(table.HEADINGS, table.rows(self.taken), table.NUMBERS)]
        if self.growth:
            parts.append(table.as_markdown(growth_table.HEADINGS, self.growth.rows(), growth_table.NUMBERS))
            parts.append(self.growth.sentence())
        parts += [f"Not measured: {failure}" for failure in self.failed]
        return "\n\n".join([*parts, f"{self.summary()}."])

    def _where(self) -> str:
        on = self.machine
        versions = ", ".join(f"{name} {on[name]}" for name in ("python", *PACKAGES[:3]))
        kind = "A quick run" if self.quick else "A full run"
        busy = f"load {on['load_at_the_start']} when it began"
        return f"{kind} of {self.began.date().isoformat()} on {on['cores']} cores ({busy}), with {versions}."


def renewed(page: str, results: str) -> str:
    """Return a page with other results between its two marks.

    Raises:
        ValueError: the marks are not there, once each and in order.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end) or BEGIN in rest or END in after:
        raise ValueError(f"The page needs {BEGIN} and then {END}, once each.")
    return f"{before}{begin}\n\n{results}\n\n{end}{after}"


def _figure(one: Taken) -> dict[str, Any]:
    target = one.figure.target
    return {
        "name": one.figure.name,
        "what": one.figure.what,
        "against": one.figure.against,
        "unit": one.figure.unit,
        "ours": _rounded(one.ours),
        "other": _rounded(one.other),
        "ours_median": round(median(one.ours), 3),
        "other_median": round(median(one.other), 3),
        "ratio": round(one.ratio, 3),
        "ratio_says": "how many times faster ours is" if one.figure.faster else "ours by the other",
        "target": str(target) if target else None,
        "met": one.met,
    }


def _growth(growth: Growth | None) -> dict[str, Any] | None:
    if growth is None:
        return None
    return {
        "points": list(growth.points),
        "warm_ms": _rounded(growth.warm),
        "never_opened_ms": _rounded(growth.never_opened),
        "warm_slope": round(slope(growth.points, growth.warm), 3),
        "never_opened_slope": round(slope(growth.points, growth.never_opened), 3),
    }


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(value, 3) for value in values]
