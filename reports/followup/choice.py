"""The choice of the page: a municipality, and one of its programmes or all of them."""

from dataclasses import dataclass

import polars as pl

from data.language import _
from queries.followup import followup
from queries.followup_verdict import REASONS, VERDICTS
from reports.address import Address
from reports.programme.planners import name_of, planner_in, programmes_of
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page.

    Attributes:
        municipality: its key.
        name: its name.
        programme: identifier; None for all programmes of the municipality.
        title: the programme's name, empty for all.
    """

    municipality: str
    name: str
    programme: str | None = None
    title: str = ""

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        return {"kommune": self.municipality} | ({"program": self.programme} if self.programme else {})


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters; what is unknown is told."""
    key = planner_in(view.snapshot, address)
    name, wanted = name_of(view.snapshot, key), address.parameter("program")
    own = {one.programme: one for one in programmes_of(view.snapshot, key)}
    if wanted is None or wanted in own:
        title = own[wanted].name or _("Program uten navn") if wanted else ""
        return Choice(key, name, wanted, title)
    notice = _("{name} har ikke programmet «{programme}» her.", name=name, programme=wanted[:60])
    address.add_notice(notice)
    return Choice(key, name)


def about(choice: Choice) -> str:
    """Return the municipality, and the programme where one is chosen, for the title of the browser's tab."""
    return _("{name}: {title}", name=choice.name, title=choice.title) if choice.title else choice.name


def rows_of(view: View, choice: Choice) -> pl.DataFrame:
    """Return the measures of the choice as `followup` has them: by verdict, reason and difference, largest first."""
    rows = followup(view.snapshot, choice.municipality).measures
    if choice.programme:
        rows = rows.filter(pl.col("programme") == choice.programme)
    rows = rows.filter(~_only_holds_others(rows))
    verdict, reason = pl.Enum(VERDICTS), pl.Enum(REASONS)
    order = (pl.col("verdict").cast(verdict), pl.col("reason").cast(reason), "before_year", "tied_to")
    of_judged = pl.when(pl.col("verdict") != "cannot_say").then(-pl.col("difference"))
    return rows.sort(*order[:2], of_judged, *order[2:], "place", nulls_last=True)


def _only_holds_others(rows: pl.DataFrame) -> pl.Series:
    """Return which rows are programme areas: others belong to them, and they have no status and nothing to lift."""
    holds = rows["measure"].is_in(rows["parent"].drop_nulls().to_list())
    return holds & rows["status"].is_null() & (rows["linked"] == 0)


def judged(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the measures of which something can be said."""
    return rows.filter(pl.col("verdict") != "cannot_say")
