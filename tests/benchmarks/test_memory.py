from tests.benchmarks.memory import PATHS
from tests.benchmarks.reruns import PAGES
from tests.browser.serving import HOUSE

FRAME = (HOUSE / "pages" / "frame.py").read_text(encoding="utf-8")


def test_every_page_that_is_measured_is_opened_at_its_own_address() -> None:
    assert len(PATHS) == len(PAGES)
    for path, page in zip(PATHS, PAGES, strict=True):
        assert f'    "{path}": "{page}",\n' in FRAME
