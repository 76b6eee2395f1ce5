"""Findings: what a check found in a score sheet, said so that the one who filled it in can act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from data.language import Sentence, merged

SEVERITIES = {"stop": "stopp", "error": "feil", "warning": "advarsel", "information": "opplysning"}
"""Worst first: the file cannot be read; blocks; must be confirmed; good to know."""


@dataclass(frozen=True)
class Finding:
    """One finding.

    Attributes:
        severity: how bad it is, a key of SEVERITIES.
        code: what is wrong, the same in every language: `points_over_maximum`.
        file: the name of the file, as it is shown.
        sheet: the sheet it is on, None where it is about the whole file.
        cell: the cell it is in, None where it is about the whole sheet.
        found: what stands there, a sentence without its full stop.
        expected: what may stand there, where that can be said shortly.
        remedy: what to do, in whole sentences.
    """

    severity: str
    code: str
    file: str
    sheet: str | None
    cell: str | None
    found: Sentence
    expected: Sentence | None
    remedy: Sentence

    @property
    def values(self) -> Mapping[str, Any]:
        """Return what its sentences name, by placeholder, as it was before it was written for readers."""
        return merged(self.found, self.remedy, self.expected)

    def place(self) -> str:
        """Return where it is, `Poeng!C14`; the sheet where there is no cell, the file where there is no sheet."""
        return "!".join(part for part in (self.sheet, self.cell) if part) or self.file

    def sentence(self) -> str:
        """Return it in one line, as in `Poeng!C14: 31 poeng er over maksimum 30. Rett tallet.`."""
        return f"{self.place()}: {self.found}. {self.remedy}"


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the worst first, each once, else in the order they were made."""
    order = list(SEVERITIES)
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: order.index(finding.severity)))


def table(findings: Sequence[Finding]) -> pl.DataFrame:
    """Return the findings as a table with Norwegian headings, one row each."""
    rows = [
        (
            SEVERITIES[finding.severity],
            finding.file,
            finding.place(),
            finding.found,
            finding.expected or "",
            finding.remedy,
        )
        for finding in findings
    ]
    headings = ("Alvor", "Fil", "Sted", "Merknad", "Ventet", "Hva du gjør")
    return pl.DataFrame(rows, schema=dict.fromkeys(headings, pl.String), orient="row")


class FindingCollector:
    """Takes down the findings of one sheet of one file."""

    def __init__(self, file: str, sheet: str | None = None, findings: list[Finding] | None = None) -> None:
        """Begin where there are none, or go on with a list that others write in too."""
        self.file = file
        self.sheet = sheet
        self.findings: list[Finding] = [] if findings is None else findings

    def on(self, sheet: str | None) -> "FindingCollector":
        """Return notes on another sheet of the file, kept in the same list."""
        return FindingCollector(self.file, sheet, self.findings)

    def add(
        self,
        severity: str,
        code: str,
        cell: str | None,
        found: Sentence,
        remedy: Sentence,
        expected: Sentence | None = None,
    ) -> None:
        """Take down one finding."""
        self.findings.append(Finding(severity, code, self.file, self.sheet, cell, found, expected, remedy))

    def stop(self, code: str, found: Sentence, remedy: Sentence) -> None:
        """Take down that the file cannot be read."""
        self.add("stop", code, None, found, remedy)

    def error(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Take down what blocks an import."""
        self.add("error", code, cell, found, remedy, expected)

    def warning(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Take down what must be confirmed."""
        self.add("warning", code, cell, found, remedy, expected)

    def information(
        self, code: str, cell: str | None, found: Sentence, remedy: Sentence, expected: Sentence | None = None
    ) -> None:
        """Take down what is good to know."""
        self.add("information", code, cell, found, remedy, expected)

    def has_errors(self) -> bool:
        """Tell if anything blocks."""
        return any(finding.severity in ("stop", "error") for finding in self.findings)

    def soften(self) -> None:
        """Turn what must be confirmed into what is good to know: nothing will be imported."""
        self.findings[:] = [
            replace(finding, severity="information") if finding.severity == "warning" else finding
            for finding in self.findings
        ]
