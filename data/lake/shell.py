"""The shell commands of a lake: `python -m data lake create | copy FILE | export FILE | status | maintain`."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from data.lake import replica
from data.lake.address import DATA, FORM, Lake, lake_at
from data.lake.deadline import Steps
from data.lake.filling import fill
from data.lake.maintaining import maintain
from data.lake.reading import head, head_of
from data.lake.refusals import Conflict, LakeBusy, LakeLost, LakeSilent, LakeUnable, LakeUnavailable, refused
from data.lake.session import lost_as_such, session
from data.lake.writing import to_write
from data.language import _
from data.opening import lake_address, open_store
from data.refusal import Refusal
from data.store import Answer, connect, log

DONE, UNUSABLE = 0, 2


class CommandRefused(Refusal):
    """The command did nothing; the message gives the reason and a remedy."""


def run(options: argparse.Namespace) -> int:
    """Run one command and return its exit code: 0, or 2 with a sentence on stderr."""
    try:
        return COMMANDS[options.action](_lake(options), options)
    except Refusal as refused:
        print(refused, file=sys.stderr)
        return UNUSABLE


def _lake(options: argparse.Namespace) -> Lake:
    address = lake_address(options.store)
    if address is None:
        sentence = _(
            "Si hvilket felles datalager det gjelder, med KOMPASSROSEN_STORE eller --store: {form}.",
            form=FORM,
        )
        raise CommandRefused("no_lake_named", sentence)
    return lake_at(address)


def _create(lake: Lake, _options: argparse.Namespace) -> int:
    data = os.environ.get(DATA)
    if not data:
        sentence = _(
            "Si hvor filene i det felles datalageret skal ligge, med miljøvariabelen {name}: en mappe eller s3://….",
            name=DATA,
        )
        raise CommandRefused("no_lake_data", sentence)
    with _file_of_first_start() as file:
        _reached(lake, partial(_make, lake, data, file))
    event = _reached(lake, partial(head, lake), saves=False).event
    print(_("Det felles datalageret {lake} er laget, med {event} hendelser.", lake=lake.name, event=event))
    return DONE


def _make(lake: Lake, data: str, file: Path) -> None:
    _refuse_if_made(lake)
    with session(lake, data=data if "://" in data else str(Path(data).resolve())):
        pass  # makes the catalogue where there is none
    with to_write(lake) as opened, lost_as_such():
        _refuse_if_made(lake)  # again: now nobody else can make it
        fill(opened, file)


def _refuse_if_made(lake: Lake) -> None:
    try:
        head(lake)
    except LakeUnavailable as refused:
        if refused.code != "lake_not_made":
            raise
        return
    sentence = _("Det felles datalageret {lake} finnes allerede. Ingenting er endret.", lake=lake.name)
    raise CommandRefused("lake_exists", sentence)


def _copy(lake: Lake, options: argparse.Namespace) -> int:
    with _file_to_copy(options.file) as file:
        _reached(lake, partial(_replace, lake, file))
    event = _reached(lake, partial(head, lake), saves=False).event
    print(_("Det felles datalageret {lake} holder nå {event} hendelser.", lake=lake.name, event=event))
    return DONE


def _replace(lake: Lake, file: Path) -> None:
    with to_write(lake) as opened, lost_as_such():
        head_of(opened)
        own = opened.frame("select count(*) from event where event not in (select event from shipped)").item()
        if own:
            sentence = _(
                "Det felles datalageret {lake} holder mer enn det som følger med programmet, og det ville gått tapt. "
                "Antall hendelser: {n}. Ingenting er endret; kopier til et nytt datalager.",
                lake=lake.name,
                n=own,
            )
            raise CommandRefused("lake_in_use", sentence)
        fill(opened, file)


def _export(lake: Lake, options: argparse.Namespace) -> int:
    file: Path = options.file
    if file.exists():
        raise CommandRefused("file_exists", _("Filen {file} finnes allerede. Ingenting er endret.", file=file.name))
    if not file.parent.is_dir():
        raise CommandRefused("no_such_folder", _("Mappen {folder} finnes ikke.", folder=file.parent.name))
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        new = Path(folder) / file.name
        event = _reached(lake, partial(_exported, lake, new), saves=False)
        new.rename(file)
    print(_("{file} holder nå alle {event} hendelser i {lake}.", file=file.name, event=event, lake=lake.name))
    return DONE


def _exported(lake: Lake, new: Path) -> int:
    with session(lake, read_only=True) as opened:
        return replica.copy_to_file(opened, new).event


def _status(lake: Lake, _options: argparse.Namespace) -> int:
    now = _reached(lake, partial(head, lake), saves=False)
    print(_("Det felles datalageret {lake} svarer.", lake=lake.name))
    print(_("Nyeste hendelse: {event}. Utgave: {edition}.", event=now.event, edition=now.edition))
    return DONE


def _maintain(lake: Lake, _options: argparse.Namespace) -> int:
    before, after = _reached(lake, partial(maintain, lake))
    print(_("Filer i det felles datalageret: {before} før, {after} nå.", before=before, after=after))
    return DONE


COMMANDS: dict[str, Callable[[Lake, argparse.Namespace], int]] = {
    "create": _create,
    "copy": _copy,
    "export": _export,
    "status": _status,
    "maintain": _maintain,
}


def _reached(lake: Lake, step: Callable[[], Answer], *, saves: bool = True) -> Answer:
    """Return what a step on the lake returns, or refuse if the lake does not answer."""
    try:
        return Steps(lake).run(step)
    except LakeLost as error:
        log.error("lake %s: %s", lake.name, error)
        raise refused(_code(error, saves=saves), lake=lake.name) from error


def _code(error: LakeLost, *, saves: bool) -> str:
    if isinstance(error, LakeSilent) and saves:
        return "lake_silent_while_saving"
    return error.code if isinstance(error, LakeBusy | Conflict | LakeUnable) else "lake_command_failed"


@contextmanager
def _file_of_first_start() -> Iterator[Path]:
    """Yield a file that holds what a first start makes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "new.duckdb"
        open_store(file).close()
        yield file


@contextmanager
def _file_to_copy(path: Path) -> Iterator[Path]:
    """Yield a copy of a store's file in this program's edition; the file itself stays as it is.

    Raises:
        CommandRefused: there is no such file.
        StoreUnavailable: it is no store, or another program has it open, and could write to it while it is copied.
    """
    if not path.exists():
        raise CommandRefused("no_such_file", _("Filen {file} finnes ikke.", file=path.name))
    connect(path, read_only=True).close()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path.name
        for part in (path, path.with_name(f"{path.name}.wal")):
            if part.exists():
                shutil.copy(part, Path(folder) / part.name)
        open_store(file).close()  # which brings it up to date
        yield file
