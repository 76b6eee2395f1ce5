"""Robustness of a claim about the total: whether it still holds among somewhat different municipalities."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import polars as pl

from data.language import _, joined
from queries.caching import cached
from queries.comparison import ALL, Comparison, spelt_out_year
from queries.evaluation import Evaluation
from queries.profile import total_of
from queries.settings import settings
from queries.snapshot import Snapshot, UnknownChoice, did_you_mean
from queries.variants import belongs, other_sets, totals_of_everyone, without_each

SCHEMA = {
    "kind": pl.String,
    "what": pl.String,
    "name": pl.String,
    "n": pl.UInt32,
    "holds": pl.Boolean,
    "own": pl.Float64,
    "bound": pl.Float64,
}
COLUMNS = list(SCHEMA)


class Claim(NamedTuple):
    """A claim about where a total stands.

    Attributes:
        bound: the statistic it is measured by.
        quarters: the share of that quartile, in quarters.
        reaches: whether the total must be at or above the bound; else it must be below.
    """

    bound: str
    quarters: int
    reaches: bool


CLAIMS: Final[Mapping[str, Claim]] = {
    "upper_quartile": Claim("q3", 3, True),
    "above_median": Claim("median", 2, True),
    "below_median": Claim("median", 2, False),
    "lower_quartile": Claim("q1", 1, False),
}
CLAIM_OF_QUARTILE: Final = {4: "upper_quartile", 3: "above_median", 2: "below_median", 1: "lower_quartile"}


class Robustness(NamedTuple):
    """The variants of a claim, and how many of them it holds in.

    Attributes:
        variants: one row per variant; columns: COLUMNS.
        held: variants in which the claim holds.
        counted: variants with at least five municipalities.
    """

    variants: pl.DataFrame
    held: int
    counted: int


def claim_of(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> str | None:
    """Return the claim that the quartile of the total makes, None if it has none (fewer than five, or no total)."""
    return CLAIM_OF_QUARTILE.get(total_of(snapshot, focus, comparison)["quartile"])


def robustness(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, claim: str) -> Robustness:
    """Return the variants of a comparison set and whether a claim about the total, of CLAIMS, holds in each.

    One row per variant. `kind` is without (the comparison set less one other member with a total: `what` is its
    number, `name` its name), group (another group, same age limit: all, size, county, kostra or income, if the
    evaluation's own is known) or window (another age limit, same group: none, 10 or 5 years). The comparison as chosen
    is itself one of the groups and age limits if it is among them. `n` counts members with a total; `own` and `bound`
    (q3, median or q1 of the variant) are in points; `holds` and bound are null if n is under five.

    Raises:
        UnknownChoice: there is no such claim.
    """
    if claim not in CLAIMS:
        message = _("Påstanden «{claim}» finnes ikke. Velg {known:or}.", claim=claim, known=list(CLAIMS))
        raise UnknownChoice("unknown_claim", joined(message, did_you_mean(claim, list(CLAIMS))))
    return _robustness(snapshot, focus, spelt_out_year(comparison, focus), claim)


@cached
def _robustness(snapshot: Snapshot, focus: Evaluation, comparison: Comparison, claim: str) -> Robustness:
    everyone = totals_of_everyone(snapshot, focus, comparison)
    bound, quarters, reaches = CLAIMS[claim]
    fewest = settings(snapshot)["fewest_compared"]
    chosen = everyone.filter(belongs(focus, comparison))
    own, limit = pl.col("own"), pl.col("bound")
    variants = pl.concat(
        [
            without_each(chosen, focus, quarters, fewest),
            other_sets(everyone, focus, comparison, bound, fewest),
        ]
    ).with_columns(own=pl.lit(focus.total, pl.Float64))
    judged = variants.with_columns(holds=own >= limit if reaches else own < limit).select(COLUMNS)
    return Robustness(judged, int(judged["holds"].sum()), judged["holds"].count())
