"""What a measure is to lift: questions and areas with their points now, the target, and the maximum."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from data.catalogues import named as told
from data.language import Sentence, _
from data.plans.rows import Measure, Programme, Target
from queries.caching import cached_told
from queries.plan_facts import facts_of
from queries.profile import area_names, area_shorts
from queries.snapshot import Snapshot, cached_query
from reports.best_practice.questions import question_labels


@dataclass(frozen=True)
class Aim:
    """A question or area of a measure; points are None where unknown or not set."""

    code: str
    label: str
    now: Decimal | None
    target: Decimal | None
    maximum: int | None

    def short(self) -> Sentence | None:
        """Return the points now and the target, `6,5 → 12`; None where neither is known."""
        values = {"now": self.now, "target": self.target}
        if self.now is None:
            return None if self.target is None else _("→ {target:shortest}", **values)
        if self.target is None:
            return _("{now:shortest} nå", **values)
        return _("{now:shortest}\u00a0→ {target:shortest}", **values)

    def sentence(self) -> Sentence:
        """Return the same in words, with the maximum."""
        values = {"now": self.now, "target": self.target, "maximum": self.maximum}
        if self.now is None and self.target is None:
            return _("Verken poeng nå eller mål er oppgitt.")
        if self.now is None:
            return _("Mål {target:shortest} av {maximum} poeng; poengene nå er ikke kjent.", **values)
        if self.target is None:
            return _("{now:shortest} av {maximum} poeng nå; målet er ikke satt.", **values)
        return _("{now:shortest} → {target:shortest} av {maximum} poeng.", **values)


def aims(snapshot: Snapshot, programme: Programme, measure: Measure) -> tuple[Aim, ...]:
    """Return the questions and areas of a measure in their order, with the points of the evaluation answered."""
    facts, labels = facts_of(snapshot, programme), labels_of(snapshot, programme.evaluation_version)
    found = []
    for target in measure.questions:
        code = code_of(target)
        now = facts.baselines.get((programme.programme, code))
        maximum = facts.maximum(code, programme.evaluation_version)
        found.append(Aim(code, labels.get(code, code), now, target.target_points, maximum))
    return tuple(found)


def code_of(target: Target) -> str:
    """Return the code of a question, `3.4`, or the number of an area, `3`."""
    return target.code or str(target.area)


def areas_of(snapshot: Snapshot, programme: Programme, measure: Measure) -> list[str]:
    """Return the short names of the areas that a measure concerns, each once, in their order."""
    shorts = area_shorts(snapshot, _labelled(snapshot, programme.evaluation_version))
    numbers = sorted({code_of(target).partition(".")[0] for target in measure.questions})
    return [told(shorts.get(int(number), number)) if number.isdecimal() else number for number in numbers]


@cached_told
def labels_of(snapshot: Snapshot, version: str | None) -> Mapping[str, str]:
    """Return the label of each question and area by code: `3.4 Felles metode`, `3 Effektivitet`."""
    named = _labelled(snapshot, version)
    areas = {str(area): f"{area} {told(name)}" for area, name in area_names(snapshot, named).items()}
    return {**areas, **question_labels(snapshot, named)}


def _labelled(snapshot: Snapshot, version: str | None) -> str:
    """Return the version, or where none is answered the newest one whose questions are published."""
    return version or str(cached_query(snapshot, "instrument_questions")["version"].max())
