"""Oversikt: introduction, ranked totals and newest evaluations."""

from dataclasses import dataclass

from data.language import _
from queries.comparison import largest_family
from queries.evaluation import Evaluation, evaluations_of
from queries.ranking import family_years
from queries.snapshot import Snapshot
from reports.address import Address
from reports.choices import default_municipality, family_names, newest_year
from reports.overview import newest, totals, welcome
from reports.overview.totals import Totals
from reports.report import Report, Sections
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: the evaluation it links to, and the totals shown."""

    onward: Evaluation
    totals: Totals

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        own = {"kommune": self.totals.own} if self.totals.own else {}
        return own | {"familie": str(self.totals.family), "referanse": str(self.totals.year)}


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters; an unknown municipality is ignored without a notice.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    snapshot, number = view.snapshot, address.parameter("kommune") or ""
    is_evaluated = bool(number and newest_year(snapshot, number))
    onward = evaluations_of(snapshot, number if is_evaluated else default_municipality(snapshot))[-1]
    family = _family_in(snapshot, address)
    years = family_years(snapshot, family)
    year = address.whole("referanse", 0) or (years[0] if years else 0)
    own, country = (onward.municipality, onward.country) if is_evaluated else ("", "NO")
    return Choice(onward, Totals(family, year, country, own))


def _family_in(snapshot: Snapshot, address: Address) -> int:
    names, default = family_names(snapshot), largest_family(snapshot)
    family = address.whole("familie", default) or default
    if family in names:
        return family
    notice = _("Versjonsfamilie {family} finnes ikke. Her vises {shown}.", family=family, shown=names[default])
    address.add_notice(notice)
    return default


def sections(choice: Choice) -> Sections:
    """Return the sections of the page by key, each as its build function and arguments."""
    return {
        "hode": (welcome.welcome,),
        "videre": (welcome.onward, choice.onward),
        "innhold": (welcome.in_store,),
        "alle": (totals.heading,),
        "totaler": (totals.totals, choice.totals),
        "nyeste": (newest.newest,),
        "eksempel": (welcome.example_offer,),
    }


REPORT = Report("oversikt", choose, sections, welcome.welcome_to_nothing)
