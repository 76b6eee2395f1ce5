"""What plans are checked against, and what the rules find in those that users stored."""

from data.plans.facts import Facts, read_facts
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.rules import findings_of
from queries.caching import cached_log, cached_log_told
from queries.plan_tree import branches
from queries.plans import plans
from queries.snapshot import Snapshot


@cached_log
def facts_of(snapshot: Snapshot, programme: Programme) -> Facts:
    """Return maxima, and the points of the evaluation that a programme answers as they are after the event."""
    return read_facts(snapshot.store.read, snapshot.dataset, snapshot.as_of, [programme])


@cached_log_told
def findings_on(snapshot: Snapshot, programme: str) -> tuple[PlanFinding, ...]:
    """Return what the rules find in a programme and its measures as stored, without those that are shipped.

    What was right when it was saved can be wrong since: a measure that another waits for is undone, or another
    evaluation is imported.
    """
    of_users = {*snapshot.query("plans_of_users")["identifier"]}
    now: Plans = plans(snapshot)
    own: list[Programme | Measure] = [
        now.programmes[programme],
        *(branch.measure for branch in branches(snapshot, programme)),
    ]
    facts = facts_of(snapshot, now.programmes[programme])
    return tuple(one for one in findings_of(own, now, facts) if one.plan in of_users)
