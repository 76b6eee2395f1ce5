"""Lære av in a real browser: what the first screen holds, names in the strip, and the phone."""

from itertools import combinations

import pytest

from tests.browser.conftest import OpenPage

LEDERUTVIKLING = "/beste-praksis?kommune=1612&aar=2018&datasett=example&sporsmal=4.6"
NAMES = """() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg text')]
    .filter(text => text.textContent.match(/^[A-ZÆØÅ]/) && !text.getAttribute('stroke'))
    .map(text => text.getBoundingClientRect())
    .map(box => [box.left, box.right, box.top, box.bottom])"""
FIRST_SCREEN = 720


def test_who_is_best_and_who_is_alike_how_far_ahead_and_why_fit_on_one_screen(open_page: OpenPage) -> None:
    page = open_page(LEDERUTVIKLING, 1280)
    lists = page.locator(".beside").first
    assert [table.inner_text() for table in lists.locator("caption").all()] == [
        "Mest lik dere",
        "Best i sammenligningen",
    ]
    assert lists.locator(".beneath").count() == 6
    box = lists.bounding_box()
    assert box
    assert box["y"] + box["height"] <= FIRST_SCREEN


@pytest.mark.parametrize("width", [390, 760, 1280])
@pytest.mark.parametrize("code", ["4.6", "2.2", "7.4"])
def test_no_two_names_in_the_strip_overlap_and_the_page_does_not_scroll_sideways(
    open_page: OpenPage, width: int, code: str
) -> None:
    page = open_page(LEDERUTVIKLING.replace("4.6", code), width)
    boxes = page.evaluate(NAMES)
    assert len(boxes) >= 6
    for (left, right, top, bottom), (other_left, other_right, other_top, other_bottom) in combinations(boxes, 2):
        beside = right <= other_left or other_right <= left
        # Lines of a narrow picture are 15 pixels apart, a little less than the box of a text is high.
        apart = bottom - 4 <= other_top or other_bottom - 4 <= top
        assert beside or apart
    assert all(left >= 0 and right <= width for left, right, _top, _bottom in boxes)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
