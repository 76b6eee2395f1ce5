"""Comparison sets: which evaluations one evaluation is compared with, and which are left out for what reason."""

from dataclasses import asdict, dataclass, replace

import polars as pl

from data.language import _
from queries.caching import cached
from queries.evaluation import Evaluation, evaluations_of
from queries.snapshot import Snapshot, UnknownChoice

GROUPS = ("all", "size", "county", "kostra", "income", "choice")
OWN_VALUE = {"size": "size_group", "county": "county", "kostra": "kostra_group", "income": "income_group"}
"""By group, the field of an evaluation whose value the members share."""
COLUMN = OWN_VALUE | {"size": "group"}
"""By group, the column of comparison_set.sql with that value."""
KNOWN_BY = OWN_VALUE | {"size": "population"}
"""By group, the column without which nobody knows whether a municipality belongs to it."""


@dataclass(frozen=True)
class Comparison:
    """Criteria for a comparison set, independent of the evaluation in focus.

    Attributes:
        group: one of GROUPS; size, county, kostra and income mean the same one as the evaluation in focus.
        reference_year: only evaluations of this year or earlier count; None means the year in focus.
        window: how many years older than the reference year an evaluation may be; None means no limit.
        municipalities: keys of the chosen municipalities, if group is choice.
    """

    group: str = "all"
    reference_year: int | None = None
    window: int | None = None
    municipalities: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise UnknownChoice for a group that does not exist."""
        if self.group not in GROUPS:
            message = _("Gruppen «{group}» finnes ikke. Velg {known:or}.", group=self.group, known=GROUPS)
            raise UnknownChoice("unknown_group", message)

    def year(self, focus: Evaluation) -> int:
        """Return the reference year for an evaluation in focus."""
        return focus.year if self.reference_year is None else self.reference_year


ALL = Comparison()


def spelt_out_year(comparison: Comparison, focus: Evaluation) -> Comparison:
    """Return the comparison with its reference year filled in, so that equal comparisons share one cache key."""
    return replace(comparison, reference_year=comparison.year(focus))


@dataclass(frozen=True)
class Rules:
    """A comparison set fully specified; equal rules give equal sets.

    Attributes:
        value: the value that members share, if group is size, county, kostra or income.
        municipalities: keys of the only possible members, if group is choice.
        focus: the evaluation used for its municipality instead of the latest; None if the latest of every
            municipality is used, so that all members have the same set.
    """

    country: str
    family: int
    reference_year: int
    window: int | None
    group: str
    value: str | None = None
    municipalities: tuple[str, ...] = ()
    focus: str | None = None
    focus_municipality: str | None = None

    def as_parameter(self) -> dict[str, object]:
        """Return what data/rules.sql chooses by, as a SQL parameter (a struct); the group is applied afterwards."""
        group = ("group", "value", "municipalities")
        return {name: value for name, value in asdict(self).items() if name not in group}


def rules_for(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> Rules:
    """Return the rules of an evaluation's comparison set."""
    value = _own_value(focus, comparison.group)
    chosen = tuple(sorted({*comparison.municipalities, focus.municipality})) if comparison.group == "choice" else ()
    rules = Rules(
        focus.country, focus.family, comparison.year(focus), comparison.window, comparison.group, value, chosen
    )
    # Rules without a focus are the same for every member, so all of them share one set in the cache.
    has_group_value = comparison.group not in OWN_VALUE or value is not None
    if has_group_value and _is_latest(snapshot, focus, comparison):
        return rules
    return replace(rules, focus=focus.evaluation, focus_municipality=focus.municipality)


def _own_value(focus: Evaluation, group: str) -> str | None:
    value = getattr(focus, OWN_VALUE[group]) if group in OWN_VALUE else None
    return None if value is None else str(value)


def _is_latest(snapshot: Snapshot, focus: Evaluation, comparison: Comparison) -> bool:
    """Return whether the evaluation is its municipality's latest within the reference year and window."""
    year = comparison.year(focus)
    oldest = 0 if comparison.window is None else year - comparison.window
    fitting = [
        evaluation
        for evaluation in evaluations_of(snapshot, focus.municipality)
        if evaluation.family == focus.family and oldest <= evaluation.year <= year
    ]
    latest = max(fitting, key=lambda evaluation: (evaluation.year, evaluation.version), default=None)
    return latest is not None and latest.evaluation == focus.evaluation


@cached
def compared(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    """Return one row per municipality of the country, with the evaluation used for it; columns: comparison_set.sql.

    `left_out` is null for members, else the reason: other_family, after_reference, before_window,
    outside_group or group_unknown. `total` is in points; `group` is the code of the size group and `size_group`
    its label.
    """
    if rules.group == "all":
        return snapshot.query("comparison_set", rules=rules.as_parameter())
    everyone = compared(snapshot, replace(rules, group="all", value=None, municipalities=()))
    is_other = pl.col("evaluation").ne_missing(pl.lit(rules.focus))
    outside = pl.when(is_other & _is_unknown(rules)).then(pl.lit("group_unknown")).when(is_other & _is_outside(rules))
    return everyone.with_columns(left_out=pl.coalesce("left_out", outside.then(pl.lit("outside_group"))))


def _is_unknown(rules: Rules) -> pl.Expr:
    return pl.col(KNOWN_BY[rules.group]).is_null() if rules.group in KNOWN_BY else pl.lit(value=False)


def _is_outside(rules: Rules) -> pl.Expr:
    if rules.group == "choice":
        return ~pl.col("number").is_in(rules.municipalities)
    return pl.col(COLUMN[rules.group]).cast(pl.String).ne_missing(pl.lit(rules.value, pl.String))


def comparison_set(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return the comparison set of an evaluation; see compared."""
    return compared(snapshot, rules_for(snapshot, focus, comparison))


@cached
def _left_out(snapshot: Snapshot, rules: Rules) -> pl.DataFrame:
    return compared(snapshot, rules).filter(pl.col("left_out").is_not_null())


def left_out(snapshot: Snapshot, focus: Evaluation, comparison: Comparison = ALL) -> pl.DataFrame:
    """Return the rows of a comparison set that are not members, with the reason in `left_out`; see compared."""
    return _left_out(snapshot, rules_for(snapshot, focus, comparison))


def landscape(
    snapshot: Snapshot, family: int, reference_year: int, comparison: Comparison = ALL, country: str = "NO"
) -> pl.DataFrame:
    """Return the comparison set of a family and year with no evaluation in focus; see compared."""
    chosen = tuple(sorted(comparison.municipalities))
    rules = Rules(country, family, reference_year, comparison.window, comparison.group, municipalities=chosen)
    return compared(snapshot, rules)


def members(compared: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a comparison set that are members."""
    return compared.filter(pl.col("left_out").is_null())


def members_of(snapshot: Snapshot, rules: Rules, version: str | None = None) -> pl.DataFrame:
    """Return the members of a comparison set, or only those measured with one version; see compared."""
    everyone = members(compared(snapshot, rules))
    return everyone if version is None else everyone.filter(pl.col("version") == version)


@cached
def largest_family(snapshot: Snapshot) -> int:
    """Return the family most municipalities were measured with (ties: the older one), 2 in an empty store."""
    families = snapshot.query("families").sort("municipalities", "family", descending=[True, False])
    return int(families["family"][0]) if families.height else 2
