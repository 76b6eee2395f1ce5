"""`python -m queries NAME key=value…`: asks one query of the store and prints the answer."""

import argparse
import json
import sys
from pathlib import Path

import polars as pl

from data.opening import open_store, store_path
from data.shell import Commands, as_table, quiet, store_argument
from data.store import StoreUnavailable
from queries.arguments import arguments_from
from queries.choices import snapshot_in
from queries.registry import first_line, known_queries, query_named, refuse_ignored
from queries.snapshot import UnknownChoice


def main(written: list[str]) -> int:
    """Print the answer, or the list of queries where none is named; return 0, or 2 when it cannot be asked."""
    quiet()
    options = _options().parse_args(written)
    if options.name is None:
        print("\n".join(f"{name:22} {first_line(name)}" for name in known_queries()))
        return 0
    try:
        arguments = arguments_from(options.arguments)
        query = query_named(options.name)
        refuse_ignored(options.name, arguments)
        store = open_store(options.store, read_only=_exists(options.store))
        print(_formatted(query(snapshot_in(store, arguments), arguments), options.format))
    except (UnknownChoice, StoreUnavailable) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options() -> argparse.ArgumentParser:
    parser = Commands("python -m queries", description="Stiller ett spørsmål til datalageret.")
    parser.add_argument("name", nargs="?", metavar="SPØRSMÅL", help="uten navn listes alle spørsmål")
    parser.add_argument("arguments", nargs="*", metavar="nøkkel=verdi", help="for eksempel municipality=1612 year=2018")
    store_argument(parser)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="hvordan svaret skrives")
    return parser


def _exists(store: Path | None) -> bool:
    return (store or store_path()).exists()


def _formatted(answer: pl.DataFrame, form: str) -> str:
    if form == "json":
        return json.dumps(answer.to_dicts(), ensure_ascii=False, indent=2, default=str)
    if form == "csv":
        return _flat(answer).write_csv().rstrip("\n")
    return as_table(answer)


def _flat(answer: pl.DataFrame) -> pl.DataFrame:
    """Return the answer with each list as one text, since a field of a csv file holds no list."""
    lists = [name for name, kind in answer.schema.items() if isinstance(kind, pl.List)]
    return answer.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join(", ") for name in lists)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
