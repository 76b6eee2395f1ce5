"""Which figures are shown: real or example, as of now or an earlier event; said on every page and in every file."""

import streamlit as st

from pages.parts.address import choose
from pages.parts.choices import DATASETS
from queries.evaluation import Evaluation
from queries.reading import Reading


def show_dataset(reading: Reading) -> None:
    """Draw the choice of dataset, and say so where the figures are fictional or those of an earlier event."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="dataset"):
        st.html('<p class="brand">Kompassrosen <span>Kommunekompasset, tall for tall</span></p>')
        cleared = ("kommune", "aar", "referanse", "kommuner", "utvalg", "stand")
        choose("Datasett", "datasett", list(DATASETS), reading.dataset, DATASETS.__getitem__, few=True, clears=cleared)
    if reading.dataset == "example":
        st.html(
            '<p class="example" role="note"><strong>Eksempeldata.</strong> Tallene er oppdiktet for å vise '
            "verktøyet fullt utfylt. Bare Hemnes tall for 2018 og Hemnes total for 2011 er trykte tall.</p>"
        )
    if reading.as_of < reading.store.newest_event():
        st.html(f'<p class="example" role="note"><strong>Eldre stand.</strong> Tallene vises slik de var etter hendelse {reading.as_of}.</p>')


def notes_on(reading: Reading, focus: Evaluation | None = None, *about: str) -> list[str]:
    """Return what must stand in every file: dataset, event, version and source, and what else is said of it."""
    dataset = "Eksempeldata: tallene er fiktive, unntatt Hemnes trykte tall." if reading.dataset == "example" else (
        "Datasett: virkelige, trykte tall."
    )
    kept = [dataset, f"Stand: hendelse {reading.as_of}. Laget med Kompassrosen."]
    if focus is None:
        return [*about, *kept]
    return [
        f"{focus.name} {focus.year_label}, Kommunekompasset versjon {focus.version}.",
        *about,
        f"Kilde: {focus.source or 'ikke oppgitt'}.",
        *kept,
    ]
