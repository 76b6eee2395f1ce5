"""Each step of the merger page as a visitor meets it, what it offers to mark, and the meeting view."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, pictures, text, told, warnings

HEIM = {"datasett": "example", "kommuner": "1612,1571,1613", "kommune": "1612", "aar": "2018"}
STEPS = {
    "kort": "Én er klart best i 24 av 45, og 9 er felles mangler",
    "best": "Hemne er best i 14 av 45, Halsa i 6 og Snillfjord i 4",
    "mangler": "Alle tre ligger under halvparten i 9 av 45",
    "overforing": "Praksis kan hentes i 30 av 45: fra Hemne i 20, Snillfjord i 10 og Halsa i 6",
    "vedtak": "Ingenting er merket til vedtak ennå",
}


def opened(page_seen: Visit, **words: str) -> AppTest:
    app = page_seen("merger", **{**HEIM, **words})
    assert not app.exception
    assert not app.error
    assert warnings(app) == []
    return app


def links(app: AppTest, pattern: str = "") -> list[str]:
    """The addresses of the links of this page whose text matches."""
    found = re.findall(r'<a href="(sammenslaing\?[^"]*)"[^>]*>(.*?)</a>', " ".join(html(app)))
    return [unescape(address) for address, name in found if re.search(pattern, name)]


@pytest.mark.parametrize("step", STEPS)
def test_each_step_has_its_finding_as_title_and_names_the_years(page_seen: Visit, step: str) -> None:
    app = opened(page_seen, steg=step)
    assert headings(app, 1) == [STEPS[step]]
    assert "Hemne 2018, Halsa (eksempel) 2018 og Snillfjord (eksempel) 2018, målt med versjon 2.1." in text(app)
    current = re.findall(r'aria-current="true">([^<]*)<', " ".join(html(app)))
    assert current[0].startswith(str([*STEPS].index(step) + 1))


def test_nothing_of_the_page_as_it_was_is_lost(page_seen: Visit) -> None:
    seen = "\n".join(text(opened(page_seen, steg=step)) for step in STEPS)
    for part in (
        "er sammenlignet som likeverdige",
        "Snillfjord er delt fra 01.01.2020",
        "Hemne, Halsa (eksempel) og Snillfjord (eksempel): områder og total",
        "Dommen er den første som passer.",
        "Beste av alle",
        "Styrker, utfordringer og svakheter side om side",
        "Gjør det godt utenfor",
        "Styrker i området hos dem det kan hentes fra",
        "Beste praksis innenfor gruppen",
        "Last ned arbeidsboken for fellesnemnda (Excel)",
    ):
        assert part in seen
    # The spider, the dots, and who becomes what.
    assert len(pictures(opened(page_seen))) == 3


def test_filters_of_one_step_hold_in_the_next(page_seen: Visit) -> None:
    app = opened(page_seen, steg="best", omrade="4", dom="best")
    [gaps] = links(app, "^3 Felles mangler")
    assert "omrade=4" in gaps
    assert "dom=best" in gaps
    assert headings(opened(page_seen, steg="mangler", omrade="1"), 1) == [
        "1 Demokrati: Alle tre ligger under halvparten i 3 av 5"
    ]


def test_a_question_and_a_transfer_are_marked_from_their_rows(page_seen: Visit) -> None:
    [mark, *_others] = links(opened(page_seen, steg="best"), "☐ Merk")
    assert "merket=1.1&" in mark
    assert len(links(opened(page_seen, steg="mangler"), "☐ Merk")) == 9
    app = opened(page_seen, steg="overforing", merket="4.4-1571")
    assert [link for link in links(app, r"^☑ \+1,5$") if "merket" not in link]
    # 60 transfers are 60 pairs; a question with two givers has one mark for each that takes over.
    assert len(links(app, r"^[☐☑] \+")) == len({*links(app, r"^[☐☑] \+")})


def test_the_sentence_of_the_committee_stands_in_the_list_and_stays_for_the_session(page_seen: Visit) -> None:
    app = opened(page_seen, steg="vedtak", merket="1.1,4.4-1571")
    assert [field.label for field in app.text_input] == [
        "Om 1.1 Plan for demokrati og informasjon: ● Halsa best, +2,0",
        "Om 4.4 Lederens personlige ansvar: Halsa henter praksis fra Hemne og Snillfjord, +1,5",
    ]
    app.text_input[0].set_value("<b>Halsas</b> plan *først*").run()
    assert "<b>Halsas</b> plan *først*" in told(app)
    assert "Setningene finnes bare i denne økten og i arbeidsboken" in text(app)
    assert [one.proto.label for one in app.get("download_button")] == [
        "Last ned arbeidsboken med vedtaksliste og setninger (Excel)"
    ]
    app.query_params["steg"] = "best"
    app.run()
    app.query_params["steg"] = "vedtak"
    app.run()
    assert app.text_input[0].value == "<b>Halsas</b> plan *først*"
    app.query_params["kommuner"] = "1612,1571"
    app.run()
    assert [field.value for field in app.text_input] == [""], "other municipalities have other sentences"


def test_marks_of_municipalities_no_longer_chosen_are_told_of(page_seen: Visit) -> None:
    app = page_seen("merger", **{**HEIM, "kommuner": "1612,1613", "steg": "vedtak", "merket": "1.1,4.4-1571"})
    assert warnings(app) == ["Merket 4.4-1571 finnes ikke for kommunene som er valgt, og er sett bort fra."]
    assert headings(app, 1) == ["Til vedtak: 1 underspørsmål"]


@pytest.mark.parametrize("step", STEPS)
def test_a_meeting_has_no_choices_and_leads_on_and_out(page_seen: Visit, step: str) -> None:
    app = opened(page_seen, steg=step, visning="mote")
    assert len(app.multiselect) == 0
    assert "1 Kort fortalt" not in text(app)
    [leave] = links(app, "^Avslutt møtevisning$")
    assert "visning" not in leave
    assert f"steg={step}" in leave
    assert len(links(app, "^Neste$")) == (step != "vedtak")
    assert len(links(app, "^Forrige$")) == (step != "kort")


def test_thin_figures_have_one_step_that_says_why(page_seen: Visit) -> None:
    app = opened(page_seen, datasett="real", kommuner="1612,1517,1516")
    assert headings(app, 1) == ["Hemne er klart høyest på 7 av 8 områder og Ulstein på 1"]
    assert "Bare Hemne 2018 har poeng for underspørsmålene" in text(app)
    assert links(app, r"^\d ") == []
    app = opened(page_seen, datasett="real", kommuner="0514,1505")
    assert headings(app, 1) == ["Høyest total har Lom senest 2019 med 550"]
    app = opened(page_seen, datasett="real")
    assert headings(app, 1) == ["Sammenslåing"]
    assert links(app, "Møtevisning") == []
    assert len(pictures(app)) == 1
