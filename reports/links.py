"""Links between pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A page path and query parameters; dataset and event are those of the current view unless `dataset` is given.

    A link with a name in `stays` leads to another choice on the same page: the reader stays at the link of that name.
    """

    page: str
    choices: tuple[tuple[str, str], ...]
    dataset: str | None = None
    stays: str = ""


def link(page: str, dataset: str | None = None, **choices: str | int) -> Link:
    """Return a link to a page with query parameters, in the current dataset or another."""
    return Link(page, tuple((name, str(value)) for name, value in choices.items()), dataset)
