"""What the shell commands share: one Norwegian sentence when the words are not understood, and no log on the screen."""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import polars as pl


class Commands(argparse.ArgumentParser):
    """A parser of arguments that refuses what it does not understand in a sentence, with exit code 2."""

    arguments: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as the library does, and remember what was written for a refusal."""
        self.arguments = list(args or ())
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Refuse; what the library says of it in English goes to the log."""
        logging.getLogger(__name__).warning(message)
        written = " ".join([self.prog, *self.arguments])
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        self.exit(2, f"Kommandoen «{written}» forstås ikke. Skriv den slik: {usage}.\n")


def store_argument(parser: argparse.ArgumentParser, **settings: Any) -> None:
    """Let a command take `--store PATH`."""
    parser.add_argument(
        "--store", type=lambda text: Path(text).resolve(), metavar="FIL", help="datalageret som brukes", **settings
    )


def quiet() -> None:
    """Keep the log off the screen: who stands at a shell gets the sentence alone."""
    logging.basicConfig(handlers=[logging.NullHandler()])


def as_table(frame: pl.DataFrame) -> str:
    """Return all of a frame as a table of text, no cell cut short."""
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_width_chars=-1, fmt_str_lengths=10_000, tbl_hide_dataframe_shape=True):
        return str(frame)
