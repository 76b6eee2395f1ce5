"""What a newer Streamlit may have renamed in the browser, by name, before a page looks or behaves wrongly."""

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

PAGES = Path(__file__).resolve().parents[2] / "pages"
HINT = "Streamlit has changed; see pages/parts/streamlit_private.py"
OURS = PAGES / "style.css", PAGES / "browser.js"
STATE = ("data-test-script-state", "data-test-connection-state", "notRunning", "CONNECTED", "data-stale")


@cache
def bundle() -> str:
    """Return all that Streamlit's own front end consists of."""
    static = Path(streamlit.__file__).parent / "static"
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in sorted(static.rglob("*.js")))


def looked_for() -> list[str]:
    texts = (file.read_text(encoding="utf-8") for file in OURS)
    return sorted({name for text in texts for name in re.findall(r'data-testid="(\w+)"', text)})


def test_some_ids_are_looked_for() -> None:
    assert len(looked_for()) > 5


@pytest.mark.parametrize("name", looked_for())
def test_an_element_is_still_called(name: str) -> None:
    assert re.search(rf"[\"'`]{name}[\"'`]", bundle()), f"no element is called {name} any more: {HINT}"


@pytest.mark.parametrize("name", STATE)
def test_the_state_of_the_application_is_still_written(name: str) -> None:
    assert name in bundle(), f"{name} is no longer written: {HINT}"
