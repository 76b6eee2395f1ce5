"""What the page of a municipality says, held against the printed report and the known gaps."""

import re

import pytest

from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, notices, pictures, text, told, visit, warnings

HEMNE = {"kommune": "1612", "aar": "2018", "datasett": "real"}

# By hand from KS-K rapport 3/2018: what is printed, and the page it stands on.
PRINTED_OF_HEMNE = {
    "mean of the country": ("359 poeng", "n = 55", "74 poeng over", "s. 7"),
    "mean of the smallest": ("324 poeng", "n = 15", "109 poeng over", "s. 7"),
    "upper quartile": ("øvre kvartil", "25 % beste", "s. 7–8"),
    "rank among the smallest": ("nr. 2 av 15", "under 5 000 innbyggere", "s. 10"),
    "rank of area 3": ("Område 3 Politisk styring og kontroll", "nr. 5", "s. 11"),
    "gold star": ("gullstjerne", "5.1", "s. 29"),
}


def plain(piece: str) -> str:
    return piece.replace("\u00a0", " ")


@pytest.mark.parametrize("words", PRINTED_OF_HEMNE.values(), ids=PRINTED_OF_HEMNE.keys())
def test_what_is_printed_of_hemne_stands_in_one_sentence_with_its_place(
    page_seen: Visit, words: tuple[str, ...]
) -> None:
    pieces = map(plain, told(page_seen("municipality", opened=True, **HEMNE)))
    assert [piece for piece in pieces if all(word in piece for word in words)]


def test_the_total_of_hemne_leads(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, **HEMNE)
    assert headings(seen, 1)[0] == "Hemne 2018"
    assert "433 av 800 poeng: på trykk i øvre kvartil" in told(seen)  # p. 7–8


def test_the_eight_areas_of_hemne_are_told_in_words_as_printed(page_seen: Visit) -> None:
    [words] = [
        piece for piece in told(page_seen("municipality", opened=True, **HEMNE)) if piece.startswith("Hemne 2018 har")
    ]
    assert re.findall(r"(\d) \w+ (\d\d)\b", words) == [
        ("1", "39"), ("2", "37"), ("3", "77"), ("4", "61"), ("5", "58"), ("6", "49"), ("7", "48"), ("8", "63"),
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["1612", "5011"])
def test_hemne_is_found_by_each_of_its_numbers(page_seen: Visit, number: str) -> None:
    seen = page_seen("municipality", opened=True, kommune=number, datasett="real")
    assert headings(seen, 1)[0] == "Hemne 2018"
    assert not warnings(seen)


def test_areas_that_rest_on_two_are_not_compared(page_seen: Visit) -> None:
    told_of_areas = [
        piece for piece in told(page_seen("municipality", opened=True, **HEMNE)) if piece.startswith("Område 1 ")
    ]
    assert any("39 poeng; ikke sammenlignet (n = 2)" in piece for piece in told_of_areas)


def test_the_discrepancies_of_the_report_are_shown_with_their_place(page_seen: Visit) -> None:
    whole = text(page_seen("municipality", opened=True, **HEMNE))
    for used, other, page in (("433", "426", "s. 10"), ("77", "76", "s. 11"), ("109", "102", "s. 7")):
        assert re.search(rf"avvik\n{used}\n.*\n{other}\n.*\nKS-K rapport 3/2018, {page}\b", whole)


def test_the_points_of_area_2_that_are_in_no_question_are_said(page_seen: Visit) -> None:
    whole = text(page_seen("municipality", opened=True, **HEMNE))
    assert "I område 2 ligger 15 av 100 poeng ikke i noe trykt underspørsmål." in whole


def test_most_to_gain_begins_with_the_question_that_has_most_points_left(page_seen: Visit) -> None:
    whole = text(page_seen("municipality", opened=True, **HEMNE))
    assert re.search(r"1\.3 Informasjon om resultater\n20,6\n4,4\n25\n", whole)  # 25 less 4.4, printed p. 16


def test_an_area_opens_to_its_questions(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, **HEMNE, omrade="5")
    [area_5] = [piece for piece in html(seen) if '<details class="fold" id="omrade-5" open>' in piece]
    assert '<details class="fold" id="omrade-4">' in area_5
    opened = area_5.split('id="omrade-5" open>')[1].split("</details>")[0]
    assert re.findall(r">(5\.\d) [^<]*</a></th><td[^>]*><strong>([\d,]+)</strong>", opened) == [
        ("5.1", "10,5"),
        ("5.2", "18,8"),
        ("5.3", "4,5"),
        ("5.4", "10,4"),
        ("5.5", "7,5"),
        ("5.6", "6,7"),
    ]  # fmt: skip  printed pp. 29–31


def test_what_if_comes_open_from_the_address_and_writes_each_choice_to_it() -> None:
    seen = visit("municipality", kommune="1571", aar="2018", datasett="example", hva_om="2.2:25")
    assert "Totalen ville gått fra 333 til 356: fra nr. 33 til nr. 26 av 55, i nest øverste kvartil." in told(seen)
    [points] = seen.number_input
    assert (points.value, points.min, points.max) == (25.0, 2.5, 25.0)
    points.set_value(10.5).run()
    assert seen.query_params["hva_om"] == "2.2:10.5"
    [questions] = [choice for choice in seen.multiselect if choice.label == "Underspørsmål som får flere poeng"]
    questions.set_value(["2.2", "7.4"]).run()
    assert seen.query_params["hva_om"] == "2.2:10.5,7.4:20"
    assert len(seen.number_input) == 2


def test_an_evaluation_with_only_a_total_says_so_and_draws_no_areas(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, kommune="1516", aar="2013", datasett="real")
    assert "361 av 800 poeng" in told(seen)
    assert any("Bare totalen er kjent for Ulstein 2013" in notice for notice in notices(seen))
    assert pictures(seen) == {}


def test_an_evaluation_with_one_area_gets_no_spider_and_its_one_figure(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, kommune="1516", aar="2019", datasett="real")
    assert not [name for name in pictures(seen) if "spindeldiagram" in name]
    assert [rows["own"].drop_nulls().to_list() for rows in pictures(seen).values()] == [[72]]
    assert "område 1" in text(seen).lower()


def test_an_evaluation_of_another_family_is_compared_with_nobody_and_says_why(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, kommune="1640", aar="2021", datasett="real")
    whole = text(seen)
    assert "593 av 800 poeng" in whole
    assert "ikke sammenlignet (n = 1)" in whole
    assert whole.count("målt med en versjon som ikke kan sammenlignes") == 7  # all the others we have
    assert pictures(seen) == {}


def test_version_1_shows_its_figures_and_says_that_others_cannot_be_compared(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, kommune="1612", aar="2007", datasett="example")
    whole = text(seen)
    assert "Versjon 1.0" in whole
    assert "målt med en versjon som ikke kan sammenlignes" in whole
    assert any("versjon 1.0 er ikke publisert" in notice for notice in notices(seen))
    assert len(pictures(seen)) == 2


def test_a_comparison_with_nobody_shows_the_points_and_no_statistics(page_seen: Visit) -> None:
    seen = page_seen("municipality", opened=True, **HEMNE, gruppe="storrelse")
    assert "39 poeng; ikke sammenlignet (n = 1)" in text(seen)
    assert "Snitt" not in told(seen)
    statistics = ("mean", "q1", "median", "q3")
    shown = [
        rows[column].drop_nulls().to_list()
        for rows in pictures(seen).values()
        for column in statistics
        if column in rows.columns
    ]
    assert [values for values in shown if values] == []
