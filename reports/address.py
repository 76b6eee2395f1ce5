"""The query string of a page or a file, read the same way for both.

A parameter with an unknown value is passed over, with a sentence for the reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.language import _


@dataclass(frozen=True)
class Address:
    """The words of an address, and the sentences about those that could not be followed."""

    parameters: Mapping[str, str]
    notices: list[str] = field(default_factory=list)

    def parameter(self, name: str) -> str | None:
        """Return what the address says of a choice; None where it says nothing."""
        return self.parameters.get(name) or None

    def whole(self, name: str, default: int) -> int:
        """Return the whole number the address gives, else the default."""
        text = self.parameter(name)
        if text is None:
            return default
        if text.isdecimal() and len(text) < 10:
            return int(text)
        self.add_notice(
            _("«{text}» er ikke et gyldig tall for {name} i adressen, og er sett bort fra.", text=text, name=name)
        )
        return default

    def one_of(self, name: str, labels: Mapping[str, Any], default: str) -> str:
        """Return the code the address gives, else the default; `labels` holds the name of each code."""
        text = self.parameter(name) or default
        if text in labels:
            return text
        notice = _("«{text}» finnes ikke som {name}. Her vises «{shown}».", text=text, name=name, shown=labels[default])
        self.add_notice(notice)
        return default

    def add_notice(self, sentence: str) -> None:
        """Tell the reader, once, that the address asked for something that is not there."""
        if sentence not in self.notices:
            self.notices.append(sentence)
