"""`python -m data imports` shows the log; `python -m data undo IMPORT` undoes one import."""

import argparse
import sys
from datetime import UTC, datetime

from data.imports import UndoRefused, imports, undo_import
from data.opening import open_store
from data.shell import Commands, as_table, quiet, store_argument
from data.store import StoreUnavailable


def main(arguments: list[str]) -> int:
    """Carry out one command; return 0, or 2 with a sentence when it cannot be done."""
    quiet()
    options = _options().parse_args(arguments)
    try:
        store = open_store(options.store)
        if options.command == "imports":
            print(as_table(imports(store)))
        else:
            event = undo_import(store, options.event, datetime.now(UTC))
            print(f"Import {options.event} er angret. Angringen er hendelse {event}.")
    except (UndoRefused, StoreUnavailable) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _options() -> argparse.ArgumentParser:
    parser = Commands("python -m data", description="Importer og angringer i datalageret.")
    store_argument(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="imports|undo")
    commands.add_parser("imports", help="viser alle importer og angringer")
    undo = commands.add_parser("undo", help="angrer én import")
    undo.add_argument("event", type=int, metavar="IMPORT", help="nummeret på importen")
    for command in commands.choices.values():
        store_argument(command, default=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
