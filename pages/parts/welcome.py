"""What a first-time visitor reads: what this is, and what to click."""

from pathlib import Path

import polars as pl
import streamlit as st

from data.norwegian import counted, listed
from pages.parts import answers
from pages.parts.address import word
from pages.parts.evaluation_choice import choose_municipality
from pages.parts.links import words_of
from pages.parts.plain import plain
from pages.parts.reading_choice import default_municipality
from pages.parts.table import Row
from queries.reading import Reading

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
    if answers.asked(reading, "municipalities").is_empty():
        st.info("Det er ingen evalueringer i dette datasettet ennå.")
        st.stop()
    row = _found(reading, word("kommune") or "")
    with st.container(horizontal=True, vertical_alignment="bottom", key="find"):
        choose_municipality(reading, "Finn kommune (navn eller nummer)", row["number"])
        for label, page in {
            f"Åpne {row['name']} {row['newest_year']}": "municipality.py",
            "Se utviklingen": "trend.py",
        }.items():
            st.page_link(
                PAGES / page,
                label=plain(label),
                icon=":material/arrow_forward:",
                query_params=words_of(reading, kommune=row["number"], aar=row["newest_year"]),
            )
    st.html(f'<p class="facts">{_in_store(reading)}</p>')


@answers.kept
def _found(reading: Reading, number: str) -> Row:
    """Return the municipality of this number, else the one a first visit opens."""
    known = answers.asked(reading, "municipalities")
    number = number if number in known["number"] else default_municipality(reading)
    return known.row(by_predicate=pl.col("number") == number, named=True)


@answers.kept
def _in_store(reading: Reading) -> str:
    known = answers.asked(reading, "municipalities")
    versions = sorted({version for row in known["versions"] for version in row})
    return (
        f"{counted(sum(known['evaluations']), 'evaluering', 'evalueringer')} av "
        f"{counted(known.height, 'kommune', 'kommuner')}, målt med versjon {listed(versions)}. "
        f"Nyeste er fra {max(known['newest_year'])}."
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
