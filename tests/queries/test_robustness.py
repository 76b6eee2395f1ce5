"""Whether a claim about the total holds in other comparison sets."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import polars as pl
import pytest

from queries.comparison import Comparison
from queries.evaluation import find_evaluation
from queries.profile import profile
from queries.robustness import CLAIMS, COLUMNS, Robustness, claim_of, robustness
from queries.snapshot import Snapshot, UnknownChoice
from queries.variants import quartile_without_each
from tests.conftest import Landscape
from tests.landscapes import ask, made
from tests.queries.plain_python import (
    FEWEST,
    Plain,
    compared,
    example_evaluations,
    newest,
    number,
    published_evaluations,
    quartile,
    select,
)

GROUPS = ("all", "size", "county", "kostra", "income")
JUDGED: dict[str, tuple[int, Callable[[Fraction, Fraction], bool]]] = {
    "upper_quartile": (3, lambda own, bound: own >= bound),
    "above_median": (2, lambda own, bound: own >= bound),
    "below_median": (2, lambda own, bound: own < bound),
    "lower_quartile": (1, lambda own, bound: own < bound),
}
Row = tuple[Any, ...]


def expected(evaluations: tuple[Plain, ...], own: Plain, group: str, claim: str) -> list[Row]:
    """Return kind, what, n, holds and bound of every variant, in no order."""
    sets: dict[tuple[str, str], tuple[Plain, ...]] = {}
    chosen = [one for one in compared(evaluations, own, group) if "0" in one.points]
    for out in chosen:
        if out != own:
            sets["without", out.number] = tuple(one for one in chosen if one != out)
    for other in GROUPS:
        sets["group", other] = compared(evaluations, own, other)
    for window in (None, 10, 5):
        sets["window", str(window or "none")] = compared(evaluations, own, group, window)
    return [(*what, *judged(own, members, claim)) for what, members in sets.items()]


def judged(own: Plain, members: tuple[Plain, ...], claim: str) -> Row:
    totals = [one.points["0"] for one in members if "0" in one.points]
    if len(totals) < FEWEST:
        return len(totals), None, None
    quarters, holds = JUDGED[claim]
    bound = quartile(totals, quarters)
    return len(totals), holds(own.points["0"], bound), number(bound)


def answered(snapshot: Snapshot, own: Plain, group: str, claim: str) -> Robustness:
    focus = find_evaluation(snapshot, own.number, own.year, own.version)
    return robustness(snapshot, focus, Comparison(group), claim)


@pytest.mark.parametrize("group", ["all", "size", "income"])
@pytest.mark.parametrize("claim", CLAIMS)
def test_every_variant_of_every_municipality_of_the_example_is_that_of_plain_python(
    example: Snapshot, group: str, claim: str
) -> None:
    for own in newest(example_evaluations()):
        answer = answered(example, own, group, claim)
        rows = expected(example_evaluations(), own, group, claim)
        assert sorted(select(answer.variants.to_dicts(), "kind", "what", "n", "holds", "bound")) == sorted(rows)
        verdicts = Counter(holds for *_, holds, _bound in rows)
        assert (answer.held, answer.counted) == (verdicts[True], verdicts[True] + verdicts[False])


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_variant_of_every_real_evaluation_is_that_of_plain_python(real: Snapshot, claim: str) -> None:
    for own in published_evaluations():
        if "0" not in own.points:
            continue
        rows = answered(real, own, "all", claim).variants.to_dicts()
        wanted = [row for row in expected_without_groups(own, claim) if row[:2] != ("group", "size")]
        found = [row for row in rows if row["kind"] != "group" or row["what"] == "all"]
        assert sorted(select(found, "kind", "what", "n", "holds", "bound"), key=str) == sorted(wanted, key=str)
        assert {row["holds"] for row in rows if row["n"] < FEWEST} <= {None}


def expected_without_groups(own: Plain, claim: str) -> list[Row]:
    """Return what is expected of a real evaluation, whose size and other groups are not in the file of figures."""
    chosen = [one for one in compared(published_evaluations(), own) if "0" in one.points]
    sets = {("without", out.number): [one for one in chosen if one != out] for out in chosen if out != own}
    sets["group", "all"] = chosen
    for window in (None, 10, 5):
        sets["window", str(window or "none")] = [*compared(published_evaluations(), own, "all", window)]
    return [(*what, *judged(own, tuple(members), claim)) for what, members in sets.items()]


def test_the_variants_of_groups_and_age_limits_are_those_of_the_profile(example: Snapshot) -> None:
    focus = find_evaluation(example, "1612", 2018)
    rows = robustness(example, focus, Comparison("size"), "upper_quartile").variants
    for kind, what, n, bound in rows.filter(pl.col("kind") != "without").select("kind", "what", "n", "bound").rows():
        window = None if what == "none" else int(what) if kind == "window" else None
        comparison = Comparison(what) if kind == "group" else Comparison("size", window=window)
        total = profile(example, focus, comparison).row(0, named=True)
        assert (n, bound) == (total["n"], total["q3"]), (kind, what)


def test_a_claim_is_the_one_the_quartile_makes_and_then_holds_as_chosen(example: Snapshot) -> None:
    found = set()
    for own in newest(example_evaluations()):
        focus = find_evaluation(example, own.number)
        claim = claim_of(example, focus)
        assert claim is not None
        rows = robustness(example, focus, Comparison(), claim).variants
        assert rows.filter(pl.col("kind") == "group", pl.col("what") == "all")["holds"].item() is True
        found.add(claim)
    assert found == {*CLAIMS}


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_the_quartile_without_each_value_is_that_of_all_the_others(quarters: int) -> None:
    random = Random(7)
    for n in range(3, 40):
        values = sorted(random.randint(0, 12) for _ in range(n))
        others = [[Fraction(value) for value in (*values[:place], *values[place + 1 :])] for place in range(n)]
        found = quartile_without_each(pl.Series(values, dtype=pl.Int64), quarters).to_list()
        assert found == [float(quartile(left, quarters)) for left in others]


def test_halsa_is_under_the_median_in_59_of_61_variants_as_the_method_page_says(example: Snapshot) -> None:
    halsa = find_evaluation(example, "1571", 2018)
    assert claim_of(example, halsa) == "below_median"
    variants, held, counted = robustness(example, halsa, Comparison(), "below_median")
    assert (variants.height, held, counted) == (62, 59, 61)
    rows = variants.filter(~pl.col("holds")).select("kind", "what", "n", "bound").rows()
    assert rows == [("group", "size", 15, 314), ("group", "kostra", 5, 331)]


# Edges --------------------------------------------------------------------------------------------


def totals(*points: float, **facts: Any) -> list[Any]:
    """Return evaluations of 9001 (ours), 9002 … with these totals."""
    return [made(str(9001 + place), total=point, **facts) for place, point in enumerate(points)]


def ours(snapshot: Snapshot, claim: str, **words: str | int) -> list[dict[str, Any]]:
    return ask(snapshot, "robustness", municipality="9001", claim=claim, **words)


def test_with_five_there_is_nothing_left_to_leave_out(landscape: Landscape) -> None:
    rows = ours(landscape(*totals(400, 300, 310, 320, 330)), "upper_quartile")
    assert [*rows[0]] == COLUMNS
    assert select(rows, "kind", "what", "n", "holds", "bound") == [
        *(("without", number, 4, None, None) for number in ("9002", "9003", "9004", "9005")),
        ("group", "all", 5, True, 330),
        *(("window", window, 5, True, 330) for window in ("none", "10", "5")),
    ]


def test_leaving_out_one_of_several_at_the_upper_quartile_changes_nothing(landscape: Landscape) -> None:
    snapshot = landscape(*totals(400, 400, 400, 400, 300, 300, 500))
    rows = [row for row in ours(snapshot, "upper_quartile") if row["kind"] == "without"]
    assert {(row["bound"], row["holds"]) for row in rows} == {(400, True)}


def test_without_a_lower_one_the_upper_quartile_rises_above_us(landscape: Landscape) -> None:
    # 300 310 320 330 340 350: h = 3.75, q3 = 337.5. Without one below: h = 3, q3 = 340; without 350: 330 of five.
    snapshot = landscape(*totals(340, 300, 310, 320, 330, 350))
    rows = {row["what"]: (row["bound"], row["holds"]) for row in ours(snapshot, "upper_quartile")}
    assert rows["all"] == (337.5, True)
    assert (rows["9002"], rows["9006"]) == ((340, True), (330, True))
    lower = {row["what"]: (row["bound"], row["holds"]) for row in ours(snapshot, "below_median")}
    assert (lower["all"], lower["9006"]) == ((325, False), (320, False))


def test_a_municipality_without_a_total_is_no_variant(landscape: Landscape) -> None:
    snapshot = landscape(*totals(400, 300, 310, 320, 330), made("9009", areas={1: 40}))
    assert "9009" not in {row["what"] for row in ours(snapshot, "upper_quartile")}


def test_an_age_limit_leaves_out_the_old_and_keeps_us(landscape: Landscape) -> None:
    years = zip(range(9001, 9008), (2018, 2010, 2012, 2013, 2016, 2017, 2007), strict=True)
    snapshot = landscape(
        *(made(str(number), year, "2.1", total=300 + number - 9001) for number, year in years),
        made("9002", 2017, "2.1", total=250),
    )
    rows = [row for row in ours(snapshot, "above_median", reference_year=2018) if row["kind"] == "window"]
    assert select(rows, "what", "n") == [("none", 7), ("10", 6), ("5", 5)]
    later = [row for row in ours(snapshot, "above_median", reference_year=2030) if row["kind"] == "window"]
    assert select(later, "what", "n", "holds") == [("none", 7, False), ("10", 1, None), ("5", 1, None)]


def test_a_group_of_ours_that_is_not_known_is_no_variant(landscape: Landscape) -> None:
    snapshot = landscape(*totals(400, 300, 310, 320, 330, population=4000, income_group="lav"))
    rows = ours(snapshot, "upper_quartile")
    assert [row["what"] for row in rows if row["kind"] == "group"] == ["all", "size", "income"]


def test_own_choice_keeps_its_members_under_every_age_limit(landscape: Landscape) -> None:
    snapshot = landscape(*totals(400, 300, 310, 320, 330, 340, 350))
    rows = ours(snapshot, "upper_quartile", group="choice", municipalities="9002,9003,9004,9005,9006")
    assert select(rows, "kind", "what", "n")[:6] == [
        *(("without", str(number), 5) for number in range(9002, 9007)),
        ("group", "all", 7),
    ]
    assert {row["n"] for row in rows if row["kind"] == "window"} == {6}


def test_an_older_evaluation_in_focus_stands_in_the_place_of_the_newer_one(landscape: Landscape) -> None:
    snapshot = landscape(*totals(400, 300, 310, 320, 330, 340), made("9001", 2017, total=100))
    rows = ours(snapshot, "lower_quartile", year=2017, reference_year=2018)
    assert {(row["own"], row["holds"]) for row in rows} == {(100, True)}
    assert {row["n"] for row in rows if row["kind"] == "group"} == {6}


def test_without_a_total_nothing_counts_and_no_claim_is_made(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", areas={1: 40}), *totals(400, 300, 310, 320, 330, 340)[1:], made("9009", total=1))
    focus = find_evaluation(snapshot, "9001")
    answer = robustness(snapshot, focus, Comparison(), "upper_quartile")
    assert (answer.held, answer.counted, claim_of(snapshot, focus)) == (0, 0, None)
    assert ask(snapshot, "robustness", municipality=9001) == []


def test_an_unknown_claim_is_refused(landscape: Landscape) -> None:
    with pytest.raises(UnknownChoice) as refused:
        ours(landscape(*totals(400)), "uper_quartile")
    assert refused.value.code == "unknown_claim"
    assert str(refused.value) == (
        "Påstanden «uper_quartile» finnes ikke. Velg upper_quartile, above_median, below_median eller lower_quartile. "
        "Mente du «upper_quartile»?"
    )
