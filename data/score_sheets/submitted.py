"""One evaluation as entered in a score sheet, with the cell of each value."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from data.score_sheets.finding import FindingCollector


@dataclass(frozen=True)
class Figure:
    """The points of one code, with sheet and cell, and the note and page entered beside them."""

    points: Decimal
    place: str
    note: str | None = None
    page: str | None = None


@dataclass(frozen=True)
class Star:
    """An explicit yes or no to a gold star, with sheet and cell."""

    given: bool
    place: str


@dataclass(frozen=True)
class Remark:
    """A strength, challenge or weakness of an area, with its page, or else sheet and cell."""

    area: int
    kind: str
    text: str
    place: str


@dataclass
class SubmittedEvaluation:
    """One evaluation of one file; a value that is missing or cannot be read is None.

    `basis` is that of all its figures, stated or derived; `points_place` is the sheet and cell where points belong.
    """

    collector: FindingCollector
    sheet: str
    cells: dict[str, str] = field(default_factory=dict)
    dataset: str | None = None
    country: str = "NO"
    number: str | None = None
    name: str | None = None
    county: str | None = None
    population: int | None = None
    population_date: date | None = None
    year: int | None = None
    year_basis: str = "stated"
    version: str | None = None
    report: str | None = None
    source: str | None = None
    income_group: str | None = None
    kostra_group: str | None = None
    basis: str | None = None
    version_basis: str | None = None
    figures: dict[str, Figure] = field(default_factory=dict)
    stars: dict[str, Star] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    points_place: tuple[str, str | None] | None = None

    def cell(self, name: str) -> str | None:
        """Return the cell that a field was read from, on the sheet of the evaluation's collector."""
        return self.cells.get(name)

    def key(self) -> tuple[str, int, str]:
        """Return number, year and version; only for an evaluation that has all three."""
        return self.number or "", self.year or 0, self.version or ""
