"""Comparisons that the shell runs by name; it lists the first line of each docstring.

The brackets there name the main arguments; `@shell_query` declares all of them.
"""

import polars as pl

from data.language import _
from queries import best_practice as practice
from queries import discrepancies as differing
from queries import distribution as spread
from queries import followup as followed
from queries import highlights as standing_out
from queries import merger as merged
from queries import missing_points as missing
from queries import profile as area_profile
from queries import question_profile as questions
from queries import ranking as totals
from queries import robustness as robust
from queries import trend as movement
from queries import what_if as supposed
from queries import within_reach as reachable
from queries.arguments import (
    AREA,
    CLAIM,
    CODE,
    FAMILY,
    MUNICIPALITIES,
    MUNICIPALITY,
    OF_A_COMPARISON,
    PROGRAMME,
    REFERENCE_YEAR,
    WHAT_IF,
    YEAR,
    Arguments,
)
from queries.choices import comparison_in, focus_in, key_in, merging_in, planner_key_in
from queries.comparison import comparison_set, landscape, largest_family
from queries.figures import areas_of
from queries.plans import refuse_unknown_programme
from queries.registry import shell_query
from queries.snapshot import Snapshot, UnknownChoice

OF_A_MERGER = (MUNICIPALITIES, YEAR, REFERENCE_YEAR, FAMILY)


