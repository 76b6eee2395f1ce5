"""Sentences on evaluations that are known to exist and whose points are not here."""

import polars as pl

from data.language import Sentence, _, joined
from queries.snapshot import cached_query
from reports.content import Bullets, Item
from reports.rank_sentences import QUARTILES
from reports.table import Row
from reports.view import View


def known_evaluations_of(view: View, municipality: str) -> pl.DataFrame:
    """Return one row per evaluation of a municipality whose points are not here; see queries/known_evaluations.sql."""
    # Of all of them, which are cached for every municipality, and few.
    every = cached_query(view.snapshot, "known_evaluations", municipality=None)
    return every.filter(pl.col("number") == municipality)


def listed(known: pl.DataFrame, heading: str = "") -> Bullets | None:
    """Return the list of some known evaluations by year; None where there are none."""
    items = tuple(Item(_sentence(row), f"{row['year']}:") for row in known.iter_rows(named=True))
    return Bullets(items, heading) if items else None


def _sentence(row: Row) -> Sentence:
    version = _("versjon {version}.", version=row["version"])
    report = _("{report}.", report=row["report"]) if row["report"] else None
    printed = printed_rank(row)
    return joined(version, report, _("På trykk: {printed}.", printed=printed) if printed else None)


def printed_rank(row: Row) -> Sentence | None:
    """Return what is printed of the rank of an evaluation, with its n where that is printed; None where nothing is."""
    value, n = row["value"], row["of_n"]
    match row["kind"]:
        case "rank":
            return _("nr. {value} av {n}", value=value, n=n) if n else _("nr. {value} (n ikke oppgitt)", value=value)
        case "rank_share" if n:
            return _("blant de {value} % høyeste av {n}", value=value, n=n)
        case "rank_share":
            return _("blant de {value} % høyeste (n ikke oppgitt)", value=value)
        case "quartile":
            return _("{quartile} (n ikke oppgitt)", quartile=_(QUARTILES[value]))
        case "about_mean":
            return _("omtrent på gjennomsnittet (n ikke oppgitt)")
        case "above_mean":
            return _("over gjennomsnittet (n ikke oppgitt)")
        case _unprinted:
            return None
