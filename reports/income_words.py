"""The words for the codes of income groups."""

from typing import Final

from data.language import _

INCOME_WORDS: Final = {"low": "lav", "middle": "middels", "high": "høy"}


def income_word(income_group: str) -> str:
    """Return the word for an income group: `middels` for `middle`."""
    return _(INCOME_WORDS[income_group])
