"""Uploaded files and their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from data.score_sheets import limits
from data.score_sheets.reading.cell_values import clean


@dataclass(frozen=True)
class SheetFile:
    """An uploaded file."""

    name: str
    content: bytes

    @property
    def label(self) -> str:
        """Return the file name as shown in findings."""
        return clean(self.name)[: limits.SHORT_TEXT] or "filen"


def named_apart(files: Sequence[SheetFile]) -> list[SheetFile]:
    """Return the files with distinct names: a repeated name gets a number, `ark (2).xlsx`."""
    renamed: list[SheetFile] = []
    for file in files:
        taken = {other.label for other in renamed}
        free_names = (name for name in _names(file) if replace(file, name=name).label not in taken)
        renamed.append(replace(file, name=next(free_names)))
    return renamed


def _names(file: SheetFile) -> Iterator[str]:
    """Yield the file name, then numbered from 2, shortened so that the label still shows the number."""
    yield file.name
    stem, dot, kind = file.label.rpartition(".")
    for number in count(2):
        yield f"{(stem or kind)[: limits.SHORT_TEXT - 20]} ({number}){dot}{kind[:10] if stem else ''}"
