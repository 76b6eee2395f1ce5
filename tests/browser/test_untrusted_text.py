"""Text from an address or a score sheet is shown as it is written: no link, picture or colour comes alive."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from data.opening import open_store
from tests.browser.conftest import OpenPage
from tests.browser.serving import running, settle, start, stop, unfold, wait_for

MARKDOWN = "[trykk](https://example.org) ![bilde](https://example.org/x.png) :red[rødt] `kode`"
HTML = '<img src="https://example.org/x.png"><b>fet</b>'
ALIVE = '() => [...document.querySelectorAll(\'[href*="example.org"], [src*="example.org"]\')].map(e => e.outerHTML)'


@pytest.mark.parametrize("words", [("kommune", "aar", "datasett", "stand", "gruppe"), ("utvalg",)])
def test_what_an_address_says_is_repeated_as_text_and_never_comes_alive(
    open_page: OpenPage, words: tuple[str, ...]
) -> None:
    known = {"gruppe": "utvalg"} | dict.fromkeys(words, quote(MARKDOWN))
    page = open_page("/kommune?" + "&".join(f"{word}={text}" for word, text in known.items()))
    alerts = page.get_by_role("alert")
    assert alerts.count() == len(words)
    assert alerts.locator("a, img, code").count() == 0
    for alert in alerts.all():
        assert "[trykk](https://example.org)" in alert.inner_text()


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory, filled_store_file: Path) -> Iterator[str]:
    """Serve a store where whoever filled in the sheets wrote Markdown and HTML instead of plain text."""
    path = Path(shutil.copy(filled_store_file, tmp_path_factory.mktemp("hostile")))
    store = open_store(path)
    written = {"text": MARKDOWN + HTML}
    with store.transaction() as cursor:
        cursor.execute("update evaluation set name = $text, source = $text, county = $text", written)
        cursor.execute("update area_points set source = $text, place = $text, note = $text", written)
        cursor.execute("update question_points set source = $text, place = $text, note = $text", written)
        cursor.execute("update remark set text = $text, place = $text", written)
        cursor.execute("update gold_star set place = $text", written)
        cursor.execute("update published_reference set source = $text, place = $text, note = $text", written)
        cursor.execute("update published_statement set source = $text, place = $text, note = $text", written)
        cursor.execute(
            "insert into event select 6, kind, dataset, undoes, happened_at, $text from event where event = 1", written
        )
    store.close()
    with running(path) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "dataset"),
    [
        ("/", "real"),
        ("/kommune", "real"),
        ("/kommune", "example"),
        ("/storrelsesgruppe", "real"),
        ("/utvikling", "example"),
        ("/sammenslaing?kommuner=1612,1571,1613", "example"),
        ("/beste-praksis", "example"),
        ("/last-opp", "real"),
        ("/metode", "real"),
    ],
)
def test_what_a_score_sheet_says_never_comes_alive(
    open_page: OpenPage, hostile_server: str, path: str, dataset: str
) -> None:
    address = f"{hostile_server}{path}{'&' if '?' in path else '?'}kommune=1612&aar=2018&datasett={dataset}"
    page = unfold(open_page(address))
    assert page.get_by_text("[trykk](https:").count()
    assert page.evaluate(ALIVE) == []


AS_WRITTEN = (
    "- Strek", "+ Pluss", "* Stjerne", "1. Først", "2) Dernest", "# Tittel", "> Sitat", "-- to", "--- tre", "===",
    "a -- b", "a -> b", "a <- b", "a <-> b", "a >= b", "a <= b", "a ~= b", "->", ">=", "a\u00a0-- b", "- -> --",
    ":smile:", ":red[rødt]", ":material/home:", "[a](https://example.org)", "www.example.org", "a@example.org",
    "$x$", "a*b*c", "a_b_c", "~~a~~", "`a`", "&lt;", "<b>a</b>", "a | b", "\\- a", "x^2",
)  # fmt: skip
ALL_COMMANDS = """
import streamlit as st
from pages.parts.markdown import escape_markdown
for number, text in enumerate({texts!r}):
    written = escape_markdown(text)
    st.markdown(written)
    st.caption(written)
    st.success(written)
    st.page_link("https://example.com/", label=written)
    st.button(written, key=f"button {{number}}")
    st.checkbox(written, key=f"checkbox {{number}}")
    st.expander(written).text("Inni")
    st.segmented_control("Valg", [written], key=f"choice {{number}}")
    st.download_button(written, b"", key=f"download {{number}}")
"""


def test_text_is_shown_letter_by_letter_wherever_streamlit_reads_markdown(open_page: OpenPage, tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text(ALL_COMMANDS.format(texts=AS_WRITTEN), encoding="utf-8")
    server = start(tmp_path / "store.duckdb", str(app))
    try:
        wait_for(server)
        page = settle(open_page(server.address))
        shown = page.locator(
            '[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"]'
        ).all_text_contents()
    finally:
        stop(server)
    written = [text.replace("\u2060", "").strip() for text in shown]
    assert set(written) - {"Valg"} == set(AS_WRITTEN)
    assert {text: written.count(text) for text in AS_WRITTEN} == dict.fromkeys(AS_WRITTEN, 9)
