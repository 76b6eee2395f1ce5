"""Snapshots, each one dataset of a store as of one event, and the SQL files run on them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, Final

import polars as pl

from data.language import Sentence, _
from data.refusal import Refusal
from data.shipped import shipped_events
from data.store import Store
from queries.caching import LOG, REFERENCE, cached, cached_log

FOLDER = Path(__file__).parent
"""SQL files that the shell runs by name."""
STEPS = FOLDER / "steps"
"""SQL files that only Python code runs."""
DATASETS = ("real", "example")
MOST_IN_MEMORY: Final = 2_000
"""Evaluations whose figures and remarks take about 15 megabytes, while a query per municipality costs 2 to 7 ms."""
SUPERSEDED = "superseded"
GIVEN_TO_EVERY_QUERY = {"dataset", "as_of", SUPERSEDED}
"""SQL parameters that the snapshot fills; no caller passes them."""


class UnknownChoice(Refusal, ValueError):
    """A choice that does not exist or cannot be used, with a code, a sentence and its values."""


@dataclass(frozen=True)
class Snapshot:
    """One dataset of a store as of one event; every query runs on a snapshot."""

    store: Store
    dataset: str
    as_of: int

    def narrowed(self, depends_on: str) -> "Snapshot":
        """Return the snapshot as of the newest event that such a result depends on, for use in a cache key.

        `depends_on` is EVALUATIONS, LOG or REFERENCE of queries/caching.py.
        """
        if depends_on not in self._narrowed:
            self._narrowed[depends_on] = self._narrow(depends_on)
        return self._narrowed[depends_on]

    @cached_property
    def _narrowed(self) -> dict[str, "Snapshot"]:
        return {}

    def _narrow(self, depends_on: str) -> "Snapshot":
        if depends_on == REFERENCE:
            return Snapshot(self.store, DATASETS[0], 0)
        timeline = self.store.timeline()
        newest = timeline.newest_of_any if depends_on == LOG else partial(timeline.newest_of, about=depends_on)
        event = newest(dataset=self.dataset, as_of=self.as_of)
        return self if event == self.as_of else Snapshot(self.store, self.dataset, event)

    def query(self, name: str, **parameters: Any) -> pl.DataFrame:
        """Return the result of the SQL file of this name; parameters that it does not contain are ignored."""
        return self.query_with_frames(name, {}, **parameters)

    def query_with_frames(self, query: str, frames: dict[str, pl.DataFrame], **parameters: Any) -> pl.DataFrame:
        """Return the result of a SQL file that reads `frames`, by name, as further tables."""
        text = sql_text(query)
        values = {"dataset": self.dataset, "as_of": self.as_of} | parameters
        if SUPERSEDED in parameters_of(text):
            values[SUPERSEDED] = list(superseded(self))
        return self.store.read_beside(text, frames, **{name: values[name] for name in parameters_of(text)})


@cached
def cached_query(snapshot: Snapshot, query: str, **parameters: Any) -> pl.DataFrame:
    """Return the memoised result of a SQL file that depends on nothing but evaluations and reference data."""
    return snapshot.query(query, **parameters)


@cached_log
def log(snapshot: Snapshot) -> pl.DataFrame:
    """Return one row per event of the dataset, newest first; columns: events.sql."""
    return snapshot.query("events")


@cached_log
def shipped(snapshot: Snapshot) -> frozenset[int]:
    """Return the event numbers of the imports and changes of plans that came with the program, not from its users."""
    return shipped_events(snapshot.store)


@cached
def in_store(snapshot: Snapshot) -> dict[str, Any]:
    """Return the counts of a dataset: evaluations, municipalities, versions (a list) and newest_year."""
    return snapshot.query("in_store").row(0, named=True)


def fits_in_memory(snapshot: Snapshot) -> bool:
    """Return whether the dataset ever had so few evaluations that a table is read once for all of them."""
    return _ever_imported(snapshot) <= MOST_IN_MEMORY


@cached
def _ever_imported(snapshot: Snapshot) -> int:
    # Not in_store: to judge which of hundreds of thousands count takes a tenth of a second.
    return int(snapshot.query("ever_imported")["n"].item())


@cached
def superseded(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the keys of the evaluations superseded by a dated one with the same total; most queries exclude them."""
    # Finding them reads every evaluation, so a cheap query first checks whether the dataset can have any. Both run
    # through the store, not through query(), which itself calls this function for the parameter.
    if snapshot.store.read(sql_text("undated"), dataset=snapshot.dataset).is_empty():
        return ()
    text = sql_text(SUPERSEDED)
    return tuple(snapshot.store.read(text, dataset=snapshot.dataset, as_of=snapshot.as_of)["evaluation"])


def snapshot_of(store: Store, dataset: str = "real", as_of: int | None = None) -> Snapshot:
    """Return a snapshot of the store, by default of the real dataset as of the newest event.

    Raises:
        UnknownChoice: there is no such dataset or event.
    """
    if dataset not in DATASETS:
        message = _("Datasettet «{dataset}» finnes ikke. Velg {known:or}.", dataset=dataset, known=DATASETS)
        raise UnknownChoice("unknown_dataset", message)
    is_known = as_of is None or store.has_event(as_of)
    newest = store.newest_event()
    if not is_known:
        message = _(
            "Stand {as_of} finnes ikke. Hendelsene er nummerert fra 1 til {newest}.", as_of=as_of, newest=newest
        )
        raise UnknownChoice("unknown_event", message)
    return Snapshot(store, dataset, newest if as_of is None else as_of)


@cache
def sql_text(query: str) -> str:
    """Return the text of the SQL file of this name, from FOLDER or else STEPS."""
    shell_file = FOLDER / f"{query}.sql"
    return (shell_file if shell_file.exists() else STEPS / shell_file.name).read_text(encoding="utf-8")


@cache
def parameters_of(text: str) -> frozenset[str]:
    """Return the names of the `$parameters` in a SQL text, without the dollar sign."""
    # Comments are searched too, so they may name only parameters that the statement uses.
    return frozenset(re.findall(r"\$([a-z_]+)", text))


def did_you_mean(word: str, known: list[str]) -> Sentence | None:
    """Return the sentence `Mente du «Hemne»?` with the most similar known word, None if none is similar."""
    matches = get_close_matches(word, known, n=1)
    return _("Mente du «{did_you_mean}»?", did_you_mean=matches[0]) if matches else None
