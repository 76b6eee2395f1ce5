"""The snapshot of the address, and default query parameters."""

import streamlit as st

from data.first_language import PARAMETER
from data.opening import open_store
from pages.parts.address import complete, parameter
from pages.parts.language import first_language
from queries.snapshot import DATASETS, Snapshot, snapshot_of
from reports.address import Address
from reports.choices import default_municipality, language_in, newest_year, snapshot_in


def complete_address() -> None:
    """Add `kommune`, `aar`, `datasett` and `spraak` to the address where missing, so that a copied link stays valid."""
    # Before a default municipality is named, which decides nothing.
    language = parameter(PARAMETER) or first_language()
    dataset = parameter("datasett") or "real"
    snapshot = snapshot_of(open_store(), dataset if dataset in DATASETS else "real")
    number = parameter("kommune") or default_municipality(snapshot)
    # Beside a programme the year is the one that is told of it, and the page knows which by itself.
    year = "" if parameter("program") else newest_year(snapshot, number)
    complete({"kommune": number, "aar": year, "datasett": dataset, PARAMETER: language})


def chosen_snapshot() -> tuple[Snapshot, list[str]]:
    """Return the snapshot of the address, and notices on invalid parameters."""
    address = Address(st.query_params.to_dict())
    language_in(address)
    return snapshot_in(open_store(), address), address.notices
