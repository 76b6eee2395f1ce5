"""`python -m queries NAME key=value…`: runs one query on the store and prints the result."""

import argparse
import json
import sys

import polars as pl

from data.catalogues import named
from data.language import _
from data.opening import open_store, store_exists
from data.shell import Commands, as_table, language_argument, language_of, quiet, store_argument
from data.speaking import speaking
from data.store import StoreUnavailable
from queries.arguments import arguments_from
from queries.choices import snapshot_in
from queries.registry import first_line, known_queries, query_named, refuse_ignored
from queries.snapshot import UnknownChoice

WRITTEN = ("programmes", "measures", "followup", "remarks")
"""Queries whose texts people wrote; they stay as they are, and the rest of their words are codes."""


def main(written: list[str]) -> int:
    """Print the result, or the list of queries if no name is given; return exit code 0, or 2 for an error."""
    quiet()
    with speaking(language_of(written)):
        return _answered(written)


def _answered(written: list[str]) -> int:
    options = _argument_parser().parse_args(written)
    if options.name is None:
        print("\n".join(f"{name:22} {first_line(name)}" for name in known_queries()))
        return 0
    try:
        arguments = arguments_from(options.arguments)
        query = query_named(options.name)
        refuse_ignored(options.name, arguments)
        # A store that does not exist yet is created, which a read-only connection cannot do.
        store = open_store(options.store, read_only=store_exists(options.store))
        answer = query(snapshot_in(store, arguments), arguments)
        print(_formatted(answer if options.name in WRITTEN else _in_language(answer), options.format))
    except (UnknownChoice, StoreUnavailable) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _argument_parser() -> argparse.ArgumentParser:
    parser = Commands("python -m queries", description=_("Stiller ett spørsmål til datalageret."))
    parser.add_argument("name", nargs="?", metavar=_("SPØRSMÅL"), help=_("uten navn listes alle spørsmål"))
    parser.add_argument(
        "arguments", nargs="*", metavar=_("nøkkel=verdi"), help=_("for eksempel municipality=1612 year=2018")
    )
    store_argument(parser)
    language_argument(parser)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help=_("hvordan svaret skrives"))
    return parser


def _formatted(result: pl.DataFrame, output_format: str) -> str:
    if output_format == "json":
        return json.dumps(result.to_dicts(), ensure_ascii=False, indent=2, default=str)
    if output_format == "csv":
        return _lists_as_text(result).write_csv().rstrip("\n")
    return as_table(result)


def _in_language(result: pl.DataFrame) -> pl.DataFrame:
    """Return the result with the names of areas, questions and groups in the language spoken."""
    texts = [name for name, dtype in result.schema.items() if dtype == pl.String]
    return result.with_columns(
        pl.Series(name, [text and named(text) for text in result[name].to_list()], dtype=pl.String) for name in texts
    )


def _lists_as_text(result: pl.DataFrame) -> pl.DataFrame:
    """Return the result with each list joined to one text, since a CSV field cannot hold a list."""
    list_columns = [name for name, dtype in result.schema.items() if isinstance(dtype, pl.List)]
    return result.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join(", ") for name in list_columns)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
