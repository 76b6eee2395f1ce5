"""Who merges: the choice of municipalities, and who can take part."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st

from data.norwegian import listed
from pages.parts import answers
from pages.parts.address import choose, choose_several, fall_back, whole, word
from pages.parts.finding import offered, search_for_several
from pages.parts.links import link
from pages.parts.merger_borders import show_borders
from pages.parts.plain import plain
from pages.parts.reading_choice import family_names
from queries.caching import cached
from queries.evaluation import Evaluation
from queries.merging import FEWEST, MOST, Merging
from queries.municipalities import names
from queries.reading import Reading

HEIM = ("1612", "1571", "1613")
"""A first visit opens those who ordered the evaluations: the municipalities that became Heim."""
OFFER = "Se Hemne, Halsa og Snillfjord i eksempeldataene"


@dataclass(frozen=True)
class Group:
    """The municipalities of the page, and the year they are seen from.

    Attributes:
        evaluations: one of each that can be compared, in the order chosen.
        year: only evaluations of this year or earlier count.
    """

    evaluations: tuple[Evaluation, ...]
    year: int

    @property
    def names(self) -> dict[str, str]:
        """Return their names by number."""
        return {one.municipality: one.name for one in self.evaluations}

    @property
    def title(self) -> str:
        """Return what the group is called in titles of tables, pictures and files."""
        return listed([one.name for one in self.evaluations])


def labels(evaluations: tuple[Evaluation, ...] | list[Evaluation]) -> list[str]:
    """Return names with years: `Hemne 2018`."""
    return [f"{one.name} {one.year_label}" for one in evaluations]


def chosen_group(reading: Reading) -> Group:
    """Draw the choice of municipalities, year and family, say who cannot take part, and return the rest."""
    first, second = st.columns([4, 1])
    with first:
        measured, never = _chosen_municipalities(reading)
    if not FEWEST <= len(measured) + len(never) <= MOST:
        st.info(f"Velg to til seks kommuner. Nå er {len(measured) + len(never)} valgt.")
        st.stop()
    if len(measured) < FEWEST:
        _say_alone(reading, measured, never)
    everyone = answers.merged(reading, measured)
    with second:
        year = _chosen_year(reading, measured, everyone)
    group = _in_family(reading, measured, year)
    for sentence in [*_never_measured(never), *_left_out(group)]:
        st.markdown(plain(sentence))
    if len(group.evaluations) < FEWEST:
        st.info("Færre enn to av dem kan sammenlignes i dette året og med denne versjonen. Velg et annet år.")
        st.stop()
    return Group(group.evaluations, year)


def _chosen_municipalities(reading: Reading) -> tuple[tuple[str, ...], dict[str, str]]:
    """Draw the choice; return the keys of those measured, and names by number of those never measured."""
    measured, (keys, known) = names(reading), _known(reading)
    asked = [number for number in (word("kommuner") or "").split(",") if number] or list(HEIM)
    ours = list(dict.fromkeys(keys.get(number, number) for number in asked))
    unknown = [number for number in ours if number not in measured and number not in known]
    if unknown:
        fall_back(f"Ingen kommune her har nummer {listed(unknown)}; resten vises.")
    chosen = [number for number in ours if number not in unknown]
    options = [*offered(reading, chosen, search_for_several), *(number for number in chosen if number not in measured)]

    def written(number: str) -> str:
        return measured.get(number) or f"{known[number]} (ikke evaluert)"

    picked = choose_several("Kommuner som slår seg sammen", "kommuner", options, chosen, written)
    never = {number: known[number] for number in picked if number not in measured}
    return tuple(number for number in picked if number in measured), never


@cached
def _known(reading: Reading) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the key of each number, and the names of all municipalities we know a number of by key."""
    numbers = answers.asked(reading, "known_numbers")
    return (
        dict(numbers.select("number", "municipality_number").iter_rows()),
        dict(numbers.select("municipality_number", "municipality").iter_rows()),
    )


def _say_alone(reading: Reading, measured: tuple[str, ...], never: Mapping[str, str]) -> None:
    """Say who is missing, and offer the example dataset, in which they are all there."""
    for sentence in _never_measured(never):
        st.markdown(plain(sentence))
    alone = [answers.evaluations(reading, number)[-1] for number in measured]
    who = f"Bare {labels(alone)[0]}" if alone else "Ingen av dem"
    st.info(plain(f"{who} kan vises i dette datasettet. En sammenligning trenger minst to: velg flere kommuner over."))
    show_borders(reading, {**never, **{one.municipality: one.name for one in alone}})
    if reading.dataset == "real":
        # A page link to the page one is on would leave the old address in the browser (Streamlit 1.67).
        example = link(reading, "sammenslaing", kommune=HEIM[0], aar=2018, datasett="example", kommuner=",".join(HEIM))
        st.html(f'<p><a href="{escape(example)}" target="_self">{OFFER}</a></p>')
    st.stop()


def _chosen_year(reading: Reading, measured: tuple[str, ...], everyone: Merging) -> int:
    newest = max(one.year for one in (*everyone.evaluations, *everyone.other_family))
    years = {one.year for number in measured for one in answers.evaluations(reading, number)}
    year = whole("referanse", newest) or newest
    choose("Evaluert til og med", "referanse", sorted({*years, newest, year}, reverse=True), year)
    return year


def _in_family(reading: Reading, measured: tuple[str, ...], year: int) -> Merging:
    """Return who takes part, with the choice of family where there is one."""
    group = answers.merged(reading, measured, year)
    if not group.family:
        return group
    names = family_names(reading)
    family = whole("familie", group.family) or group.family
    if family not in names:
        fall_back(f"Versjonsfamilie {family} finnes ikke. Her vises {names.get(group.family, 'en annen')}.")
        family = group.family
    if len(group.families) > 1 or family not in (group.family, *group.families):
        options = sorted({*group.families, family})
        choose("Versjon", "familie", options, family, names.__getitem__)
    return answers.merged(reading, measured, year, family)


def _never_measured(never: Mapping[str, str]) -> list[str]:
    names = listed(list(never.values()))
    return [f"{names} har ingen evaluering i dette datasettet, og kan derfor ikke være med."] if never else []


def _left_out(group: Merging) -> list[str]:
    return [
        *(
            f"{one.name} er målt med versjon {one.version} ({one.year_label}), som ikke kan sammenlignes med de "
            "andres, og er derfor ikke med."
            for one in group.other_family
        ),
        *(f"{one.name} er første gang evaluert i {one.year_label}, etter året som er valgt." for one in group.later),
    ]
