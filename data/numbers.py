"""Formatting of numbers, dates and lists of words in the language spoken."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from data.speaking import language

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
MISSING = ".."
TOO_LARGE = 10**12


class Manner(NamedTuple):
    """How a language writes numbers, dates and lists.

    Attributes:
        thousands: between thousands.
        decimal: before the decimals.
        percent: between a number and `%`.
        last: the words before the last of several.
        few: the end of a list that names only the first of many.
        too_large: a number that nobody wants to read.
        months: the names of the months where a date is written with one.
    """

    thousands: str
    decimal: str
    percent: str
    last: dict[str, str]
    few: str
    too_large: str
    months: tuple[str, ...] = ()


NORWEGIAN: Final = Manner(
    HARD_SPACE, ",", HARD_SPACE, {"and": "og", "or": "eller"}, "{first} og {n} til", "et altfor stort tall"
)
MANNERS: Final = {
    "nb": NORWEGIAN,
    "xx": NORWEGIAN,
    "nn": NORWEGIAN._replace(too_large="eit altfor stort tal"),
    "en": Manner(
        ",",
        ".",
        "",
        {"and": "and", "or": "or"},
        "{first} and {n} more",
        "far too large a number",
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    ),
}
"""The manner of each language by its code."""


# Kept, since a page shows hundreds of points, most of them more than once.
@lru_cache(maxsize=16_384)
def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """Return the value rounded half away from zero to a number of decimals (Python's own `round` is half to even)."""
    # By way of the text, since Decimal(0.15) is slightly less than 0.15 and would round down.
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return `1 234,5` with a no-break space and a decimal comma, in English `1,234.5`; `..` for a missing value."""
    if value is None:
        return MISSING
    manner = MANNERS[language()]
    shown = rounded(value, decimals)
    whole, point, part = f"{abs(shown):,f}".partition(".")
    text = whole.replace(",", manner.thousands) + (manner.decimal + part if point else "")
    return MINUS + text if shown < 0 else text


def decimal_sign() -> str:
    """Return the sign before the decimals of a number."""
    return MANNERS[language()].decimal


def percent_sign() -> str:
    """Return the sign of per cent with what stands before it: a hard space, in English nothing."""
    return f"{MANNERS[language()].percent}%"


def percent(value: float | Decimal, decimals: int = 0) -> str:
    """Return a number of per cent with its sign, `12 %`, in English `12%`."""
    return f"{number(value, decimals)}{percent_sign()}"


def signed(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return a difference with its sign, `+12` or `−7`; zero has no sign, a missing value is `..`."""
    plus = "+" if value is not None and rounded(value, decimals) > 0 else ""
    return plus + number(value, decimals)


def signed_percent(value: float | Decimal, decimals: int = 0) -> str:
    """Return a difference in per cent with its sign, `+12 %`, in English `+12%`."""
    return f"{signed(value, decimals)}{percent_sign()}"


def shortest(value: float | Decimal | None) -> str:
    """Return the number with one decimal, or without decimals if that decimal is zero: `433`, `409,6`."""
    return number(value, 0 if value is None or rounded(value, 1) == rounded(value) else 1)


def exact(value: float | Decimal) -> str:
    """Return the number with up to ten significant digits and no spaces, `7,25`; a phrase from 10¹² upwards."""
    manner = MANNERS[language()]
    if value != value:  # NaN; math.isnan would overflow on a huge integer
        return "NaN"
    if not -TOO_LARGE < value < TOO_LARGE:
        return manner.too_large
    return format(float(value), ".10g").replace(".", manner.decimal).replace("-", MINUS)


def day(value: date | None) -> str:
    """Return the date as `05.06.2014`, in English `5 June 2014`; `..` for a missing date."""
    if not value:
        return MISSING
    months = MANNERS[language()].months
    return f"{value.day} {months[value.month - 1]} {value.year}" if months else value.strftime("%d.%m.%Y")


def first_upper(sentence: str) -> str:
    """Return the sentence with its first letter in upper case; unlike `capitalize` it keeps `KOSTRA` as it is."""
    return sentence[:1].upper() + sentence[1:]


def first_lower(sentence: str) -> str:
    """Return the sentence with its first letter in lower case, for use after a colon."""
    return sentence[:1].lower() + sentence[1:]


def listed(words: Sequence[str], last: Literal["and", "or"] = "and") -> str:
    """Return the words as a list: `a`, `a og b`, `a, b og c`."""
    word = MANNERS[language()].last[last]
    return f" {word} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def listed_few(words: Sequence[str], most: int = 20) -> str:
    """Return the words as a list; beyond `most` words, the first ones and a count: `a, b og 7 til`."""
    if len(words) <= most:
        return listed(words)
    first, more = ", ".join(words[:most]), number(len(words) - most)
    return MANNERS[language()].few.format(first=first, n=more)
