"""Contents of the first screen: a headline with its facts, and cards of what to do."""

from dataclasses import dataclass

from reports.links import Link
from reports.strip import Strip


@dataclass(frozen=True)
class Fact:
    """A fact with its label: `Plass`, `9 av 55`; the note says among whom or whether it matters."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Headline:
    """The title of a page, its main figure, the claim in words, and facts beside them."""

    title: str
    figure: str
    claim: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Card:
    """A thing to do.

    Attributes:
        heading: its name.
        link: where its heading leads to.
        strip: own figure against the group; None where there is no group.
        figures: its figures in words.
        remark: what the evaluators wrote of it, or nothing.
        links: labels and where they lead to; without a link a label is plain text.
    """

    heading: str
    link: Link
    strip: Strip | None
    figures: str
    remark: str
    links: tuple[tuple[str, Link | None], ...]


@dataclass(frozen=True)
class Cards:
    """Things to do, the first one first."""

    cards: tuple[Card, ...]
