"""A file somebody hands in, and its name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.score_sheets import limits
from data.score_sheets.values import clean


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
    counts: Counter[str] = Counter()
    apart = []
    for file in files:
        counts[file.label] += 1
        stem, dot, kind = file.name.rpartition(".")
        again = f"{stem or kind} ({counts[file.label]}){dot}{kind if stem else ''}"
        apart.append(file if counts[file.label] == 1 else replace(file, name=again))
    return apart
