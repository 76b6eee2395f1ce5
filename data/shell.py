"""What the shell commands share: parser, table and logging; invalid arguments give one Norwegian sentence."""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import polars as pl


class Commands(argparse.ArgumentParser):
    """An argument parser that rejects invalid arguments with one Norwegian sentence and exit code 2."""

    arguments: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as argparse does, and keep the arguments for the error message."""
        self.arguments = list(args or ())
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Exit with the sentence; the English message of argparse goes to the log."""
        logging.getLogger(__name__).warning(message)
        written = " ".join([self.prog, *self.arguments])
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        self.exit(2, f"Kommandoen «{written}» forstås ikke. Skriv den slik: {usage}.\n")


def store_argument(parser: argparse.ArgumentParser, **settings: Any) -> None:
    """Add the option `--store PATH`."""
    parser.add_argument(
        "--store", type=lambda text: Path(text).resolve(), metavar="FIL", help="datalageret som brukes", **settings
    )


def quiet() -> None:
    """Send log records nowhere, so that only the sentence is printed."""
    logging.basicConfig(handlers=[logging.NullHandler()])


def as_table(frame: pl.DataFrame) -> str:
    """Return the whole frame as a text table, with no row, column or cell truncated."""
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=-1, fmt_str_lengths=10_000, tbl_hide_dataframe_shape=True):
        return str(frame)
