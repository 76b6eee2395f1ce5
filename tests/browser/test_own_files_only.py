"""Everything a browser loads comes from our own server, on every page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NewTab
from tests.browser.serving import new_context, opened_as_new, unfold
from tests.browser.test_accessibility import PATHS

EXAMPLE = [path for path in PATHS if path.endswith("example")]
LOADED = """() => [...document.querySelectorAll(
    'link[href]:not([rel="service-desc"]), script[src], img[src], iframe[src], source[src], use[href], image[href]')]
    .map(element => new URL(element.getAttribute('href') ?? element.getAttribute('src'), document.baseURI).href)"""
ICON = """() => document.querySelector('link[rel~="icon"]').href"""
NOTE_VIOLATIONS = """window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(
    `${event.effectiveDirective}: ${event.blockedURI}`));"""


@pytest.fixture(scope="module")
def without_policy(browser: Browser) -> Iterator[Page]:
    """Return a tab without the policy, which would hide what a page asks for in vain."""
    context = browser.new_context(locale="nb-NO", bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def with_violations_noted(browser: Browser) -> Iterator[Page]:
    """Return a tab where every page writes down what the policy hinders."""
    context = new_context(browser)
    context.add_init_script(NOTE_VIOLATIONS)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", EXAMPLE)
def test_a_page_asks_no_foreign_host_for_anything(without_policy: Page, server: str, path: str) -> None:
    asked: list[str] = []
    without_policy.on("request", note := lambda request: asked.append(request.url))
    page = unfold(opened_as_new(without_policy, server + path))
    without_policy.remove_listener("request", note)
    assert f"{server}/browser.js" in asked
    # A browser without a window loads no icon of a page, so addresses that stand in the page are counted too.
    asked += page.evaluate(LOADED)
    assert [url for url in asked if not url.startswith((f"{server}/", "data:", "blob:"))] == []


@pytest.mark.parametrize("path", EXAMPLE)
def test_the_policy_hinders_nothing_a_page_does(with_violations_noted: Page, server: str, path: str) -> None:
    page = unfold(opened_as_new(with_violations_noted, server + path))
    assert page.evaluate("() => window.violations") == []


def test_the_icon_of_the_page_is_ours_and_a_picture(new_tab: NewTab, server: str) -> None:
    page = opened_as_new(new_tab(), server)
    icon = page.evaluate(ICON)
    size = page.evaluate(
        """async (icon) => {
            const image = new Image();
            image.src = icon;
            await image.decode();
            return [image.naturalWidth, image.naturalHeight];
        }""",
        icon,
    )
    assert icon.startswith("data:image/svg+xml;base64,")
    assert size[0] == size[1] > 0
