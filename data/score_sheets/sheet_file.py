"""A file somebody hands in, and its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from data.score_sheets import limits
from data.score_sheets.reading.cell_values import clean


@dataclass(frozen=True)
class SheetFile:
    """A file somebody hands in."""

    name: str
    content: bytes

    @property
    def label(self) -> str:
        """Return the name as findings show it."""
        return clean(self.name)[: limits.SHORT_TEXT] or "filen"


def named_apart(files: Sequence[SheetFile]) -> list[SheetFile]:
    """Return the files with a number behind a name that stands before it in the list: `ark (2).xlsx`."""
    apart: list[SheetFile] = []
    for file in files:
        parse_cell = {other.label for other in apart}
        free = (one for one in _names(file) if replace(file, name=one).label not in parse_cell)
        apart.append(replace(file, name=next(free)))
    return apart


def _names(file: SheetFile) -> Iterator[str]:
    """Give the name of a file, then the same with 2, 3 … behind it, short enough that the number is shown."""
    yield file.name
    stem, dot, kind = file.label.rpartition(".")
    for number in count(2):
        yield f"{(stem or kind)[: limits.SHORT_TEXT - 20]} ({number}){dot}{kind[:10] if stem else ''}"
