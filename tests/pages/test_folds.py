"""What is folded away by Streamlit is made when somebody opens it, and every table and picture has its files."""

import pytest

from tests.pages.conftest import Visit
from tests.pages.visiting import folds, html, offered, pictures, words

HEMNE = {"kommune": "1612", "aar": "2018", "datasett": "example"}
TABLES = {
    "overview": 3,
    "municipality": 14,
    "size_groups": 3,
    "trend": 2,
    "best_practice": 4,
    "method": 9,
}
"""How many tables there are about Hemne in the example landscape, folded ones too."""
FILES_ONLY = {"municipality": 1}
"""How many tables are files only: what to do first stands in cards."""


NOT_DRAWN = {"overview": 1}
"""How many pictures are told in words and can be taken away, but are not drawn: the heat map shows the same."""


@pytest.mark.parametrize("page", TABLES)
def test_nothing_folded_is_made_before_it_is_opened(page_seen: Visit, page: str) -> None:
    seen = page_seen(page, **HEMNE)
    assert not any(is_open for _, is_open in folds(seen))
    assert not seen.get("download_button")
    assert not seen.text


@pytest.mark.parametrize("page", TABLES)
def test_every_table_has_both_its_files_and_every_picture_its_words_and_both_of_its(
    page_seen: Visit, page: str
) -> None:
    seen = page_seen(page, opened=True, **HEMNE)
    tables = sum(piece.count("<table>") for piece in html(seen))
    assert tables == TABLES[page]
    assert offered(seen, "Excel") == offered(seen, "CSV") == tables + FILES_ONLY.get(page, 0)
    drawn = len(pictures(seen)) + NOT_DRAWN.get(page, 0)
    assert len(words(seen)) == offered(seen, "PNG") == offered(seen, "SVG") == drawn
