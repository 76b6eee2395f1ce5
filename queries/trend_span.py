"""Changes of a municipality from the first to the last evaluation of each version family."""

import polars as pl

from queries.caching import cached_told
from queries.evaluation import municipality_key
from queries.snapshot import Snapshot
from queries.standing import Row, less, matters
from queries.trend import other_stated_points, trend, trend_rows
from queries.trend_notes import with_another_version, with_other_points

FIRST = {
    "before": "points",
    "version_before": "version",
    "evaluation_before": "evaluation",
    "year_before": "year",
    "year_label_before": "year_label",
}
"""Columns of the first evaluation with the area, by their names here."""
FOUND = pl.Schema(
    {
        "year_before": pl.Int32(),
        "year_label_before": pl.String(),
        "restated": pl.String(),
        "revised": pl.String(),
        "settled": pl.Boolean(),
    }
)
"""Columns beside those of trend."""


@cached_told
def trend_span(snapshot: Snapshot, municipality: str) -> pl.DataFrame:
    """Return one row per family and area (0 is the total) with points in two evaluations or more, in points.

    The family measured last comes first; within it areas are in order. Columns: those of `trend` for the last
    evaluation with the area, but the columns named in FIRST are from the first one, and so are `change` and
    `matters`; `restated` is the change by stated values that are not used, `revised` what a revision of the
    instrument means for it, both null if there is nothing to say; `settled`, whether every stated value gives the
    same answer to whether the change reaches the threshold, and in which direction.

    Raises:
        UnknownChoice: the municipality is not known.
    """
    known: dict[tuple[int, int], list[Row]] = {}
    for row in trend_rows(snapshot, municipality_key(snapshot, municipality)):
        if row["points"] is not None:
            known.setdefault((row["family"], row["area"]), []).append(row)
    last_year: dict[int, int] = {}
    for (family, _area), rows in known.items():
        last_year[family] = max(rows[-1]["year"], last_year.get(family, 0))
    spans = [_span(snapshot, rows[0], rows[-1]) for rows in known.values() if len(rows) > 1]
    spans.sort(key=lambda span: (-last_year[span["family"]], -span["family"], span["area"]))
    schema = trend(snapshot, municipality).drop("note").schema
    return pl.DataFrame(spans, schema=pl.Schema({**schema, **FOUND}))


def _span(snapshot: Snapshot, first: Row, last: Row) -> Row:
    span = last | {name: first[column] for name, column in FIRST.items()}
    span["change"] = less(span["points"], span["before"])
    span["matters"] = matters(span["change"], span["threshold"])
    del span["note"]
    return span | _told(snapshot, span)


def _told(snapshot: Snapshot, row: Row) -> Row:
    other = other_stated_points(snapshot, row["evaluation"], row["area"])
    other_before = other_stated_points(snapshot, row["evaluation_before"], row["area"])
    answers = {
        _answer(points - before, row["threshold"])
        for points in (row["points"], *other)
        for before in (row["before"], *other_before)
    }
    return {
        "restated": with_other_points(row, other, other_before),
        "revised": with_another_version(snapshot, row),
        "settled": len(answers) == 1,
    }


def _answer(change: float, threshold: float) -> int:
    """Return 1 for up, -1 for down, and 0 for a change below the threshold."""
    if abs(round(change, 9)) < threshold:
        return 0
    return 1 if change > 0 else -1
