from typing import Any

import pytest

from reports.origin import source
from reports.rank_sentences import computed_standing, distance, is_few, printed_mean, printed_statement

REPORT = "KS-K rapport 3/2018"
AREAS = {3: "Politisk styring og kontroll", 5: "Resultatfokus og effektivitet"}
HEMNE = {
    "published_mean": 359, "published_basis": "derived", "published_n": 55, "published_n_basis": "inferred",
    "published_difference": 74,
    "published_source": REPORT, "published_place": "s. 7",
}  # fmt: skip
SECOND_OF_15 = {"n": 15, "rank": 2, "mean": 324.0, "difference": 109.0, "matters": True, "quartile": 4}


def stated(**other: Any) -> dict[str, Any]:
    row = {"kind": "rank", "value": 2, "of_n": 15, "area": 0, "note": None}
    small = {"group_code": "size_1", "group_label": "under 5 000 innbyggere"}
    return row | small | {"source": REPORT, "place": "s. 10"} | other


@pytest.mark.parametrize(
    ("n", "printed", "few"),
    [(5, [55, 15], True), (54, [55], True), (55, [55], False), (60, [55, 58], False), (1, [], False)],
)
def test_ours_are_few_where_print_rests_on_more(n: int, printed: list[int], few: bool) -> None:
    assert is_few(n, printed) is few


def test_the_printed_mean_of_the_country_is_told_with_its_basis_n_and_place() -> None:
    assert printed_mean("Hemne", HEMNE, None) == (
        "På trykk er gjennomsnittet for alle norske kommuner 359 poeng "
        "(avledet, n = 55 sluttet, KS-K rapport 3/2018, s. 7). Hemne ligger 74 poeng over."
    )


def test_the_printed_mean_of_a_group_names_the_group() -> None:
    small = HEMNE | {
        "published_mean": 324,
        "published_basis": "stated",
        "published_n": 15,
        "published_n_basis": "stated",
    }
    small |= {"published_difference": 109}
    assert printed_mean("Hemne", small, "under 5 000 innbyggere") == (
        "På trykk er gjennomsnittet for kommuner med under 5 000 innbyggere 324 poeng "
        "(oppgitt, n = 15, KS-K rapport 3/2018, s. 7). Hemne ligger 109 poeng over."
    )


def test_a_printed_mean_of_unknown_many_is_told_without_n() -> None:
    told = printed_mean("Hemne", HEMNE | {"published_n": None}, None)
    assert told is not None
    assert "(avledet, n ikke oppgitt, KS-K rapport 3/2018, s. 7)" in told


def test_where_print_says_no_mean_there_is_no_sentence() -> None:
    assert printed_mean("Hemne", HEMNE | {"published_mean": None}, None) is None


@pytest.mark.parametrize(
    ("difference", "told"),
    [
        (74, "74 poeng over"),
        (-35, "35 poeng under"),
        (0, "på samme poengsum"),
        (23.4, "23,4 poeng over"),
        (-1240, "1\u00a0240 poeng under"),
    ],
)
def test_a_distance_is_told_as_over_or_under(difference: float, told: str) -> None:
    assert distance(difference) == told


def test_one_of_the_best_quarter_is_told_so_after_its_quartile() -> None:
    assert computed_standing(SECOND_OF_15, None, too_few=False) == (
        "Blant de 15 kommunene vi har tall for: nr. 2. Gjennomsnittet er 324,0 poeng, avstanden +109,0. "
        "Poengsummen ligger i øvre kvartil. Det er blant de 25 % beste."
    )


def test_the_best_quarter_is_a_matter_of_rank_and_not_of_quartile() -> None:
    tied = {"n": 55, "mean": 359.0, "difference": 40.0, "matters": True, "quartile": 4}
    assert "25 %" in computed_standing(tied | {"rank": 13}, None, too_few=False)
    assert "25 %" not in computed_standing(tied | {"rank": 14}, None, too_few=False)  # 55 / 4 = 13.75


@pytest.mark.parametrize(
    ("quartile", "name"),
    [(4, "øvre kvartil"), (3, "nest øverste kvartil"), (2, "nest nederste kvartil"), (1, "nedre kvartil")],
)
def test_every_quartile_has_a_name(quartile: int, name: str) -> None:
    row = {"n": 55, "rank": 30, "mean": 359.0, "difference": -20.0, "matters": True, "quartile": quartile}
    assert computed_standing(row, None, too_few=False).endswith(f"avstanden \u221220,0. Poengsummen ligger i {name}.")


