"""Streamlit's own English is replaced where readers meet it, and an upgrade that renames it is noticed."""

import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.streamlit_scripts import SCRIPTS, ChangedScripts, missing_literals, scripts, words
from pages.streamlit_words import LITERALS, OF_PICTURES, WORDS


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[Route("/words.js", words)], middleware=[Middleware(ChangedScripts)]))


def test_every_literal_is_in_this_streamlit() -> None:
    assert missing_literals() == []


def test_every_literal_has_a_word_of_ours() -> None:
    assert {word for literals in LITERALS.values() for word in literals.values()} | {*OF_PICTURES} == WORDS.keys()


def test_vega_says_what_a_picture_is_by_the_words_that_are_replaced() -> None:
    [vega] = [path.read_text(encoding="utf-8") for path in SCRIPTS.glob("embed.*.js")]
    assert "`aria-roleDescription`,`visualization`" in vega
    assert "`${t} mark container`" in vega
    assert OF_PICTURES == ("visualization", "group mark container")


@pytest.mark.parametrize(
    ("language", "told"), [("nb", "Velg filer"), ("nn", "Vel filer"), ("en", "Upload")], ids=["nb", "nn", "en"]
)
def test_the_words_are_those_of_the_page(client: TestClient, language: str, told: str) -> None:
    answer = client.get(f"/words.js?spraak={language}").text
    said = json.loads(answer.removeprefix("globalThis.words = ").removesuffix(";"))
    assert said["Upload"] == told
    assert said.keys() == WORDS.keys()


@pytest.mark.parametrize(("language", "locale"), [("nb", "nb-NO"), ("nn", "nb-NO"), ("en", "en-US")])
def test_the_lists_are_given_the_language_of_the_page(client: TestClient, language: str, locale: str) -> None:
    answer = client.get(f"/words.js?spraak={language}").text
    said = json.loads(answer.removeprefix("globalThis.words = ").removesuffix(";"))
    assert said["locale of the lists"] == locale
    for begin in ("Selectbox", "Multiselect"):
        [name] = [name for name in scripts() if name.startswith(begin)]
        assert 'locale:(globalThis.words?.["locale of the lists"]??`en-US`)' in client.get(f"/static/js/{name}").text


def test_react_arias_bokmål_is_told_in_nynorsk_where_it_differs(client: TestClient) -> None:
    [name] = [name for name in scripts() if name.startswith("useSyncComboBoxEnterTargetFocus")]
    script = client.get(f"/static/js/{name}").text
    counted = '(globalThis.words?.["{n} choices"]?.replace("{n}",()=>t.number(e.optionCount))??`${t.plural('
    assert f"countAnnouncement:(e,t)=>{counted}" in script
    answer = client.get("/words.js?spraak=nn").text
    said = json.loads(answer.removeprefix("globalThis.words = ").removesuffix(";"))
    assert (said["{n} choices"], said["{option}, selected"]) == ("{n} val i lista", "{option}, vald")


def test_a_script_is_changed_only_in_its_words_and_asked_for_anew(client: TestClient) -> None:
    [name] = [name for name in scripts() if name.startswith("FileUploader")]
    answer = client.get(f"/static/js/{name}")
    assert '(globalThis.words?.["Upload"]??`Upload`)' in answer.text
    told = 'globalThis.words?.["{size} per file"]?.replace("{size}",()=>T(t,D.Byte,0))'
    assert f"({told}??`${{T(t,D.Byte,0)}} per file`)" in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert client.get(f"/static/js/{name}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
