"""Forms to fill in: empty ones by version, and one filled in with an evaluation that is here already."""

from functools import partial

import streamlit as st

from data.language import _
from data.score_sheets.template import filled, history_template, template
from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.files import offer
from pages.parts.folded import folded
from queries.reading import Reading, asked, in_store


def show_forms(reading: Reading) -> None:
    """Offer an empty score sheet, the layout for many evaluations, and a filled-in one."""
    with folded(_("Hent et skåringsark å fylle ut"), "empty forms") as fold:
        if fold.open:
            _offer_empty(reading)
    with folded(_("Hent et ferdig utfylt ark for en evaluering som er her"), "filled form") as fold:
        if fold.open:
            _offer_filled(reading)


def _offer_empty(reading: Reading) -> None:
    st.markdown(
        _(
            "Ett ark holder én evaluering. Historikk tar mange evalueringer på én gang, én rad til hver. "
            "Veiledningen ligger i arket."
        )
    )
    versions = asked(reading, "instrument_areas")["version"].unique().sort(descending=True).to_list()
    version = st.selectbox(
        _("Versjon av Kommunekompasset"), versions, index=versions.index("2.1") if "2.1" in versions else 0
    )
    with st.container(horizontal=True):
        name = _("Skåringsark versjon {version}", version=version)
        offer("Excel", name, partial(template, reading.store, version), label=_("Tomt skåringsark"))
        offer("Excel", _("Historikk"), partial(history_template, reading.store), label=_("Historikk"))


def _offer_filled(reading: Reading) -> None:
    if not in_store(reading)["evaluations"]:
        st.markdown(_("Ingen evalueringer ennå."))
        return
    focus = chosen_evaluation(reading)
    key = (focus.municipality, focus.year, focus.version)
    name = _("Skåringsark {name} {year}", name=focus.name, year=focus.year)
    offer("Excel", name, partial(filled, reading.store, reading.dataset, key), label=_("Utfylt skåringsark"))
