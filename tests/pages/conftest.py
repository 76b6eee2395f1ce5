"""Visitors without a browser, before the store that all tests share."""

from collections.abc import Callable
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visiting import visit

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def page_seen() -> Visit:
    """Return a function that opens a page; what is only read is opened once."""
    return cache(visit)
