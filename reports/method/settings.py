"""Thresholds and size groups with reasons."""

from data.language import N_, _
from queries.caching import cached
from queries.snapshot import cached_query
from reports.content import Section, section
from reports.table import Column, Row, Table
from reports.view import View

SETTINGS = {
    "area_difference": N_("Forskjell på ett område som teller"),
    "total_difference": N_("Forskjell på totalen som teller"),
    "question_difference": N_("Forskjell på ett underspørsmål som teller"),
    "fewest_compared": N_("Færrest kommuner i en sammenligning"),
    "leader_share": N_("Minst dette for å være best i en sammenslåing eller til å lære av"),
    "lead_share": N_("Minste forsprang for å være best eller til å lære av"),
    "common_gap_share": N_("Felles mangel når alle ligger under"),
    "followup_difference": N_("Minst dette fra resten for å si at et tiltak gikk bedre eller svakere"),
}
ANOTHER_SETTING = N_("annen innstilling")


@cached
def settings(view: View) -> Section:
    """Return the tables of thresholds with reasons, and of size groups with the basis of their bounds."""
    return section("innstillinger", _thresholds(view), _size_groups(view))


def _thresholds(view: View) -> Table:
    columns = [
        Column(_("Innstilling"), lambda row: _(SETTINGS.get(row["name"], ANOTHER_SETTING))),
        Column(_("Grense"), "value", "number", shown=_bound),
        Column(_("Enhet"), "unit", only="file"),
        Column(_("Hvorfor"), "reason"),
    ]
    return Table("innstillinger-grenser", _("Våre innstillinger"), columns, cached_query(view.snapshot, "thresholds"))


def _bound(row: Row) -> str:
    return _("{value} {unit}", value=row["value"], unit=row["unit"])


def _size_groups(view: View) -> Table:
    columns = [Column(_("Størrelsesgruppe"), "label"), Column(_("Grunnlag for grensene"), "basis")]
    groups = cached_query(view.snapshot, "size_groups")
    return Table("innstillinger-storrelsesgrupper", _("Størrelsesgruppene"), columns, groups)
