"""Newer evaluations of the compared municipalities that are not the ones compared."""

from collections.abc import Iterator

from data.language import Sentence, _
from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from reports.merger.group import Group
from reports.view import View


@cached
def set_aside(view: View, group: Group) -> tuple[Sentence, ...]:
    """Return one sentence per municipality and reason for which a newer evaluation is not compared."""
    return tuple(sentence for evaluation in group.evaluations for sentence in _set_aside(view, group, evaluation))


def _set_aside(view: View, group: Group, shown: Evaluation) -> Iterator[Sentence]:
    history = evaluations_of(view.snapshot, shown.municipality)
    newer = history[history.index(shown) + 1 :]
    other_family = [evaluation for evaluation in newer if evaluation.family != shown.family]
    # Of the family compared, only what comes after the chosen year can be newer than the one shown.
    after_year = [evaluation for evaluation in newer if evaluation.family == shown.family]
    for newest in other_family[-1:]:
        yield _(
            "{name} er også evaluert i {newest} med versjon {newest_version}, som ikke kan sammenlignes med de andres. "
            "Her brukes evalueringen fra {year} (versjon {version}).",
            **_values(shown, newest),
        )
    for newest in after_year[-1:]:
        yield _(
            "{name} er også evaluert i {newest} (versjon {newest_version}), etter {chosen}, som er valgt. "
            "Her brukes evalueringen fra {year} (versjon {version}).",
            chosen=group.year,
            **_values(shown, newest),
        )


def _values(shown: Evaluation, newest: Evaluation) -> dict[str, str]:
    return {
        "name": shown.name,
        "newest": newest.year_label,
        "newest_version": newest.version,
        "year": shown.year_label,
        "version": shown.version,
    }
