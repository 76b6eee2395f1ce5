"""Shell commands on the store: `python -m data imports | undo | import | template | lake`."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from data.imports import UndoRefused, imports, told_title, undo_import
from data.language import N_, _
from data.opening import open_store
from data.score_sheets.shell import add_commands, import_files, make_template
from data.shell import Commands, as_table, language_argument, language_of, quiet, store_argument
from data.speaking import speaking
from data.store import Store, StoreUnavailable


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0, 1 if findings stop an import, or 2 with a sentence on stderr."""
    quiet()
    with speaking(language_of(arguments)):
        return _answered(arguments)


def _answered(arguments: list[str]) -> int:
    options = _options().parse_args(arguments)
    if options.command == "lake":
        from data.lake.shell import run  # a store in a file needs nothing of it

        return run(options)
    try:
        return COMMANDS[options.command](open_store(options.store), options)
    except (UndoRefused, StoreUnavailable) as error:
        print(error, file=sys.stderr)
        return 2


def _imports(store: Store, _options: argparse.Namespace) -> int:
    events = imports(store)
    titles = pl.Series("title", map(told_title, events["title"]), pl.String)
    print(as_table(events.with_columns(titles)))
    return 0


def _undo(store: Store, options: argparse.Namespace) -> int:
    event = undo_import(store, options.event, datetime.now(UTC), also_shipped=options.shipped)
    rows = {row["event"]: row for row in imports(store).iter_rows(named=True)}
    undone, kinds = rows[options.event], {number: row["kind"] for number, row in rows.items()}
    if undone["kind"] == "undo":
        message = UNDO_UNDONE[kinds[undone["undoes"]]]
        print(_(message, undo=options.event, undone=undone["undoes"], event=event))
    else:
        print(_(UNDONE[undone["kind"]], undone=options.event, event=event))
    return 0


UNDONE = {
    "import": N_("Import {undone} er angret. Angringen er hendelse {event}."),
    "plan": N_("Endring {undone} er angret. Angringen er hendelse {event}."),
}
UNDO_UNDONE = {
    "import": N_("Angring {undo} er angret: import {undone} gjelder igjen, fra hendelse {event}."),
    "plan": N_("Angring {undo} er angret: endring {undone} gjelder igjen, fra hendelse {event}."),
}


COMMANDS = {"imports": _imports, "undo": _undo, "import": import_files, "template": make_template}


def _options() -> argparse.ArgumentParser:
    parser = Commands("python -m data", description=_("Importer og angringer i datalageret."))
    store_argument(parser)
    language_argument(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join([*COMMANDS, "lake"]))
    commands.add_parser("imports", help=_("viser alle importer og angringer"))
    undo = commands.add_parser("undo", help=_("angrer én import, eller én angring"))
    undo.add_argument("event", type=int, metavar="IMPORT", help=_("nummeret på importen, eller på en angring"))
    undo.add_argument("--shipped", action="store_true", help=_("også det som følger med programmet"))
    add_commands(commands)
    _add_lake(commands)
    for command in commands.choices.values():
        store_argument(command, default=argparse.SUPPRESS)
        language_argument(command, default=argparse.SUPPRESS)
    return parser


def _add_lake(commands: "argparse._SubParsersAction[Commands]") -> None:
    lake = commands.add_parser("lake", help=_("et datalager som flere servere deler"))
    actions = lake.add_subparsers(dest="action", required=True, metavar="|".join(LAKE))
    for action, (text, has_file) in LAKE.items():
        command = actions.add_parser(action, help=_(text))
        store_argument(command, default=argparse.SUPPRESS)
        language_argument(command, default=argparse.SUPPRESS)
        if has_file:
            command.add_argument("file", type=Path, metavar=_("FIL"), help=_("filen"))


LAKE = {
    "create": (N_("lager et felles datalager og fyller det som ved første start"), False),
    "copy": (N_("kopierer alt i en fil til et felles datalager som bare holder det som følger med"), True),
    "export": (N_("kopierer alt i det felles datalageret til en ny fil"), True),
    "status": (N_("viser om det felles datalageret svarer, og hvor langt det er kommet"), False),
    "maintain": (N_("slår sammen små filer i det felles datalageret; ingen hendelse går tapt"), False),
}
"""What can be done with a store that servers share, what that is, and whether it takes a file."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
