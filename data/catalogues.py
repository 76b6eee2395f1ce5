"""Translations of messages, read from `data/languages/<language>.po` when first needed."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.instrument_names import names
from data.own_texts import PAGES, own_texts
from data.speaking import LANGUAGES, PSEUDO, SOURCE, language

if TYPE_CHECKING:
    from babel.messages.catalog import Message

KNOWN_BY = "nn"
"""The language whose catalogue says what is a message; every catalogue holds all of them."""


class Written(str):
    """What people wrote, such as the title of a measure; it stays as it is in every language."""


LATEST = re.compile(r"senest (\d{4}.*)")
"""A year known only as the latest possible, as data/rules.sql makes it."""
PAGES_AT = re.compile(r"s\. (\d+(?:(?:–|-|, )\d+)*)")
"""The pages of a source, as the files and the score sheets have them: `s. 18`, `s. 7–8`."""
FOLDER = Path(__file__).parent / "languages"
Plural = tuple[str, str]
"""The sentence of one and that of any other number."""


def translated(message: str) -> str:
    """Return a message in the language spoken, with its placeholders; itself where it has no translation."""
    spoken = language()
    if spoken == SOURCE or not message:
        return message
    return in_brackets(message) if spoken == PSEUDO else messages(spoken).get(message, message)


def translated_plural(forms: Plural, n: int) -> str:
    """Return the form for a number of a message with a plural, in the language spoken, as translated."""
    spoken = language()
    if spoken not in (SOURCE, PSEUDO):
        forms = plurals(spoken).get(forms, forms)
    told = forms[0 if n == 1 else 1]
    return in_brackets(told) if spoken == PSEUDO else told


@cache
def in_every_language(message: str) -> tuple[str, ...]:
    """Return a message or a name of the instrument as it is in every language, bokmål first, for reading it."""
    others = [code for code in LANGUAGES if code != SOURCE]
    # Both, since a heading may be called as an area is, and be told otherwise.
    told = [of(code).get(message) for code in others for of in (names, messages)]
    return tuple(dict.fromkeys([message, *filter(None, told)]))


def named(name: str) -> str:
    """Return what the store and the reference files hold in bokmål, in the language spoken.

    That is a name of the instrument, a year known only as the latest possible, the pages of a source, or a sentence of
    ours in a data file, such as the reason of a threshold. Any other text is returned as it is, and so is all that is
    `Written`.
    """
    spoken = language()
    if spoken == SOURCE or isinstance(name, Written):
        return str(name)
    if latest := LATEST.match(name):
        return translated("senest {year}").format(year=latest[1])
    if pages := PAGES_AT.fullmatch(name):
        return translated(PAGES).format(pages=pages[1])
    told = names(SOURCE if spoken == PSEUDO else spoken).get(name)
    if told is None:
        return translated(name) if name in own_texts() else name
    return in_brackets(told) if spoken == PSEUDO else told


def is_message(text: str) -> bool:
    """Return whether a text that the store holds in bokmål is one of the program, which can be told."""
    return text in messages(KNOWN_BY)


def in_brackets(text: str) -> str:
    """Return a text as the pseudo-language has it."""
    return f"⟦{text}⟧"


@cache
def messages(code: str) -> Mapping[str, str]:
    """Return the translations of a language by message, without those that have a plural."""
    return {message.id: str(message.string) for message in _catalogue(code) if isinstance(message.id, str)}


@cache
def plurals(code: str) -> Mapping[Plural, Plural]:
    """Return the translations of messages with a plural, both forms by both forms."""
    found: dict[Plural, Plural] = {}
    for message in _catalogue(code):
        if not isinstance(message.id, str) and message.string:
            (one, many), (told_one, told_many) = tuple(message.id), tuple(message.string)
            found[one, many] = told_one, told_many
    return found


@cache
def _catalogue(code: str) -> "list[Message]":
    # Imported here, since bokmål does without it and the server listens sooner.
    from babel.messages.pofile import read_po

    with (FOLDER / f"{code}.po").open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id and message.string]
