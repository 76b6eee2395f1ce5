from datetime import date

import polars as pl
import pytest

from reports.border_changes import border_sentences
from reports.merger.sentences import no_verdicts, summary, without_questions
from reports.merger.verdict_labels import verdict_rules, verdict_text

NAMES = {"1612": "Hemne", "1571": "Halsa", "1613": "Snillfjord"}
PART = ["Hemne 2018", "Halsa 2018", "Snillfjord 2018"]
LIMITS = {"leader_share": 60, "lead_share": 10, "common_gap_share": 50, "question_difference": 10}
VERDICTS = pl.DataFrame(
    [
        ("3.1", "Styring", "best", "1612", 5.6, 15, 13.9, ["1612"]),
        ("3.3", "Rapporter", "best", "1613", 3.0, 25, 19.0, ["1613"]),
        ("3.4", "Delegering", "best", "1612", 13.4, 20, 20.0, ["1612"]),
        ("1.2", "Saker", "common_gap", None, None, 20, 9.2, ["1571", "1612"]),
        ("5.1", "Strategi", "equal", None, None, 15, 9.0, ["1612"]),
        ("5.2", "Budsjett", "divided", None, None, 25, 18.8, ["1612"]),
        ("5.3", "Kontroll", "divided", None, None, 15, 8.2, ["1613"]),
    ],
    schema=["code", "label", "verdict", "leader", "lead", "maximum_points", "best", "who"],
    orient="row",
)
TRANSFERS = pl.DataFrame(
    [("3.1", "1612", "1613", 10.2), ("3.4", "1612", "1571", 13.4), ("3.4", "1612", "1613", 14.0)],
    schema=["code", "from", "to", "points"],
    orient="row",
)
GAPS = VERDICTS.filter(pl.col("verdict") == "common_gap").with_columns(at_stake=pl.lit(10.8))


def told(
    verdicts: pl.DataFrame = VERDICTS, transfers: pl.DataFrame = TRANSFERS, gaps: pl.DataFrame = GAPS
) -> list[str]:
    return list(summary(verdicts, transfers, gaps, PART, "2.1", NAMES, LIMITS))


def test_a_chairperson_has_five_sentences_to_read() -> None:
    assert told() == [
        "Hemne 2018, Halsa 2018 og Snillfjord 2018 er sammenlignet som likeverdige i 7 underspørsmål, alle målt med "
        "versjon 2.1 av Kommunekompasset.",
        "Én er klart best i 3 av 7 underspørsmål: Hemne i 2 og Snillfjord i 1.",
        "I 1 underspørsmål ligger alle under 50 prosent av poengene; mest står igjen i 1.2 Saker, der det "
        "høyeste er 9,2 av 20 (Halsa og Hemne).",
        "I de øvrige 3 underspørsmålene er bildet likt i 1 og delt i 2.",
        "I 2 underspørsmål kan praksis overføres fra en til en annen; størst er avstanden i 3.4 Delegering, der Hemne "
        "har 14 poeng mer enn Snillfjord.",
    ]  # fmt: skip


def test_every_sentence_has_words_for_nothing() -> None:
    divided = VERDICTS.filter(pl.col("verdict") == "divided")
    assert told(divided, TRANSFERS.clear(), GAPS.clear())[1:] == [
        "Ingen er klart best i noe av de 2 underspørsmålene.",
        "I ingen underspørsmål som kan sammenlignes, ligger alle under 50 prosent av poengene.",
        "I de øvrige 2 underspørsmålene er bildet delt.",
        "Ingen av dem har en praksis som er god nok, og langt nok foran, til at de andre kan overta den.",
    ]
    assert told(VERDICTS.head(4))[3] == "Det er ingen andre underspørsmål enn disse."


def test_of_several_with_most_one_is_named_as_one_of_them() -> None:
    two = pl.concat([GAPS, GAPS.with_columns(code=pl.lit("1.4"))])
    assert "mest står igjen blant annet i 1.2 Saker" in told(gaps=two)[2]
    tied = TRANSFERS.with_columns(points=pl.lit(14.0)).filter(pl.col("to") == "1613")
    assert (
        "størst er avstanden blant annet i 3.1 Styring, der Hemne har 14 poeng mer enn Snillfjord."
        in told(transfers=tied)[4]
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"verdict": "best", "leader": "1571", "lead": 2.0}, "● Halsa best, +2,0"),
        ({"verdict": "common_gap"}, "▽ felles mangel"),
        ({"verdict": "not_comparable"}, "ikke sammenlignbart"),
    ],
)
def test_a_verdict_says_who_is_best_and_by_how_much(row: dict[str, object], expected: str) -> None:
    assert verdict_text(row, NAMES) == expected


def test_the_rules_follow_the_settings() -> None:
    assert "minst 70\u00a0% av maksimum" in verdict_rules(LIMITS | {"leader_share": 70})


def test_without_figures_for_two_it_is_said_who_has_them() -> None:
    assert no_verdicts(["Hemne 2018"], "2.1").startswith(
        "Bare Hemne 2018 har poeng for underspørsmålene i versjon 2.1."
    )
    assert no_verdicts([], "2.1").startswith("Ingen av dem har poeng")
    assert "er ikke publisert" in no_verdicts([], None)
    assert without_questions(["Hareid 2019", "Ulstein 2019"], "2.1").startswith(
        "Hareid 2019 og Ulstein 2019 er ikke med i dommene"
    )


def test_borders_are_told_whole_and_in_parts() -> None:
    day = date(2020, 1, 1)
    changes = pl.DataFrame(
        {
            "date": [day] * 4,
            "name": ["Snillfjord (eksempel)", "Hemne", *["Snillfjord (eksempel)"] * 2],
            "to_name": ["Heim", "Heim", "Hitra", "Orkland"],
            "share": [0.15, 1.0, 0.34, 0.51],
            "note": [
                "delen rundt Vennastranda; nummer 5012", "nummer 5011", "delene Sundan og Hemnskjela; anslag",
                "delen rundt Krokstadøra",
            ],
        }
    )  # fmt: skip
    assert list(border_sentences(changes)) == [
        "Hemne går inn i Heim fra 01.01.2020.",
        "Snillfjord (eksempel) er delt fra 01.01.2020: om lag 15\u00a0% til Heim (delen rundt Vennastranda), om lag "
        "34\u00a0% til Hitra (delene Sundan og Hemnskjela) og om lag 51\u00a0% til Orkland (delen rundt Krokstadøra). "
        "Andelene gjelder innbyggere og er anslag; poengene gjelder "
        "hele kommunen slik den var, og er ikke delt.",
    ]  # fmt: skip
    assert not border_sentences(changes.clear())
