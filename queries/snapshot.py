"""Snapshots: one dataset of one store, as it was after one event."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

import polars as pl

from data.language import Sentence, _
from data.refusal import Refusal
from data.store import Store
from queries.caching import LOG, REFERENCE, cached, cached_log

FOLDER = Path(__file__).parent
"""SQL files that the shell can ask."""
STEPS = FOLDER / "steps"
"""SQL files that are only steps of a comparison."""
DATASETS = ("real", "example")
SUPERSEDED = "superseded"
GIVEN_TO_EVERY_QUERY = {"dataset", "as_of", SUPERSEDED}
"""Parameters that every query is given, asked or not."""


class UnknownChoice(Refusal, ValueError):
    """Something asked for does not exist."""


@dataclass(frozen=True)
class Snapshot:
    """One dataset of a store as of an event; every query is asked of a snapshot."""

    store: Store
    dataset: str
    as_of: int

    def narrowed(self, depends_on: str) -> "Snapshot":
        """Return the snapshot as of the newest event that an answer of this kind depends on; see queries/caching.py."""
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
        """Return the answer of the SQL file of this name; parameters it does not name are left out."""
        return self.query_with_frames(name, {}, **parameters)

    def query_with_frames(self, query: str, frames: dict[str, pl.DataFrame], **parameters: Any) -> pl.DataFrame:
        """Return the answer of a SQL file that names frames of ours beside the tables."""
        text = sql_text(query)
        known = {"dataset": self.dataset, "as_of": self.as_of} | parameters
        if SUPERSEDED in parameters_of(text):
            known[SUPERSEDED] = list(superseded(self))
        return self.store.read_beside(text, frames, **{name: known[name] for name in parameters_of(text)})

    def points_of(self, query: str, compared: pl.DataFrame, **only: Any) -> pl.DataFrame:
        """Return the points, area_points or question_points, of the evaluations in a frame: all, or of some parts."""
        chosen = {"area": None, "codes": None} | only
        return self.query_with_frames(query, {"member": compared.select("evaluation")}, **chosen)


@cached
def cached_query(snapshot: Snapshot, query: str, **parameters: Any) -> pl.DataFrame:
    """Return the answer of a SQL file about evaluations, asked for once by all who need it."""
    return snapshot.query(query, **parameters)


@cached_log
def log(snapshot: Snapshot) -> pl.DataFrame:
    """Return one row an event of the dataset, newest first."""
    return snapshot.query("events")


@cached
def in_store(snapshot: Snapshot) -> dict[str, Any]:
    """Return how many evaluations and municipalities there are, with which versions, and the newest year."""
    return snapshot.query("in_store").row(0, named=True)


@cached
def superseded(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the evaluations superseded by a dated one of the same total; nearly every query leaves them out."""
    # To ask which is to look at every evaluation, so it is first asked whether there can be any.
    if snapshot.store.read(sql_text("undated"), dataset=snapshot.dataset).is_empty():
        return ()
    text = sql_text(SUPERSEDED)
    return tuple(snapshot.store.read(text, dataset=snapshot.dataset, as_of=snapshot.as_of)["evaluation"])


def snapshot_of(store: Store, dataset: str = "real", as_of: int | None = None) -> Snapshot:
    """Return a snapshot of the store, by default as of its newest event.

    Raises:
        UnknownChoice: there is no such dataset or event.
    """
    newest = store.newest_event()
    if dataset not in DATASETS:
        told = _("Datasettet «{dataset}» finnes ikke. Velg {known:or}.", dataset=dataset, known=DATASETS)
        raise UnknownChoice("unknown_dataset", told)
    if as_of is not None and not 1 <= as_of <= newest:
        told = _("Stand {as_of} finnes ikke. Hendelsene er nummerert fra 1 til {newest}.", as_of=as_of, newest=newest)
        raise UnknownChoice("unknown_event", told)
    return Snapshot(store, dataset, newest if as_of is None else as_of)


@cache
def sql_text(query: str) -> str:
    """Return the text of the SQL file of this name, be it one that the shell can ask or a step."""
    of_shell = FOLDER / f"{query}.sql"
    return (of_shell if of_shell.exists() else STEPS / of_shell.name).read_text(encoding="utf-8")


@cache
def parameters_of(text: str) -> frozenset[str]:
    """Return the names of the `$parameters` in a SQL text."""
    return frozenset(re.findall(r"\$([a-z_]+)", text))


def did_you_mean(word: str, known: list[str]) -> Sentence | None:
    """Return `Mente du «Hemne»?` where a known word is near, else None."""
    near = get_close_matches(word, known, n=1)
    return _("Mente du «{did_you_mean}»?", did_you_mean=near[0]) if near else None
