"""Kinds of cells: how a value of a plan is written in a cell, and read from what people make of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from data.catalogues import Written
from data.language import _
from data.plans.workbook import limits
from data.score_sheets.reading import cell_values as values
from data.score_sheets.reading.cell_values import Unreadable, clean, is_empty, shown
from data.score_sheets.reading.headings import comparable, every
from data.score_sheets.writing import cells

LINE_END = re.compile(r"\r\n|\r|\n")
NORWEGIAN_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
NORWEGIAN_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
KRONER = re.compile(r"(?i)^kr\.?\s*|\s*(kr\.?|kroner|,-)$")


@dataclass(frozen=True)
class Kind:
    """One kind of cell.

    Attributes:
        read: returns the value of a cell that is not empty; raises Unreadable.
        write: returns what stands in the cell.
        look: the number format of the cell.
        words: returns the list to choose from; empty if any value may be written.
        align: where the value stands in the cell.
    """

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    look: str = cells.TEXT
    words: Callable[[], tuple[str, ...]] = tuple
    align: str = "left"

    def normal(self, value: Any) -> Any:
        """Return a stored value as it comes back from a cell that nobody has changed."""
        written = None if value is None else self.write(value)
        try:
            return None if is_empty(written) else self.read(written)
        except Unreadable:
            return value


def read_text(value: Any) -> str:
    """Return a text with its line breaks, without invisible characters."""
    if not isinstance(value, str):
        return values.text_of(value, limits.TEXT)
    values.refuse_uncalculated(value, as_text=True)
    if len(value) > limits.TEXT:
        return values.text_of(value, limits.TEXT)
    return Written("\n".join(clean(line) for line in LINE_END.split(value)).strip("\n"))


def read_date(value: Any) -> str:
    """Return a date as exact as it is written: `2013`, `2013-03` or `2013-03-15`; other texts are left to the rules."""
    values.refuse_uncalculated(value, as_text=True)
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    text = values.text_of(value, limits.TEXT)
    if day := NORWEGIAN_DAY.fullmatch(text):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if month := NORWEGIAN_MONTH.fullmatch(text):
        return f"{month[2]}-{int(month[1]):02}"
    return text


def whole(least: int, most: int) -> Callable[[Any], int]:
    """Return a reader of whole numbers within bounds."""

    def read(value: Any) -> int:
        expected = _("et helt tall fra {least:number} til {most:number}", least=least, most=most)
        number = values.decimal(value, expected)
        if number != number.to_integral_value() or not least <= number <= most:
            found = _("{number:exact} er ikke et tall som kan stå her", number=number)
            raise Unreadable("number_out_of_bounds", found, _("Rett tallet."), expected)
        return int(number)

    return read


def read_kroner(value: Any) -> int:
    """Return an amount in whole kroner; text may have `kr` beside the number."""
    bare = KRONER.sub("", clean(value)) if type(value) is str else value
    return whole(-limits.MOST_KRONER, limits.MOST_KRONER)(bare)


def read_points(value: Any) -> Decimal:
    """Return points; the rules say which are possible."""
    number = values.decimal(value, _("et tall med høyst én desimal"))
    if abs(number) > limits.MOST_POINTS:
        found = _("{number:exact} er ikke et tall som kan stå her", number=number)
        raise Unreadable("number_out_of_bounds", found, _("Rett tallet."))
    return number


def read_number_of_municipality(value: Any) -> str:
    """Return a municipality number with the zeros that Excel takes away: 301 is 0301."""
    text = values.text_of(value)
    return text.zfill(4) if text.isdecimal() else text


def read_reference(value: Any) -> str:
    """Return what names a measure, `3`; several are separated by semicolons."""
    if isinstance(value, float) and not value.is_integer():
        found = _("Her står tallet {number:exact}", number=value)
        remedy = _("Skriv tiltakenes nummer med semikolon mellom: 2; 5.")
        raise Unreadable("number_for_list", found, remedy)
    return values.text_of(value, limits.TEXT)


def word_for(words: Mapping[Any, str], *, numbered: bool = False) -> Kind:
    """Return the kind of a cell with one of these words in any language, which stand for codes, understood too.

    Where they are `numbered`, the code stands before the word, and either is enough.
    """

    @cache
    def codes() -> Mapping[str, Any]:
        forms = [(form, code) for code, word in words.items() for form in every(word)]
        forms += [(word, code) for code, word in words.items()]  # bokmål decides where two languages differ
        said = {comparable(form): code for form, code in forms}
        if numbered:
            said |= {comparable(f"{code} {form}"): code for form, code in forms}
        return {comparable(str(code)): code for code in words} | said

    def told(code: Any) -> str:
        word = _(words[code])
        return _("{level} {name}", level=code, name=word) if numbered else word

    def read(value: Any) -> Any:
        said = comparable(values.text_of(value))
        if said in codes():
            return codes()[said]
        known = tuple(map(told, words))
        remedy = values.with_guess(_("Velg fra listen."), said, known)
        found = _("«{said}» er ikke et av valgene", said=shown(value))
        raise Unreadable("not_a_choice", found, remedy, _("{known:commas}", known=known))

    def write(code: Any) -> str:
        return told(code) if code in words else str(code)

    return Kind(read, write, words=lambda: tuple(map(told, words)))


def _as_it_is(value: Any) -> Any:
    return value


def _cut(value: str) -> str:
    return value[: limits.TEXT]


TEXT = Kind(read_text, _cut)
KNOWN_DATE = Kind(read_date, _cut)
REFERENCE = Kind(read_reference, _as_it_is)
MUNICIPALITY = Kind(read_number_of_municipality, str)
VERSION = Kind(values.code, str)
QUESTION = Kind(values.code, str)
YEAR = Kind(whole(limits.FIRST_YEAR, limits.LAST_YEAR), _as_it_is, cells.WHOLE, align="right")
EVENT = Kind(whole(1, 10**9), _as_it_is, cells.WHOLE)
UNITS = Kind(whole(-limits.MOST_UNITS, limits.MOST_UNITS), _as_it_is, cells.WHOLE, align="right")
SCORE = Kind(
    whole(-limits.MOST_UNITS, limits.MOST_UNITS), _as_it_is, cells.WHOLE, lambda: ("1", "2", "3", "4", "5"), "right"
)
AREA = Kind(whole(1, 8), _as_it_is, cells.WHOLE, lambda: tuple(map(str, range(1, 9))), "right")
KRONE = Kind(read_kroner, _as_it_is, "#,##0", align="right")
POINTS = Kind(read_points, _as_it_is, cells.ONE_DECIMAL, align="right")
