"""Choice of dataset, and the notice on example data or an earlier event."""

from collections.abc import Mapping

import streamlit as st

from data.language import _
from pages.parts.address import choose_few, parameter
from queries.snapshot import Snapshot, snapshot_of
from reports.choices import DATASET_NAMES, default_municipality, newest_year

EXAMPLE = (
    '<p class="example" role="note" data-dataset="example"><strong>Eksempeldata.</strong> Tallene er oppdiktet for å '
    "vise verktøyet fullt utfylt. Bare Hemnes tall for 2018 og Hemnes total for 2011 er trykte tall.</p>"
)
EARLIER = (
    '<p class="example" role="note"><strong>Eldre stand.</strong> Tallene vises slik de var etter hendelse {event}.</p>'
)


def show_dataset(snapshot: Snapshot) -> None:
    """Draw the choice of dataset, and a notice where the figures are fictional or as of an earlier event."""

    def in_other_dataset(dataset: str) -> Mapping[str, str | None]:
        other = snapshot_of(snapshot.store, dataset)
        number = parameter("kommune") or ""
        number = number if newest_year(other, number) else default_municipality(other)
        dropped = dict.fromkeys(("referanse", "kommuner", "utvalg", "stand"))
        return dropped | {"kommune": number, "aar": newest_year(other, number)}

    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom", key="dataset"):
        st.html('<p class="brand">Kompassrosen <span>Kommunekompasset, tall for tall</span></p>')
        choose_few(
            "Datasett",
            "datasett",
            list(DATASET_NAMES),
            snapshot.dataset,
            lambda dataset: _(DATASET_NAMES[dataset]),
            also=in_other_dataset,
        )
    if snapshot.dataset == "example":
        st.html(EXAMPLE)
    if snapshot.as_of < snapshot.store.newest_event():
        st.html(EARLIER.format(event=snapshot.as_of))
