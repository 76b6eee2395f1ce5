"""Compares a submitted evaluation with the stored one: added, changed and lost values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.language import P_, Sentence, _, counted
from data.numbers import day, shortest
from data.score_sheets.reading.cell_values import INCOMES
from data.score_sheets.reading.fields import BASES, VERSION_BASES
from data.score_sheets.reading.headings import BASIS, FIELDS
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.stored import StoredEvaluation
from data.score_sheets.submitted import SubmittedEvaluation

COMPARED_FIELDS = (
    "name",
    "county",
    "population",
    "population_date",
    "income_group",
    "kostra_group",
    "report",
    "source",
)


@dataclass(frozen=True)
class Change:
    """One value added or changed, as text; `code` is None for anything but a figure or a gold star."""

    code: str | None
    label: str
    old: str | None
    new: str | None


def changes(submitted: SubmittedEvaluation, current: StoredEvaluation | None, reference: ReferenceData) -> list[Change]:
    """Return the values that an import of the evaluation would add or change."""
    figure_changes = _figure_changes(submitted, current, reference)
    if current is None:
        return figure_changes
    return [
        *figure_changes,
        *_field_changes(submitted, current),
        *_basis_changes(submitted, current),
        *_star_changes(submitted, current, reference),
        *_remark_changes(submitted, current),
    ]


def _figure_changes(
    submitted: SubmittedEvaluation, current: StoredEvaluation | None, reference: ReferenceData
) -> list[Change]:
    old = current.figures if current else {}
    return [
        Change(code, reference.label(submitted.version or "", code), _points(old.get(code)), shortest(figure.points))
        for code, figure in sorted(submitted.figures.items())
        if code not in old or old[code]["points"] != figure.points
    ]


def _points(figure: dict[str, Any] | None) -> str | None:
    return shortest(figure["points"]) if figure else None


def _field_changes(submitted: SubmittedEvaluation, current: StoredEvaluation) -> list[Change]:
    field_changes = [
        Change(None, _(FIELDS[name]), _text(name, current.row[name]), _text(name, getattr(submitted, name)))
        for name in COMPARED_FIELDS
        if getattr(submitted, name) not in (None, current.row[name])
    ]
    before, now = (
        year_text(current.row["year"], current.row["year_basis"]),
        year_text(submitted.year, submitted.year_basis),
    )
    return field_changes if before == now else [*field_changes, Change(None, _(FIELDS["year"]), before, now)]


def _basis_changes(submitted: SubmittedEvaluation, current: StoredEvaluation) -> list[Change]:
    """Return what the sheet says anew of how the version and the figures are known; an empty cell says nothing."""
    return [
        *_version_basis_change(submitted, current.row["version_basis"]),
        *(_figure_basis_change(submitted, current) if submitted.dataset != "example" else ()),
    ]


def _version_basis_change(submitted: SubmittedEvaluation, old: str) -> list[Change]:
    if submitted.version_basis in (None, old):
        return []
    words = {code: _(word) for word, code in VERSION_BASES.items()}
    return [Change(None, _(BASIS["version_basis"]), words.get(old), words[submitted.version_basis or ""])]


def _figure_basis_change(submitted: SubmittedEvaluation, current: StoredEvaluation) -> list[Change]:
    """Return one change for all figures whose points stay as they are."""
    old = {
        current.figures[code]["basis"]
        for code, figure in submitted.figures.items()
        if code in current.figures and current.figures[code]["points"] == figure.points
    } - {submitted.basis, "computed"}
    if submitted.basis is None or not old:
        return []
    words = {code: _(word) for word, code in BASES.items()}
    return [Change(None, _(BASIS["basis"]), words.get(min(old)), words[submitted.basis])]


def year_text(year: int | None, basis: str) -> str:
    """Return the year as written in a sheet: `2018`, or `senest 2019`."""
    return _("senest {year}", year=year) if basis == "latest possible" else str(year)


def income_word(income_group: str | None) -> str | None:
    """Return an income group as written in a sheet: `middels` for `middle`."""
    return {code: _(word) for word, code in INCOMES.items()}.get(income_group or "")


def _text(name: str, value: Any) -> str | None:
    if name == "income_group":
        return income_word(value)
    if isinstance(value, date):
        return day(value)
    return None if value is None else str(value)


def _star_changes(submitted: SubmittedEvaluation, current: StoredEvaluation, reference: ReferenceData) -> list[Change]:
    return [
        Change(
            code,
            _("Gullstjerne: {question}", question=reference.label(submitted.version or "", code)),
            _yes_or_no(code in current.stars),
            _yes_or_no(star.given),
        )
        for code, star in sorted(submitted.stars.items())
        if star.given != (code in current.stars)
    ]


def _yes_or_no(given: bool) -> str:
    return _("ja") if given else _("nei")


def _remark_changes(submitted: SubmittedEvaluation, current: StoredEvaluation) -> list[Change]:
    new = Counter((remark.area, remark.kind, remark.text) for remark in submitted.remarks)
    old = Counter((remark["area"], remark["kind"], remark["text"]) for remark in current.remarks)
    if new <= old:
        return []
    return [Change(None, _("Styrker, utfordringer og svakheter"), str(old.total()), str(new.total()))]


def lost_figures(submitted: SubmittedEvaluation, current: StoredEvaluation) -> dict[str, int]:
    """Return by kind how many values the stored evaluation has and the submitted one lacks: `{"questions": 45}`.

    The kinds are total, areas, questions, gold_stars and remarks; a kind without losses is left out.
    """
    missing = current.stated() - submitted.figures.keys()
    counts = {
        "total": int("0" in missing),
        "areas": sum(code.isdecimal() and code != "0" for code in missing),
        "questions": sum("." in code for code in missing),
        "gold_stars": len(current.stars.keys() - submitted.stars.keys()),
        "remarks": max(0, len(current.remarks) - len(submitted.remarks)),
    }
    return {kind: count for kind, count in counts.items() if count}


def lost_phrases(lost: Mapping[str, int]) -> tuple[Sentence, ...]:
    """Return the lost values as phrases for a sentence, one per kind: `45 underspørsmål`."""
    return tuple(_phrase(kind, count) for kind, count in lost.items())


def _phrase(kind: str, n: int) -> Sentence:
    phrases = {
        "areas": P_("{n} område", "{n} områder"),
        "questions": P_("{n} underspørsmål", "{n} underspørsmål"),
        "gold_stars": P_("{n} gullstjerne", "{n} gullstjerner"),
        "remarks": P_("{n} styrke eller svakhet", "{n} styrker, utfordringer og svakheter"),
    }
    return _("totalen") if kind == "total" else counted(*phrases[kind], n)
