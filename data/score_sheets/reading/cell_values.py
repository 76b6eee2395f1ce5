"""Converts the value of one cell to the expected type, tolerating common ways of writing it."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from data.catalogues import Written, in_every_language
from data.language import N_, Sentence, _, joined
from data.numbers import TOO_LARGE, day, exact, shortest
from data.score_sheets import limits
from data.score_sheets.reading.openpyxl_private import NOT_CALCULATED, ErrorValue

NOTHING = {"", "..", "-", "\u2013", "\u2014", "\u2212"}
YES = {"ja", "yes", "y", "x", "1", "true", "sann", "★", "⭐", "*", "j"}
NO = {"nei", "no", "0", "false", "usann", "n"}
INCOMES = {N_("lav"): "low", N_("middels"): "middle", N_("høy"): "high"}
"""Income groups as written in a sheet, with the code that is stored."""
NUMBER = re.compile(r"([+\-\u2212]?)([0-9]{1,3}(?:[ .][0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
THOUSANDS = re.compile(r"[+\-\u2212]?[0-9]{1,3}(\.[0-9]{3})+")
LATEST = re.compile(r"(?i)(senest|seinast|no later than|at the latest|latest)\b")
"""What stands before a year that is only the latest possible, in every language."""
BLANKS = "\t\n\r"
SHOWN = 40
AS_POINTS = {
    "date_for_number": "date_for_points",
    "truth_value_for_number": "truth_value_for_points",
    "not_a_number": "points_not_a_number",
    "number_too_large": "points_too_large",
    "text_for_number": "text_for_points",
    "foreign_digits": "foreign_digits",
}
"""Codes of unreadable numbers, with the code used instead where points are expected."""
UNREADABLE_POINTS = {
    *AS_POINTS.values(),
    "points_over_maximum",
    "points_under_zero",
    "points_not_whole",
    "points_with_decimals",
}
"""Codes of findings that show that points were entered, though they cannot be read."""


class Unreadable(Exception):
    """The value cannot be converted to the expected type.

    Attributes:
        code: the code of the finding.
        found: what was found, a sentence without its full stop.
        remedy: what to do, in whole sentences.
        expected: the values allowed, if they can be stated briefly.
    """

    def __init__(self, code: str, found: Sentence, remedy: Sentence, expected: Sentence | None = None) -> None:
        """Keep the parts of a finding."""
        super().__init__(found)
        self.code = code
        self.found = found
        self.remedy = remedy
        self.expected = expected


def clean(text: str) -> str:
    """Return the text in NFC, without control and direction characters, with runs of white space as one space."""
    if not text.isprintable():
        # Tabs and line breaks become spaces; other characters of Unicode category C are invisible and dropped.
        visible = (" " if sign in BLANKS else sign for sign in text if sign in BLANKS or not _is_hidden(sign))
        text = "".join(visible)
    # Excel writes carriage returns in cells as the text _x000D_.
    return unicodedata.normalize("NFC", " ".join(text.replace("_x000D_", " ").split()))


def has_hidden_signs(text: str) -> bool:
    """Return whether the text has invisible characters."""
    return not text.isprintable() and any(_is_hidden(sign) for sign in text if sign not in BLANKS)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C" and sign != "\u00ad"


def shown(value: Any) -> str:
    """Return the value as shown in a finding: shortened, on one line, without invisible characters."""
    if isinstance(value, datetime | date):
        return day(value)
    if isinstance(value, bool):
        return _("SANN") if value else _("USANN")
    if isinstance(value, int | float):
        return exact(value)
    text = clean(str(value))
    return Written(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")


def is_empty(value: Any) -> bool:
    """Return whether the cell is empty, blank, or has a sign for a missing value."""
    return value is None or (isinstance(value, str) and not isinstance(value, ErrorValue) and clean(value) in NOTHING)


def refuse_uncalculated(value: Any, *, as_text: bool = False) -> None:
    """Raise Unreadable for a formula without a saved result or an Excel error value."""
    if value is NOT_CALCULATED:
        remedy = (
            _("Åpne arket i Excel eller LibreOffice og lagre det, eller skriv teksten.")
            if as_text
            else _("Åpne arket i Excel eller LibreOffice og lagre det, eller skriv tallet.")
        )
        raise Unreadable("formula_without_answer", _("Formelen har ikke noe lagret svar"), remedy)
    if isinstance(value, ErrorValue):
        raise Unreadable(
            "error_value",
            _("Cellen viser feilen {error}", error=shown(value)),
            _("Rett formelen, eller skriv verdien."),
        )


def refuse_foreign_digits(text: str) -> None:
    """Raise Unreadable for Arabic, full-width and other digits: Python reads them as numbers, and people may not."""
    if any(sign.isdigit() and not sign.isascii() for sign in text):
        raise Unreadable(
            "foreign_digits",
            _("«{said}» er skrevet med andre sifre enn 0–9", said=shown(text)),
            _("Skriv det med sifrene 0–9."),
        )


def decimal(value: Any, expected: Sentence | None = None) -> Decimal:
    """Return a number without rounding; text may have a decimal comma, thousands separators and a unit."""
    refuse_uncalculated(value)
    if isinstance(value, datetime | date | time | timedelta):
        raise Unreadable(
            "date_for_number",
            _("Her står datoen {date}", date=value),
            _("Gjør cellen om til tall og skriv tallet på nytt."),
            expected,
        )
    if isinstance(value, bool):
        raise Unreadable(
            "truth_value_for_number", _("Her står {said}", said=shown(value)), _("Skriv et tall."), expected
        )
    if isinstance(value, int | float):
        return _from_number(value, expected)
    return _from_text(clean(str(value)), expected)


def _from_number(value: float, expected: Sentence | None) -> Decimal:
    if value != value:  # NaN
        raise Unreadable("not_a_number", _("Her står NaN"), _("Skriv et tall."), expected)
    if abs(value) >= TOO_LARGE:
        raise Unreadable("number_too_large", _("Her står et altfor stort tall"), _("Skriv et tall."), expected)
    # 12 digits: 0.9999999999999998, left by a formula, is 1 as Excel shows it.
    return Decimal(format(value, ".12g"))


def _from_text(text: str, expected: Sentence | None) -> Decimal:
    refuse_foreign_digits(text)
    bare = re.sub(r"\s*(poeng|p|stk)\.?$", "", text, flags=re.I)
    match = NUMBER.fullmatch(bare)
    if not match or len(bare) > 20:
        raise Unreadable(
            "text_for_number", _("«{said}» er ikke et tall", said=shown(text)), _("Skriv et tall."), expected
        )
    sign, whole, decimals = match.groups()
    digits = re.sub(r"[ .]", "", whole)
    return Decimal(f"{'-' if sign and sign != '+' else ''}{digits}.{decimals or 0}")


def points(value: Any, maximum: int, *, whole: bool) -> Decimal:
    """Return points from 0 to the maximum, whole or with one decimal; raise Unreadable otherwise."""
    expected = (
        _("0–{maximum}, hele poeng", maximum=maximum)
        if whole
        else _("0–{maximum} poeng, høyst én desimal", maximum=maximum)
    )
    # `1.234` is three decimals here, not 1 234, which no points can be; elsewhere a dot separates thousands.
    given = value.replace(".", ",") if isinstance(value, str) and THOUSANDS.fullmatch(clean(value)) else value
    try:
        number = decimal(given, expected)
    except Unreadable as unreadable:
        unreadable.code = AS_POINTS.get(unreadable.code, unreadable.code)
        raise
    if number > maximum:
        over = _("{points:exact} poeng er over maksimum {maximum}", points=number, maximum=maximum)
        raise Unreadable("points_over_maximum", over, _("Rett tallet."), expected)
    if number < 0:
        under = _("{points:exact} poeng er under 0", points=number)
        raise Unreadable("points_under_zero", under, _("Rett tallet."), expected)
    if whole and number != number.to_integral_value():
        raise Unreadable(
            "points_not_whole",
            _("{points:exact} er ikke et helt tall; områder og totaler har hele poeng", points=number),
            _("Skriv hele poeng, eller la cellen stå tom, så summerer vi underspørsmålene."),
            expected,
        )
    if number != number.quantize(Decimal("0.1")):
        precise = _("{points:exact} har mer enn én desimal", points=number)
        raise Unreadable("points_with_decimals", precise, _("Skriv poengene med én desimal."), expected)
    return number.quantize(Decimal("0.1"))


def inhabitants(value: Any) -> int:
    """Return a population, a whole number above 0."""
    expected = _("et helt tall over 0")
    number = decimal(value, expected)
    if number != number.to_integral_value() or not 0 < number <= limits.MOST_INHABITANTS:
        impossible = _("{inhabitants:exact} kan ikke være et innbyggertall", inhabitants=number)
        raise Unreadable("impossible_inhabitants", impossible, _("Rett tallet."), expected)
    return int(number)


def year(value: Any, this_year: int) -> tuple[int, str]:
    """Return the year and its basis: `latest possible` for `senest 2019`, else `stated`."""
    expected = _("{first}–{last}", first=limits.FIRST_YEAR, last=this_year)
    if isinstance(value, datetime | date):
        raise Unreadable(
            "date_for_year",
            _("Her står datoen {date}, ikke et årstall", date=value),
            _("Gjør cellen om til tall og skriv årstallet."),
        )
    latest = isinstance(value, str) and LATEST.match(clean(value)) is not None
    number = decimal(LATEST.sub("", clean(value)) if latest else value, expected)
    if number != number.to_integral_value() or not limits.FIRST_YEAR <= number <= this_year:
        impossible = _("{year:exact} er ikke et årstall vi kan bruke", year=number)
        raise Unreadable("impossible_year", impossible, _("Rett årstallet."), expected)
    return int(number), "latest possible" if latest else "stated"


def code(value: Any) -> str:
    """Return a code as text, `1.1`, `8` or `2020`; Excel turns a typed 1.1 into the date 1 January, undone here."""
    refuse_uncalculated(value)
    if isinstance(value, datetime | date):
        return f"{value.day}.{value.month}"
    if isinstance(value, float) and math.isfinite(value):
        return format(value, ".12g")
    refuse_foreign_digits(clean(str(value)))
    text = clean(str(value)).replace(",", ".").strip(".")
    return re.sub(
        r"(?i)^(kommunekompasset|kommunkompassen|versjon|version|område|area|omr\.?|spm\.?|underspørsmål|question|v\.?)\s*",
        "",
        text,
    )


def day_of(value: Any) -> date:
    """Return a date; text may be `31.12.2018`, `31/12/2018`, `2018-12-31`, or a year, which means 1 January."""
    refuse_uncalculated(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = code(value) if isinstance(value, float) else clean(str(value))
    refuse_foreign_digits(text)
    for form in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a date has no time zone
        except ValueError:
            continue
    found = _("«{said}» er ikke en dato", said=shown(value))
    raise Unreadable("not_a_date", found, _("Skriv datoen som 01.01.2018."), _("en dato"))


def text_of(value: Any, longest: int = limits.SHORT_TEXT) -> str:
    """Return text on one line, without invisible characters; raise Unreadable if it is too long."""
    refuse_uncalculated(value, as_text=True)
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = shortest(value) if isinstance(value, float) and abs(value) < 10**9 else shown(value)
    else:
        text = day(value) if isinstance(value, datetime | date) else clean(str(value))
    if len(text) > longest:
        raise Unreadable(
            "text_too_long",
            _("Teksten er på {length:number} tegn, og grensen er {longest:number}", length=len(text), longest=longest),
            _("Kort den ned."),
            _("høyst {longest} tegn", longest=longest),
        )
    return text


def yes_or_no(value: Any) -> bool:
    """Return a truth value; a cross or a star means yes."""
    refuse_uncalculated(value, as_text=True)
    word = code(value).lower() if isinstance(value, int | float) else clean(str(value)).lower()
    if word in YES or word in NO:
        return word in YES
    found = _("«{said}» er verken ja eller nei", said=shown(value))
    raise Unreadable("neither_yes_nor_no", found, _("Skriv ja, eller la cellen stå tom."), _("ja eller nei"))


def one_of(value: Any, choices: tuple[str, ...]) -> str:
    """Return the choice that equals the text in any language, ignoring case."""
    word = text_of(value).lower()
    choice_by_word = {form.lower(): choice for choice in choices for form in in_every_language(choice)}
    if word in choice_by_word:
        return choice_by_word[word]
    told = tuple(_(choice) for choice in choices)
    raise Unreadable(
        "not_a_choice",
        _("«{said}» er ikke et av valgene", said=shown(value)),
        with_guess(_("Velg fra listen."), word, told),
        _("{known:commas}", known=told),
    )


def with_guess(remedy: Sentence, word: str, choices: tuple[str, ...]) -> Sentence:
    """Return the remedy, preceded by `Mente du «Hemne»?` if a choice resembles the word."""
    near = get_close_matches(word, choices, n=1)
    return joined(_("Mente du «{guess}»?", guess=near[0]), remedy) if near else remedy
