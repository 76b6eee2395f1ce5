"""The merger committee's page and best practice, as a reader meets them."""

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from urllib.parse import parse_qsl

import openpyxl
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from data.opening import open_store
from queries.evaluation import find_evaluation
from queries.merger import merger
from queries.snapshot import Snapshot
from reports.address import Address
from reports.catalogue import REPORTS
from reports.choices import snapshot_in
from reports.view import View
from reports.writers.files import file_bytes, file_name, formats_of
from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, notices, warnings

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(page_seen: Visit) -> OpenPage:
    def opened(page: str = "merger", **words: str) -> AppTest:
        app = page_seen(page, **words)
        assert not app.exception
        assert not app.error
        return app

    return opened


def text(app: AppTest) -> str:
    """Everything a reader can read, with the markup taken away."""
    parts = [element.proto.body for element in app.get("html")]
    parts += [
        element.value
        for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        for element in getattr(app, kind)
    ]
    return " ".join(re.sub(r"<[^>]+>", " ", part) for part in parts)


def table(app: AppTest, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, without its head, the headings of its groups and what rows open."""
    body = rf"<caption>{re.escape(caption)}.*?</thead>(.*?)</table>"
    found = [table for element in app.get("html") for table in re.findall(body, element.proto.body, re.S)]
    assert len(found) == 1, f"{len(found)} tables begin with «{caption}»"
    rows = re.findall(r"<tr(?! class=\"(?:group|opened)\").*?>(.*?)</tr>", found[0], re.S)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row)] for row in rows]


def test_the_example_opens_with_the_three_that_became_heim(open_page: OpenPage) -> None:
    app = open_page(datasett="example")
    assert headings(app, 1) == ["Én er klart best i 24 av 45, og 9 er felles mangler"]
    assert app.multiselect[0].value == ["1612", "1571", "1613"]
    told = text(app)
    assert (
        "Én er klart best i 24 av 45 underspørsmål: Hemne i 14, Halsa (eksempel) i 6 og Snillfjord (eksempel) i 4."
        in told
    )
    assert "der Hemne har 20,4 poeng mer enn Snillfjord (eksempel)." in told
    for part in ("Heim (delen rundt Vennastranda)", "Hitra (delene Sundan og Hemnskjela)", "Orkland (delen rundt"):
        assert part in told


def test_every_question_stands_there_with_one_verdict(open_page: OpenPage, example: Snapshot) -> None:
    app = open_page(datasett="example", steg="best")
    shown = table(app, "Hemne, Halsa (eksempel) og Snillfjord (eksempel): én dom")
    judged = merger(example, tuple(find_evaluation(example, number) for number in ("1612", "1571", "1613")))
    assert [row[0].split()[0] for row in shown] == judged["code"].to_list()
    words = {"best": " best, +", "common_gap": "▽ felles mangel", "divided": "delt"}
    assert all(words[kind] in row[5] for kind, row in zip(judged["verdict"], shown, strict=True))


def test_verdict_and_area_filter_the_questions(open_page: OpenPage) -> None:
    app = open_page(datasett="example", dom="best", omrade="4")
    shown = table(app, "Hemne, Halsa (eksempel) og Snillfjord (eksempel): én dom")
    assert [row[0].split()[0] for row in shown] == ["4.1", "4.2", "4.3", "4.5", "4.6"]


@pytest.mark.parametrize(
    "words",
    [
        {"kommuner": "9001,9002"},
        {"kommuner": "1612,9001,9002,9003", "omrade": "7", "steg": "kort"},
        {"kommuner": "1612,1571,1613,9001,9002,9005", "dom": "mangel", "steg": "kort"},
        {"kommuner": "5011,1571", "referanse": "2018"},
    ],
)
def test_two_four_and_six_can_be_compared(open_page: OpenPage, words: dict[str, str]) -> None:
    app = open_page(datasett="example", **words)
    n = len(words["kommuner"].split(","))
    assert len(app.multiselect[0].value) == n
    pictures = len(app.get("vega_lite_chart")) or len(app.get("arrow_vega_lite_chart"))
    # Beside those of the areas the picture of who becomes what, where the register has a change.
    becomes = any(number in {"1612", "5011"} for number in words["kommuner"].split(","))
    assert pictures == (1 if n == 6 else 2) + becomes
    assert ("Med 6 kommuner vises bare prikkene." in text(app)) == (n == 6)


def test_among_the_real_figures_only_hemne_is_there_and_the_example_is_offered(open_page: OpenPage) -> None:
    app = open_page(datasett="real")
    told = text(app)
    assert "Halsa og Snillfjord er evaluert: rapporten finnes, men poengene er ikke her" in told
    assert "Bare Hemne 2018 kan vises" in told
    assert "Snillfjord er delt fra 01.01.2020" in told
    offer = next(element.proto.body for element in app.get("html") if "i eksempeldataene" in element.proto.body)
    assert "kommuner=1612%2C1571%2C1613" in offer
    assert "datasett=example" in offer


def test_totals_other_families_and_areas_alone_each_have_their_sentence(open_page: OpenPage) -> None:
    told = text(open_page(datasett="real", kommuner="1612,1517,1516,1640"))
    assert "Røros er målt med versjon 2020 (2021), som ikke kan sammenlignes med de andres" in told
    assert "Bare Hemne 2018 har poeng for underspørsmålene i versjon 2.1." in told
    assert "Alle åtte områdene er ikke kjent for Ulstein 2019" in told
    assert "er best" not in told
    assert "felles mangler" not in told


@pytest.mark.parametrize(
    ("kommuner", "told"),
    [
        ("ingen", "Velg to til seks kommuner i listen over, de som slår seg sammen eller vurderer det."),
        ("9001", "Almevik er valgt. Velg én til fem kommuner til i listen over, så blir de sammenlignet."),
        ("9001,9002,9003,9004,9005,9006,9007", "Velg to til seks kommuner. Nå er 7 valgt."),
    ],
)
def test_none_one_and_seven_are_told_what_to_do(open_page: OpenPage, kommuner: str, told: str) -> None:
    assert notices(open_page(datasett="example", kommuner=kommuner)) == [told]


def test_an_emptied_choice_stays_empty_and_can_be_filled_again(open_page: OpenPage) -> None:
    app = open_page(datasett="example", kommune="1612", aar="2018")
    app.multiselect[0].set_value([]).run()
    assert app.query_params["kommuner"] == "ingen"
    assert app.multiselect[0].value == []
    assert "Hemne i 14" not in text(app)
    app.multiselect[0].set_value(["9001", "9002"]).run()
    assert app.query_params["kommuner"] == "9001,9002"
    assert app.multiselect[0].value == ["9001", "9002"]


def test_an_emptied_choice_is_no_municipality_on_the_page_that_shows_several(open_page: OpenPage) -> None:
    app = open_page("trend", datasett="example", kommune="1612", aar="2018", kommuner="ingen")
    assert (app.multiselect[0].value, warnings(app)) == ([], [])


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ({"datasett": "real", "kommune": "1516"}, ["1516"]),
        ({"datasett": "real", "kommune": "1571"}, ["1612", "1571", "1613"]),
        ({"datasett": "real", "kommune": "5011"}, ["1612", "1571", "1613"]),
        ({"datasett": "real", "kommune": "1516", "kommuner": "1612,1517"}, ["1612", "1517"]),
        ({"datasett": "real", "kommune": "0301"}, ["0301"]),  # Oslo is not evaluated, but in the register
        ({"datasett": "example", "kommune": "9003"}, ["9003"]),
        ({"datasett": "example", "kommune": "1516"}, ["1612", "1571", "1613"]),
        ({"datasett": "real", "kommune": "0000"}, ["1612", "1571", "1613"]),
    ],
)
def test_the_municipality_of_the_other_pages_comes_along(
    open_page: OpenPage, words: dict[str, str], chosen: list[str]
) -> None:
    assert open_page(**words).multiselect[0].value == chosen


def test_who_comes_along_alone_is_asked_for_the_others(open_page: OpenPage) -> None:
    assert notices(open_page(datasett="real", kommune="1516")) == [
        "Ulstein er valgt. Velg én til fem kommuner til i listen over, så blir de sammenlignet."
    ]


def test_what_does_not_exist_falls_back_with_a_sentence(open_page: OpenPage) -> None:
    told = text(open_page(datasett="example", kommuner="1612,1571,xx", dom="sint", omrade="11", familie="9"))
    for sentence in (
        "har nummer xx",
        "«sint» finnes ikke som dom",
        "Område 11 finnes ikke",
        "Versjonsfamilie 9 finnes",
    ):
        assert sentence in told


def test_a_year_before_everyone_is_told_of(open_page: OpenPage) -> None:
    told = text(open_page(datasett="example", kommuner="1571,1613", referanse="1999"))
    assert "Halsa (eksempel) er første gang evaluert i 2018, etter året som er valgt." in told
    assert "Færre enn to av dem kan sammenlignes" in told
    assert "Versjonsfamilie" not in told


def test_the_committee_takes_away_one_workbook(open_page: OpenPage) -> None:
    found = re.findall(
        r'href="fil/sammenslaing/arbeidsbok.xlsx\?([^"]*)"', " ".join(html(open_page(datasett="example")))
    )
    address = Address(dict(parse_qsl(unescape(found[0]))))
    view = View(snapshot_in(open_store(), address))
    workbook = REPORTS["sammenslaing"].content(view, address, "arbeidsbok")
    name = "eksempeldata-sammenslaing-hemne-halsa-eksempel-og-snillfjord-eksempel.xlsx"
    assert (len(found), file_name(view, workbook, "xlsx")) == (1, name)
    book = openpyxl.load_workbook(BytesIO(file_bytes(view, workbook, "xlsx")))
    assert book.sheetnames == ["Sammendrag", "Dommer", "Overføring", "Felles mangler", "Poeng", "Kilder"]
    assert book["Sammendrag"]["A1"].value.startswith("Eksempeldata: ")
    assert [cell.value for cell in book["Dommer"][2]][:6] == [
        "1.1",
        "Plan for demokrati og informasjon",
        15,
        7.5,
        9.5,
        4.4,
    ]
    assert book["Dommer"].max_row == 46
    assert book["Poeng"].max_row == 1 + 9 + 45


@pytest.mark.parametrize(
    "words",
    [
        *({"datasett": "example", "steg": step} for step in ("kort", "best", "mangler", "overforing", "vedtak")),
        {"datasett": "real", "kommuner": "1612,1517,1516"},
        {"datasett": "real"},
    ],
)
def test_every_link_to_a_file_leads_to_one(open_page: OpenPage, words: dict[str, str]) -> None:
    links = re.findall(r'href="fil/sammenslaing/([^"]*)"', " ".join(html(open_page(**words))))
    assert len(links) == len({*links})
    for link in links:
        name, asked = unescape(link).split("?")
        key, ending = name.split(".")
        address = Address(dict(parse_qsl(asked)))
        content = REPORTS["sammenslaing"].content(View(snapshot_in(open_store(), address)), address, key)
        assert ending in formats_of(content)


def test_best_practice_opens_with_the_questions_with_most_to_gain(open_page: OpenPage) -> None:
    app = open_page("best_practice", datasett="example", kommune="1612", aar="2018")
    assert "Andre gjør det klart bedre på alle de 10 underspørsmålene der Hemne har mest å hente" in text(app)
    assert table(app, "Hemne 2018: mest å hente")[0][:2] == ["1.3 Informasjon om resultater", "20,6"]


def test_best_practice_opens_with_the_question_that_is_asked_for(open_page: OpenPage) -> None:
    app = open_page("best_practice", datasett="example", kommune="1612", aar="2018", sporsmal="1.3")
    told = text(app)
    assert "Ingen når 60 % på 1.3; best er Vinterdal, klart foran Hemne" in told.replace("\u00a0", " ")
    assert "24 av de 54 andre i sammenligningen ligger minst" in told
    first = table(app, "Hemne 2018: å lære 1.3 av")[0]
    assert first[:4] == ["Vinterdal 2017", "13,7", "55\u00a0%", "+9,3"]


def test_best_practice_says_why_there_is_nobody(open_page: OpenPage) -> None:
    told = text(open_page("best_practice", datasett="example", kommune="1612", aar="2018", sporsmal="7.2"))
    assert "Hemne har 25,0 av 25 poeng, og ingen i sammenligningen har mer." in told
    told = text(open_page("best_practice", datasett="real", kommune="1612", aar="2018", sporsmal="1.3"))
    assert "Ingen andre i sammenligningen er målt på dette med samme versjon." in told
    told = text(open_page("best_practice", datasett="example", kommune="1612", aar="2011"))
    assert "Underspørsmålene i versjon 2.0 er ikke publisert." in told


def test_best_practice_works_inside_a_merger(open_page: OpenPage) -> None:
    words = {"kommune": "1613", "aar": "2018", "gruppe": "utvalg", "utvalg": "1612,1571,1613", "sporsmal": "1.4"}
    page = open_page("best_practice", datasett="example", **words)
    shown = table(page, "Snillfjord (eksempel) 2018: å lære 1.4 av")
    # Hemne has 14.0 of 30, under 60 %, so only the best of the two who are ahead is there.
    assert [row[0] for row in shown] == ["Hemne 2018"]


def test_links_go_both_ways(open_page: OpenPage) -> None:
    html = " ".join(
        e.proto.body for e in open_page("municipality", datasett="example", kommune="1612", aar="2018").get("html")
    )
    assert "beste-praksis?kommune=1612&amp;aar=2018&amp;sporsmal=1.3&amp;datasett=example" in html
    html = " ".join(e.proto.body for e in open_page(datasett="example", steg="best").get("html"))
    assert "kommune?kommune=1571&amp;aar=2018&amp;omrade=3&amp;datasett=example" in html
    html = " ".join(e.proto.body for e in open_page(datasett="example", steg="mangler").get("html"))
    assert "beste-praksis?kommune=1612&amp;aar=2018&amp;sporsmal=1.3&amp;datasett=example" in html


def test_the_five_sentences_are_true_of_other_municipalities_too(open_page: OpenPage, example: Snapshot) -> None:
    for numbers in ("9003,9004", "9010,9020,9030", "9005,9015,9025,9035,9045"):
        told = text(open_page(datasett="example", kommuner=numbers))
        evaluations = tuple(find_evaluation(example, number) for number in numbers.split(","))
        judged = merger(example, evaluations)
        counted = dict(judged["verdict"].value_counts().iter_rows())
        assert f"Én er klart best i {counted['best']} av 45 underspørsmål" in told
        assert f"I {counted['common_gap']} underspørsmål ligger alle under 50 prosent" in told
        led = judged.filter(pl.col("verdict") == "best")["leader"].value_counts()
        names = {one.municipality: one.name for one in evaluations}
        for number, n in led.iter_rows():
            assert f"{names[number]} i {n}" in told
