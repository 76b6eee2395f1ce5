"""Every message of the program is translated, whole, into every language, and nothing else is."""

import re

import pytest
from babel.messages.catalog import Message

from data.catalogues import FOLDER, in_every_language, messages, plurals
from data.instrument_names import names
from data.messages import catalogue_of, extracted, found, messages_in
from data.speaking import LANGUAGES, SOURCE
from tests.landscapes import DATA, csv_rows

OTHERS = [code for code in LANGUAGES if code != SOURCE]
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
BOKMAAL = re.compile(
    r"(?<![-\w])(ikke|jeg|fra|hvor|hvem|hva|hvordan|noen|mer|kommuner|høyest|høyere|bare|hver|finnes|vises)\b"
)
"""Words of bokmål that nynorsk has otherwise."""


def forms(of: Message) -> tuple[tuple[str, str], ...]:
    """Return the forms of a message with their translations."""
    said = (of.id,) if isinstance(of.id, str) else tuple(of.id)
    told = (of.string,) if isinstance(of.string, str) else tuple(of.string or ())
    return tuple(zip(said, told, strict=True))


def translated(code: str) -> list[Message]:
    return [message for message in catalogue_of(code) if message.id]


def test_a_message_within_another_is_found_too() -> None:
    within = 'counted("{n} rad", "{n} rader", n) if n else _("ingen " "rader")'
    source = f'_("Ikke 100: {{areas}}", areas=[{within}], other=_(name))'
    assert [*messages_in(source)] == ["Ikke 100: {areas}", ("{n} rad", "{n} rader"), "ingen rader"]


def test_no_message_is_told_both_alone_and_as_the_first_of_two_forms() -> None:
    said = {message for message, _file in found()}
    assert [forms for forms in said if isinstance(forms, tuple) and forms[0] in said] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_holds_all_messages_and_no_other(code: str) -> None:
    assert {str(message.id) for message in translated(code)} == {
        str(message.id) for message in extracted() if message.id
    }


@pytest.mark.parametrize("code", OTHERS)
def test_no_message_is_untranslated_fuzzy_or_obsolete(code: str) -> None:
    assert [message.id for message in translated(code) if not all(told for _said, told in forms(message))] == []
    assert [message.id for message in translated(code) if message.fuzzy] == []
    assert "#~" not in (FOLDER / f"{code}.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_placeholders_of_its_message(code: str) -> None:
    pairs = [pair for message in translated(code) for pair in forms(message)]
    assert [
        pair for pair in pairs if sorted(PLACEHOLDER.findall(pair[0])) != sorted(PLACEHOLDER.findall(pair[1]))
    ] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_begins_and_ends_as_its_message(code: str) -> None:
    ends = ".?:…"
    pairs = [pair for message in translated(code) for pair in forms(message)]
    assert [
        (said, told)
        for said, told in pairs
        # The point of an abbreviation ends no sentence, and English has another word for it.
        if not said.endswith(" mill.")
        and (said[-1] in ends or told[-1] in ends)
        and said[-1] != told[-1]
        and len(said) > 3
    ] == []


def test_nynorsk_is_no_bokmaal() -> None:
    told = [told for message in translated("nn") for _said, told in forms(message)]
    told += names("nn").values()
    assert [sentence for sentence in told if BOKMAAL.search(PLACEHOLDER.sub("", sentence).lower())] == []


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_every_name_of_the_instrument_is_there(code: str) -> None:
    files = {"instrument_areas": "name_nb", "instrument_2_1_questions": "label_nb", "size_groups": "label_nb"}
    held = {row[column] for file, column in files.items() for row in csv_rows(DATA / "reference" / f"{file}.csv")}
    assert held <= names(code).keys()
    assert all(names(code)[name] for name in held)


def test_a_plural_is_looked_up_whole() -> None:
    assert plurals("en")["{n} underspørsmål", "{n} underspørsmål"] == ("{n} question", "{n} questions")
    assert plurals("nn")["{n} kommune", "{n} kommuner"] == ("{n} kommune", "{n} kommunar")


def test_a_word_of_the_score_sheet_is_known_in_every_language() -> None:
    assert in_every_language("Kommunenummer") == ("Kommunenummer", "Municipality number")
    assert in_every_language("Kilde") == ("Kilde", "Kjelde", "Source")
    assert messages("nn")["Kilde"] == "Kjelde"
