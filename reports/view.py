"""From where a report is told: the figures it rests on, and for whom, in which language and on which day."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from queries.snapshot import Snapshot

OSLO = ZoneInfo("Europe/Oslo")
PUBLIC = "public"


def today() -> date:
    """Return the date in Oslo, which is what «late» and the years to choose from go by."""
    return datetime.now(OSLO).date()


@dataclass(frozen=True)
class View:
    """What every report is given first, and so part of the key of everything that is cached.

    Attributes:
        snapshot: one dataset of the store as of one event.
        language: the language it is told in.
        audience: who asks; everybody sees what is published.
        today: the day it is told.
    """

    snapshot: Snapshot
    language: str = "nb"
    audience: str = PUBLIC
    today: date = date.min

    def narrowed(self, depends_on: str) -> "View":
        """Return the view as of the newest event that what is told depends on; see queries/caching.py."""
        snapshot = self.snapshot.narrowed(depends_on)
        return self if snapshot is self.snapshot else replace(self, snapshot=snapshot)
