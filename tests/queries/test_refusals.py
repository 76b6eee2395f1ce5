"""What the queries refuse: one sentence for a reader, a code and values for a program."""

from collections.abc import Callable
from typing import Any

import pytest

from data.refusal import Refusal
from data.store import Store
from queries.arguments import arguments_from
from queries.best_practice import best_practice
from queries.comparison import Comparison
from queries.evaluation import find_evaluation, municipality_key
from queries.merging import merging, refuse_left_out
from queries.registry import query_named
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of

Asked = Callable[[Snapshot], object]


@pytest.mark.parametrize(
    ("asked", "code", "values", "told"),
    [
        (
            lambda real: municipality_key(real, "1619"),
            "unknown_number",
            {"number": "1619", "did_you_mean": "1612"},
            "Ingen kommune her har nummer «1619». Mente du «1612»?",
        ),
        (
            lambda real: municipality_key(real, "9999"),
            "unknown_number",
            {"number": "9999"},
            "Ingen kommune her har nummer «9999».",
        ),
        (
            lambda real: municipality_key(real, "5055"),
            "not_evaluated",
            {"name": "Heim", "number": "5055"},
            "Heim (5055) har ingen evaluering i dette datasettet.",
        ),
        (
            lambda real: find_evaluation(real, "1612", 2015),
            "no_such_evaluation",
            {"name": "Hemne", "years": ["2011", "2018"]},
            "Hemne har ingen slik evaluering. Den er evaluert i 2011 og 2018.",
        ),
        (
            lambda real: snapshot_of(real.store, "ekte"),
            "unknown_dataset",
            {"dataset": "ekte", "known": ("real", "example")},
            "Datasettet «ekte» finnes ikke. Velg real eller example.",
        ),
        (
            lambda real: snapshot_of(real.store, as_of=6),
            "unknown_event",
            {"as_of": 6, "newest": 5},
            "Stand 6 finnes ikke. Hendelsene er nummerert fra 1 til 5.",
        ),
        (
            lambda _real: Comparison("fylke"),
            "unknown_group",
            {"group": "fylke", "known": ("all", "size", "county", "kostra", "income", "choice")},
            "Gruppen «fylke» finnes ikke. Velg all, size, county, kostra, income eller choice.",
        ),
        (
            lambda real: refuse_left_out(merging(real, ["1612", "1517", "1640"])),
            "other_family",
            {"name": "Røros", "version": "2020"},
            "Røros er målt med versjon 2020, som ikke kan sammenlignes med de andres versjon. "
            "Ulike versjonsfamilier blandes aldri.",
        ),
        (
            lambda real: best_practice(real, find_evaluation(real, "1612", 2018), "9.9"),
            "unknown_question",
            {"code": "9.9", "version": "2.1"},
            "Underspørsmål «9.9» finnes ikke i versjon 2.1.",
        ),
        (
            lambda _real: query_named("profil"),
            "unknown_query",
            {"query": "profil", "did_you_mean": "profile"},
            "Spørsmålet «profil» finnes ikke. Mente du «profile»?",
        ),
        (
            lambda _real: arguments_from(["yeer=2018"]),
            "argument_not_understood",
            {
                "argument": "yeer=2018",
                "did_you_mean": "year",
                "known": [
                    "municipality", "year", "version", "reference_year", "window", "group", "municipalities", "area",
                    "code", "claim", "what_if", "family", "country", "programme", "dataset", "as_of",
                ],
            },
            "«yeer=2018» forstås ikke. Mente du «year»? Skriv nøkkel=verdi med en av: municipality, year, version, "
            "reference_year, window, group, municipalities, area, code, claim, what_if, family, country, "
            "programme, dataset og as_of.",
        ),
        (
            lambda real: query_named("ranking")(real, {"year": "i fjor"}),
            "not_a_whole_number",
            {"argument": "year", "text": "i fjor"},
            "year må være et helt tall, ikke «i fjor».",
        ),
        (
            lambda real: query_named("trend")(real, {}),
            "missing_argument",
            {"argument": "municipality", "example": "1612"},
            "Spørsmålet trenger municipality=…, for eksempel municipality=1612.",
        ),
    ],
)  # fmt: skip
def test_a_refusal_has_a_code_and_the_values_its_sentence_names(
    store: Store, asked: Asked, code: str, values: dict[str, Any], told: str
) -> None:
    with pytest.raises(UnknownChoice) as refused:
        asked(snapshot_of(store))
    assert (refused.value.code, refused.value.values, str(refused.value)) == (code, values, told)


def test_what_does_not_exist_is_a_refusal_and_a_wrong_value() -> None:
    assert issubclass(UnknownChoice, Refusal)
    assert issubclass(UnknownChoice, ValueError)
