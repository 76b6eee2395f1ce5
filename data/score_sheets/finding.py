"""Findings: results of checks of a score sheet, each with severity, place, description and remedy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from data.language import N_, Sentence, _, merged

SEVERITIES = {"stop": N_("stopp"), "error": N_("feil"), "warning": N_("advarsel"), "information": N_("opplysning")}
"""Worst first: the file cannot be read; blocks the import; must be confirmed; for information only."""


@dataclass(frozen=True)
class Finding:
    """One finding.

    Attributes:
        severity: a key of SEVERITIES.
        code: the kind of finding, the same in every language: `points_over_maximum`.
        file: the file name as shown.
        sheet: the sheet; None if the finding is about the whole file.
        cell: the cell; None if the finding is about the whole sheet.
        found: what was found, a sentence without its full stop.
        expected: the values allowed, if they can be stated briefly.
        remedy: what to do, in whole sentences.
        concerns: the question or area it is about, `1.3 Informasjon om resultater`; None if it is about something else.
    """

    severity: str
    code: str
    file: str
    sheet: str | None
    cell: str | None
    found: Sentence
    expected: Sentence | None
    remedy: Sentence
    concerns: str | None = None

    @property
    def values(self) -> Mapping[str, Any]:
        """Return the unformatted values of its sentences, by placeholder."""
        return merged(self.found, self.remedy, self.expected)

    def place(self) -> str:
        """Return the place, `Poeng!C14`; only the sheet if there is no cell, the file if there is no sheet."""
        return "!".join(part for part in (self.sheet, self.cell) if part) or self.file

    def sentence(self) -> str:
        """Return the finding on one line: `Poeng!C14: 31 poeng er over maksimum 30. Rett tallet.`."""
        return f"{self.place()}: {self.found}. {self.remedy}"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without repetitions, worst first, else in the order given."""
    order = list(SEVERITIES)
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: order.index(finding.severity)))


def table(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return a frame of strings with headings in the language spoken, one row per finding."""
    rows = [
        (
            _(SEVERITIES[finding.severity]),
            finding.file,
            finding.place(),
            finding.concerns or "",
            finding.found,
            finding.expected or "",
            finding.remedy,
        )
        for finding in findings
    ]
    headings = (_("Alvor"), _("Fil"), _("Sted"), _("Gjelder"), _("Merknad"), _("Ventet"), _("Hva du gjør"))
    return pl.DataFrame(rows, schema=dict.fromkeys(map(str, headings), pl.String), orient="row")


class FindingCollector:
    """Collects the findings on one sheet of one file, or on one question or area of that sheet."""

    def __init__(
        self, file: str, sheet: str | None = None, findings: list[Finding] | None = None, concerns: str | None = None
    ) -> None:
        """Start with an empty list, or add to a list shared with other collectors."""
        self.file = file
        self.sheet = sheet
        self.findings: list[Finding] = [] if findings is None else findings
        self.concerns = concerns

    def on(self, sheet: str | None) -> "FindingCollector":
        """Return a collector for another sheet of the file that shares the list of findings."""
        return FindingCollector(self.file, sheet, self.findings)

    def about(self, concerns: str) -> "FindingCollector":
        """Return a collector for one question or area of the sheet that shares the list of findings."""
        return FindingCollector(self.file, self.sheet, self.findings, concerns)

    def add(
        self,
        severity: str,
        code: str,
        cell: str | None,
        found: Sentence,
        remedy: Sentence,
        expected: Sentence | None = None,
    ) -> None:
        """Add a finding."""
        place = (self.file, self.sheet, cell)
        self.findings.append(Finding(severity, code, *place, found, expected, remedy, self.concerns))

    def stop(self, code: str, found: Sentence, remedy: Sentence) -> None:
        """Add a finding that the file cannot be read."""
        self.add("stop", code, None, found, remedy)

    def error(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Add a finding that blocks the import."""
        self.add("error", code, cell, found, remedy, expected)

    def warning(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Add a finding that must be confirmed."""
        self.add("warning", code, cell, found, remedy, expected)

    def information(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Add a finding for information."""
        self.add("information", code, cell, found, remedy, expected)

    def has_errors(self) -> bool:
        """Return whether any finding blocks the import."""
        return any(finding.severity in ("stop", "error") for finding in self.findings)

    def soften(self) -> None:
        """Turn warnings into information, for an evaluation that will not be imported anyway."""
        self.findings[:] = [
            replace(finding, severity="information") if finding.severity == "warning" else finding
            for finding in self.findings
        ]
