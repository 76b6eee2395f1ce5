"""The bar below the menu: the choices of a page, the dataset, and a notice on the kind of figures."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import streamlit as st

from data.language import N_, Sentence, _
from pages.parts.address import choose_few, parameter
from pages.parts.html import Html
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.snapshot import Snapshot, snapshot_of
from reports.choices import CODE_OF_GROUP, DATASET_NAMES, GROUP_NAMES, default_municipality, newest_year

EXAMPLE = N_(
    "Tallene er oppdiktet for å vise verktøyet fullt utfylt. Bare Hemnes tall for 2018 og Hemnes total for 2011 er "
    "trykte tall."
)


def chosen(focus: Evaluation, comparison: Comparison | None = None) -> Sentence:
    """Return an evaluation and a comparison set in short, for the line that the bar folds into on a phone."""
    values = {"name": focus.name, "year": focus.year_label}
    if comparison is None:
        return _("{name} {year}", **values)
    group = _(GROUP_NAMES[CODE_OF_GROUP[comparison.group]])
    return _("{name} {year} mot {group}", **values, group=group)


@contextmanager
def bar(snapshot: Snapshot, folded: str = "") -> Iterator[None]:
    """Draw the bar around the choices that are drawn within, and after them the choice of dataset.

    `folded` is the line it folds into on a phone.
    """
    line = folded or _(DATASET_NAMES[snapshot.dataset])
    summary = Html('<details id="valg"><summary>{}</summary></details>').format(line)
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.html(summary)
        yield
        _choose_dataset(snapshot)
    _show_kind_of_figures(snapshot)


def _choose_dataset(snapshot: Snapshot) -> None:
    def in_other_dataset(dataset: str) -> Mapping[str, str | None]:
        other = snapshot_of(snapshot.store, dataset)
        number = parameter("kommune") or ""
        number = number if newest_year(other, number) else default_municipality(other)
        dropped = dict.fromkeys(
            ("referanse", "kommuner", "utvalg", "stand", "program", "tiltak", "status", "nytt", "endre", "merket"),
        )
        return dropped | {"kommune": number, "aar": newest_year(other, number)}

    choose_few(
        _("Datasett"),
        "datasett",
        list(DATASET_NAMES),
        snapshot.dataset,
        lambda dataset: _(DATASET_NAMES[dataset]),
        also=in_other_dataset,
    )


def _show_kind_of_figures(snapshot: Snapshot) -> None:
    """Draw a notice where the figures are fictional or as of an earlier event."""
    notice = Html('<p class="example" role="note"{}><strong>{}</strong> {}</p>')
    written = Html("")
    if snapshot.dataset == "example":
        written += notice.format(Html(' data-dataset="example"'), _("Eksempeldata."), _(EXAMPLE))
    if snapshot.as_of < snapshot.store.newest_event():
        earlier = _("Tallene vises slik de var etter hendelse {event}.", event=snapshot.as_of)
        written += notice.format("", _("Eldre stand."), earlier)
    if written:
        st.html(Html(written))
