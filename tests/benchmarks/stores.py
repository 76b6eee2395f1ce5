"""The stores that are measured: made once, kept where asked, and copied for each process that opens one."""

import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NamedTuple

from data.opening import open_store
from queries.snapshot import snapshot_of
from tests.benchmarks.apart import apart
from tests.benchmarks.made_country import COUNTRY, make_store, number_of
from tests.benchmarks.progress import tell

BENCHMARKS = Path(__file__).parent
DATA = BENCHMARKS.parents[1] / "data"
QUESTIONS = 45
EVALUATIONS = 10
LAST_YEAR = 2025


class Municipality(NamedTuple):
    """One that can be chosen: its key in the address, its name, and the year of its newest evaluation."""

    key: str
    name: str
    year: int

    @property
    def address(self) -> dict[str, str]:
        """Return the words that open it."""
        return {"kommune": self.key, "aar": str(self.year), "datasett": "example"}


class Stores:
    """The stores of one run, in a folder that is kept or thrown away by whoever gave it."""

    def __init__(self, folder: Path, copies: Path) -> None:
        """Keep finished stores in `folder` and their copies in `copies`."""
        self.folder = folder
        self._copies = copies
        self._numbers = count(1)
        self._known: list[Municipality] | None = None

    def example(self) -> Path:
        """Return a fresh copy of the store as it is after a first start."""
        return self._copy(self._example())

    def made(self, municipalities: int) -> Path:
        """Return a fresh copy of a store with a made-up country of so many municipalities."""
        return self._copy(self._made(municipalities))

    def example_municipalities(self) -> list[Municipality]:
        """Return all municipalities of the example dataset, in the order of their numbers."""
        if self._known is None:
            self._known = apart(_municipalities, self._example())
        return self._known

    def _example(self) -> Path:
        return self._finished("example", _make_example)

    def _made(self, municipalities: int) -> Path:
        return self._finished(f"made-{municipalities}", make_and_close, municipalities)

    def _finished(self, name: str, make: Callable[..., None], *size: int) -> Path:
        """Make what is missing beside its place, so that an interrupted store is never taken for a whole one."""
        path = self.folder / f"{name}-{_fingerprint()}.duckdb"
        if not path.exists():
            tell(f"making the store {name}")
            unfinished = self.folder / f"unfinished-{path.name}"
            unfinished.unlink(missing_ok=True)
            apart(make, unfinished, *size)
            unfinished.rename(path)
        return path

    def _copy(self, path: Path) -> Path:
        folder = self._copies / str(next(self._numbers))
        folder.mkdir()
        return Path(shutil.copy(path, folder / "store.duckdb"))


def made_municipalities(numbers: Sequence[int]) -> list[Municipality]:
    """Return municipalities of the made-up country, counted from 0."""
    return [Municipality(f"{COUNTRY}-{number_of(one)}", f"Oppdiktet {number_of(one)}", LAST_YEAR) for one in numbers]


def points(municipalities: int) -> int:
    """Return how many points a made-up country of this size has."""
    return municipalities * EVALUATIONS * QUESTIONS


def said(points: int) -> str:
    """Return a large number as people say it: 16.2 million, 720 thousand."""
    return f"{points / 1e6:.1f} million" if points >= 1_000_000 else f"{points / 1e3:.0f} thousand"


def make_and_close(path: Path, municipalities: int) -> None:
    """Make a store with a made-up country and let go of the file, all of it written."""
    make_store(path, municipalities, EVALUATIONS)
    open_store(path).close()


def _make_example(path: Path) -> None:
    open_store(path).close()


def _municipalities(path: Path) -> list[Municipality]:
    known = snapshot_of(open_store(path, read_only=True), "example").query("municipalities").sort("number")
    return [Municipality(*row) for row in known.select("number", "name", "newest_year").iter_rows()]


def _fingerprint() -> str:
    """Tell stores apart that were made by another program: of other rules, or of another country."""
    made_by = [path for path in DATA.rglob("*") if path.suffix in {".py", ".sql", ".csv"}]
    content = b"".join(path.read_bytes() for path in sorted(made_by))
    return sha256(content + (BENCHMARKS / "made_country.py").read_bytes()).hexdigest()[:8]
