"""The arguments of the shell, `key=value`, each declared once; what they choose is in choices.py."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from data.language import _, joined
from queries.snapshot import UnknownChoice, did_you_mean

Arguments = Mapping[str, str]
"""What was written after the equals sign, by argument."""
Value = TypeVar("Value")


@dataclass(frozen=True)
class Argument(ABC, Generic[Value]):
    """One argument that the shell knows, with a value to show how it is written."""

    name: str
    example: str

    @abstractmethod
    def parse(self, text: str) -> Value:
        """Return the value that was written, or raise UnknownChoice."""

    def of(self, arguments: Arguments) -> Value | None:
        """Return the value given, None where none is.

        Raises:
            UnknownChoice: what is given is not of this kind.
        """
        text = arguments.get(self.name)
        return None if text is None else self.parse(text)

    def needed(self, arguments: Arguments) -> Value:
        """Return the value given.

        Raises:
            UnknownChoice: none is given, or what is given is not of this kind.
        """
        value = self.of(arguments)
        if value is None or value == "":
            needed = "Spørsmålet trenger {argument}=…, for eksempel {argument}={example}."
            raise UnknownChoice("missing_argument", _(needed, argument=self.name, example=self.example))
        return value


class Text(Argument[str]):
    """An argument that is taken as it is written."""

    def parse(self, text: str) -> str:
        """Return the text."""
        return text


class WholeNumber(Argument[int]):
    """An argument that is a whole number of at most nine digits."""

    def parse(self, text: str) -> int:
        """Return the number, or raise UnknownChoice."""
        if not text.isdecimal() or len(text) > 9:
            raise self.refusal(text)
        return int(text)

    def refusal(self, text: str) -> UnknownChoice:
        """Return why a text is no such number."""
        told = _("{argument} må være et helt tall, ikke «{text}».", argument=self.name, text=text)
        return UnknownChoice("not_a_whole_number", told)


class EventNumber(WholeNumber):
    """An argument that is the number of an event."""

    def refusal(self, text: str) -> UnknownChoice:
        """Return why a text is no such number."""
        told = _("{argument} må være nummeret på en hendelse, ikke «{text}».", argument=self.name, text=text)
        return UnknownChoice("not_an_event_number", told)


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
    FAMILY := WholeNumber("family", "2"),
    DATASET := Text("dataset", "example"),
    AS_OF := EventNumber("as_of", "2"),
)
"""Every argument that the shell knows, in the order they are listed."""
KNOWN = {argument.name: argument for argument in ARGUMENTS}
OF_EVERY_QUERY = (DATASET, AS_OF)
OF_ONE_EVALUATION = (MUNICIPALITY, YEAR, VERSION)
OF_A_COMPARISON = (*OF_ONE_EVALUATION, REFERENCE_YEAR, WINDOW, GROUP, MUNICIPALITIES)


def arguments_from(written: list[str]) -> dict[str, str]:
    """Return what was written as `key=value`, by key; of the same key twice the last.

    Raises:
        UnknownChoice: one is not of that form, or its key is not known.
    """
    arguments = {}
    for one in written:
        key, equals, value = one.partition("=")
        if not equals or key not in KNOWN:
            told = _("«{argument}» forstås ikke.", argument=one)
            form = _("Skriv nøkkel=verdi med en av: {known}.", known=list(KNOWN))
            raise UnknownChoice("argument_not_understood", joined(told, did_you_mean(key, list(KNOWN)), form))
        arguments[key] = value
    return arguments
