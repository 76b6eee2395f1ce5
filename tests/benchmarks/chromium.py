"""A person at a browser, and the time as the browser itself takes it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import time
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.benchmarks.figure import CannotMeasure
from tests.benchmarks.visitors import SELECT
from tests.browser.serving import NotServed, Server, found_chromium, launched, new_context, settle

# The clock starts as an option is let go of, which is when it is chosen, or as Enter is pressed in a search. It stops
# when the last picture has been drawn anew and the app is idle, whichever is later. That nothing more comes can only
# be seen by waiting, so there is a wait; it is not part of the time. A picture that looks as before has not changed,
# and the clock never stops. The headline and the line of the total are such pictures, drawn in HTML.
WATCH = """() => {
    const inHtml = '.headline, .scale';
    const pictures = () => [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
        .map(picture => picture.querySelector('svg.marks')).concat([...document.querySelectorAll(inHtml)]);
    const app = document.querySelector('[data-testid="stApp"]');
    const idle = () => app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stSpinner"]');
    const watch = {before: pictures().map(picture => picture?.outerHTML)};
    const inPicture = node => node instanceof Element
        && (node.closest(`svg.marks, ${inHtml}`) || node.querySelector(`svg.marks, ${inHtml}`));
    const look = mutations => {
        if (watch.chosen === undefined) return;
        const now = performance.now();
        if (mutations.some(one => inPicture(one.target)
                && one.target.closest(`[data-testid="stVegaLiteChart"], ${inHtml}`)
            || [...one.addedNodes].some(inPicture))) watch.drawn = now;
        if (idle()) watch.idle ??= now;
        else watch.idle = undefined;
    };
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement,
        {subtree: true, childList: true, attributes: true, characterData: true});
    window.addEventListener('pointerup', event => {
        if (event.target.closest('[role="option"]')) watch.chosen ??= performance.now();
    }, {capture: true});
    window.addEventListener('keydown', event => {
        if (event.key === 'Enter') watch.chosen ??= performance.now();
    }, {capture: true});
    watch.milliseconds = () => {
        look([]);
        const now = performance.now(), end = Math.max(watch.drawn, watch.idle);
        if (!(now - end > 300)) return undefined;
        const after = pictures();
        if (after.length === 0 || after.some(picture => !picture)) return undefined;
        if (after.some(picture => watch.before.includes(picture.outerHTML))) return undefined;
        observer.disconnect();
        return end - watch.chosen;
    };
    watch.said = () => JSON.stringify({...watch, before: watch.before.length, now: performance.now(),
        unchanged: pictures().filter(picture => watch.before.includes(picture?.outerHTML)).length});
    window.watch = watch;
}"""
# A list that is still being narrowed down moves under the pointer.
OFFERED = """name => {
    const offered = [...document.querySelectorAll('[role="option"]')].map(option => option.innerText).join();
    const now = performance.now();
    if (offered !== window.offered) [window.offered, window.offeredSince] = [offered, now];
    return offered.includes(name) && now - window.offeredSince > 150;
}"""
READY = "() => window.watch.milliseconds() !== undefined"


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start one browser, and end it whatever happens."""
    with sync_playwright() as playwright:
        try:
            browser = launched(playwright, found_chromium(playwright))
        except NotServed as failure:
            raise CannotMeasure(str(failure)) from failure
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Browser, *views: tuple[Server, str, Mapping[str, str]]) -> list[Page]:
    """Return pages that somebody has opened side by side, all of them settled."""
    pages = [new_context(browser).new_page() for _ in views]
    for page, (server, path, address) in zip(pages, views, strict=True):
        page.goto(f"{server.address}/{path}?{urlencode(address)}", wait_until="commit")
    return [settle(page) for page in pages]


def milliseconds_to_choose(page: Page, name: str) -> float:
    """Choose a municipality as a person does: by the page's search where there is one, else in its list."""
    try:
        _search(page, name) if page.get_by_role("searchbox").count() else _find_in_list(page, name)
        page.wait_for_function(READY, timeout=30_000)
        return float(page.evaluate("() => window.watch.milliseconds()"))
    except BrowserError as failure:
        seen = page.evaluate("() => window.watch?.said()")
        raise CannotMeasure(f"{name} was chosen in the browser, which saw {seen}. {failure}") from failure


def _find_in_list(page: Page, name: str) -> None:
    page.get_by_role("combobox", name=SELECT, exact=True).fill(name)
    page.wait_for_function(OFFERED, arg=name, timeout=30_000)
    page.evaluate(WATCH)
    page.get_by_role("option").filter(has_text=name).first.click()


def _search(page: Page, name: str) -> None:
    """Search for the whole name, which chooses at once what nothing else is called."""
    page.get_by_role("searchbox").fill(name)
    page.evaluate(WATCH)
    page.keyboard.press("Enter")


def milliseconds_since(began: float, page: Page, address: str) -> float:
    """Open an address, and return the milliseconds from a moment of this machine's clock until it had settled."""
    page.goto(address, wait_until="commit")
    settle(page)
    settled = float(page.evaluate("() => performance.timeOrigin + window.restingSince"))
    if settled > time() * 1000:
        raise CannotMeasure("The browser's clock is ahead of ours.")
    return settled - began * 1000
