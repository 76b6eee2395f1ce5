"""The snapshot of the address, and default query parameters."""

import streamlit as st

from data.opening import open_store
from pages.parts.address import complete, parameter
from queries.snapshot import DATASETS, Snapshot, snapshot_of
from reports.address import Address
from reports.choices import default_municipality, newest_year, snapshot_in


def complete_address() -> None:
    """Add `kommune`, `aar` and `datasett` to the address where missing, so that a copied link stays valid."""
    dataset = parameter("datasett") or "real"
    snapshot = snapshot_of(open_store(), dataset if dataset in DATASETS else "real")
    number = parameter("kommune") or default_municipality(snapshot)
    # Beside a programme the year is the one that is told of it, and the page knows which by itself.
    year = "" if parameter("program") else newest_year(snapshot, number)
    complete({"kommune": number, "aar": year, "datasett": dataset})


def chosen_snapshot() -> tuple[Snapshot, list[str]]:
    """Return the snapshot of the address, and notices on invalid parameters."""
    address = Address(st.query_params.to_dict())
    return snapshot_in(open_store(), address), address.notices
