"""Preparation at the start of the server, while the first browser is still loading Streamlit."""

import gc
import logging
from contextlib import suppress
from importlib import import_module
from threading import Event, Thread
from time import sleep

from data.catalogues import messages
from data.speaking import LANGUAGES, SOURCE, speaking
from pages.server import state

log = logging.getLogger(__name__)
SECONDS_FOR_THE_FIRST_PAGE = 5
"""How long a first visitor has the processor for the first page, after a start."""
prepared = Event()
"""Set when preloading is done. Pages wait for it, since simultaneous first visits can hit a half-imported pandas."""
prepared.set()


def start_preparing() -> None:
    """Prepare in a thread what the first page needs, and a little later what the others need."""
    prepared.clear()
    Thread(target=_prepare, name="prepare", daemon=True).start()


def _prepare() -> None:
    try:
        for needed in ("pandas", "pages.parts.screen", "pages.overview.totals_choice", "reports.overview"):
            import_module(needed)
        # What is imported by now stays for good: collecting it again and again would only hold up the answers.
        gc.freeze()
        state()
    finally:
        prepared.set()
    try:
        _build_first_page()
    except Exception:
        log.exception("the first page cannot be built")  # whoever opens it is told why
    _prepare_the_rest()


@speaking(SOURCE)
def _build_first_page() -> None:
    """Build the overview as most first visitors see it: its figures and sections are kept for them."""
    # Imported here, since the server listens sooner without them.
    from data.opening import open_store
    from data.store import StoreUnavailable
    from queries.snapshot import UnknownChoice, snapshot_of
    from reports.address import Address
    from reports.overview import REPORT
    from reports.view import View, today

    # Where there is nothing to show, or no store, the page says so.
    with suppress(UnknownChoice, StoreUnavailable):
        view = View(snapshot_of(open_store()), SOURCE, today=today())
        for build, *arguments in REPORT.sections(REPORT.choose(view, Address({}))).values():
            build(view, *arguments)


def _prepare_the_rest() -> None:
    """Read what other languages and pages need, once the first page has been drawn."""
    from reports.catalogue import REPORTS

    sleep(SECONDS_FOR_THE_FIRST_PAGE)
    for code in LANGUAGES:
        if code != SOURCE:
            messages(code)
    tuple(REPORTS.values())  # each is imported on first use
    gc.freeze()
