"""Reads the value of one cell as what it should be, the way people write it."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from data.norwegian import day, number, shortest
from data.score_sheets import limits
from data.score_sheets.workbook import NOT_CALCULATED, ErrorValue

NOTHING = {"", "..", "-", "\u2013", "\u2014", "\u2212"}
YES = {"ja", "x", "1", "true", "sann", "★", "⭐", "*", "j"}
NO = {"nei", "0", "false", "usann", "n"}
INCOMES = ("lav", "middels", "høy")
NUMBER = re.compile(r"([+\-\u2212]?)(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,](\d+))?")
THOUSANDS = re.compile(r"[+\-\u2212]?\d{1,3}(\.\d{3})+")
BLANKS = "\t\n\r"
SHOWN = 40


class Unreadable(Exception):
    """The value cannot be what it should be; the arguments are what was found, what to do, what was expected."""


def clean(text: str) -> str:
    """Return the text without hidden signs (control signs, marks of direction) and without superfluous blanks."""
    if not text.isprintable():
        # Tabs and line breaks mean a blank; the other signs of the kinds C can only hide something.
        seen = (" " if sign in BLANKS else sign for sign in text if sign in BLANKS or not _is_hidden(sign))
        text = "".join(seen)
    return unicodedata.normalize("NFC", " ".join(text.replace("_x000D_", " ").split()))


def has_hidden_signs(text: str) -> bool:
    """Tell if the text holds signs that cannot be seen."""
    return not text.isprintable() and any(_is_hidden(sign) for sign in text if sign not in BLANKS)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C" and sign != "\u00ad"


def shown(value: Any) -> str:
    """Return the value as a finding shows it: short, on one line, without hidden signs."""
    if isinstance(value, datetime | date):
        return day(value)
    if isinstance(value, bool):
        return "SANN" if value else "USANN"
    if isinstance(value, int | float):
        return _shown_number(value)
    text = clean(str(value))
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _shown_number(value: float) -> str:
    if value != value:  # only NaN differs from itself, and a huge whole number cannot be asked otherwise
        return "NaN"
    if abs(value) >= 10**12:
        return "et altfor stort tall"
    return format(value, ".10g").replace(".", ",").replace("-", "\u2212")


def is_empty(value: Any) -> bool:
    """Tell if the cell says nothing: empty, blanks, or a sign for nothing."""
    return value is None or (isinstance(value, str) and not isinstance(value, ErrorValue) and clean(value) in NOTHING)


def refuse_what_excel_could_not_answer(value: Any) -> None:
    """Raise where the cell holds a formula without an answer or an error value."""
    if value is NOT_CALCULATED:
        raise Unreadable(
            "Formelen har ikke noe lagret svar",
            "Åpne arket i Excel eller LibreOffice og lagre det, eller skriv tallet.",
        )
    if isinstance(value, ErrorValue):
        raise Unreadable(f"Cellen viser feilen {shown(value)}", "Rett formelen, eller skriv verdien.")


def decimal(value: Any, expected: str) -> Decimal:
    """Return a number exactly as it stands; a decimal comma in text is understood."""
    refuse_what_excel_could_not_answer(value)
    if isinstance(value, datetime | date | time | timedelta):
        raise Unreadable(
            f"Her står datoen {shown(value)}", "Gjør cellen om til tall og skriv tallet på nytt.", expected
        )
    if isinstance(value, bool):
        raise Unreadable(f"Her står {shown(value)}", "Skriv et tall.", expected)
    if isinstance(value, int | float):
        return _from_number(value, expected)
    return _from_text(clean(str(value)), expected)


def _from_number(value: float, expected: str) -> Decimal:
    if not abs(value) < 10**12:
        raise Unreadable(f"Her står {shown(value)}", "Skriv et tall.", expected)
    # What formulas leave behind, 0.9999999999999998, is the number that Excel shows.
    return Decimal(format(value, ".12g"))


def _from_text(text: str, expected: str) -> Decimal:
    bare = re.sub(r"\s*(poeng|p|stk)\.?$", "", text, flags=re.I)
    found = NUMBER.fullmatch(bare)
    if not found or len(bare) > 20:
        raise Unreadable(f"«{shown(text)}» er ikke et tall", "Skriv et tall.", expected)
    sign, whole, decimals = found.groups()
    digits = re.sub(r"[ .]", "", whole)
    return Decimal(f"{'-' if sign and sign != '+' else ''}{digits}.{decimals or 0}")


def points(value: Any, maximum: int, *, whole: bool) -> Decimal:
    """Return points from 0 to the maximum, whole or with at most one decimal."""
    expected = f"0–{maximum}" + (", hele poeng" if whole else " poeng, høyst én desimal")
    # Three decimals are no thousands here: nobody gets 1 234 points.
    given = value.replace(".", ",") if isinstance(value, str) and THOUSANDS.fullmatch(clean(value)) else value
    found = decimal(given, expected)
    if found > maximum:
        raise Unreadable(f"{shown(float(found))} poeng er over maksimum {maximum}", "Rett tallet.", expected)
    if found < 0:
        raise Unreadable(f"{shown(float(found))} poeng er under 0", "Rett tallet.", expected)
    if whole and found != found.to_integral_value():
        raise Unreadable(
            f"{shown(float(found))} er ikke et helt tall; områder og totaler har hele poeng",
            "Skriv hele poeng, eller la cellen stå tom, så summerer vi underspørsmålene.",
            expected,
        )
    if found != found.quantize(Decimal("0.1")):
        raise Unreadable(f"{shown(float(found))} har mer enn én desimal", "Skriv poengene med én desimal.", expected)
    return found.quantize(Decimal("0.1"))


def inhabitants(value: Any) -> int:
    """Return a number of people."""
    expected = "et helt tall over 0"
    found = decimal(value, expected)
    if found != found.to_integral_value() or not 0 < found <= limits.MOST_INHABITANTS:
        raise Unreadable(f"{shown(float(found))} kan ikke være et innbyggertall", "Rett tallet.", expected)
    return int(found)


def year(value: Any, this_year: int) -> tuple[int, str]:
    """Return the year and how it is known: `senest 2019` means the latest possible."""
    expected = f"{limits.FIRST_YEAR}–{this_year}"
    if isinstance(value, datetime | date):
        raise Unreadable(
            f"Her står datoen {shown(value)}, ikke et årstall", "Gjør cellen om til tall og skriv årstallet."
        )
    latest = isinstance(value, str) and clean(value).lower().startswith("senest")
    found = decimal(re.sub(r"(?i)senest", "", value) if latest else value, expected)
    if found != found.to_integral_value() or not limits.FIRST_YEAR <= found <= this_year:
        raise Unreadable(f"{shown(float(found))} er ikke et årstall vi kan bruke", "Rett årstallet.", expected)
    return int(found), "latest possible" if latest else "stated"


def code(value: Any) -> str:
    """Return a code, `1.1`, `8` or `2020`, as text; Excel's date 1 January was once a 1.1."""
    refuse_what_excel_could_not_answer(value)
    if isinstance(value, datetime | date):
        return f"{value.day}.{value.month}"
    if isinstance(value, float) and math.isfinite(value):
        return format(value, ".12g")
    text = clean(str(value)).replace(",", ".").strip(".")
    return re.sub(r"(?i)^(versjon|område|omr\.?|spm\.?|underspørsmål|v\.?)\s*", "", text)


