"""Numbers, dates and lists of names as Norwegian readers write them."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
MISSING = ".."
TOO_LARGE = 10**12


def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """Return the value rounded half up (away from zero), as people round, with so many decimals."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return `1 234,5` with a hard space and a decimal comma; `..` where the value is missing."""
    if value is None:
        return MISSING
    text = f"{abs(rounded(value, decimals)):,f}".replace(",", HARD_SPACE).replace(".", ",")
    return MINUS + text if rounded(value, decimals) < 0 else text


def signed(value: float | Decimal | None, decimals: int = 0) -> str:
    """Return a difference with its sign, `+12` or `−7`; `0` has none and a missing one is `..`."""
    plus = "+" if value is not None and rounded(value, decimals) > 0 else ""
    return plus + number(value, decimals)


def shortest(value: float | Decimal | None) -> str:
    """Return the number with one decimal, or with none where the decimal is zero: `433`, `409,6`."""
    return number(value, 0 if value is None or rounded(value, 1) == rounded(value) else 1)


def exact(value: float | Decimal) -> str:
    """Return the number with up to ten digits and no spaces, `7,25`; what is too large for that is only called so."""
    if value != value:  # only NaN differs from itself, and a huge whole number cannot be asked otherwise
        return "NaN"
    if not -TOO_LARGE < value < TOO_LARGE:
        return "et altfor stort tall"
    return format(float(value), ".10g").replace(".", ",").replace("-", MINUS)


def day(value: date | None) -> str:
    """Return the date as `05.06.2014`; `..` where it is missing."""
    return value.strftime("%d.%m.%Y") if value else MISSING


def first_upper(sentence: str) -> str:
    """Return the sentence with a capital first letter and the rest as it is, `KOSTRA` too."""
    return sentence[:1].upper() + sentence[1:]


def first_lower(sentence: str) -> str:
    """Return the sentence with a small first letter, to stand after a colon."""
    return sentence[:1].lower() + sentence[1:]


def listed(words: Sequence[str], last: str = "og") -> str:
    """Return the words as a Norwegian list: `a`, `a og b`, `a, b og c`."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def listed_few(words: Sequence[str], most: int = 20) -> str:
    """Return the words as a Norwegian list, of many the first ones and how many more there are: `a, b og 7 til`."""
    return listed(words) if len(words) <= most else f"{', '.join(words[:most])} og {number(len(words) - most)} til"
