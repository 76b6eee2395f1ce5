"""Which figures the address asks for: dataset and event, and the municipality a first visit opens."""

import streamlit as st

from data.opening import open_store
from pages.parts.address import complete, remember, word
from pages.parts.links import Pinned
from queries.reading import DATASETS, Reading, read
from reports.choices import Address, default_municipality, newest_year, snapshot_in
from reports.choices import family_names as family_names


def complete_address() -> None:
    """Write municipality, year and dataset into an address that leaves them out."""
    before = remember()
    dataset = word("datasett") or before.get("datasett", "real")
    reading = read(open_store(), dataset if dataset in DATASETS else "real")
    number = word("kommune") or before.get("kommune") or default_municipality(reading)
    complete({"kommune": number, "aar": newest_year(reading, number), "datasett": dataset, **before})


def chosen_reading() -> Reading:
    """Return the dataset and event the address names; the real figures as they are now where it names none."""
    return asked_reading()[0]


def asked_reading() -> tuple[Reading, list[str]]:
    """Return the same, and the sentences that tell where the address names what does not exist."""
    address = Address(st.query_params.to_dict())
    found = snapshot_in(open_store(), address)
    named = word("stand") == str(found.as_of)
    return Pinned(found.store, found.dataset, found.as_of) if named else found, address.said
