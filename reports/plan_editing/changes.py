"""Past changes of a municipality's programmes and measures, and receipts of what was saved, undone or redone."""

from typing import NamedTuple

from data.imports import told_title
from data.language import Sentence, _, joined
from queries.plan_editing import plan_changes
from reports.content import Paragraph, Section, section
from reports.table import Row
from reports.view import View, day_in_oslo


class ChangeMade(NamedTuple):
    """A change: the event that undid it, None where it is valid, and the section that describes it."""

    event: int
    undone_by: int | None
    contents: Section


def changes_made(view: View, municipality: str) -> tuple[ChangeMade, ...]:
    """Return the changes that people made of a municipality's plans, newest first."""
    return tuple(_change(row) for row in plan_changes(view.snapshot, municipality).to_dicts())


def saved_receipt(event: int, title: str) -> Sentence:
    """Return that a change is saved, and how it can be undone."""
    return _(
        "«{title}» er lagret som endring {event}. Den kan angres under «Endringer» nederst på siden.",
        title=title,
        event=event,
    )


def undone_receipt(event: int) -> Sentence:
    """Return that a change is undone."""
    return _("Endring {event} er angret. Det som sto før den, gjelder igjen.", event=event)


def redone_receipt(event: int) -> Sentence:
    """Return that an undone change is valid again."""
    return _("Endring {event} er gjentatt og gjelder igjen.", event=event)


def _change(row: Row) -> ChangeMade:
    told = _(
        "Endring {event}, {when:day}. {title}.",
        event=row["event"],
        when=day_in_oslo(row["happened_at"]),
        title=told_title(row["title"]),
    )
    undone = None if row["undone_by"] is None else _("Angret, hendelse {undo}.", undo=row["undone_by"])
    return ChangeMade(
        row["event"], row["undone_by"], section(f"endring-{row['event']}", Paragraph(joined(told, undone)))
    )
