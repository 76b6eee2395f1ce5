"""Choices that several reports share, read from query parameters: dataset, evaluation, comparison set, area."""

from collections.abc import Mapping

import polars as pl

from data.first_language import PARAMETER
from data.language import N_, Sentence, _, counted
from data.speaking import SOURCE, is_known
from data.store import Store
from queries.caching import cached
from queries.comparison import GROUPS, Comparison
from queries.evaluation import Evaluation, evaluations_of, undone_evaluation
from queries.municipalities import names
from queries.snapshot import DATASETS, Snapshot, UnknownChoice, cached_query, snapshot_of
from reports.address import Address

FIRST_SHOWN = "1612"
"""The number of Hemne, shown by default: the municipality whose printed report the program builds on."""
GROUP_OF_CODE = dict(zip(("alle", "storrelse", "fylke", "kostra", "inntekt", "utvalg"), GROUPS, strict=True))
CODE_OF_GROUP = {group: parameter for parameter, group in GROUP_OF_CODE.items()}
ANY_AGE = "alle"
NOBODY = "ingen"
"""Value of a list of municipalities that somebody has emptied; a missing one means the default."""
COUNTRY_NAMES = {"NO": N_("Norge"), "SE": N_("Sverige"), "DK": N_("Danmark"), "FI": N_("Finland"), "IS": N_("Island")}
"""Labels of the countries, by their code."""
DATASET_NAMES = {"real": N_("Virkelige tall"), "example": N_("Eksempeldata")}
"""Labels of the datasets."""
GROUP_NAMES = {
    "alle": N_("alle vi har tall for"),
    "storrelse": N_("samme størrelse"),
    "fylke": N_("samme fylke"),
    "kostra": N_("samme KOSTRA-gruppe"),
    "inntekt": N_("samme inntektsgruppe"),
    "utvalg": N_("eget utvalg"),
}
"""Labels of the groups of a comparison set, by their code in the address."""


def language_in(address: Address) -> str:
    """Return the language of `spraak`, by default bokmål."""
    code = address.parameter(PARAMETER) or SOURCE
    if is_known(code):
        return code
    address.add_notice(_("Språket «{language}» finnes ikke her. Teksten står på bokmål.", language=code[:60]))
    return SOURCE


def snapshot_in(store: Store, address: Address) -> Snapshot:
    """Return the snapshot of `datasett` and `stand`, by default the newest of the real dataset."""
    dataset = address.parameter("datasett") or "real"
    if dataset not in DATASETS:
        notice = _("Datasettet «{dataset}» finnes ikke. Her vises de virkelige tallene.", dataset=dataset)
        address.add_notice(notice)
        dataset = "real"
    newest, event = snapshot_of(store, dataset), address.parameter("stand")
    if event is None:
        return newest
    if event.isdecimal() and len(event) < 10 and 1 <= int(event) <= newest.as_of:
        return snapshot_of(store, dataset, int(event))
    notice = _(
        "Stand «{event}» finnes ikke; hendelsene er nummerert fra 1 til {newest}. Her vises de nyeste tallene.",
        event=event,
        newest=newest.as_of,
    )
    address.add_notice(notice)
    return newest


def default_municipality(snapshot: Snapshot) -> str:
    """Return the key of the default municipality: Hemne, else the one with the newest evaluation."""
    if newest_year(snapshot, FIRST_SHOWN):
        return FIRST_SHOWN
    newest = cached_query(snapshot, "newest", country=None)
    return FIRST_SHOWN if newest.is_empty() else str(newest["number"][0])


def newest_year(snapshot: Snapshot, number: str) -> str:
    """Return the year of a municipality's newest evaluation; an empty string where it has none."""
    try:
        return str(evaluations_of(snapshot, number)[-1].year)
    except UnknownChoice:
        return ""


def evaluation_in(snapshot: Snapshot, address: Address) -> Evaluation:
    """Return the evaluation of `kommune` and `aar`; else the newest of that or the default municipality.

    Raises:
        UnknownChoice: the dataset has no evaluation at all.
    """
    number = address.parameter("kommune") or default_municipality(snapshot)
    try:
        evaluations = evaluations_of(snapshot, number)
    except UnknownChoice as unknown:
        return _instead_of(snapshot, address, number, unknown)
    year = address.whole("aar", evaluations[-1].year)
    fitting = [evaluation for evaluation in evaluations if evaluation.year == year]
    if not fitting:
        address.add_notice(_not_in_year(snapshot, evaluations[-1], year))
    return (fitting or evaluations)[-1]


