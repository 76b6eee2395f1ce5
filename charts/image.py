"""Export of a picture as a PNG or SVG file, with its title above and its notes below inside the image."""

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any
from xml.etree import ElementTree

import vl_convert

from charts.map import for_file
from charts.theme import FONT, export_configuration

SVG = "http://www.w3.org/2000/svg"
VEGA_LITE = "6.4"
WIDTH = 640
MARGIN = 24
TITLE_SIZE, NOTE_SIZE = 18, 12
TITLE_LINE, NOTE_LINE = 26, 17

ElementTree.register_namespace("", SVG)

UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Rows = Sequence[Mapping[str, Any]]


def svg(specification: Mapping[str, Any], rows: Rows, notes: Sequence[str], title: str, width: int = WIDTH) -> bytes:
    """Return the picture as an SVG file (UTF-8) in the light theme, with the title and notes as text in it.

    `width` is that of the picture in pixels without margins; `notes` are whole sentences, wrapped as needed.
    """
    picture = ElementTree.fromstring(_picture(specification, rows, width))
    return ElementTree.tostring(_sheet(picture, _lines(title, TITLE_SIZE, width), _note_lines(notes, width)))


def png(specification: Mapping[str, Any], rows: Rows, notes: Sequence[str], title: str, width: int = WIDTH) -> bytes:
    """Return the same as `svg` as a PNG file at twice the resolution."""
    return vl_convert.svg_to_png(svg(specification, rows, notes, title, width).decode(), scale=2)


def _picture(specification: Mapping[str, Any], rows: Rows, width: int) -> str:
    configuration = {**export_configuration(), **specification.get("config", {})}
    datasets = {"points": [{name: _printable(value) for name, value in row.items()} for row in rows]}
    exported = {
        **for_file(specification),
        "datasets": datasets,
        "width": width,
        "config": configuration,
        "padding": 0,
    }
    return vl_convert.vegalite_to_svg(exported, vl_version=VEGA_LITE)


def _printable(value: Any) -> Any:
    """Return a text without the characters that XML does not allow; other values unchanged."""
    # vl-convert aborts the whole process on such characters, which no except clause can stop.
    return UNPRINTABLE.sub("", value) if isinstance(value, str) else value


def _lines(text: str, size: int, width: int) -> list[str]:
    # SVG does not break lines; 0.52 of the font size is an estimate of the mean width of a character.
    return wrap(_printable(text), int(width / (size * 0.52))) or [""]


def _note_lines(notes: Sequence[str], width: int) -> list[str]:
    return [line for note in notes for line in _lines(note, NOTE_SIZE, width)]


def _sheet(picture: ElementTree.Element, title: Sequence[str], notes: Sequence[str]) -> ElementTree.Element:
    """Return an SVG element with title, picture and notes below each other on a white background."""
    top = MARGIN + TITLE_LINE * len(title) + 12
    below = top + float(picture.get("height", "0")) + 28
    width = 2 * MARGIN + float(picture.get("width", "0"))
    height = below + NOTE_LINE * len(notes) + MARGIN - NOTE_LINE
    sheet = ElementTree.Element(f"{{{SVG}}}svg", {"width": f"{width:g}", "height": f"{height:g}"})
    ElementTree.SubElement(sheet, f"{{{SVG}}}rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    _add_text_lines(
        sheet,
        title,
        MARGIN + TITLE_SIZE,
        TITLE_LINE,
        {"font-size": str(TITLE_SIZE), "font-weight": "bold", "fill": "#1d2530"},
    )
    picture.attrib.update({"x": str(MARGIN), "y": str(top)})
    sheet.append(picture)
    _add_text_lines(sheet, notes, below, NOTE_LINE, {"font-size": str(NOTE_SIZE), "fill": "#58616c"})
    return sheet


def _add_text_lines(
    sheet: ElementTree.Element, lines: Sequence[str], top: float, step: int, style: dict[str, str]
) -> None:
    for index, line in enumerate(lines):
        position = {"x": str(MARGIN), "y": f"{top + index * step:g}", "font-family": FONT}
        ElementTree.SubElement(sheet, f"{{{SVG}}}text", {**position, **style}).text = line