def day_of(value: Any) -> date:
    """Return a date; text may be `31.12.2018`, `2018-12-31`, or only the year, which means its first day."""
    refuse_what_excel_could_not_answer(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = code(value) if isinstance(value, float) else clean(str(value))
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007, a day has no time zone
        except ValueError:
            continue
    raise Unreadable(f"«{shown(value)}» er ikke en dato", "Skriv datoen som 01.01.2018.", "en dato")


def words(value: Any, longest: int = limits.SHORT_TEXT) -> str:
    """Return text on one line, without hidden signs."""
    refuse_what_excel_could_not_answer(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = shortest(value) if isinstance(value, float) and abs(value) < 10**9 else shown(value)
    else:
        text = day(value) if isinstance(value, datetime | date) else clean(str(value))
    if len(text) > longest:
        raise Unreadable(
            f"Teksten er på {number(len(text))} tegn, og grensen er {number(longest)}",
            "Kort den ned.",
            f"høyst {longest} tegn",
        )
    return text


def yes_or_no(value: Any) -> bool:
    """Return yes or no; a cross or a star is a yes."""
    refuse_what_excel_could_not_answer(value)
    said = code(value).lower() if isinstance(value, int | float) else clean(str(value)).lower()
    if said in YES or said in NO:
        return said in YES
    raise Unreadable(f"«{shown(value)}» er verken ja eller nei", "Skriv ja, eller la cellen stå tom.", "ja eller nei")


def one_of(value: Any, known: tuple[str, ...]) -> str:
    """Return one of the known words; small and large letters are the same."""
    said = words(value).lower()
    if said in known:
        return said
    raise Unreadable(
        f"«{shown(value)}» er ikke et av valgene", with_guess("Velg fra listen.", said, known), ", ".join(known)
    )


def with_guess(remedy: str, word: str, known: tuple[str, ...]) -> str:
    """Return the remedy, with `Mente du «Hemne»?` before it where a known word is near."""
    near = get_close_matches(word, known, n=1)
    return f"Mente du «{near[0]}»? {remedy}" if near else remedy
