"""Declarations of the shell's `key=value` arguments; choices.py resolves them to evaluations and comparisons."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from data.language import _, joined
from queries.snapshot import UnknownChoice, did_you_mean

Arguments = Mapping[str, str]
"""Argument values as text, by argument name."""
Value = TypeVar("Value")
POINTS = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")


@dataclass(frozen=True)
class Argument(ABC, Generic[Value]):
    """One argument of the shell, with an example value for messages."""

    name: str
    example: str

    @abstractmethod
    def parse(self, text: str) -> Value:
        """Return the value parsed from its text, or raise UnknownChoice."""

    def of(self, arguments: Arguments) -> Value | None:
        """Return the parsed value of this argument, None if it is not given.

        Raises:
            UnknownChoice: the text is not a valid value.
        """
        text = arguments.get(self.name)
        return None if text is None else self.parse(text)

    def needed(self, arguments: Arguments) -> Value:
        """Return the parsed value of this argument, which must be given.

        Raises:
            UnknownChoice: no value is given, or the text is not a valid value.
        """
        value = self.of(arguments)
        if value is None:
            message = _(
                "Spørsmålet trenger {argument}=…, for eksempel {argument}={example}.",
                argument=self.name,
                example=self.example,
            )
            raise UnknownChoice("missing_argument", message)
        return value


class Text(Argument[str]):
    """An argument whose value is its text; an empty one is the same as none, in every query."""

    def of(self, arguments: Arguments) -> str | None:
        """Return the text of this argument, None if it is not given or empty."""
        return super().of(arguments) or None

    def parse(self, text: str) -> str:
        """Return the text unchanged."""
        return text


class WholeNumber(Argument[int]):
    """A whole number of at most nine digits, which always fits a 32-bit integer."""

    def parse(self, text: str) -> int:
        """Return the number, or raise UnknownChoice."""
        if not text.isdecimal() or len(text) > 9:
            raise self.refusal(text)
        return int(text)

    def refusal(self, text: str) -> UnknownChoice:
        """Return the error for a text that is not a valid value."""
        sentence = _("{argument} må være et helt tall, ikke «{text}».", argument=self.name, text=text)
        return UnknownChoice("not_a_whole_number", sentence)


class EventNumber(WholeNumber):
    """The number of an event."""

    def refusal(self, text: str) -> UnknownChoice:
        """Return the error for a text that is not a valid value."""
        sentence = _("{argument} må være nummeret på en hendelse, ikke «{text}».", argument=self.name, text=text)
        return UnknownChoice("not_an_event_number", sentence)


class QuestionPoints(Argument[Mapping[str, Decimal]]):
    """Points by question code, `1.3:20,2.1:12.5`; a repeated code keeps the last points."""

    def parse(self, text: str) -> Mapping[str, Decimal]:
        """Return the points by code, or raise UnknownChoice."""
        return dict(self._pair(pair) for pair in text.split(",") if pair)

    def _pair(self, text: str) -> tuple[str, Decimal]:
        code, colon, points = text.partition(":")
        if not colon or not POINTS.fullmatch(points):
            sentence = _(
                "{argument} må være underspørsmål og poeng, for eksempel {example}, ikke «{text}».",
                argument=self.name,
                example=self.example,
                text=text,
            )
            raise UnknownChoice("not_question_points", sentence)
        return code, Decimal(points)


ARGUMENTS: tuple[Argument[Any], ...] = (
    MUNICIPALITY := Text("municipality", "1612"),
    YEAR := WholeNumber("year", "2018"),
    VERSION := Text("version", "2.1"),
    REFERENCE_YEAR := WholeNumber("reference_year", "2018"),
    WINDOW := WholeNumber("window", "4"),
    GROUP := Text("group", "size"),
    MUNICIPALITIES := Text("municipalities", "1612,1571,1613"),
    AREA := WholeNumber("area", "3"),
    CODE := Text("code", "1.3"),
    CLAIM := Text("claim", "upper_quartile"),
    WHAT_IF := QuestionPoints("what_if", "1.3:20,2.1:12.5"),
    FAMILY := WholeNumber("family", "2"),
    COUNTRY := Text("country", "NO"),
    PROGRAMME := Text("programme", "oygarden-2013"),
    DATASET := Text("dataset", "example"),
    AS_OF := EventNumber("as_of", "2"),
)
"""All arguments of the shell, in the order messages list them."""
KNOWN = {argument.name: argument for argument in ARGUMENTS}
OF_EVERY_QUERY = (DATASET, AS_OF)
OF_ONE_EVALUATION = (MUNICIPALITY, YEAR, VERSION)
OF_A_COMPARISON = (*OF_ONE_EVALUATION, REFERENCE_YEAR, WINDOW, GROUP, MUNICIPALITIES)


def arguments_from(written: list[str]) -> dict[str, str]:
    """Return the values of `key=value` texts by key; a repeated key keeps the last value.

    Raises:
        UnknownChoice: a text is not of that form, or its key is not known.
    """
    arguments = {}
    for item in written:
        key, equals, value = item.partition("=")
        if not equals or key not in KNOWN:
            sentence = _("«{argument}» forstås ikke.", argument=item)
            usage = _("Skriv nøkkel=verdi med en av: {known}.", known=list(KNOWN))
            raise UnknownChoice("argument_not_understood", joined(sentence, did_you_mean(key, list(KNOWN)), usage))
        arguments[key] = value
    return arguments
