"""Findings of the check of uploaded workbooks."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import polars as pl

from data.language import P_, Sentence, _, counted, joined
from data.score_sheets.finding import SEVERITIES, Finding
from reports.content import Content, Heading, Paragraph, Section, section
from reports.table import Column, Table

SHOWN = 200
COUNTED = {
    "stop": P_("{n} stopp", "{n} stopp"),
    "error": P_("{n} feil", "{n} feil"),
    "warning": P_("{n} advarsel", "{n} advarsler"),
    "information": P_("{n} opplysning", "{n} opplysninger"),
}
FIELDS = ("place", "severity", "found", "concerns", "expected", "remedy", "file")


class Checked(Protocol):
    """The result of a check of uploaded files."""

    @property
    def findings(self) -> Sequence[Finding]:
        """Return the findings, worst first."""

    def stopped(self) -> bool:
        """Return whether a finding blocks the saving."""


def findings(intake: Checked) -> Section:
    """Return the number of findings by severity, and a table of the first 200; its file has all."""
    return section("merknader", Heading(_("Merknader")), *_contents(intake))


def _contents(intake: Checked) -> tuple[Content, ...]:
    if not intake.findings:
        return (Paragraph(_("Ingen merknader. Alt kunne leses.")),)
    rows = _rows(intake.findings)
    table = Table("merknader-tabell", _("Merknader i arkene"), _columns(), rows.head(SHOWN), more=lambda: rows)
    return Paragraph(_counts(intake)), table


def _counts(intake: Checked) -> Sentence:
    counts = Counter(finding.severity for finding in intake.findings)
    by_severity = [counted(*COUNTED[severity], counts[severity]) for severity in COUNTED if counts[severity]]
    correct = _("Rett det som stopper, og lever arkene på nytt.") if intake.stopped() else None
    return joined(_("{counts}.", counts=by_severity), correct)


def _rows(findings: Sequence[Finding]) -> pl.DataFrame:
    rows = [
        (
            finding.place(),
            finding.severity,
            finding.found,
            finding.concerns,
            finding.expected,
            finding.remedy,
            finding.file,
        )
        for finding in findings
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(FIELDS, pl.String), orient="row")


def _columns() -> list[Column]:
    return [
        Column(_("Sted"), "place", written=True),
        Column(_("Alvor"), lambda row: _(SEVERITIES[row["severity"]])),
        Column(_("Merknad"), "found", written=True),
        Column(_("Gjelder"), lambda row: row["concerns"] or "", written=True),
        Column(_("Ventet"), lambda row: row["expected"] or "", written=True),
        Column(_("Hva du gjør"), "remedy", written=True),
        Column(_("Fil"), "file", written=True),
    ]
