"""Everything a browser loads comes from our own server, on every page."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.serving import new_context, settle, unfold
from tests.browser.test_accessibility import PATHS

EXAMPLE = [path for path in PATHS if path.endswith("example")]
LOADED = """() => [...document.querySelectorAll(
    'link[href]:not([rel="service-desc"]), script[src], img[src], iframe[src], source[src], use[href], image[href]')]
    .map(element => new URL(element.getAttribute('href') ?? element.getAttribute('src'), document.baseURI).href)"""
ICON = """() => document.querySelector('link[rel~="icon"]').href"""
NOTE_VIOLATIONS = """window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(
    `${event.effectiveDirective}: ${event.blockedURI}`));"""


def draw_all(page: Page, address: str) -> Page:
    page.goto(address)
    settle(page)
    return unfold(page)


@pytest.mark.parametrize("path", EXAMPLE)
def test_a_page_asks_no_foreign_host_for_anything(browser: Browser, server: str, path: str) -> None:
    # Without the policy, which would hide what a page asks for in vain.
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nb-NO", bypass_csp=True)
    foreign: list[str] = []

    def only_ours(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(server).netloc:
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context.route("**/*", only_ours)
    page = draw_all(context.new_page(), server + path)
    # A browser without a window loads no icon of a page, so addresses that stand in the page are counted too.
    foreign += [url for url in page.evaluate(LOADED) if not url.startswith((server, "data:", "blob:"))]
    context.close()
    assert foreign == []


@pytest.mark.parametrize("path", EXAMPLE)
def test_the_policy_hinders_nothing_a_page_does(browser: Browser, server: str, path: str) -> None:
    context = new_context(browser)
    context.add_init_script(NOTE_VIOLATIONS)
    page = draw_all(context.new_page(), server + path)
    violations = page.evaluate("() => window.violations")
    context.close()
    assert violations == []


def test_the_icon_of_the_page_is_ours_and_a_picture(browser: Browser, server: str) -> None:
    context = new_context(browser)
    page = settle_at(context.new_page(), server)
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
    context.close()
    assert icon.startswith("data:image/svg+xml;base64,")
    assert size[0] == size[1] > 0


def settle_at(page: Page, address: str) -> Page:
    page.goto(address)
    return settle(page)
