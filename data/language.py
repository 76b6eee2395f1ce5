"""Sentences for readers: written whole, where they are used, with named placeholders. Bokmål only for now."""

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
"""How a placeholder may ask for its value: `{n:number}`, `{change:signed}`, `{known:or}`; `few` names at most six."""


class Sentence(str):
    """A sentence as a reader meets it, which remembers by placeholder the values that stand in it."""

    values: Mapping[str, Any]


class _Placeholders(Formatter):
    """Writes values as readers do; an integer is written as it is, since most of them are years and numbers."""

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
    """Return whole sentences one after the other, with the values of all; None is left out."""
    result = Sentence(" ".join(sentence for sentence in sentences if sentence is not None))
    result.values = merged(*sentences)
    return result


def merged(*sentences: Sentence | None) -> dict[str, Any]:
    """Return the values that stand in any of the sentences; a placeholder means the same in all of them."""
    return {name: value for sentence in sentences if sentence is not None for name, value in sentence.values.items()}


def counted(singular: str, plural: str, n: int, **values: Any) -> Sentence:
    """Return the sentence for one or for several: `{n} kommune` or `{n} kommuner`."""
    sentence = _(singular if n == 1 else plural, n=number(n), **values)
    sentence.values = {**values, "n": n}
    return sentence