@shell_query(*OF_A_COMPARISON)
def profile(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Total and areas of an evaluation against a comparison set (municipality, year, group …)."""
    focus = focus_in(snapshot, arguments)
    return area_profile.profile(snapshot, focus, comparison_in(snapshot, arguments)).select(area_profile.COLUMNS)


@shell_query(*OF_A_COMPARISON)
def question_profile(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Questions of an evaluation against others measured with the same version (municipality, year, group …)."""
    focus = focus_in(snapshot, arguments)
    return questions.question_profile(snapshot, focus, comparison_in(snapshot, arguments)).select(questions.COLUMNS)


@shell_query(*OF_A_COMPARISON, FAMILY)
def ranking(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Totals in order, highest first (year, family; municipality and group for one group only)."""
    return totals.ranking(snapshot, _compared(snapshot, arguments)).select(totals.COLUMNS)


@shell_query(*OF_A_COMPARISON, FAMILY, AREA)
def distribution(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Quartiles per size group, for the total or an area (year, family, area)."""
    area = AREA.of(arguments) or 0
    if area > 8:
        message = _("Område {area} finnes ikke. Velg 1 til 8, eller 0 for totalen.", area=area)
        raise UnknownChoice("unknown_area", message)
    points = spread.group_points(snapshot, _compared(snapshot, arguments), area)
    return spread.size_group_statistics(snapshot, points)


@shell_query(MUNICIPALITY)
def trend(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Total and areas of a municipality from evaluation to evaluation (municipality)."""
    return movement.trend(snapshot, MUNICIPALITY.needed(arguments)).select(movement.COLUMNS)


@shell_query(MUNICIPALITY)
def trend_points(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """All points for areas and total (area 0) of a municipality, by year (municipality, or all)."""
    evaluations = snapshot.query("evaluations", municipality=key_in(snapshot, arguments))
    return areas_of(snapshot, evaluations["evaluation"].to_list()).drop("evaluation")


@shell_query(*OF_A_COMPARISON, FAMILY)
def left_out(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Municipalities left out of a comparison, each with the reason (as for profile or ranking)."""
    compared = _compared(snapshot, arguments)
    return compared.filter(pl.col("left_out").is_not_null()).select("number", "name", "year", "version", "left_out")


@shell_query(MUNICIPALITY)
def discrepancies(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Where stated figures differ from each other or from the sum of their parts (municipality, or all)."""
    return differing.discrepancies(snapshot, key_in(snapshot, arguments))


@shell_query(*OF_A_MERGER)
def merger(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Verdict on every question among municipalities that merge (municipalities=1612,1571,1613, year, family).

    Columns: code, area, label; verdict (best, common_gap, equal, divided, not_comparable); leader, a municipality
    number, and lead, points above the second, both null unless the verdict is best; then the points of each
    municipality, in a column named by its number, null where the figure is not known.
    """
    group = merging_in(snapshot, arguments)
    return merged.merger(snapshot, group).select(merged.COLUMNS + [evaluation.municipality for evaluation in group])


@shell_query(*OF_A_MERGER)
def transfers(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Practice that municipalities that merge can transfer (municipalities=1612,1571,1613, year, family).

    Columns: code; from and to, municipality numbers; points, the best figure less the taker's own.
    """
    return merged.transfers(snapshot, merging_in(snapshot, arguments)).select(merged.TRANSFERS)


@shell_query(*OF_A_COMPARISON, CODE)
def best_practice(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Municipalities to learn a question from, most similar first (code, municipality, year, group …).

    Clearly ahead, with at least 60 % of the maximum; where nobody has that, only those with the highest points.
    Columns: code, number, name, population, size_group, points; share, 0 to 1 of the maximum; lead, points above
    own; same_county, same_kostra and same_income, null if either value is unknown; population_step,
    |ln(own population / theirs)| in whole steps of 0.25; distance in kilometres, null if unknown; below_floor, whether
    nobody has 60 %; similarity_rank, the order of the rows; points_rank, the order by points.
    """
    focus = focus_in(snapshot, arguments)
    rows = practice.best_practice(snapshot, focus, CODE.needed(arguments), comparison_in(snapshot, arguments))
    return rows.select(practice.COLUMNS)


@shell_query(*OF_A_COMPARISON)
def within_reach(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Up to five questions worth doing first: within reach of the upper quartile (municipality, year, group …)."""
    return reachable.within_reach(snapshot, focus_in(snapshot, arguments), comparison_in(snapshot, arguments))


@shell_query(*OF_A_COMPARISON)
def highlights(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Strongest and weakest areas, and what moved most since the last evaluation (municipality, year, group …)."""
    return standing_out.highlights(snapshot, focus_in(snapshot, arguments), comparison_in(snapshot, arguments))


@shell_query(*OF_A_COMPARISON, CLAIM)
def robustness(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Whether a claim about the total holds in other comparison sets (claim, municipality, year, group …).

    Claims are upper_quartile, above_median, below_median and lower_quartile; by default the one that the quartile of
    the total makes, and no rows if it makes none.
    """
    focus, comparison = focus_in(snapshot, arguments), comparison_in(snapshot, arguments)
    claim = CLAIM.of(arguments) or robust.claim_of(snapshot, focus, comparison)
    if claim is None:
        return pl.DataFrame(schema=robust.SCHEMA)
    return robust.robustness(snapshot, focus, comparison, claim).variants


@shell_query(*OF_A_COMPARISON, WHAT_IF)
def what_if(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Areas, total, rank and quartile if questions had more points (what_if=1.3:20,2.1:12.5, municipality, year …)."""
    focus, comparison = focus_in(snapshot, arguments), comparison_in(snapshot, arguments)
    return supposed.what_if(snapshot, focus, comparison, WHAT_IF.of(arguments) or {})


@shell_query(*OF_A_COMPARISON)
def missing_points(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Points missing to the median and the upper quartile of the total (municipality, year, group …)."""
    return missing.missing_points(snapshot, focus_in(snapshot, arguments), comparison_in(snapshot, arguments))


@shell_query(MUNICIPALITY, PROGRAMME)
def followup(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """What came of each measure by the next evaluation (municipality, programme, or all).

    Columns: the measure and its status; years and versions of the two evaluations; tied_to, questions or areas;
    linked, how many, and counted, those with figures in both; before, after, maximum and target, points of those
    together; progress, 1 is all the way, null if it cannot be computed; change, untouched_change, others_change and
    difference (change less untouched_change) in per cent of the maximum; untouched and others_n, how many questions
    and municipalities these rest on; verdict (better_than_rest, as_rest, weaker_than_rest, cannot_say), and the
    reason of the last.
    """
    chosen, programme = planner_key_in(snapshot, arguments), PROGRAMME.of(arguments)
    if programme:
        refuse_unknown_programme(snapshot, programme)
    return followed.followup_of_all(snapshot, chosen, programme)


def _compared(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
    """Return the comparison set of the evaluation chosen, else of a whole family up to a year."""
    comparison = comparison_in(snapshot, arguments)
    if MUNICIPALITY.of(arguments) is not None:
        _refuse_family(arguments)
        return comparison_set(snapshot, focus_in(snapshot, arguments), comparison)
    if comparison.group not in ("all", "choice"):
        message = _("group={group} trenger municipality=…, som sier hvilken gruppe.", group=comparison.group)
        raise UnknownChoice("group_without_municipality", message)
    family = FAMILY.of(arguments) or largest_family(snapshot)
    return landscape(snapshot, family, REFERENCE_YEAR.of(arguments) or YEAR.needed(arguments), comparison)


def _refuse_family(arguments: Arguments) -> None:
    """Raise an error for a family beside a municipality, whose evaluation has one already."""
    family = FAMILY.of(arguments)
    if family is not None:
        message = _(
            "family={family} kan ikke brukes sammen med municipality=…, som sammenlignes i sin egen versjonsfamilie. "
            "Velg evalueringen med year=… eller version=….",
            family=family,
        )
        raise UnknownChoice("family_with_municipality", message)
