"""Drafts: what somebody types into the forms of plans, kept in the session until it is saved or discarded."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.typed import Typed, as_typed, empty_line, from_typed
from pages.parts.language import DRAFTS
from reports.plan_editing.told import differences, typed_or_nothing

Whole = Programme | Measure
NEW_PROGRAMME = "new"
"""The choice of a programme that is to be made together with the measure."""


@dataclass
class Draft:
    """A programme or measure as it is typed.

    Attributes:
        plan: the plan as it was opened, or a new one with what is proposed.
        seen: the newest event when it was opened, or when the state of others was taken over.
        is_new: whether it is to be made.
        typed: the texts in the fields.
        chosen: the programme of a measure; NEW_PROGRAMME for that of `made_with`.
        made_with: the draft of the programme that is made together with a new measure.
        findings: why it was not saved when that was last tried.
        refused: the sentence that says so where there are no findings.
        meanwhile: fields that others changed too, one row each, after their state was taken over.
        generation: how often its fields were filled anew; part of their keys.
    """

    number: int
    plan: Whole
    seen: int
    is_new: bool
    typed: Typed
    chosen: str = ""
    made_with: "Draft | None" = None
    findings: tuple[PlanFinding, ...] = ()
    refused: str = ""
    meanwhile: Sequence[dict[str, str]] = ()
    generation: int = 0
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    """Where the text of each widget belongs, by the key of the widget."""

    @property
    def identifier(self) -> str:
        """Return the identifier of the programme or measure."""
        return self.plan.measure if isinstance(self.plan, Measure) else self.plan.programme

    @property
    def is_changed_by_others(self) -> bool:
        """Return whether it was not saved because others changed it."""
        return any(finding.code == "changed_meanwhile" for finding in self.findings)

    def bind(self, values: Any, name: Any, place: str) -> dict[str, Any]:
        """Return arguments that bind a widget to a text of the draft.

        The widget is filled only when it is new: filled on every run, it would lose what is typed meanwhile.
        """
        key = f"plan {self.number} {self.generation} {place}"
        self.fields[key] = (values, name)
        if key not in st.session_state:
            st.session_state[key] = values[name]
        return {"key": key, "on_change": self.keep, "args": (key,)}

    def keep(self, key: str) -> None:
        """Keep what a widget holds; one of a former generation is told of after `fill_anew` has kept it."""
        if key in self.fields and key in st.session_state:
            values, name = self.fields[key]
            values[name] = st.session_state[key]

    def keep_all(self) -> None:
        """Keep what every widget holds: a click may be told of before what was typed just before it."""
        for key in self.fields:
            self.keep(key)
        if self.made_with:
            self.made_with.keep_all()

    def fill_anew(self) -> None:
        """Fill the widgets from the draft on the next run."""
        self.keep_all()
        self.fields.clear()
        self.generation += 1

    def add_line(self, name: str) -> None:
        """Add an empty line to a list."""
        self.fill_anew()
        self.typed[name].append(empty_line(name))

    def remove_line(self, name: str, position: int, generation: int) -> None:
        """Remove a line of a list, counted from 0; a second click on the same button removes no other line."""
        if generation != self.generation:
            return
        self.fill_anew()
        del self.typed[name][position]

    def read(self) -> tuple[tuple[Whole, ...], list[PlanFinding]]:
        """Return what is typed as plans to save in one change, and findings on what cannot be read."""
        if isinstance(self.plan, Programme):
            programme, findings = from_typed(self.plan, self.typed)
            return (programme,), findings
        measure, findings = from_typed(self.plan, self.typed)
        if self.made_with is None or self.chosen != NEW_PROGRAMME:
            return (replace(measure, programme=self.chosen),), findings
        made, of_programme = self.made_with.read()
        return (*made, replace(measure, programme=self.made_with.identifier)), [*of_programme, *findings]

    def take_over(self, now: Whole | None, plans: Plans, newest: int) -> None:
        """Take over the state of others and keep what is typed here, which is to be saved anew."""
        self.fill_anew()
        before, own = as_typed(self.plan), self.typed
        theirs = typed_or_nothing(now, before)
        rows = differences(before, theirs, own, plans)
        if now is not None:
            self.typed = {name: theirs[name] if own[name] == before[name] else own[name] for name in own}
            self.plan = now
        self.meanwhile, self.findings, self.refused, self.seen = rows, (), "", newest


def drafts() -> dict[Hashable, Draft]:
    """Return the drafts of this session, by what they are about."""
    kept: dict[Hashable, Draft] = st.session_state.setdefault(DRAFTS, {})
    return kept


def next_number() -> int:
    """Return a number that no draft of this session has had."""
    number: int = st.session_state.get("plan draft number", 0) + 1
    st.session_state["plan draft number"] = number
    return number


def draft_of(plan: Whole, seen: int, *, is_new: bool) -> Draft:
    """Return a new draft of a programme or measure."""
    chosen = plan.programme if isinstance(plan, Measure) else ""
    return Draft(next_number(), plan, seen, is_new, as_typed(plan), chosen)
