"""The history of a measure in words: which event changed which field, when, from what to what."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.catalogues import Written
from data.language import Sentence, _
from data.numbers import first_upper
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Target
from data.plans.words import STATUS_NAMES, STEP_NAMES
from queries.plan_history import Change
from queries.plans import plans
from queries.snapshot import Snapshot
from reports.content import Bullets, Item
from reports.plan_words import FIELD_NAMES, known_date, kroner, quoted, retold
from reports.programme.targets import code_of, labels_of
from reports.view import day_in_oslo

LONGEST = 120
"""Letters of a value that are shown."""
CALLED = ("title", "owner_role")
"""Fields that are names, which are never told again."""


def history(snapshot: Snapshot, version: str | None, changes: Sequence[Change]) -> Bullets | None:
    """Return a line per change, the newest first; None where nothing is known but that it was made."""
    if len(changes) < 2:
        return None
    words = _Words(plans(snapshot).measures, labels_of(snapshot, version))
    items = tuple(
        Item(words.change(one), _("{when:day}, hendelse {event}:", when=day_in_oslo(one.happened_at), event=one.event))
        for one in changes
    )
    return Bullets(items, _("Endringer"))


class _Words:
    """Writes changes, with the titles of other measures and the labels of questions."""

    def __init__(self, measures: Mapping[str, Measure], labels: Mapping[str, str]) -> None:
        self._measures = measures
        self._labels = labels

    def change(self, change: Change) -> Sentence:
        """Return what changed."""
        if not change.field:
            return _("laget")
        before, after = self._value(change.field, change.before), self._value(change.field, change.after)
        values = {"field": first_upper(_(FIELD_NAMES[change.field])), "before": before, "after": after}
        if not before:
            return _("{field} satt til «{after}»", **values)
        if not after:
            return _("{field} tømt, var «{before}»", **values)
        return _("{field} fra «{before}» til «{after}»", **values)

    def _value(self, field: str, value: Any) -> str:
        if value is None or value == ():
            return ""
        if field == "status":
            return _(STATUS_NAMES.get(value, value))
        if field in ("starts", "ends"):
            return known_date(value)
        if field == "parent":
            return self._title(value)
        if isinstance(value, tuple):
            return _cut("; ".join(self._line(line) for line in value))
        return _cut(str(value) if field in CALLED else retold(str(value)))

    def _title(self, name: str) -> str:
        return (self._measures[name].title or "") if name in self._measures else _("noe som ikke finnes lenger")

    def _line(self, line: Any) -> str:
        match line:
            case Target():
                label = self._labels.get(code_of(line), code_of(line))
                if line.target_points is None:
                    return label
                return _("{question} til {points:shortest} poeng", question=label, points=line.target_points)
            case Phase():
                return line.name or ""
            case Evidence() | Answered():
                return line.text
            case Money():
                return _("{step} {amount}", step=_(STEP_NAMES.get(line.step, line.step)), amount=kroner(line.amount))
            case _:
                return quoted(self._title(str(line))).strip("«»")


def _cut(text: str) -> str:
    return Written(text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…")
