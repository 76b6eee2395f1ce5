"""The queries that the shell can ask by name: functions that register here, and the SQL files of this folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any

import polars as pl

from data.language import _, joined
from queries.arguments import KNOWN, OF_EVERY_QUERY, OF_ONE_EVALUATION, Argument, Arguments
from queries.choices import focus_in, key_in
from queries.snapshot import (
    FOLDER,
    GIVEN_TO_EVERY_QUERY,
    Snapshot,
    UnknownChoice,
    did_you_mean,
    parameters_of,
    sql_text,
)

Ask = Callable[[Snapshot, Arguments], pl.DataFrame]
ONE_EVALUATION = {"evaluation", "evaluations"}
"""Parameters of a SQL file that tells of one evaluation when the shell asks it."""


@dataclass(frozen=True)
class Query:
    """A query that the shell can ask.

    Attributes:
        ask: answers it.
        takes: names of the arguments it listens to, beside those of every query.
        first_line: what it answers.
    """

    ask: Ask
    takes: frozenset[str]
    first_line: str


_python_queries: dict[str, Query] = {}


def shell_query(*takes: Argument[Any]) -> Callable[[Ask], Ask]:
    """Let the shell ask a function by the name of its function, with these arguments and no others."""

    def register(function: Ask) -> Ask:
        first_line = (function.__doc__ or "").partition("\n")[0]
        _python_queries[function.__name__] = Query(function, frozenset(one.name for one in takes), first_line)
        return function

    return register


@cache
def known_queries() -> Mapping[str, Query]:
    """Return every query by name: those made in Python, then those that are one SQL file."""
    import_module("queries.python_queries")  # which registers them
    return _python_queries | {name: _of_file(name) for name in sorted(path.stem for path in FOLDER.glob("*.sql"))}


def query_named(name: str) -> Ask:
    """Return what answers the query of this name.

    Raises:
        UnknownChoice: there is none.
    """
    known = known_queries()
    if name not in known:
        told = _("Spørsmålet «{query}» finnes ikke.", query=name)
        raise UnknownChoice("unknown_query", joined(told, did_you_mean(name, list(known))))
    return known[name].ask


def first_line(name: str) -> str:
    """Return what a query answers, in its first line of comment."""
    return known_queries()[name].first_line


def refuse_ignored(name: str, arguments: Arguments) -> None:
    """Refuse arguments that a query would not listen to, since the answer would not be to what was asked.

    Raises:
        UnknownChoice: the query does not take one of the arguments.
    """
    taken = known_queries()[name].takes | {one.name for one in OF_EVERY_QUERY}
    ignored = sorted(set(arguments) - taken)
    if ignored:
        told = _("Spørsmålet «{query}» tar ikke {arguments:or}.", query=name, arguments=ignored)
        raise UnknownChoice("ignored_arguments", told)


def _of_file(name: str) -> Query:
    parameters = parameters_of(sql_text(name)) - GIVEN_TO_EVERY_QUERY
    of_one = {one.name for one in OF_ONE_EVALUATION} if parameters & ONE_EVALUATION else set()
    first_line = sql_text(name).partition("\n")[0].removeprefix("-- ")
    return Query(partial(_ask_file, name), parameters - ONE_EVALUATION | of_one, first_line)


def _ask_file(name: str, snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    parameters = parameters_of(sql_text(name)) - GIVEN_TO_EVERY_QUERY
    values = {parameter: KNOWN[parameter].of(arguments) for parameter in parameters - ONE_EVALUATION}
    if parameters & ONE_EVALUATION:
        focus = focus_in(snapshot, arguments).evaluation
        values |= {"evaluation": focus, "evaluations": [focus]}
    if values.get("municipality"):
        values["municipality"] = key_in(snapshot, arguments)
    return snapshot.query(name, **values)
