"""Query parameters of pages and files.

An invalid value is replaced by a default and adds a notice for the reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.language import _


@dataclass(frozen=True)
class Address:
    """Query parameters, and a notice for each that is invalid."""

    parameters: Mapping[str, str]
    notices: list[str] = field(default_factory=list)

    def parameter(self, name: str) -> str | None:
        """Return the value of a parameter; None where it is missing or empty."""
        return self.parameters.get(name) or None

    def whole(self, name: str, default: int) -> int:
        """Return a parameter as a non-negative integer, else the default."""
        text = self.parameter(name)
        if text is None:
            return default
        if text.isdecimal() and len(text) < 10:
            return int(text)
        self.add_notice(
            _("«{text}» er ikke et gyldig tall for {name} i adressen, og er sett bort fra.", text=text[:60], name=name)
        )
        return default

    def one_of(self, name: str, labels: Mapping[str, Any], default: str) -> str:
        """Return a parameter that is one of the codes in `labels`, else the default. `labels` maps code to name."""
        text = self.parameter(name) or default
        if text in labels:
            return text
        notice = _(
            "«{text}» finnes ikke som {name}. Her vises «{shown}».", text=text[:60], name=name, shown=labels[default]
        )
        self.add_notice(notice)
        return default

    def add_notice(self, sentence: str) -> None:
        """Add a notice unless it is there already."""
        if sentence not in self.notices:
            self.notices.append(sentence)
