"""The words for the codes of income groups."""

from typing import Final

from data.language import N_, _

INCOME_WORDS: Final = {"low": N_("lav"), "middle": N_("middels"), "high": N_("høy")}


def income_word(income_group: str) -> str:
    """Return the word for an income group: `middels` for `middle`."""
    return _(INCOME_WORDS[income_group])