def _instead_of(snapshot: Snapshot, address: Address, number: str, unknown: UnknownChoice) -> Evaluation:
    """Return the newest evaluation of the default municipality, and add a notice that the one asked for has none.

    The year asked for belongs to the other municipality, so nothing is said of it, unless it is no year at all.
    """
    address.whole("aar", 0)
    shown = evaluations_of(snapshot, default_municipality(snapshot))[-1]
    undone = undone_evaluation(snapshot, number)
    if undone is None:
        address.add_notice(_("{reason} Her vises {name}.", reason=str(unknown), name=shown.name))
    else:
        notice = _(
            "{undone} {undone_year} er ikke med lenger: import {event} er angret. Her vises {name}.",
            undone=undone["name"],
            undone_year=undone["year_label"],
            event=undone["event"],
            name=shown.name,
        )
        address.add_notice(notice)
    return shown


def _not_in_year(snapshot: Snapshot, newest: Evaluation, year: int) -> Sentence:
    undone = undone_evaluation(snapshot, newest.municipality, year)
    if undone is None:
        return _(
            "{name} er ikke evaluert i {year}. Her vises {shown}.",
            name=newest.name,
            year=year,
            shown=newest.year_label,
        )
    return _(
        "{name} {year} er ikke med lenger: import {event} er angret. Her vises {shown}.",
        name=undone["name"],
        year=undone["year_label"],
        event=undone["event"],
        shown=newest.year_label,
    )


def several_in(snapshot: Snapshot, address: Address, name: str) -> tuple[str, ...]:
    """Return the keys of the evaluated municipalities in a comma-separated parameter, without duplicates."""
    names_by_key = names(snapshot)
    text = address.parameter(name) or ""
    listed = dict.fromkeys(number for number in text.split(",") if number not in ("", NOBODY))
    unknown = [number for number in listed if number not in names_by_key]
    if unknown:
        address.add_notice(_("Ingen kommune her har nummer {numbers:commas}; resten vises.", numbers=unknown))
    return tuple(number for number in listed if number in names_by_key)


def comparison_in(snapshot: Snapshot, focus: Evaluation, address: Address) -> Comparison:
    """Return the comparison of `gruppe`, `referanse`, `vindu`, `utvalg`; by default all, in the evaluation's year."""
    code = address.one_of("gruppe", {code: _(name) for code, name in GROUP_NAMES.items()}, "alle")
    reference = address.whole("referanse", focus.year)
    window = None if address.parameter("vindu") in (None, ANY_AGE) else address.whole("vindu", -1)
    municipalities = several_in(snapshot, address, "utvalg") if code == "utvalg" else ()
    return Comparison(GROUP_OF_CODE[code], reference, None if window == -1 else window, municipalities)


def area_in(shorts: Mapping[int, str], address: Address, default: int) -> int:
    """Return `omrade` where it is in `shorts` (area to short name), else the default; 0 is all areas."""
    area = address.whole("omrade", default)
    if area in shorts:
        return area
    shown = _("område {area}", area=default) if default else _("alle")
    address.add_notice(_("Område {area} finnes ikke. Her vises {shown}.", area=area, shown=shown))
    return default


def family_names(snapshot: Snapshot) -> dict[int, str]:
    """Return the label of each version family that has evaluations: `versjon 2.0 og 2.1`."""
    return {
        family: counted("versjon {versions}", "versjon {versions}", len(versions), versions=versions)
        for family, versions in _versions(snapshot).items()
    }


@cached
def _versions(snapshot: Snapshot) -> dict[int, list[str]]:
    """Return the instrument versions of each family that has evaluations."""
    measured = cached_query(snapshot, "families")["family"]
    versions = cached_query(snapshot, "instrument_areas").filter(pl.col("family").is_in(measured.implode()))
    return dict(versions.group_by("family").agg(pl.col("version").unique().sort()).sort("family").iter_rows())


def address_parameters(focus: Evaluation, comparison: Comparison | None = None) -> dict[str, str]:
    """Return the query parameters that select an evaluation and a comparison set."""
    parameters = {"kommune": focus.municipality, "aar": str(focus.year)}
    if comparison is None:
        return parameters
    parameters |= {"gruppe": CODE_OF_GROUP[comparison.group], "referanse": str(comparison.year(focus))}
    if comparison.window is not None:
        parameters["vindu"] = str(comparison.window)
    if comparison.municipalities:
        parameters["utvalg"] = ",".join(comparison.municipalities)
    return parameters


def link_parameters(focus: Evaluation, comparison: Comparison) -> dict[str, str]:
    """Return the same as address_parameters without the default group and year, so that most links stay short."""
    default = address_parameters(focus, Comparison())
    chosen = address_parameters(focus, comparison)
    return address_parameters(focus) | {name: value for name, value in chosen.items() if default.get(name) != value}
