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
    renamed: list[SheetFile] = []
    for file in files:
        taken = {other.label for other in renamed}
        free_names = (name for name in _names(file) if replace(file, name=name).label not in taken)
        renamed.append(replace(file, name=next(free_names)))
    return renamed


def _names(file: SheetFile) -> Iterator[str]:
    """Give the name of a file, then the same with 2, 3 … behind it, short enough that the number is shown."""
    yield file.name
    stem, dot, kind = file.label.rpartition(".")
    for number in count(2):
        yield f"{(stem or kind)[: limits.SHORT_TEXT - 20]} ({number}){dot}{kind[:10] if stem else ''}"
