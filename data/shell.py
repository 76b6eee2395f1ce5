"""What the shell commands share: parser, language, table and logging; invalid arguments give one sentence."""

import argparse
import logging
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import polars as pl

from data.language import N_, _
from data.logs import write_log
from data.opening import lake_address
from data.speaking import LANGUAGES, SOURCE, is_known

HEADINGS = {"positional arguments": N_("argumenter"), "options": N_("valg")}
"""The headings of argparse, and ours."""


class Help(argparse.HelpFormatter):
    """A help text with headings in the language spoken."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add how the command is written, after our word for it."""
        super().add_usage(usage, actions, groups, _("bruk: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Start a section under our heading."""
        super().start_section(_(HEADINGS[heading]) if heading in HEADINGS else heading)


class Commands(argparse.ArgumentParser):
    """An argument parser that rejects invalid arguments with one sentence and exit code 2."""

    arguments: Sequence[str] = ()

    def __init__(self, prog: str | None = None, **settings: Any) -> None:
        """Make the parser, with help in the language spoken."""
        super().__init__(prog, formatter_class=Help, add_help=False, **settings)
        self.add_argument("-h", "--help", action="help", help=_("viser denne hjelpen"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as argparse does, and keep the arguments for the error message."""
        self.arguments = list(args or ())
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Exit with the sentence; the English message of argparse goes to the log."""
        logging.getLogger(__name__).warning(message)
        written = " ".join([self.prog, *self.arguments])
        usage = " ".join(self.format_usage().removeprefix(_("bruk: ")).split())
        sentence = _("Kommandoen «{written}» forstås ikke. Skriv den slik: {usage}.", written=written, usage=usage)
        self.exit(2, sentence + "\n")


def store_argument(parser: argparse.ArgumentParser, **settings: Any) -> None:
    """Add the option `--store PATH`."""
    parser.add_argument("--store", type=_store, metavar=_("FIL"), help=_("datalageret som brukes"), **settings)


def _store(text: str) -> Path | str:
    return lake_address(text) or Path(text).resolve()


def language_argument(parser: argparse.ArgumentParser, **settings: Any) -> None:
    """Add the option `--language CODE`."""
    parser.add_argument("--language", choices=tuple(LANGUAGES), help=_("språket det svares på"), **settings)


def language_of(written: Sequence[str]) -> str:
    """Return the language that a command asks for by `--language`, before it is parsed: its help is told in it too."""
    asked = [after for option, after in pairwise(written) if option == "--language"]
    asked += [option.partition("=")[2] for option in written if option.startswith("--language=")]
    return asked[-1] if asked and is_known(asked[-1]) else SOURCE


def quiet() -> None:
    """Send log records nowhere, so that only the sentence is printed, unless KOMPASSROSEN_LOG asks for them."""
    write_log()
    logging.basicConfig(handlers=[logging.NullHandler()])


def as_table(frame: pl.DataFrame) -> str:
    """Return the whole frame as a text table, with no row, column or cell truncated."""
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=-1, fmt_str_lengths=10_000, tbl_hide_dataframe_shape=True):
        return str(frame)
