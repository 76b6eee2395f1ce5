"""Programmes of others, from documents, as examples of how they did it."""

from collections.abc import Iterator

from data.language import _
from data.plans.rows import Programme
from queries.caching import cached_log
from queries.plans import plans
from queries.snapshot import Snapshot
from reports.content import Heading, Paragraph, Section, section
from reports.links import link
from reports.view import View

MOST_EXAMPLES = 4


@cached_log
def examples(view: View, municipality: str, key: str = "andre") -> Section:
    """Return links to programmes of other municipalities than this; an empty section where there are none.

    `key` is that of the section on its page; on a page about no municipality, `municipality` is empty.
    """
    links = [*_links(view, municipality)]
    return section(key, *([Heading(_("Slik gjorde andre det")), *links] if links else ()))


def _links(view: View, municipality: str) -> Iterator[Paragraph]:
    """Yield a link to each of the first programmes that come from a document, without one municipality's own."""
    for one in _from_documents(view.snapshot, municipality):
        values = {"name": one.municipality_name or one.municipality, "programme": one.name or _("program")}
        address = link("tiltak", kommune=one.municipality, program=one.programme)
        yield Paragraph(_("{name}: {programme}", **values), "next", address)


def _from_documents(snapshot: Snapshot, municipality: str) -> list[Programme]:
    known = [one for one in plans(snapshot).programmes.values() if one.source and one.municipality != municipality]
    return sorted(known, key=lambda one: (one.municipality_name or "", one.programme))[:MOST_EXAMPLES]
