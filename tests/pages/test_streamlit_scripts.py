"""Streamlit's own English is replaced where readers meet it, and an upgrade that renames it is noticed."""

import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.streamlit_scripts import ChangedScripts, missing_literals, scripts, words
from pages.streamlit_words import LITERALS, WORDS


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[Route("/words.js", words)], middleware=[Middleware(ChangedScripts)]))


def test_every_literal_is_in_this_streamlit() -> None:
    assert missing_literals() == []


def test_every_literal_has_a_word_of_ours() -> None:
    assert {word for literals in LITERALS.values() for word in literals.values()} == WORDS.keys()


@pytest.mark.parametrize(
    ("language", "told"), [("nb", "Velg filer"), ("nn", "Vel filer"), ("en", "Upload")], ids=["nb", "nn", "en"]
)
def test_the_words_are_those_of_the_page(client: TestClient, language: str, told: str) -> None:
    answer = client.get(f"/words.js?spraak={language}").text
    said = json.loads(answer.removeprefix("globalThis.words = ").removesuffix(";"))
    assert said["Upload"] == told
    assert said.keys() == WORDS.keys()


def test_a_script_is_changed_only_in_its_words_and_asked_for_anew(client: TestClient) -> None:
    [name] = [name for name in scripts() if name.startswith("FileUploader")]
    answer = client.get(f"/static/js/{name}")
    assert '(globalThis.words?.["Upload"]??`Upload`)' in answer.text
    told = 'globalThis.words?.["{size} per file"]?.replace("{size}",()=>T(t,D.Byte,0))'
    assert f"({told}??`${{T(t,D.Byte,0)}} per file`)" in answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert client.get(f"/static/js/{name}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
