"""Links between pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """Where something leads: the path of a page, and what its address says beside the dataset and the event."""

    page: str
    choices: tuple[tuple[str, str], ...]
    dataset: str | None = None


def link(page: str, dataset: str | None = None, **choices: str | int) -> Link:
    """Return a link to a page with these choices in its address, in the dataset shown or in another."""
    return Link(page, tuple((name, str(value)) for name, value in choices.items()), dataset)
