"""Oversikt: search, heat map and map of the municipalities, and what else is known."""

from dataclasses import dataclass

from data.language import Sentence, _
from queries.comparison import largest_family
from queries.evaluation import Evaluation, evaluations_of
from queries.municipalities import findable_names, register
from queries.ranking import family_years
from queries.snapshot import Snapshot, cached_query
from reports.address import Address
from reports.choices import COUNTRY_NAMES, default_municipality, family_names, newest_year
from reports.examples import examples
from reports.overview import heat_map, known, lookup, newest, on_map, totals, welcome
from reports.overview.heat_map import BY_TOTAL, TOTAL_FIRST, Order, Rows, order_labels, row_parameters
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
    all_rows: bool = False

    def parameters(self) -> dict[str, str]:
        """Return the query parameters that select this choice."""
        return self._along() | row_parameters(self.order, everyone=self.all_rows)

    def _along(self) -> dict[str, str]:
        """Return the query parameters but those of the heat map's rows."""
        municipality = self.totals.own or self.looked_up
        own = {"kommune": municipality} if municipality else {}
        country = {"land": self.totals.country} if len(self.countries) > 1 else {}
        return own | country | {"familie": str(self.totals.family), "referanse": str(self.totals.year)}

    @property
    def rows(self) -> Rows:
        """Return what is shown of the heat map."""
        return Rows(self.order, self.all_rows, tuple(self._along().items()))


def choose(view: View, address: Address) -> Choice:
    """Read the choice from the query parameters; an unknown municipality is told, and none is marked.

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
    looked_up = "" if own else _looked_up(snapshot, address, number)
    all_rows = address.one_of("vis", {"forste": _("de første"), "alle": _("alle")}, "forste") == "alle"
    return Choice(onward, Totals(family, year, country, own), countries, looked_up, order, all_rows)


def _country_in(address: Address, countries: tuple[str, ...], default: str) -> str:
    names = {country: _(COUNTRY_NAMES.get(country, country)) for country in countries}
    return address.one_of("land", names, default)


def _looked_up(snapshot: Snapshot, address: Address, number: str) -> str:
    """Return the key of a municipality that the register knows by this number and that has no evaluation here."""
    keys = {each: key for key, entry in register(snapshot).items() for each in (key, *entry.numbers)}
    key = keys.get(number, "")
    if key in findable_names(snapshot):
        return key
    if number:
        address.add_notice(_unknown(snapshot, number))
    return ""


def _unknown(snapshot: Snapshot, number: str) -> Sentence:
    if snapshot.dataset == "example":
        return _("Kommune «{number}» finnes ikke i eksempeldataene.", number=number[:60])
    return _("Ingen kommune vi kjenner, har nummeret «{number}». Søk etter navnet.", number=number[:60])


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
        "varmekart": (heat_map.heat_map, choice.totals, choice.rows),
        "kart": (on_map.on_map, choice.totals),
        "totaler": (totals.totals, choice.totals),
        "nyeste": (newest.newest, choice.totals.country),
        "kjente": (known.known_evaluations,),
        "eksempel": (welcome.example_offer,),
        "programmer": (examples, "", "programmer"),
    }


REPORT = Report("oversikt", choose, sections, welcome.welcome_to_nothing, frozenset({"programmer"}))
