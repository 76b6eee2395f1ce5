from pages.paths import FOLDERS
from tests.benchmarks.memory import PATHS
from tests.benchmarks.reruns import PAGES


def test_every_page_that_is_measured_is_opened_at_its_own_address() -> None:
    assert len(PATHS) == len(PAGES)
    for path, page in zip(PATHS, PAGES, strict=True):
        assert FOLDERS[path] == page
