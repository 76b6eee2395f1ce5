"""Downloads of score sheets: empty by version, and filled in from a stored evaluation."""

from functools import partial

import streamlit as st

from data.language import _
from data.score_sheets.writing.template import filled, history_template, template
from pages.parts.evaluation_choice import chosen_evaluation
from pages.parts.files import offer
from pages.parts.lazy_expander import lazy_expander
from queries.snapshot import Snapshot, cached_query, in_store


def show_forms(snapshot: Snapshot) -> None:
    """Draw downloads of an empty score sheet, the layout for many evaluations, and a filled-in sheet."""
    with lazy_expander(_("Hent et skåringsark å fylle ut"), "empty forms") as fold:
        if fold.open:
            _offer_empty(snapshot)
    with lazy_expander(_("Hent et ferdig utfylt ark for en evaluering som er her"), "filled form") as fold:
        if fold.open:
            _offer_filled(snapshot)


def _offer_empty(snapshot: Snapshot) -> None:
    st.markdown(
        _(
            "Ett ark holder én evaluering. Historikk tar mange evalueringer på én gang, én rad til hver. "
            "Veiledningen ligger i arket."
        )
    )
    versions = cached_query(snapshot, "instrument_areas")["version"].unique().sort(descending=True).to_list()
    version = st.selectbox(
        _("Versjon av Kommunekompasset"), versions, index=versions.index("2.1") if "2.1" in versions else 0
    )
    with st.container(horizontal=True):
        name = _("Skåringsark versjon {version}", version=version)
        offer("Excel", name, partial(template, snapshot.store, version), label=_("Tomt skåringsark"))
        offer("Excel", _("Historikk"), partial(history_template, snapshot.store), label=_("Historikk"))


def _offer_filled(snapshot: Snapshot) -> None:
    if not in_store(snapshot)["evaluations"]:
        st.markdown(_("Ingen evalueringer ennå."))
        return
    focus = chosen_evaluation(snapshot)
    key = (focus.municipality, focus.year, focus.version)
    name = _("Skåringsark {name} {year}", name=focus.name, year=focus.year)
    offer("Excel", name, partial(filled, snapshot.store, snapshot.dataset, key), label=_("Utfylt skåringsark"))
