"""Checks the version of the instrument against the year of the evaluation."""

from data.language import _
from data.score_sheets.reference_data import ReferenceData
from data.score_sheets.submitted import SubmittedEvaluation


def check_version(submitted: SubmittedEvaluation, reference: ReferenceData) -> None:
    """Add a finding if the version was not in use in the year; a year that is only the latest possible is exempt."""
    version, year = submitted.version, submitted.year
    if version is None or year is None or submitted.year_basis == "latest possible":
        return
    in_use = reference.versions_in(year)
    if not in_use or version in in_use:
        return
    found = _(
        "Versjon {version} var ikke i bruk i {year}; da gjaldt versjon {in_use:or}",
        version=version,
        year=year,
        in_use=in_use,
    )
    remedy = _("Rett versjonen eller året, eller bekreft at kilden er slik.")
    expected = _("{in_use:commas}", in_use=in_use)
    submitted.collector.warning("version_not_in_use", submitted.cell("version"), found, remedy, expected)
