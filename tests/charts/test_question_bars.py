import polars as pl
import pytest

from charts.question_bars import question_bars_rows, question_bars_text

QUESTION = {
    "code": "5.1", "label": "Strategi for resultat og effektivitet", "own": 10.5, "maximum_points": 15.0,
    "n": 15, "mean": 6.0, "q1": 4.5, "q3": 9.0, "gold_star": "s. 29",
}  # fmt: skip
FEW = {**QUESTION, "n": 3, "mean": None, "q1": None, "q3": None, "gold_star": None}


def test_shares_are_in_per_cent_of_the_maximum() -> None:
    row = question_bars_rows(pl.DataFrame([QUESTION]))[0]
    assert [row[name] for name in ("own", "mean", "q1", "q3")] == pytest.approx([70, 40, 30, 60])


def test_a_gold_star_is_a_word() -> None:
    assert question_bars_rows(pl.DataFrame([QUESTION]))[0]["value"] == "10,5 av 15, gullstjerne"
    assert question_bars_rows(pl.DataFrame([FEW]))[0]["value"] == "10,5 av 15"


def test_the_text_holds_every_value() -> None:
    assert question_bars_text(pl.DataFrame([QUESTION])) == (
        "5.1 Strategi for resultat og effektivitet: 10,5 av 15 poeng, 70\u00a0% av maksimum; "
        "gruppens gjennomsnitt 6,0, kvartiler 4,5–9,0 (n = 15). Gullstjerne: s. 29."
    )


def test_few_are_not_compared() -> None:
    text = question_bars_text(pl.DataFrame([FEW]))
    assert text.endswith("10,5 av 15 poeng, 70\u00a0% av maksimum; ikke sammenlignet (n = 3).")


def test_unknown_points_are_two_full_stops_and_no_bar() -> None:
    unknown = pl.DataFrame([{**FEW, "own": None}])
    assert question_bars_rows(unknown)[0]["own"] is None
    assert question_bars_rows(unknown)[0]["value"] == ".. av 15"
    assert "poengene er ikke kjent; ikke sammenlignet" in question_bars_text(unknown)
