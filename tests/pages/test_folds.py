"""What is folded away is made when somebody opens it, holds every file, and stays open for the next municipality."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit
from tests.pages.visiting import folds, html, open_all, pictures, text, visit

HEMNE = {"kommune": "1612", "aar": "2018", "datasett": "example"}
TABLES = {
    "overview.py": 2,
    "municipality.py": 6,
    "size_groups.py": 3,
    "trend.py": 1,
    "best_practice.py": 4,
    "method.py": 8,
}
"""How many tables there are about Hemne in the example landscape, folded ones too."""


def offered(seen: AppTest, kind: str) -> int:
    buttons = [one.proto.label for one in seen.get("download_button")]
    return buttons.count(f"Last ned {kind}")


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
    assert (tables, offered(seen, "Excel"), offered(seen, "CSV")) == (TABLES[page],) * 3
    assert len(seen.text) == offered(seen, "PNG") == offered(seen, "SVG") == len(pictures(seen))


def test_an_open_fold_stays_open_for_another_municipality_with_its_own_words() -> None:
    seen = open_all(visit("municipality.py", opened=False, **HEMNE))
    seen.selectbox(key="choice kommune").select("9005").run()
    assert seen.title[0].value == "Einerdal 2017"
    assert next(words.value.split(" har ")[0] for words in seen.text) == "Einerdal 2017"
    assert "Hemne 2018 har disse poengene" not in text(seen)
    assert {key for key, is_open in folds(seen) if is_open} == {
        "fold areas spider", "fold areas twin", "fold questions", "fold sources",
    }  # fmt: skip
