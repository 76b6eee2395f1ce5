"""Formatting of numbers, dates and lists of names in Norwegian."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
MISSING = ".."
TOO_LARGE = 10**12


def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """Return the value rounded half away from zero to a number of decimals (Python's own `round` is half to even)."""
    # By way of the text, since Decimal(0.15) is slightly less than 0.15 and would round down.
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return `1 234,5` with a no-break space and a decimal comma; `..` for a missing value."""
    if value is None:
        return MISSING
    text = f"{abs(rounded(value, decimals)):,f}".replace(",", HARD_SPACE).replace(".", ",")
    return MINUS + text if rounded(value, decimals) < 0 else text


def signed(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return a difference with its sign, `+12` or `−7`; zero has no sign, a missing value is `..`."""
    plus = "+" if value is not None and rounded(value, decimals) > 0 else ""
    return plus + number(value, decimals)


def shortest(value: float | Decimal | None) -> str:
    """Return the number with one decimal, or without decimals if that decimal is zero: `433`, `409,6`."""
    return number(value, 0 if value is None or rounded(value, 1) == rounded(value) else 1)


def exact(value: float | Decimal) -> str:
    """Return the number with up to ten significant digits and no spaces, `7,25`; a phrase from 10¹² upwards."""
    if value != value:  # NaN; math.isnan would overflow on a huge integer
        return "NaN"
    if not -TOO_LARGE < value < TOO_LARGE:
        return "et altfor stort tall"
    return format(float(value), ".10g").replace(".", ",").replace("-", MINUS)


def day(value: date | None) -> str:
    """Return the date as `05.06.2014`; `..` for a missing date."""
    return value.strftime("%d.%m.%Y") if value else MISSING


def first_upper(sentence: str) -> str:
    """Return the sentence with its first letter in upper case; unlike `capitalize` it keeps `KOSTRA` as it is."""
    return sentence[:1].upper() + sentence[1:]


def first_lower(sentence: str) -> str:
    """Return the sentence with its first letter in lower case, for use after a colon."""
    return sentence[:1].lower() + sentence[1:]


def listed(words: Sequence[str], last: str = "og") -> str:
    """Return the words as a Norwegian list: `a`, `a og b`, `a, b og c`."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def listed_few(words: Sequence[str], most: int = 20) -> str:
    """Return the words as a Norwegian list; beyond `most` words, the first ones and a count: `a, b og 7 til`."""
    return listed(words) if len(words) <= most else f"{', '.join(words[:most])} og {number(len(words) - most)} til"
