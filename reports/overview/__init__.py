"""Oversikt: introduction, ranked totals and newest evaluations."""

from dataclasses import dataclass

from data.language import _
from queries.comparison import largest_family
from queries.evaluation import Evaluation, evaluations_of
from queries.municipalities import findable_names, register
from queries.ranking import family_years
from queries.snapshot import Snapshot, cached_query
from reports.address import Address
from reports.choices import COUNTRY_NAMES, default_municipality, family_names, newest_year
from reports.overview import heat_map, known, lookup, newest, totals, welcome
from reports.overview.heat_map import BY_TOTAL, TOTAL_FIRST, Order, order_labels
from reports.overview.totals import Totals
from reports.report import Report, Sections
from reports.view import View


@dataclass(frozen=True)
class Choice:
    """The choice of the page: the evaluation it links to, or the municipality without one, and the totals shown."""

    onward: Evaluation
    totals: Totals
    countries: tuple[str, ...] = ("NO",)
    looked_up: str = ""
    order: Order = TOTAL_FIRST

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        municipality = self.totals.own or self.looked_up
        own = {"kommune": municipality} if municipality else {}
        country = {"land": self.totals.country} if len(self.countries) > 1 else {}
        order = {"sorter": self.order.code} if self.order != TOTAL_FIRST else {}
        return own | country | order | {"familie": str(self.totals.family), "referanse": str(self.totals.year)}


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
    own = onward.municipality if is_evaluated else ""
    countries = tuple(cached_query(snapshot, "countries")["country"])
    country = _country_in(address, countries, onward.country if is_evaluated else countries[0])
    order = Order(address.one_of("sorter", order_labels(snapshot, family), BY_TOTAL))
    looked_up = "" if own else _looked_up(snapshot, number)
    return Choice(onward, Totals(family, year, country, own), countries, looked_up, order)


def _country_in(address: Address, countries: tuple[str, ...], default: str) -> str:
    names = {country: COUNTRY_NAMES.get(country, country) for country in countries}
    return address.one_of("land", names, default)


def _looked_up(snapshot: Snapshot, number: str) -> str:
    """Return the key of a municipality that the register knows by this number and that has no evaluation here."""
    keys = {each: key for key, entry in register(snapshot).items() for each in (key, *entry.numbers)}
    key = keys.get(number, "")
    return key if key in findable_names(snapshot) else ""


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
        "videre": (lookup.lookup, choice.looked_up) if choice.looked_up else (welcome.onward, choice.onward),
        "innhold": (welcome.in_store,),
        "alle": (totals.heading,),
        "varmekart": (heat_map.heat_map, choice.totals, choice.order),
        "totaler": (totals.totals, choice.totals),
        "nyeste": (newest.newest, choice.totals.country),
        "kjente": (known.known_evaluations,),
        "eksempel": (welcome.example_offer,),
    }


REPORT = Report("oversikt", choose, sections, welcome.welcome_to_nothing)
