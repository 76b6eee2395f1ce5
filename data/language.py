"""Sentences shown to users: whole sentences with named placeholders, told in the language spoken.

Bokmål is the source and stands in place: `_("{n} kommuner har levert", n=…)`. Other languages are looked up in
`data/languages/`. A constant made at import is marked by `N_` and told by `_` when it is used.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from string import Formatter
from typing import Any

from data.catalogues import named, translated, translated_plural
from data.numbers import day, exact, listed, listed_few, number, percent, shortest, signed


def _names(words: Any) -> list[str]:
    return [named(word) if isinstance(word, str) else word for word in words]


FORMATS: Mapping[str, Callable[[Any], str]] = {
    "number": number,
    "signed": signed,
    "shortest": shortest,
    "exact": exact,
    "tenths": lambda value: number(value, 1),
    "signed_tenths": lambda value: signed(value, 1),
    "percent": percent,
    "day": day,
    "few": lambda words: partial(listed_few, most=6)(_names(words)),
    "commas": lambda words: ", ".join(_names(words)),
    "or": lambda words: listed(_names(words), "or"),
}
"""Format specifications of placeholders: `{n:number}`, `{change:signed}`, `{known:or}`; `few` names at most six."""


MOST_PARSED = 8_192
"""More messages than all languages have together."""


class Sentence(str):
    """A sentence with its placeholders filled; `values` holds the unformatted values by placeholder."""

    values: Mapping[str, Any]


def _shown(value: Any, format_spec: str) -> str:
    """Return a value in the language spoken; integers stay unformatted, as most are years and municipality numbers."""
    if format_spec in FORMATS:
        return FORMATS[format_spec](value)
    if isinstance(value, Sentence):
        return str(value)
    if isinstance(value, str):
        return named(value)
    if isinstance(value, float | Decimal):
        return shortest(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list | tuple):
        return listed(_names(value))
    return format(value, format_spec)


@lru_cache(maxsize=MOST_PARSED)
def _parsed(message: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return the parts of a message: text, and the placeholder after it (None after the last) with its format."""
    return tuple((text, name, format_spec or "") for text, name, format_spec, _conversion in Formatter().parse(message))


def N_(message: str) -> str:  # noqa: N802  its name in gettext, which extraction looks for
    """Return the message unchanged, marked for translation."""
    return message


def P_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802
    """Return both forms of a message that `counted` tells later, marked for translation together."""
    return singular, plural


def _(message: str, **values: Any) -> Sentence:
    """Return the sentence with its placeholders filled, `{points} poeng er over {maximum}`.

    Raises:
        KeyError: a placeholder has no value.
    """
    return _filled(translated(message), values)


def _filled(told: str, values: Mapping[str, Any]) -> Sentence:
    # Parsed once per message, since a page has hundreds of sentences and Formatter parses each anew.
    parts = _parsed(told) if values else ((told, None, ""),)
    filled = Sentence(
        "".join(text if name is None else text + _shown(values[name], format_spec) for text, name, format_spec in parts)
    )
    filled.values = values
    return filled


def joined(*sentences: Sentence | None) -> Sentence:
    """Return the sentences joined by spaces, with the values of all of them; None is skipped."""
    result = Sentence(" ".join(sentence for sentence in sentences if sentence is not None))
    result.values = merged(*sentences)
    return result


def merged(*sentences: Sentence | None) -> dict[str, Any]:
    """Return the values of all the sentences; a placeholder must mean the same in each of them."""
    return {name: value for sentence in sentences if sentence is not None for name, value in sentence.values.items()}


def counted(singular: str, plural: str, n: int, **values: Any) -> Sentence:
    """Return the singular or the plural sentence: `{n} kommune` or `{n} kommuner`."""
    sentence = _filled(translated_plural((singular, plural), n), {**values, "n": number(n)})
    # The sentence shows the formatted number; programs get the integer.
    sentence.values = {**values, "n": n}
    return sentence
