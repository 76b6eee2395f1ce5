"""What a first-time visitor reads: what this is, and what to click."""

from pathlib import Path

import streamlit as st

from data.norwegian import counted, listed
from pages.parts import answers
from pages.parts.address import word
from pages.parts.evaluation_choice import choose_municipality
from pages.parts.links import words_of
from pages.parts.plain import plain
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.reading import Reading
from reports.choices import default_municipality, newest_year

PAGES = Path(__file__).parents[1]
LEAD = (
    '<p class="lead">Kommunekompasset måler hvor godt en kommune styres, ledes og utvikles: åtte fokusområder med '
    "inntil 100 poeng hver, vurdert av to sertifiserte evaluerere. Her ser du hvor en kommune står, blant hvem, "
    "hvordan den har flyttet seg, og hvem den kan lære av.</p>"
)


def show_welcome(reading: Reading) -> None:
    """Draw what the tool is for, and the choice of municipality with a way to its page."""
    st.title("Hvor står kommunen?", anchor=False)
    st.html(LEAD)
    if not answers.in_store(reading)["evaluations"]:
        st.info("Det er ingen evalueringer i dette datasettet ennå.")
        st.stop()
    newest = _newest(reading, word("kommune") or "")
    with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
        choose_municipality(reading, "Finn kommune (navn eller nummer)", newest.municipality)
        for label, page in {
            f"Åpne {newest.name} {newest.year}": "municipality.py",
            "Se utviklingen": "trend.py",
        }.items():
            st.page_link(
                PAGES / page,
                label=plain(label),
                icon=":material/arrow_forward:",
                query_params=words_of(reading, kommune=newest.municipality, aar=newest.year),
            )
    st.html(f'<p class="facts">{_in_store(reading)}</p>')


def _newest(reading: Reading, number: str) -> Evaluation:
    """Return the newest evaluation of this municipality, else of the one a first visit opens."""
    known = number if number and newest_year(reading, number) else default_municipality(reading)
    return answers.evaluations(reading, known)[-1]


@cached
def _in_store(reading: Reading) -> str:
    known = answers.in_store(reading)
    return (
        f"{counted(known['evaluations'], 'evaluering', 'evalueringer')} av "
        f"{counted(known['municipalities'], 'kommune', 'kommuner')}, målt med versjon {listed(known['versions'])}. "
        f"Nyeste er fra {known['newest_year']}."
    )


def show_example_offer(reading: Reading) -> None:
    """Offer the example dataset to those who see the few real figures."""
    if reading.dataset == "example":
        return
    st.header("Se verktøyet fullt utfylt", anchor=False)
    st.markdown(
        "Få evalueringer er publisert med alle tall. Eksempeldataene viser et oppdiktet landskap med 55 kommuner, "
        "alle områder og alle 45 underspørsmål."
    )
    example = {"kommune": "1612", "aar": "2018", "datasett": "example"}
    st.page_link(
        PAGES / "municipality.py",
        label="Åpne eksempeldataene",
        icon=":material/arrow_forward:",
        query_params=example,
    )
