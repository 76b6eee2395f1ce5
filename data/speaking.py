"""The language in which sentences, numbers and dates are told."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

SOURCE = "nb"
"""The language of the sentences in the source."""
PSEUDO = "xx"
"""A language for tests, in which every text that is looked up stands in `⟦ ⟧`."""
LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""The languages a reader can choose, by code, each by its own name."""
TESTING = "KOMPASSROSEN_TEST_LANGUAGE"
"""The environment variable by which tests allow the pseudo-language, and refuse sentences in no language."""

_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_asked: list[Callable[[], str | None]] = []


class NobodySpeaks(RuntimeError):
    """A sentence is told outside `speaking`, which only tests refuse."""


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Tell what is told within, or within the decorated function, in this language.

    It holds for one thread: hand it on to functions that run in another (`bound`).
    """
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def bound(language: str, function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Return the function that speaks this language wherever it is called, such as in a pool of threads."""

    def speaks(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        with speaking(language):
            return function(*args, **kwargs)

    return speaks


def ask(whom: Callable[[], str | None]) -> None:
    """Ask this function for the language outside `speaking`: the pages know their visitor's, also in callbacks."""
    if whom not in _asked:
        _asked.append(whom)


def language() -> str:
    """Return the code of the language spoken here; bokmål where nothing says which.

    Raises:
        NobodySpeaks: nothing says which, in a test.
    """
    spoken = _spoken.get() or next(filter(None, (whom() for whom in _asked)), None)
    if spoken is None and os.environ.get(TESTING):
        raise NobodySpeaks("told outside speaking(...)")
    return spoken or SOURCE


def is_known(code: str | None) -> bool:
    """Return whether a reader can choose this language."""
    return code in LANGUAGES or (code == PSEUDO and bool(os.environ.get(TESTING)))
