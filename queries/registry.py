"""Registry of the queries that the shell runs by name: registered functions, and the SQL files of this folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any

import polars as pl

from data.language import _, joined
from queries.arguments import KNOWN, OF_EVERY_QUERY, OF_ONE_EVALUATION, Argument, Arguments
from queries.choices import focus_in, key_in, planner_key_in
from queries.plans import refuse_unknown_programme
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
ONE_EVALUATION = "evaluations"
"""The SQL parameter that takes evaluations; the shell fills it with the one evaluation its arguments choose."""

OF_PLANS = {"programmes", "measures"}
"""SQL files about municipalities with a programme, which need not have an evaluation."""


@dataclass(frozen=True)
class Query:
    """A query of the shell.

    Attributes:
        ask: the function that runs it.
        takes: names of its arguments, besides those of every query.
        first_line: its description in the list of queries.
    """

    ask: Ask
    takes: frozenset[str]
    first_line: str


_python_queries: dict[str, Query] = {}


def shell_query(*takes: Argument[Any]) -> Callable[[Ask], Ask]:
    """Register a function as a query of the shell, under the function's name and with these arguments only."""

    def register(function: Ask) -> Ask:
        first_line = (function.__doc__ or "").partition("\n")[0]
        _python_queries[function.__name__] = Query(function, frozenset(argument.name for argument in takes), first_line)
        return function

    return register


@cache
def known_queries() -> Mapping[str, Query]:
    """Return every query by name: registered functions first, then the SQL files sorted by name."""
    # The import registers the functions; it is not at the top, since that module imports this one.
    import_module("queries.python_queries")
    return _python_queries | {name: _file_query(name) for name in sorted(path.stem for path in FOLDER.glob("*.sql"))}


def query_named(name: str) -> Ask:
    """Return the function that runs the query of this name.

    Raises:
        UnknownChoice: there is no such query.
    """
    queries_by_name = known_queries()
    if name not in queries_by_name:
        message = _("Spørsmålet «{query}» finnes ikke.", query=name)
        raise UnknownChoice("unknown_query", joined(message, did_you_mean(name, list(queries_by_name))))
    return queries_by_name[name].ask


def first_line(name: str) -> str:
    """Return the description of a query: the first line of its docstring or SQL comment."""
    return known_queries()[name].first_line


def refuse_ignored(name: str, arguments: Arguments) -> None:
    """Raise an error for arguments that a query does not take, rather than return a result that ignores them.

    Raises:
        UnknownChoice: the query does not take one of the arguments.
    """
    taken = known_queries()[name].takes | {argument.name for argument in OF_EVERY_QUERY}
    ignored = sorted({name for name, text in arguments.items() if text} - taken)
    if ignored:
        message = _("Spørsmålet «{query}» tar ikke {arguments:or}.", query=name, arguments=ignored)
        raise UnknownChoice("ignored_arguments", message)


def _file_query(name: str) -> Query:
    parameters = parameters_of(sql_text(name)) - GIVEN_TO_EVERY_QUERY
    evaluation_arguments = {argument.name for argument in OF_ONE_EVALUATION} if ONE_EVALUATION in parameters else set()
    first_line = sql_text(name).partition("\n")[0].removeprefix("-- ")
    return Query(partial(_run_file, name), parameters - {ONE_EVALUATION} | evaluation_arguments, first_line)


def _run_file(name: str, snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    parameters = parameters_of(sql_text(name)) - GIVEN_TO_EVERY_QUERY
    values = {parameter: KNOWN[parameter].of(arguments) for parameter in parameters - {ONE_EVALUATION}}
    if ONE_EVALUATION in parameters:
        values[ONE_EVALUATION] = [focus_in(snapshot, arguments).evaluation]
    if values.get("municipality"):
        values["municipality"] = (
            planner_key_in(snapshot, arguments) if name in OF_PLANS else key_in(snapshot, arguments)
        )
    if programme := values.get("programme"):
        refuse_unknown_programme(snapshot, programme)
    return snapshot.query(name, **values)
