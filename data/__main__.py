"""Shell commands on the store: `python -m data imports | undo | import | template`."""

import argparse
import sys
from datetime import UTC, datetime

from data.imports import UndoRefused, imports, undo_import
from data.opening import open_store
from data.score_sheets.shell import add_commands, import_files, make_template
from data.shell import Commands, as_table, quiet, store_argument
from data.store import Store, StoreUnavailable


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0, 1 if findings stop an import, or 2 with a sentence on stderr."""
    quiet()
    options = _options().parse_args(arguments)
    try:
        return COMMANDS[options.command](open_store(options.store), options)
    except (UndoRefused, StoreUnavailable) as error:
        print(error, file=sys.stderr)
        return 2


def _imports(store: Store, _: argparse.Namespace) -> int:
    print(as_table(imports(store)))
    return 0


def _undo(store: Store, options: argparse.Namespace) -> int:
    event = undo_import(store, options.event, datetime.now(UTC), also_shipped=options.shipped)
    rows = {row["event"]: row for row in imports(store).iter_rows(named=True)}
    undone, kinds = rows[options.event], {number: row["kind"] for number, row in rows.items()}
    if undone["kind"] == "undo":
        about = "endring" if kinds[undone["undoes"]] == "plan" else "import"
        print(f"Angring {options.event} er angret: {about} {undone['undoes']} gjelder igjen, fra hendelse {event}.")
    else:
        about = "Endring" if undone["kind"] == "plan" else "Import"
        print(f"{about} {options.event} er angret. Angringen er hendelse {event}.")
    return 0


COMMANDS = {"imports": _imports, "undo": _undo, "import": import_files, "template": make_template}


def _options() -> argparse.ArgumentParser:
    parser = Commands("python -m data", description="Importer og angringer i datalageret.")
    store_argument(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS))
    commands.add_parser("imports", help="viser alle importer og angringer")
    undo = commands.add_parser("undo", help="angrer én import, eller én angring")
    undo.add_argument("event", type=int, metavar="IMPORT", help="nummeret på importen, eller på en angring")
    undo.add_argument("--shipped", action="store_true", help="også det som følger med programmet")
    add_commands(commands)
    for command in commands.choices.values():
        store_argument(command, default=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
