"""The page of the status for the council."""

import re

import pytest

from tests.pages.visiting import headings, html, text, visit, warnings


@pytest.mark.parametrize(
    ("number", "dataset"), [("9044", "example"), ("1612", "example"), ("1445", "real"), ("1259", "real")]
)
def test_it_opens_without_a_warning(number: str, dataset: str) -> None:
    seen = visit("council_status", kommune=number, datasett=dataset)
    assert not seen.exception
    assert warnings(seen) == []
    assert headings(seen, 1)[0].startswith("Status ")


def test_beside_a_programme_the_year_of_the_evaluation_is_not_added_to_the_address() -> None:
    seen = visit("council_status", kommune="9044", datasett="example", program="sorlia-2016")
    assert warnings(seen) == []
    assert "aar" not in seen.query_params
    assert headings(seen, 1)[0].startswith("Status 2018")


def test_a_year_that_is_not_told_is_said_so() -> None:
    seen = visit("council_status", kommune="9017", datasett="example", program="hogvang-2016", aar="1999")
    assert warnings(seen) == ["Programmet har ikke noe å fortelle fra 1999. Her vises 2019."]


def test_a_frozen_page_says_which_event() -> None:
    seen = visit("council_status", kommune="9017", datasett="example", program="hogvang-2016", aar="2018", stand="5")
    assert "Frosset slik planen var etter hendelse 5." in text(seen)
    assert "Frys denne siden" not in text(seen)


def test_the_menu_marks_the_page_that_leads_to_it() -> None:
    seen = visit("council_status", kommune="9017", datasett="example", program="hogvang-2016", aar="2018")
    [menu] = [written for written in html(seen) if 'class="top"' in written]
    assert re.findall(r'<a href="./(\w+)[^>]*aria-current="true">', menu) == ["tiltak"]


def test_it_is_not_in_the_menu_and_the_menu_drops_its_year() -> None:
    seen = visit("council_status", kommune="9017", datasett="example", program="hogvang-2016", aar="2018")
    [menu] = [written for written in html(seen) if 'class="top"' in written]
    without_languages = re.sub(r"<a [^>]*hreflang.*?</a>", "", menu)
    assert "kommunestyret" not in without_languages
    assert "aar=" not in without_languages
