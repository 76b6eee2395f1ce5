"""What a store knows of the shared one that it follows (data/lake/); a store in a file follows none."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

SOON = timedelta(seconds=5)
"""A connection that comes back so soon, as when PostgreSQL restarts, is nothing to tell a reader."""


@dataclass(frozen=True)
class SharedState:
    """How far a store has followed, and whether it still does.

    Attributes:
        reached: whether the last look at the shared store was answered.
        since: when that began to be so (UTC).
        behind: how many of its events are not here; None while it is not known.
        followed_at: when this store last was as the shared one was (UTC); None before the first time.
        stopped: why it no longer follows, as a code: lake_of_other_program, lake_replaced or lake_set_back.
    """

    reached: bool
    since: datetime
    behind: int | None = None
    followed_at: datetime | None = None
    stopped: str | None = None

    def is_cut_off(self) -> bool:
        """Return whether readers should know that newer events may be missing here."""
        return self.stopped is not None or (not self.reached and datetime.now(UTC) - self.since > SOON)

    def told(self) -> dict[str, Any]:
        """Return it for programs: plain values, moments in ISO 8601."""
        moments = {"since": self.since, "followed_at": self.followed_at}
        texts = {name: moment and moment.isoformat(timespec="seconds") for name, moment in moments.items()}
        return {"reached": self.reached, "behind": self.behind, "stopped": self.stopped, **texts}
