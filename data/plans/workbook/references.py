"""Finds the measure that a cell names: by its number in the workbook, its identifier, or its title."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from data.language import _
from data.plans.workbook.columns import MEASURES
from data.plans.workbook.names import heading_of, sheet_name
from data.plans.workbook.reading import BROKEN, ReadRow
from data.score_sheets.finding import FindingCollector
from data.score_sheets.reading.cell_values import shown
from data.score_sheets.reading.headings import comparable

SEPARATORS = re.compile("[;,\n]")


class References:
    """The measures of a workbook by what people call them."""

    def __init__(self, rows: Sequence[tuple[str, ReadRow]], collector: FindingCollector) -> None:
        """Take the identifier and row of each measure; a number that two rows have is an error."""
        self._by_number: dict[str, str] = {}
        for identifier, row in rows:
            number = row.values.get("number")
            if isinstance(number, str):
                self._add_number(number, identifier, row, collector)
        self._identifiers = {identifier for identifier, _row in rows}
        titles = {identifier: comparable(row.values.get("title")) for identifier, row in rows}
        times = Counter(titles.values())
        self._by_title = {title: identifier for identifier, title in titles.items() if times[title] == 1}

    def _add_number(self, number: str, identifier: str, row: ReadRow, collector: FindingCollector) -> None:
        if comparable(number) in self._by_number:
            found = _("Nr {number} står på to tiltak", number=shown(number))
            remedy = _("Gi det ene et annet nummer.")
            collector.on(row.sheet).error("number_twice", row.cell("number"), found, remedy)
        else:
            self._by_number[comparable(number)] = identifier

    def measure(self, said: str, others: Collection[str] = ()) -> str | None:
        """Return the identifier of the measure that is named, or None; `others` are known beside the workbook's."""
        named = comparable(said)
        if named in self._by_number:
            return self._by_number[named]
        if said in self._identifiers or said in others:
            return said
        return self._by_title.get(named)

    def measures(self, said: str, others: Collection[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the measures named in one cell, and the names that nothing has."""
        whole = self.measure(said, others)
        parts = [said] if whole else [part.strip() for part in SEPARATORS.split(said) if part.strip()]
        named = {part: self.measure(part, others) for part in parts}
        found = tuple(identifier for part in parts if (identifier := named[part]))
        return found, tuple(part for part in named if named[part] is None)


def note_unknown(said: str, row: ReadRow, field: str, collector: FindingCollector) -> None:
    """Add an error that no measure of the workbook is called so."""
    found = _("Ingen utfylt rad i arket {sheet} har nr «{said}»", sheet=sheet_name("measures"), said=shown(said))
    remedy = _("Skriv nummeret fra kolonnen «{column}».", column=heading_of("number", MEASURES))
    collector.on(row.sheet).error("unknown_reference", row.cell(field), found, remedy)


def given_text(values: Mapping[str, object], field: str) -> str | None:
    """Return the text in a field, None if it is empty or cannot be read."""
    value = values.get(field)
    return value if isinstance(value, str) and value is not BROKEN else None
