"""Choice of the totals shown."""

from data.language import _
from pages.parts.address import choose, dropping
from queries.ranking import family_years
from queries.snapshot import Snapshot
from reports.choices import COUNTRY_NAMES, family_names
from reports.overview import Choice


def show_totals_choice(snapshot: Snapshot, choice: Choice) -> None:
    """Draw the choice of version family and reference year, and of country where there are several."""
    chosen, countries = choice.totals, choice.countries
    names = family_names(snapshot)
    years = sorted({*family_years(snapshot, chosen.family), chosen.year}, reverse=True)
    if len(countries) > 1:
        choose(_("Land"), "land", countries, chosen.country, lambda country: _(COUNTRY_NAMES.get(country, country)))
    choose(_("Versjon"), "familie", list(names), chosen.family, names.__getitem__, also=dropping("referanse"))
    label = _("Siste evaluering til og med")
    choose(label, "referanse", years, chosen.year, lambda year: _("til og med {year}", year=year))
