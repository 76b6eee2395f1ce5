"""Why something a person asked for is not done: a sentence for the reader, a code and values for programs."""

from collections.abc import Mapping
from typing import Any


class Refusal(Exception):
    """What was asked for is not done, and nothing has changed.

    Attributes:
        code: what is wrong, the same in every language: `unknown_number`.
        values: what the sentence names, by placeholder; see data/language.py.
    """

    def __init__(self, code: str, sentence: str) -> None:
        """Keep the code, and the values that the sentence was told with."""
        super().__init__(sentence)
        self.code = code
        self.values: Mapping[str, Any] = getattr(sentence, "values", {})
