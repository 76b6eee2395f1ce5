"""The rules of plans: every breach of them in a change, as findings."""

from collections.abc import Iterable

from data.plans.facts import Facts
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.rules import lines, links, measures, programmes, targets


def findings_of(changed: Iterable[Programme | Measure], after: Plans, facts: Facts) -> tuple[PlanFinding, ...]:
    """Return every breach by what is changed, given all plans as they would be afterwards."""
    found = [finding for plan in changed for finding in _of_one(plan, after, facts)]
    return tuple(dict.fromkeys(found))


def _of_one(plan: Programme | Measure, after: Plans, facts: Facts) -> Iterable[PlanFinding]:
    if isinstance(plan, Programme):
        yield from programmes.findings(plan, facts)
        # Another evaluation gives its measures other baselines.
        for measure in after.measures.values():
            if measure.programme == plan.programme:
                yield from targets.findings(measure, plan, facts)
    else:
        yield from measures.findings(plan)
        yield from links.findings(plan, after)
        yield from targets.findings(plan, after.programmes.get(plan.programme), facts)
    yield from lines.findings(plan)
