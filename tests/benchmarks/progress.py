"""What goes on, told on standard error while it goes on."""

import sys
import time

_began = time.monotonic()


def tell(what: str) -> None:
    """Say what is done now, over the line that said what was done before where a person looks on."""
    line = f"{time.monotonic() - _began:6.0f} s  {what}"
    sys.stderr.write(f"\r\033[K{line}" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()


def tell_round(what: str, number: int, rounds: int) -> None:
    """Say which round of how many is taken, counted from 0; only the first one where the lines stay."""
    if number == 0 or sys.stderr.isatty():
        tell(f"{what}: round {number + 1} of {rounds}" if sys.stderr.isatty() else f"{what}: {rounds} rounds")


def done() -> None:
    """End the line that is written over again and again."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
