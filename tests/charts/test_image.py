from xml.etree import ElementTree

import pytest

from charts.image import png, svg
from charts.spider import SPIDER, spider_rows
from charts.theme import series_colours
from data.speaking import speaking

SHORTS = {area: f"Område {area}" for area in range(1, 9)}
with speaking("nb"):
    ROWS = spider_rows([("Hemne 2018", dict.fromkeys(range(1, 9), 50.0))], SHORTS)
NOTES = ["Kilde: KS-K rapport 3/2018, s. 7 & <10>.", "Eksempeldata: n = 15, versjon 2.1."]


@pytest.fixture(scope="module")
def drawing() -> bytes:
    return svg(SPIDER, ROWS, NOTES, "Hemne 2018 mot 15 kommuner")


def words(drawing: bytes) -> list[str]:
    return [
        "".join(text.itertext()) for text in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_an_svg_begins_as_an_svg(drawing: bytes) -> None:
    assert drawing.startswith(b"<svg")


def test_the_title_and_every_note_are_text_in_the_svg(drawing: bytes) -> None:
    assert {"Hemne 2018 mot 15 kommuner", *NOTES} <= set(words(drawing))


def test_the_picture_itself_is_in_the_svg(drawing: bytes) -> None:
    assert {"1 Område 1", "8 Område 8", "75"} <= set(words(drawing))
    assert series_colours()[0].lower() in drawing.decode().lower()


def test_long_notes_are_broken_into_lines_that_lose_no_word() -> None:
    note = " ".join(["kommuner"] * 60)
    lines = [line for line in words(svg(SPIDER, ROWS, [note], "Tittel")) if line.startswith("kommuner")]
    assert len(lines) > 2
    assert " ".join(lines) == note


def test_a_png_begins_as_a_png_and_is_wider_than_the_screen_picture() -> None:
    picture = png(SPIDER, ROWS, NOTES, "Hemne 2018", width=350)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) >= 2 * 350


@pytest.mark.parametrize("sign", ["\x08", "\ufffe", "\uffff", "\ud800"])
def test_signs_that_an_svg_cannot_hold_are_left_out(sign: str) -> None:
    rows = spider_rows([(f"Hem{sign}ne", dict.fromkeys(range(1, 9), 50.0))], SHORTS)
    drawn = words(svg(SPIDER, rows, [f"No{sign}te"], f"Tit{sign}tel"))
    assert {"Tittel", "Note"} <= set(drawn)
    assert [text for text in drawn if "Hemne" in text]