def test_a_few_get_rank_and_mean_but_neither_quartile_nor_best_quarter() -> None:
    few = {"n": 5, "rank": 1, "mean": 409.6, "difference": 23.4, "matters": True, "quartile": 3}
    assert computed_standing(few, None, too_few=True) == (
        "Blant de 5 kommunene vi har tall for: nr. 1. Gjennomsnittet er 409,6 poeng, avstanden +23,4."
    )


def test_a_distance_too_small_to_matter_is_told_so() -> None:
    near = SECOND_OF_15 | {"difference": -9.9, "matters": False}
    assert "avstanden \u22129,9, for lite til å tillegges vekt." in computed_standing(near, None, too_few=False)


def test_under_five_are_not_compared() -> None:
    row = {"n": 4, "rank": None, "mean": None, "difference": None, "matters": None, "quartile": None}
    assert (
        computed_standing(row, None, too_few=True) == "Blant de 4 kommunene vi har tall for: ikke sammenlignet (n = 4)."
    )


def test_a_size_group_is_named_in_its_own_sentence() -> None:
    assert computed_standing(SECOND_OF_15, "under 5 000 innbyggere", too_few=True).startswith(
        "Blant de 15 kommunene med under 5 000 innbyggere vi har tall for: nr. 2."
    )


def test_one_alone_is_told_that_there_are_no_others() -> None:
    row = {"n": 1, "rank": None, "mean": None, "difference": None, "matters": None, "quartile": None}
    assert (
        computed_standing(row, None, too_few=True)
        == "Vi har ikke tall for andre kommuner her: ikke sammenlignet (n = 1)."
    )


def test_a_printed_rank_is_told_among_whom_and_where() -> None:
    assert printed_statement(stated(note="bare Lom er høyere i gruppen"), AREAS) == (
        "Totalt: nr. 2 av 15 blant kommuner med under 5 000 innbyggere (bare Lom er høyere i gruppen). "
        "KS-K rapport 3/2018, s. 10."
    )


def test_a_printed_rank_without_n_is_not_given_one() -> None:
    row = stated(value=3, of_n=None, group_code="all", source="knn.no", place="artikkel")
    assert printed_statement(row, AREAS) == "Totalt: nr. 3 i Norge. knn.no, artikkel."


def test_a_printed_rank_ever_names_its_area() -> None:
    row = stated(kind="rank_ever", value=5, of_n=None, group_code="all", area=3, place="s. 11")
    assert printed_statement(row, AREAS) == (
        "Område 3 Politisk styring og kontroll: nr. 5 av alle som noen gang er målt i Norge. "
        "KS-K rapport 3/2018, s. 11."
    )


def test_a_printed_quartile_is_shown_as_printed() -> None:
    told = printed_statement(stated(kind="quartile", value=4, of_n=55, group_code="all", place="s. 7–8"), AREAS)
    assert told.startswith("Totalt: øvre kvartil")
    assert "55" in told
    assert told.endswith("KS-K rapport 3/2018, s. 7–8.")


def test_a_gold_star_is_told_with_its_area_and_place() -> None:
    row = stated(kind="gold_star", value=None, of_n=None, group_code="all", area=5, place="s. 29")
    assert printed_statement(row | {"note": "underspørsmål 5.1"}, AREAS) == (
        "Område 5 Resultatfokus og effektivitet: gullstjerne for beste praksis (underspørsmål 5.1). "
        "KS-K rapport 3/2018, s. 29."
    )


@pytest.mark.parametrize(
    ("document", "place", "told"),
    [
        (REPORT, "s. 7", "KS-K rapport 3/2018, s. 7"),
        ("knn.no", "artikkel", "knn.no, artikkel"),
        ("knn.no", None, "knn.no"),
        (None, None, "kilde ikke oppgitt"),
        (None, "Poeng!C14", "kilde ikke oppgitt, Poeng!C14"),
    ],
)
def test_a_source_is_a_document_and_a_place(document: str | None, place: str | None, told: str) -> None:
    assert source(document, place) == told
