"""Everyone can read every page: axe finds nothing, the language is said, every picture has a name."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

REAL = (
    "/",
    "/kommune?kommune=1612&aar=2018&datasett=real",
    "/storrelsesgruppe",
    "/utvikling",
    "/metode",
)
EXAMPLE = (
    "/?datasett=example",
    "/kommune?kommune=1612&aar=2018&datasett=example",
    "/storrelsesgruppe?datasett=example",
    "/utvikling?datasett=example",
    "/metode?datasett=example",
)

# What Streamlit draws itself and we cannot reach: (rule, selector, why it is harmless).
# The frame with its menu has none, light or dark, wide or narrow (Streamlit 1.67.0, axe-core 4.12.1).
STREAMLIT = (
    (
        "presentation-role-conflict",
        '[data-testid="stFileUploaderDropzone"]',
        "the drop area has a role of presentation and a name; the button inside it carries the same name",
    ),
)

PICTURES = '[data-testid="stVegaLiteChart"], [data-testid="stMain"] img, [data-testid="stMain"] svg[role="img"]'
NAMELESS = f"""() => [...document.querySelectorAll('{PICTURES}')]
    .filter(picture => !picture.closest('[aria-hidden="true"]'))
    .map(picture => (picture.getAttribute('aria-label') || picture.alt || '').trim())
    .filter(name => !name || name === 'Vega visualization')"""


def is_streamlits_own(page: Page, rule: str, node: dict[str, Any]) -> bool:
    element = page.locator(node["target"][0]).first
    return any(
        rule == known and element.evaluate("(element, selector) => element.matches(selector)", selector)
        for known, selector, _ in STREAMLIT
    )


def readable(found: dict[str, Any], node: dict[str, Any]) -> str:
    place = " ".join(map(str, node["target"]))
    return f"{found['id']} ({found['impact']}): {place}\n    {found['help']}\n    {node['html'][:160]}"


def violations(page: Page) -> list[str]:
    return [
        readable(found, node)
        for found in Axe().run(page).response["violations"]
        for node in found["nodes"]
        if not is_streamlits_own(page, found["id"], node)
    ]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", REAL + EXAMPLE)
def test_axe_finds_nothing_to_complain_about(open_page: OpenPage, path: str, dark: bool, width: int) -> None:
    found = violations(open_page(path, width, dark=dark))
    assert not found, f"{len(found)} on {path}:\n" + "\n".join(found)


@pytest.mark.parametrize("path", ["/", "/kommune?kommune=1612"])
def test_the_page_says_it_is_norwegian(open_page: OpenPage, path: str) -> None:
    assert open_page(path).evaluate("document.documentElement.lang") == "nb"


@pytest.mark.parametrize("path", REAL + EXAMPLE)
def test_every_picture_has_a_name(open_page: OpenPage, path: str) -> None:
    assert open_page(path).evaluate(NAMELESS) == []
