"""Beste praksis as visitors see it: choices, what stands in sight, and what is folded away."""

import re
from typing import Any

import pytest

from tests.pages.conftest import Visit
from tests.pages.visiting import headings, html, notices, offered, pictures, text, visit

HEMNE: dict[str, Any] = {"datasett": "example", "kommune": "1612", "aar": "2018"}
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)


def in_sight(written: list[str]) -> str:
    """Return what is to be read without opening anything, hard spaces as plain ones."""
    return re.sub(r"<[^>]+>", "\n", FOLDED.sub("", "".join(written))).replace("\u00a0", " ")


def test_what_is_asked_for_stands_in_sight(page_seen: Visit) -> None:
    seen = page_seen("best_practice", **HEMNE, sporsmal="4.6")
    assert not seen.exception
    assert headings(seen, 1) == ["Fosseid og 40 til gjør det klart bedre enn Hemne på 4.6"]
    assert headings(seen, 2) == ["Hemne er nummer 49 av 55 på 4.6", "Slik gjorde andre det"]
    told = in_sight(html(seen))
    for answer in ("Rognlia 2017", "Fosseid 2017", "12,0 av 20", "19,8 av 20", "+6,2", "+14,0"):
        assert answer in told
    assert "Lederutviklingen er knyttet til kommunens egne mål." in told
    assert "Hegrefjord" not in told
    assert list(pictures(seen)) == [
        "Eksempeldata: Hemne 2018: alles poeng på 4.6. Se «I ord og som fil: Eksempeldata: Hemne 2018: alles poeng på "
        "4.6»."
    ]


def test_what_was_written_stands_in_a_row_of_its_own_across_the_table(page_seen: Visit) -> None:
    written = "".join(html(page_seen("best_practice", **HEMNE, sporsmal="4.6")))
    assert written.count('<tr class="beneath"><td colspan="4">') == 6
    assert '<th scope="col">Styrker</th>' not in written


@pytest.mark.parametrize("question", [{}, {"sporsmal": "4.6"}, {"sporsmal": "1.3"}, {"sporsmal": "7.2"}])
@pytest.mark.parametrize("dataset", ["real", "example"])
def test_no_two_folds_have_one_name(page_seen: Visit, dataset: str, question: dict[str, str]) -> None:
    written = "".join(html(page_seen("best_practice", **HEMNE | {"datasett": dataset}, **question)))
    names = re.findall(r'<details class="fold" id="([^"]+)"', written)
    assert names
    assert len(names) == len({*names})


def test_choosing_a_question_and_leaving_it_again() -> None:
    seen = visit("best_practice", **HEMNE)
    assert seen.selectbox(key="choice sporsmal").value == ""
    seen.selectbox(key="choice sporsmal").select("2.2").run()
    assert headings(seen, 1) == ["Skarvnes og 29 til gjør det klart bedre enn Hemne på 2.2"]
    seen.selectbox(key="choice sporsmal").select("").run()
    assert headings(seen, 1) == ["Andre gjør det klart bedre på alle de 10 underspørsmålene der Hemne har mest å hente"]


def test_the_weakest_lead_to_whom_to_learn_from(page_seen: Visit) -> None:
    written = "".join(html(page_seen("best_practice", **HEMNE)))
    links = re.findall(
        r'href="beste-praksis\?kommune=1612&amp;aar=2018&amp;sporsmal=([\d.]+)&amp;datasett=example&amp;spraak=nb"',
        written,
    )
    assert links[:10] == ["1.3", "2.2", "7.5", "1.4", "4.3", "4.6", "7.4", "6.2", "7.3", "5.5"]


def test_an_area_chosen_in_the_fold_keeps_the_question(page_seen: Visit) -> None:
    seen = page_seen("best_practice", **HEMNE, sporsmal="4.6", omrade="3")
    assert headings(seen, 1) == ["Fosseid og 40 til gjør det klart bedre enn Hemne på 4.6"]
    assert "Høyest i sammenligningen på område 3" in text(seen)
    assert "sporsmal=4.6&amp;omrade=5&amp;" in "".join(html(seen))


def test_with_thin_data_nothing_is_drawn_and_the_gold_star_is_still_there(page_seen: Visit) -> None:
    seen = page_seen("best_practice", datasett="real", kommune="1612", aar="2018", sporsmal="5.1")
    assert headings(seen, 1) == ["Ingen å sammenligne Hemne med på 5.1"]
    assert notices(seen)[0].startswith("Hemne har 10,5 av 15 poeng. Ingen andre")
    assert pictures(seen) == {}
    assert offered(seen, "Excel") == 2
    assert "Gullstjerne" in text(seen)


def test_where_nobody_can_be_learnt_from_no_sentence_speaks_of_those_ahead(page_seen: Visit) -> None:
    seen = page_seen("best_practice", datasett="real", kommune="1612", aar="2018")
    assert "mest å hente, og hvem det kan læres av" in text(seen)
    assert "Begge ligger klart foran" not in text(seen)
    assert "Begge ligger klart foran" in text(
        page_seen("best_practice", datasett="example", kommune="1612", aar="2018")
    )


def test_a_municipality_with_a_total_only_is_told_so(page_seen: Visit) -> None:
    seen = page_seen("best_practice", datasett="real", kommune="1517", aar="2017")
    assert not seen.exception
    assert headings(seen, 1) == ["Underspørsmålene er ikke kjent for Hareid 2017"]
