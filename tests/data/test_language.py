"""Sentences with placeholders: values are written as Norwegian readers do, and stay known to programs."""

import datetime as dt
from decimal import Decimal

import pytest

from data.language import _, joined
from data.refusal import Refusal


@pytest.mark.parametrize(
    ("sentence", "values", "told"),
    [
        ("Ingenting er lagret.", {}, "Ingenting er lagret."),
        ("Målt i {year}.", {"year": 2018}, "Målt i 2018."),
        ("{n:number} kommuner", {"n": 1234}, "1\u00a0234 kommuner"),
        ("{points} poeng", {"points": Decimal("31.0")}, "31 poeng"),
        ("{points} poeng", {"points": 60.5}, "60,5 poeng"),
        ("{change:signed}", {"change": -7}, "\u22127"),
        ("Talt {when}", {"when": dt.date(2014, 6, 5)}, "Talt 05.06.2014"),
        ("Evaluert i {years}", {"years": ("2007", "2011", "2018")}, "Evaluert i 2007, 2011 og 2018"),
        ("Velg {known:or}", {"known": ["real", "example"]}, "Velg real eller example"),
        ("{points:exact} poeng", {"points": Decimal("7.25")}, "7,25 poeng"),
        ("{size:tenths} MB", {"size": 10}, "10,0 MB"),
        ("{columns:commas}", {"columns": ("Kode", "Poeng", "Side")}, "Kode, Poeng, Side"),
        ("Kode {codes:few}", {"codes": tuple("123456")}, "Kode 1, 2, 3, 4, 5 og 6"),
        ("Kode {codes:few}", {"codes": tuple("12345678")}, "Kode 1, 2, 3, 4, 5, 6 og 2 til"),
    ],
)
def test_a_placeholder_is_filled_as_norwegian_readers_write(
    sentence: str, values: dict[str, object], told: str
) -> None:
    assert _(sentence, **values) == told


def test_a_sentence_remembers_its_values_as_they_were_given() -> None:
    assert _("{points} av {maximum}", points=Decimal("31.0"), maximum=30).values == {
        "points": Decimal("31.0"),
        "maximum": 30,
    }


def test_joined_sentences_stand_one_after_the_other_and_remember_the_values_of_all() -> None:
    both = joined(_("Mente du «{guess}»?", guess="2.6"), _("Rett koden."), _("Den er {said}.", said="2.5"))
    assert both == "Mente du «2.6»? Rett koden. Den er 2.5."
    assert both.values == {"guess": "2.6", "said": "2.5"}


def test_a_sentence_that_is_none_is_left_out_of_those_joined() -> None:
    row = joined(_("Målt i {year}.", year=2018), None, _("Mente du «{near}»?", near="Heim"))
    assert row == "Målt i 2018. Mente du «Heim»?"
    assert row.values == {"year": 2018, "near": "Heim"}
    assert joined(_("Ingenting er lagret."), None) == "Ingenting er lagret."


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert _("«{said}» finnes ikke", said="{n}") == "«{n}» finnes ikke"


def test_a_placeholder_without_a_value_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        _("{n} av {of}", n=1)


def test_a_refusal_tells_a_reader_the_sentence_and_a_program_the_code_and_values() -> None:
    refusal = Refusal("unknown_number", _("Ingen kommune har nummer «{number}».", number="9999"))
    assert str(refusal) == "Ingen kommune har nummer «9999»."
    assert (refusal.code, dict(refusal.values)) == ("unknown_number", {"number": "9999"})
