"""The base class of refusals: an error with a sentence for users, and a code and values for programs."""

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):
    """A request is refused and nothing has changed.

    Attributes:
        code: what is wrong, the same in every language: `unknown_number`.
        sentence: the sentence, with its values.
        values: what the sentence names, by placeholder; see data/language.py.
    """

    def __init__(self, code: str, sentence: str) -> None:
        """Keep the code and the values of the sentence."""
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.values: Mapping[str, Any] = getattr(sentence, "values", {})
