"""The language in which sentences, numbers and dates are told, and the traps around it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from data.catalogues import Written, named
from data.first_language import decided_by, language_of_visit
from data.language import _, counted
from data.numbers import day, listed, listed_few, number, percent, shortest
from data.speaking import NobodySpeaks, bound, language, speaking


def test_a_sentence_is_told_in_the_language_spoken() -> None:
    for code, told in (("nb", "Ingen endringer."), ("nn", "Ingen endringar."), ("en", "No changes.")):
        with speaking(code):
            assert _("Ingen endringer.") == told


def test_a_message_without_a_translation_stays_as_it_is_and_an_empty_one_empty() -> None:
    with speaking("en"):
        assert _("Dette er ikke oversatt {n}", n=3) == "Dette er ikke oversatt 3"
        assert _("") == ""


def test_numbers_dates_and_lists_follow_the_language() -> None:
    told = {}
    for code in ("nb", "nn", "en"):
        with speaking(code):
            told[code] = (
                number(-1234.5, 1),
                shortest(Decimal("409.6")),
                percent(12.5),
                day(date(2014, 6, 5)),
                listed(["a", "b", "c"]),
                listed(["a", "b"], "or"),
                listed_few(["a", "b", "c"], most=1),
            )
    norwegian = ("−1\u00a0234,5", "409,6", "13\u00a0%", "05.06.2014", "a, b og c", "a eller b", "a og 2 til")
    assert told["nb"] == told["nn"] == norwegian
    assert told["en"] == ("−1,234.5", "409.6", "13%", "5 June 2014", "a, b and c", "a or b", "a and 2 more")


def test_one_and_many_are_told_apart_where_bokmaal_does_not() -> None:
    with speaking("en"):
        assert counted("{n} underspørsmål", "{n} underspørsmål", 1) == "1 question"
        assert counted("{n} underspørsmål", "{n} underspørsmål", 2) == "2 questions"


def test_names_of_the_instrument_are_told_where_a_sentence_takes_them_up() -> None:
    with speaking("nn"):
        assert _("Område {area} {name}", area=4, name="Lederskap, ansvar og delegasjon") == (
            "Område 4 Leiarskap, ansvar og delegering"
        )
        assert _("{name} {year}", name="Hareid", year="senest 2017") == "Hareid seinast 2017"
    with speaking("en"):
        assert _("Kommuner med {size}", size="under 5 000 innbyggere") == "Municipalities with under 5,000 inhabitants"
        assert _("{names}, likt", names=["Demokrati", "Brukere"]) == "Democracy and Users, equal"


def test_what_people_wrote_stays_as_it_is() -> None:
    with speaking("en"):
        assert _("«{title}»", title="Tiltak") == "“Tiltak”"  # a message, but not one of ours in a data file
        assert _("«{title}»", title=Written("Demokrati")) == "“Demokrati”"
        assert named("Total") == "Total"
        assert named("oppdiktet, unntatt Hemnes") == "made up, except Hemne’s"
        assert named("Statistisk sentralbyrå, folkemengde") == "Statistics Norway, population"


def test_another_thread_speaks_only_what_it_is_given() -> None:
    with speaking("nn"), ThreadPoolExecutor(1) as pool:
        with pytest.raises(NobodySpeaks):
            pool.submit(language).result()
        assert pool.submit(bound("nn", lambda: _("Kilde"))).result() == "Kjelde"


def test_the_pseudo_language_puts_all_that_is_looked_up_in_brackets() -> None:
    with speaking("xx"):
        assert _("{name} {year} mot {group}", name="Hemne", year=2018, group=_("samme fylke")) == (
            "⟦Hemne 2018 mot ⟦samme fylke⟧⟧"
        )


@pytest.mark.parametrize(
    ("number", "decision"),
    [
        ("4650", "nn"),  # Gloppen
        ("1445", "nn"),  # Gloppen before 2020
        ("1101", "nb"),  # Eigersund
        ("1517", "nn"),  # Hareid
        ("1613", None),  # Snillfjord, divided between three
        ("9999", None),
        ("", None),
    ],
)
def test_a_municipality_has_decided_for_itself_and_its_predecessors(number: str, decision: str | None) -> None:
    assert decided_by(number) == decision


@pytest.mark.parametrize(
    ("query", "accepted", "spoken"),
    [
        ("", "", "nb"),
        ("", "nn-NO,nn;q=0.9,en;q=0.8", "nn"),
        ("", "sv-SE,en;q=0.4,no;q=0.8", "nb"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "nonsense;q=x,,", "nb"),
        ("spraak=en", "nn", "en"),
        ("spraak=tlh", "nn", "nn"),
        ("kommune=1445", "en", "nn"),
        ("kommune=1445&spraak=nb", "en", "nb"),
    ],
)
def test_a_first_visit_speaks_as_asked_as_decided_as_preferred_or_bokmaal(
    query: str, accepted: str, spoken: str
) -> None:
    assert language_of_visit(query, accepted) == spoken
