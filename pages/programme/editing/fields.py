"""Fields of a form, each bound to a draft, with the findings on it beneath."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from data.language import _
from data.plans.findings import PlanFinding
from data.plans.reading import Plans
from pages.parts.findings import show_finding
from pages.programme.editing.draft import Draft
from reports.plan_editing.labels import FIELD_LABELS
from reports.plan_editing.told import reason, told_of


class Form:
    """Draws the fields of a draft."""

    def __init__(self, draft: Draft, plans: Plans, findings: Sequence[PlanFinding] | None = None) -> None:
        """Take the draft, the plans to name in findings, and the findings: by default those of the draft itself."""
        self.draft = draft
        self.plans = plans
        self._findings = draft.findings if findings is None else findings

    def text(self, name: str, *, long: bool = False, hint: str | None = None, label: str | None = None) -> None:
        """Draw a field of text, number or date; the hint stands in it while it is empty."""
        self._text(self.draft.typed, name, name, label or _(FIELD_LABELS[name]), long=long, hint=hint)

    def choice(self, name: str, options: Mapping[str, str]) -> None:
        """Draw a choice of one; nothing chosen is an empty text."""
        self._choice(self.draft.typed, name, name, _(FIELD_LABELS[name]), options)

    def several(self, name: str, options: Mapping[str, str]) -> None:
        """Draw a choice of several."""
        known = {**dict.fromkeys(self.draft.typed[name], _("finnes ikke lenger")), **options}
        st.multiselect(
            _(FIELD_LABELS[name]),
            list(known),
            format_func=known.__getitem__,
            placeholder=_("Velg"),
            **self.draft.bind(self.draft.typed, name, name),
        )
        self.findings(name)

    def line_text(self, name: str, position: int, field: str) -> None:
        """Draw a field of text in a line of a list, counted from 0."""
        self._text(self.draft.typed[name][position], field, _place(name, position, field), _(FIELD_LABELS[field]))

    def line_choice(
        self, name: str, position: int, field: str, options: Mapping[str, str], label: str | None = None
    ) -> None:
        """Draw a choice in a line of a list, counted from 0."""
        line = self.draft.typed[name][position]
        self._choice(line, field, _place(name, position, field), label or _(FIELD_LABELS[field]), options)

    def findings(self, *places: str) -> None:
        """Draw the findings on these fields."""
        own = self.draft.identifier
        for finding in self._findings:
            if finding.plan in (own, "") and finding.field in places:
                show_finding(reason(finding, self.plans))

    def findings_elsewhere(self) -> None:
        """Draw the findings on measures of the programme, which another evaluation gives other baselines."""
        if self._findings is self.draft.findings:
            for finding in self._findings:
                if finding.plan not in (self.draft.identifier, ""):
                    show_finding(told_of(finding, self.draft.identifier, self.plans))

    def has_findings(self, *names: str) -> bool:
        """Return whether there are findings on these fields or within these lists."""
        own = self.draft.identifier
        return any(one.plan == own and one.field.partition(".")[0] in names for one in self._findings)

    def _text(
        self, values: Any, name: str, place: str, label: str, *, long: bool = False, hint: str | None = None
    ) -> None:
        bound = self.draft.bind(values, name, place)
        if long:
            st.text_area(label, height=86, placeholder=hint, **bound)
        else:
            st.text_input(label, placeholder=hint, **bound)
        self.findings(place)

    def _choice(self, values: Any, name: str, place: str, label: str, options: Mapping[str, str]) -> None:
        # What is stored and no longer on offer stays chosen until somebody chooses something else.
        kept = {values[name]: _("{code} (ikke på listen)", code=values[name])} if values[name] else {}
        known = {"": _("ikke valgt"), **kept, **options}
        written: Callable[[str], str] = known.__getitem__
        st.selectbox(label, list(known), format_func=written, **self.draft.bind(values, name, place))
        self.findings(place)


def _place(name: str, position: int, field: str) -> str:
    return f"{name}.{position + 1}.{field}"


def worded(names: Mapping[str, str]) -> dict[str, str]:
    """Return codes with their words, as options of a choice."""
    return {code: _(name) for code, name in names.items()}
