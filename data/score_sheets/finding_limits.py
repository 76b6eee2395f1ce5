"""Bounds the findings that are shown of one file."""

from collections.abc import Sequence

from data.language import _
from data.score_sheets import limits
from data.score_sheets.finding import Finding, FindingCollector, worst_first


def limited_findings(collectors: Sequence[FindingCollector]) -> tuple[Finding, ...]:
    """Return all findings, at most limits.FINDINGS per file plus one that counts the rest."""
    by_file: dict[str, dict[Finding, None]] = {}
    for collector in collectors:
        by_file.setdefault(collector.file, {}).update(dict.fromkeys(collector.findings))
    result: list[Finding] = []
    for file, findings in by_file.items():
        kept = worst_first(findings)
        result += kept[: limits.FINDINGS]
        if len(kept) > limits.FINDINGS:
            more = _("Filen har {n} merknader til", n=len(kept) - limits.FINDINGS)
            severity, remedy = kept[limits.FINDINGS].severity, _("Rett de første og prøv igjen.")
            result.append(Finding(severity, "more_findings", file, None, None, more, None, remedy))
    return worst_first(result)
