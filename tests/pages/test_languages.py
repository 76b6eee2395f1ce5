"""Every page is told in the language of its address, and nothing on it is forgotten."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.speaking import speaking
from queries.municipalities import names
from queries.snapshot import Snapshot
from tests.pages.visiting import headings, html, told, visit, warnings
from tests.plans_made import written_in_plans

HEMNE = {"kommune": "1612", "aar": "2018"}
HOGVANG = {"kommune": "9017", "program": "hogvang-2016"}
MERGER = {"kommuner": "1612,1517,1571"}
PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("municipality", HEMNE),
    ("municipality", {**HEMNE, "gruppe": "fylke", "omrade": "3", "hva_om": "7.4:15"}),
    ("size_groups", HEMNE),
    ("trend", HEMNE),
    ("best_practice", HEMNE),
    ("best_practice", {**HEMNE, "sporsmal": "4.6"}),
    *(("merger", {**MERGER, "steg": step}) for step in ("kort", "best", "mangler", "overforing", "vedtak")),
    ("upload", {}),
    ("programme", HOGVANG),
    ("programme", {**HOGVANG, "status": "done"}),
    ("programme", {**HOGVANG, "nytt": "3.4"}),
    ("programme", {**HOGVANG, "nytt": "program"}),
    ("programme", {"kommune": "1612", "nytt": "tiltak"}),
    ("followup", HOGVANG),
    ("followup", {"kommune": "1612"}),
    ("council_status", {**HOGVANG, "aar": "2018"}),
    ("council_status", {"kommune": "1612"}),
)
METHOD = Path(__file__).parents[2] / "queries" / "README.md"
LABELLED = ("selectbox", "multiselect", "text_input", "button", "number_input", "checkbox")
OWN = r"Kompassrosen|Bokmål|Nynorsk|English|n|km|Trøndelag|og|s\. [\d–-]+|\d\d\.\d\d\.\d{4}"
"""What is the same in every language: our name, languages, counties, `n`, pages of sources. Lists end with `og`."""
SOURCE = re.compile(r"KS-K rapport|\.(no|me|com)\b|^Statistisk sentralbyrå")


def outside_brackets(text: str) -> str:
    """Return what no look-up has told."""
    depth, signs = 0, []
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        signs.append(sign if depth == 0 and sign != "⟧" else " ")
    return " ".join("".join(signs).split())


def labels(seen: AppTest) -> Iterator[str]:
    for kind in LABELLED:
        for widget in getattr(seen, kind):
            yield str(widget.label)
            yield from map(str, getattr(widget, "options", None) or ())


@cache
def remarks(snapshot: Snapshot) -> tuple[str, ...]:
    """Return what people wrote of municipalities and in plans, which stays in their language."""
    return (*snapshot.store.read("select distinct text from remark")["text"].to_list(), *written_in_plans(snapshot))


def forgotten(text: str, snapshot: Snapshot) -> str:
    """Return the letters that are neither looked up nor a name, a remark or a source."""
    left = outside_brackets(text)
    if SOURCE.search(left):
        return ""
    called = {part for name in names(snapshot).values() for part in (name, name.removesuffix(" (eksempel)"))}
    for known in sorted({*remarks(snapshot), *called}, key=len, reverse=True):
        left = left.replace(" ".join(known.split()), " ")
    left = re.sub(rf"\b({OWN})\b", " ", left)
    return left if re.search(r"[^\W\d_]{2}", left) else ""


@pytest.mark.parametrize(("page", "address"), PAGES, ids=lambda part: part if isinstance(part, str) else "")
def test_a_page_has_no_letters_that_nobody_can_translate(page: str, address: dict[str, str], example: Snapshot) -> None:
    with speaking("xx"):  # what AppTest asks of widgets outside the visit
        seen = visit(page, opened=True, datasett="example", spraak="xx", **address)
    assert not seen.exception
    pieces = [*told(seen), *labels(seen)]
    assert {piece: left for piece in pieces if (left := forgotten(piece, example))} == {}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nb", "Last opp skåringsark"),
        ("nn", "Last opp skåringsark"),
        ("en", "Upload score sheets"),
    ],
)
def test_a_page_speaks_the_language_of_its_address(language: str, title: str) -> None:
    assert headings(visit("upload", spraak=language), 1) == [title]


def test_links_keep_the_language_and_those_to_the_others_are_marked() -> None:
    written = " ".join(html(visit("municipality", kommune="1612", aar="2018", datasett="example", spraak="nn")))
    links = re.findall(r'<a href="([^"]+)"([^>]*)>', written)
    within = [href for href, more in links if "hreflang" not in more and "://" not in href]
    assert [href for href in within if "spraak=nn" not in href] == []
    assert re.findall(r'spraak=(\w\w)[^"]*" target="_self" hreflang="(\w\w)" lang="(\w\w)"', written) == [
        (code, code, code) for code in ("nb", "nn", "en")
    ]


@pytest.mark.parametrize(("language", "weakness"), [("nn", "Veikskap i område 7: "), ("en", "Weakness in area 7: ")])
def test_the_evaluators_words_in_a_sentence_of_ours_say_that_they_are_norwegian(language: str, weakness: str) -> None:
    written = " ".join(html(visit("municipality", kommune="1612", aar="2018", datasett="example", spraak=language)))
    assert f'{weakness}<span lang="no">Gode forslag blir ikke belønnet.</span>' in written


def test_an_unknown_language_falls_back_with_a_sentence() -> None:
    seen = visit("municipality", kommune="1612", aar="2018", datasett="example", spraak="tlh")
    assert warnings(seen) == ["Språket «tlh» finnes ikke her. Teksten står på bokmål."]


def test_a_callback_and_its_rerun_keep_the_language() -> None:
    seen = visit("municipality", kommune="1612", aar="2018", datasett="example", spraak="en")
    with speaking("en"):
        [choice] = [box for box in seen.selectbox if box.label == "Compare with"]
        choice.set_value("storrelse").run()
    assert seen.query_params["spraak"] in ("en", ["en"])
    assert [box.label for box in seen.selectbox if box.label == "Compare with"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("nb", "Slik blir tallene til"), ("nn", "Slik blir tala til"), ("en", "How the figures are made")],
)
def test_the_method_is_told_in_every_language_with_the_same_figures(language: str, heading: str) -> None:
    seen = visit("method", spraak=language)
    assert next(fold.label for fold in seen.expander) == heading
    source_text = re.sub(r"^## .*$", "", METHOD.read_text(encoding="utf-8"), flags=re.MULTILINE)
    chapters = " ".join(str(chapter.value) for chapter in seen.markdown[:2])
    here, source = (sorted(re.findall(r"\d+", text)) for text in (chapters, source_text))
    assert "7" in here
    assert len(here) == len(source)
