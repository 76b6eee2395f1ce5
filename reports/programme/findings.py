"""What the rules find missing or wrong in a programme that is stored, as a list."""

from data.language import _, counted
from data.numbers import first_upper
from queries.caching import cached_log
from queries.plan_facts import findings_on
from queries.plans import plans
from reports.content import Bullets, Heading, Item, Section, section
from reports.plan_words import FIELD_NAMES, quoted
from reports.view import View


@cached_log
def findings(view: View, programme: str) -> Section:
    """Return each finding with its remedy; an empty section where there is none, or all is shipped."""
    found, now = findings_on(view.snapshot, programme), plans(view.snapshot)
    if not found:
        return section("mangler")
    items = []
    for one in found:
        measure = now.measures.get(one.plan)
        title = first_upper(quoted(measure.title)) if measure else _("Programmet")
        field = FIELD_NAMES.get(one.field.partition(".")[0], "")
        label = _("{title}, {field}:", title=title, field=_(field)) if field else _("{title}:", title=title)
        items.append(Item(_("{finding} {remedy}", finding=one.sentence, remedy=one.remedy), label))
    title = counted("Dette mangler eller må rettes", "{n} ting mangler eller må rettes", len(found))
    return section("mangler", Heading(title), Bullets(tuple(items)))
