"""Opens a page as a visitor without a browser, and says what is to be read on it."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
from streamlit.source_util import PageHash, PageInfo
from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
PAGES = ("overview", "municipality", "size_groups", "trend", "method")
READ_AS_TEXT = {"title", "header", "subheader", "markdown", "caption", "text", "info", "warning", "error"}
LABELLED = {"expander", "download_button", "page_link"}
BLOCKS = re.compile(r"</?(?:p|li|ul|td|th|tr|table|caption|div|h\d|details|summary)\b[^>]*>")


def visit(page: str, *, opened: bool = False, **address: str) -> AppTest:
    """Open a page, by default in bokmål, with these words in its address, each visit a new visitor.

    The visitor may open all that is folded away.
    """
    seen = AppTest.from_file(FRAME, default_timeout=30)
    seen._registered_pages = _menu()
    seen.switch_page(f"{page}/page.py")
    seen.query_params = {"spraak": "nb", **address}
    seen.run()
    return open_all(seen) if opened else seen


def open_all(seen: AppTest) -> AppTest:
    """Open every fold, and what is folded inside it."""
    while closed := [key for key, is_open in folds(seen) if not is_open]:
        for key in closed:
            seen.session_state[key] = True
        seen.run()
    return seen


@cache
def _menu() -> dict[PageHash, PageInfo]:
    """Return the pages by which a visitor can come in, as the frame registers them.

    Streamlit knows them only after a run. Drawn once here, a deep link is one run, as it is in a browser, and not
    two: the overview first, then the page that was asked for.
    """
    return AppTest.from_file(FRAME, default_timeout=30).run()._registered_pages


def folds(seen: AppTest) -> Iterator[tuple[str, bool]]:
    """Return the key of everything that can be opened and closed, and whether it is open."""
    element: Any
    for element in seen.main:
        if element.type == "expander" and element.proto.id:
            yield element.proto.id.split("-", 2)[2], element.proto.expanded


def html(seen: AppTest) -> list[str]:
    """Return what the page wrote as HTML, without its style sheet."""
    written: Any = seen.get("html")
    return [element.value for element in written if not element.value.startswith("<style")]


def told(seen: AppTest) -> list[str]:
    """Return all there is to read, piece by piece: a sentence, a list item, a cell, a label."""
    return [piece for piece in map(str.strip, _pieces(seen)) if piece]


def _pieces(seen: AppTest) -> Iterator[str]:
    element: Any
    for element in seen.main:
        if element.type in READ_AS_TEXT:
            yield element.value
        elif element.type in LABELLED:
            yield element.label if element.type == "expander" else element.proto.label
        elif element.type == "vega_lite_chart":
            yield element.proto.alt
        elif element.type == "html" and not element.value.startswith("<style"):
            yield from (unescape(re.sub(r"<[^>]+>", "", piece)) for piece in BLOCKS.split(element.value))


def text(seen: AppTest) -> str:
    """Return all there is to read, one piece a line, hard spaces as plain ones."""
    return "\n".join(told(seen)).replace("\u00a0", " ")


def warnings(seen: AppTest) -> list[str]:
    """Return the sentences that say what the address asked for in vain, drawn by Streamlit or as HTML."""
    return [str(warning.value) for warning in seen.warning] + _written(seen, r'<p [^>]*role="alert"[^>]*>(.*?)</p>')


def notices(seen: AppTest) -> list[str]:
    """Return the sentences that say why something is not shown, drawn by Streamlit or as HTML."""
    return [str(info.value) for info in seen.info] + _written(seen, r'<p class="notice" data-code[^>]*>(.*?)</p>')


def headings(seen: AppTest, level: int) -> list[str]:
    """Return the headings of a level, 1 for the title, drawn by Streamlit or as HTML."""
    theirs = {1: seen.title, 2: seen.header, 3: seen.subheader}[level]
    return [str(heading.value) for heading in theirs] + _written(seen, rf"<h{level}>(.*?)</h{level}>")


def offered(seen: AppTest, kind: str) -> int:
    """Return how many files of a kind the page offers, as buttons or as links."""
    buttons = [one.proto.label for one in seen.get("download_button")].count(f"Last ned {kind}")
    return buttons + sum(piece.count(f">Last ned {kind}</a>") for piece in html(seen))


def words(seen: AppTest) -> list[str]:
    """Return the text of each picture that says the same, drawn by Streamlit or folded away as HTML."""
    folded = r"<summary>I ord og som fil: [^<]*</summary><div><p>(.*?)</p>"
    return [str(one.value) for one in seen.text] + _written(seen, folded)


def _written(seen: AppTest, pattern: str) -> list[str]:
    found = [match for piece in html(seen) for match in re.findall(pattern, piece, re.DOTALL)]
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in found]


def pictures(seen: AppTest) -> dict[str, pl.DataFrame]:
    """Return the rows that each picture draws, by the name the picture has for those who cannot see it."""
    return {picture.proto.alt: _rows(picture.proto) for picture in seen.get("vega_lite_chart")}


def _rows(proto: Any) -> pl.DataFrame:
    [points] = [dataset for dataset in proto.datasets if dataset.name == "points"]
    return pl.read_ipc_stream(BytesIO(points.data.data))
