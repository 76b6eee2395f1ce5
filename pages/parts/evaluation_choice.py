"""Choice of municipality and year, and of further municipalities."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from data.language import _
from pages.parts.address import choose, choose_several, dropping, fall_back, search
from pages.parts.municipality_search import offered, search_for_several
from queries.evaluation import Evaluation, evaluations_of
from queries.municipalities import names
from queries.snapshot import Snapshot, in_store
from reports.address import Address
from reports.choices import evaluation_in, newest_year


def chosen_evaluation(snapshot: Snapshot, *, any_year: bool = True) -> Evaluation:
    """Draw the choice of municipality and, with `any_year`, year; return the chosen evaluation."""
    if not in_store(snapshot)["evaluations"]:
        st.info(_("Det er ingen evalueringer i dette datasettet ennå."))
        st.stop()
    address = Address(st.query_params.to_dict())
    focus = evaluation_in(snapshot, address)
    for sentence in address.notices:
        fall_back(sentence)
    show_evaluation_choice(snapshot, focus, any_year=any_year)
    return focus


def show_evaluation_choice(snapshot: Snapshot, focus: Evaluation, *, any_year: bool = True) -> None:
    """Draw the choice of municipality and, with `any_year`, year."""
    choose_municipality(snapshot, _("Kommune"), focus.municipality)
    if any_year:
        _choose_year(evaluations_of(snapshot, focus.municipality), focus)


def _choose_year(evaluations: tuple[Evaluation, ...], focus: Evaluation) -> None:
    # Of two versions in one year the later stands, which is the one shown.
    labels = {
        evaluation.year: _("{year}, versjon {version}", year=evaluation.year_label, version=evaluation.version)
        for evaluation in evaluations
    }
    choose(_("Evaluert"), "aar", list(labels), focus.year, labels.__getitem__, also=dropping("referanse"))


def choose_municipality(snapshot: Snapshot, label: str, number: str) -> None:
    """Draw the choice of municipality; a new choice selects its newest year."""

    def newest(chosen: str) -> Mapping[str, str | None]:
        return {"aar": newest_year(snapshot, chosen), "referanse": None}

    def draw_search(search_label: str, find: Callable[[str], Sequence[str]]) -> str:
        return search(search_label, "kommune", find, also=newest)

    options = offered(snapshot, [number], draw_search)
    choose(label, "kommune", list(options), number, options.__getitem__, also=newest)


def show_several_choice(snapshot: Snapshot, name: str, chosen: Sequence[str], label: str = "") -> tuple[str, ...]:
    """Draw the choice of several municipalities by key, and return their keys."""
    options = offered(snapshot, chosen, search_for_several)
    return tuple(choose_several(label or _("Utvalg"), name, list(options), chosen, names(snapshot).__getitem__))
