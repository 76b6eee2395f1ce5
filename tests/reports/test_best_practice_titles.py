"""The titles of Beste praksis, worked out anew from the shipped files in plain Python."""

from fractions import Fraction
from functools import cache

import polars as pl
import pytest

from queries.snapshot import Snapshot
from reports.best_practice.titles import ahead_title, learning_title
from reports.content import Heading, Paragraph
from tests.landscapes import DATA, csv_rows
from tests.queries.plain_python import Plain, compared, example_evaluations, newest
from tests.reports.reading_reports import built

QUESTIONS = csv_rows(DATA / "reference" / "instrument_2_1_questions.csv")
MAXIMA = {row["code"]: int(row["max_points"]) for row in QUESTIONS}
SOME = ("1571", "1612", "1613", "9002", "9005", "9014")


@cache
def own_of(number: str) -> Plain:
    return next(one for one in newest(example_evaluations()) if one.number == number)


@cache
def others_of(number: str) -> tuple[Plain, ...]:
    own = own_of(number)
    return tuple(one for one in compared(example_evaluations(), own) if one.version == own.version and one is not own)


def named(number: str, code: str, names: int) -> tuple[list[str], int, bool]:
    """Return the first names of those recommended, best first, how many are ahead, and whether none is good."""
    maximum, own = MAXIMA[code], own_of(number).questions[code]
    ahead = [one for one in others_of(number) if one.questions.get(code, Fraction(-1)) - own >= Fraction(maximum, 10)]
    best = max((one.questions[code] for one in ahead), default=Fraction(0))
    is_bad = best < Fraction(6 * maximum, 10)
    least = best if is_bad else Fraction(6 * maximum, 10)
    good = [one for one in ahead if one.questions[code] >= least]
    good.sort(key=lambda one: (-one.questions[code], one.number))
    return [one.name for one in good][:names], len(ahead), is_bad


def expected(number: str, code: str) -> str:
    own = own_of(number)
    names, ahead, is_bad = named(number, code, 99)
    if not ahead:
        highest = max(one.questions[code] for one in others_of(number) if code in one.questions)
        if highest <= own.questions[code]:
            return f"Ingen har mer enn {own.name} på {code}"
        return f"Ingen er klart foran {own.name} på {code}"
    if is_bad:
        best = f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else names[0]
        return f"Ingen når 60\u00a0% på {code}; best er {best}, klart foran {own.name}"
    if ahead == 1:
        return f"{names[0]} gjør det klart bedre enn {own.name} på {code}"
    if ahead == len(names) == 2:
        return f"{names[0]} og {names[1]} gjør det klart bedre enn {own.name} på {code}"
    return f"{names[0]} og {ahead - 1} til gjør det klart bedre enn {own.name} på {code}"


def title(snapshot: Snapshot, **words: str) -> str:
    heading = built("beste-praksis", snapshot, "hode", **words)[0]
    assert isinstance(heading, Heading)
    assert heading.level == 1
    return heading.text


@pytest.mark.parametrize("number", SOME)
def test_the_title_of_every_question_is_as_worked_out(example: Snapshot, number: str) -> None:
    year = str(own_of(number).year)
    for code in MAXIMA:
        assert title(example, kommune=number, aar=year, sporsmal=code) == expected(number, code)


@pytest.mark.parametrize("code", ["1.3", "4.6", "5.1", "7.2"])
def test_the_title_of_a_question_is_as_worked_out_for_everyone(example: Snapshot, code: str) -> None:
    for own in newest(example_evaluations()):
        if code in own.questions:
            shown = title(example, kommune=own.number, aar=str(own.year), sporsmal=code)
            assert shown == expected(own.number, code), own.name


def test_without_a_question_it_is_counted_on_how_many_somebody_is_clearly_ahead(example: Snapshot) -> None:
    for own in newest(example_evaluations()):
        if not own.questions:
            continue
        left = sorted((own.questions[code] - MAXIMA[code], code) for code in own.questions)
        weakest = [code for less, code in left if less < 0][:10]
        ahead = sum(named(own.number, code, 1)[1] > 0 for code in weakest)
        shown = title(example, kommune=own.number, aar=str(own.year))
        assert shown == learning_title(own.name, ahead, len(weakest), len(others_of(own.number)) + 1), own.name


def test_the_titles_of_hemne_are_these(example: Snapshot, real: Snapshot) -> None:
    hemne = {"kommune": "1612", "aar": "2018"}
    assert {code: title(example, **hemne, sporsmal=code) for code in ("1.3", "1.4", "5.1", "4.2", "7.2")} == {
        "1.3": "Ingen når 60\u00a0% på 1.3; best er Vinterdal, klart foran Hemne",
        "1.4": "Fosseid og 4 til gjør det klart bedre enn Hemne på 1.4",
        "5.1": "Vinterdal og Vestre Granskog gjør det klart bedre enn Hemne på 5.1",
        "4.2": "Høgvang gjør det klart bedre enn Hemne på 4.2",
        "7.2": "Ingen har mer enn Hemne på 7.2",
    }
    assert title(real, **hemne, sporsmal="1.3") == "Ingen å sammenligne Hemne med på 1.3"
    assert title(real, **hemne) == "Ingen andre enn Hemne er målt på underspørsmålene her"


def test_the_question_stands_in_full_below_its_title(example: Snapshot) -> None:
    _title, lead, *_into_a_plan = built("beste-praksis", example, "hode", kommune="1612", aar="2018", sporsmal="4.6")
    assert lead == Paragraph("4.6 Lederutvikling", "lead")


def test_a_municipality_with_a_total_only_has_no_questions(real: Snapshot) -> None:
    assert title(real, kommune="1517", aar="2017") == "Underspørsmålene er ikke kjent for Hareid 2017"
    assert title(real, kommune="1517", aar="2017", sporsmal="1.3") == "Hareid har ingen kjente poeng på 1.3"


TWO = pl.DataFrame({"name": ["Nes", "Os"], "ahead": 2, "recommended": 2, "below_floor": False})


def test_two_are_named_and_of_more_the_best_and_how_many_others() -> None:
    assert ahead_title("Bø", "1.1", TWO, 60) == "Nes og Os gjør det klart bedre enn Bø på 1.1"
    assert ahead_title("Bø", "1.1", TWO.head(1).with_columns(ahead=1), 60) == "Nes gjør det klart bedre enn Bø på 1.1"
    one_good = TWO.head(1).with_columns(recommended=1)
    assert ahead_title("Bø", "1.1", one_good, 60) == "Nes og 1 til gjør det klart bedre enn Bø på 1.1"
    bad = TWO.with_columns(below_floor=True, ahead=9)
    assert ahead_title("Bø", "1.1", bad, 60) == "Ingen når 60\u00a0% på 1.1; best er Nes og Os, klart foran Bø"


@pytest.mark.parametrize(
    ("ahead", "questions", "n", "told"),
    [
        (10, 10, 55, "Andre gjør det klart bedre på alle de 10 underspørsmålene der Bø har mest å hente"),
        (7, 10, 55, "Andre gjør det klart bedre på 7 av de 10 underspørsmålene der Bø har mest å hente"),
        (1, 1, 55, "Andre gjør det klart bedre der Bø har mest å hente"),
        (0, 10, 55, "Ingen er klart foran Bø der det er mest å hente"),
        (0, 10, 1, "Ingen andre enn Bø er målt på underspørsmålene her"),
    ],
)
def test_the_weakest_together_have_a_title(ahead: int, questions: int, n: int, told: str) -> None:
    assert learning_title("Bø", ahead, questions, n) == told
