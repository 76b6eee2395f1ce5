"""Sentences shown to users: whole sentences with named placeholders, which `_` fills and formats. Bokmål only."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from string import Formatter
from typing import Any

from data.norwegian import day, exact, listed, listed_few, number, shortest, signed

FORMATS: Mapping[str, Callable[[Any], str]] = {
    "number": number,
    "signed": signed,
    "shortest": shortest,
    "exact": exact,
    "tenths": lambda value: number(value, 1),
    "signed_tenths": lambda value: signed(value, 1),
    "day": day,
    "few": partial(listed_few, most=6),
    "commas": ", ".join,
    "or": lambda words: listed(words, "eller"),
}
"""Format specifications of placeholders: `{n:number}`, `{change:signed}`, `{known:or}`; `few` names at most six."""


class Sentence(str):
    """A sentence with its placeholders filled; `values` holds the unformatted values by placeholder."""

    values: Mapping[str, Any]


class _Placeholders(Formatter):
    """Formats values the Norwegian way; integers stay unformatted, as most are years and municipality numbers."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec in FORMATS:
            return FORMATS[format_spec](value)
        if isinstance(value, float | Decimal):
            return shortest(value)
        if isinstance(value, date):
            return day(value)
        if isinstance(value, list | tuple):
            return listed(value)
        return super().format_field(value, format_spec)


def _(sentence: str, **values: Any) -> Sentence:
    """Return the sentence with its placeholders filled, `{points} poeng er over {maximum}`.

    Raises:
        KeyError: a placeholder has no value.
    """
    filled = Sentence(_Placeholders().vformat(sentence, (), values) if values else sentence)
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
    sentence = _(singular if n == 1 else plural, n=number(n), **values)
    # The sentence shows the formatted number; programs get the integer.
    sentence.values = {**values, "n": n}
    return sentence
