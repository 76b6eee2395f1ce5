"""Visitors without a browser, before the store that all tests share."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from data.store import Store
from pages.writing import OPEN
from tests.pages.visiting import visit

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def made_before(store: Store) -> None:
    """Let every page find the store that the other tests read, made and filled."""


@pytest.fixture(scope="session", autouse=True)
def opened_by_owner() -> Iterator[None]:
    """Let visitors save: without a server there is no connection from which to see where they come from."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(OPEN, "1")
        yield


@pytest.fixture(scope="session", autouse=True)
def components_looked_for_once() -> Iterator[None]:
    """Look through the installed packages for components of Streamlit once, and not again for every visitor."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def page_seen() -> Visit:
    """Return a function that opens a page; what is only read is opened once."""
    return cache(visit)
