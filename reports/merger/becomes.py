"""Who becomes what: a picture of the municipalities that merge or are split, and the sentences beside it."""

from collections.abc import Sequence

import polars as pl

from charts.flows import FLOWS, Flow, flow_rows, flow_text
from data.language import Sentence, _
from queries.caching import cached
from queries.merging import border_changes
from reports.border_changes import Names, borders
from reports.content import Beside, Content, Heading, Section, section
from reports.pictures import picture
from reports.view import View


@cached
def becomes(view: View, names: Names) -> Section:
    """Return the picture and its sentences; empty where the register has no change of these municipalities."""
    flows = flows_of(border_changes(view.snapshot, dict(names)))
    if not flows:
        return section("blir")
    about = (_("Kilde: Statistisk sentralbyrå. Andelene gjelder innbyggere og er anslag."),)
    title = what_becomes(flows)
    drawn = picture(view, "blir-figur", title, FLOWS, flow_rows(flows), flow_text(flows), about)
    told = borders(view, dict(names))
    beside: Content = Beside(((drawn,), (told,)), (5, 4)) if told else drawn
    return section("blir", Heading(title), beside)


def flows_of(changes: pl.DataFrame) -> list[Flow]:
    """Return the parts that go from one municipality to another, whole ones first, in the order of the new ones."""
    rows = changes.sort("date", "to_name", "name").unique(["name", "to_name"], keep="last", maintain_order=True)
    return [(row["name"], row["to_name"], float(row["share"])) for row in rows.to_dicts()]


def what_becomes(flows: Sequence[Flow]) -> Sentence:
    """Return who merges into what and who is split, as a title; a general one where there is too much to name."""
    whole: dict[str, list[str]] = {}
    for source, target, share in flows:
        if share == 1:
            whole.setdefault(target, []).append(source)
    split = list(dict.fromkeys(source for source, _target, share in flows if share != 1))
    merged = [_("{names} går inn i {target}", names=sources, target=target) for target, sources in whole.items()]
    if len(merged) > 1 or len(split) > 1:
        return _("Hva som blir hva")
    parts = _split(flows, split[0]) if split else None
    if merged and parts:
        return _("{merged}, og {parts}", merged=merged[0], parts=parts)
    return parts or merged[0]


def _split(flows: Sequence[Flow], source: str) -> Sentence:
    targets = [target for name, target, _share in flows if name == source]
    return _("{source} deles mellom {targets}", source=source, targets=targets)
