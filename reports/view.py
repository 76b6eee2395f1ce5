"""The context of a report: snapshot, language, audience and date."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from queries.snapshot import Snapshot

OSLO = ZoneInfo("Europe/Oslo")
PUBLIC = "public"


def today() -> date:
    """Return the current date in Oslo, which bounds the years on offer."""
    return datetime.now(OSLO).date()


def day_in_oslo(happened_at: datetime) -> date:
    """Return the date in Oslo of a moment as the store holds it, in UTC and without a zone."""
    return happened_at.replace(tzinfo=UTC).astimezone(OSLO).date()


@dataclass(frozen=True)
class View:
    """First argument of every report, and so part of every cache key.

    Attributes:
        snapshot: one dataset of the store as of one event.
        language: language code of the text.
        audience: who may read it; `public` sees what is published.
        today: current date.
    """

    snapshot: Snapshot
    language: str = "nb"
    audience: str = PUBLIC
    today: date = date.min

    def narrowed(self, depends_on: str) -> "View":
        """Return the view as of the newest event of this kind, so that other events leave cached results valid."""
        snapshot = self.snapshot.narrowed(depends_on)
        return self if snapshot is self.snapshot else replace(self, snapshot=snapshot)
