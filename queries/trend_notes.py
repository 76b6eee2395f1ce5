"""Notes on a change in points: another stated value, a revised instrument, or why there is no comparison."""

from collections.abc import Mapping
from typing import Any

from data.language import Sentence, _, joined
from queries.caching import cached
from queries.settings import settings
from queries.snapshot import Snapshot


def note(
    snapshot: Snapshot, row: Mapping[str, Any], other_points: list[float], earlier_other_points: list[float]
) -> Sentence | None:
    """Return the note on one row of a trend as one text, None if nothing needs explaining."""
    sentences: list[Sentence | None] = []
    if row["year_basis"] == "latest possible":
        sentences.append(_("Evalueringsåret er ikke oppgitt; {year} er det seneste det kan være.", year=row["year"]))
    if row["change"] is not None:
        restated = with_other_points(row, other_points, earlier_other_points)
        sentences += [_change_sentence(row), restated, with_another_version(snapshot, row)]
    if row["change"] is None and row["earlier_version"] is not None and row["version_before"] is None:
        sentences.append(_other_family_sentence(row))
    return joined(*sentences) if any(sentences) else None


def with_other_points(
    row: Mapping[str, Any], other_points: list[float], earlier_other_points: list[float]
) -> Sentence | None:
    """Return the change by each stated value that is not used, of this evaluation and the one before; None if none."""
    sentences = [
        *(_other_change_sentence(row, value) for value in other_points),
        *(_change_from_other_sentence(row, value) for value in earlier_other_points),
    ]
    return joined(*sentences) if sentences else None


def with_another_version(snapshot: Snapshot, row: Mapping[str, Any]) -> Sentence | None:
    """Return what a revision of the instrument means for a change; None if both have the same version."""
    if row["version"] == row["version_before"]:
        return None
    return joined(stricter_version(row), measured_with_both(snapshot, row))


def measured_with_both(snapshot: Snapshot, row: Mapping[str, Any]) -> Sentence | None:
    """Return the sentence with n and mean change of the municipalities measured with both versions, None under five."""
    older, newer = row["version_before"], row["version"]
    n, mean_change = _version_changes(snapshot, older, newer, row["country"]).get(row["area"], (0, 0.0))
    if n < settings(snapshot)["fewest_compared"]:
        return None
    return _(
        "De {n} kommunene som er målt med både {older} og {newer}, endret seg i gjennomsnitt "
        "{mean_change:signed_tenths} poeng.",
        n=n,
        older=older,
        newer=newer,
        mean_change=mean_change,
    )


@cached
def _version_changes(snapshot: Snapshot, older: str, newer: str, country: str) -> dict[int, tuple[int, float]]:
    """Return (n, mean change in points) by area, of the municipalities of a country measured with both versions."""
    changes = snapshot.query("version_changes", older=older, newer=newer, country=country)
    return {area: (n, mean_change) for area, n, mean_change in changes.iter_rows()}


def _change_sentence(row: Mapping[str, Any]) -> Sentence:
    values = {"before": row["before"], "points": row["points"], "change": row["change"]}
    if row["matters"]:
        return _("{before:shortest} → {points:shortest}: {change:signed}.", **values)
    return _("{before:shortest} → {points:shortest}: {change:signed}, for lite til å tillegges vekt.", **values)


def _other_change_sentence(row: Mapping[str, Any], value: float) -> Sentence:
    return _(
        "Rapporten regner også med {other:shortest}: {other_change:signed}.",
        other=value,
        other_change=value - row["before"],
    )


def _change_from_other_sentence(row: Mapping[str, Any], value: float) -> Sentence:
    return _(
        "Forrige evaluering er også oppgitt med {other_before:shortest}: {change_from_other:signed}.",
        other_before=value,
        change_from_other=row["points"] - value,
    )


def stricter_version(row: Mapping[str, Any]) -> Sentence:
    """Return what a revision does to the points of those who do the same; `row` has version and version_before."""
    return _(
        "Versjon {newer} stiller noe strengere krav enn {older}: en kommune som gjør akkurat det samme, får litt "
        "lavere poengsum etter revisjonen.",
        newer=row["version"],
        older=row["version_before"],
    )


def _other_family_sentence(row: Mapping[str, Any]) -> Sentence:
    return _(
        "Versjon {newer} kan ikke sammenlignes med versjon {older}. Derfor vises ingen endring fra forrige evaluering.",
        newer=row["version"],
        older=row["earlier_version"],
    )
