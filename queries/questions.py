"""The questions that the shell knows by name, each asked with the words of the address."""

from collections.abc import Callable, Mapping
from functools import partial

import polars as pl

from data.language import _, in_a_row
from queries import best_practice as practice
from queries import discrepancies as differing
from queries import distribution as spread
from queries import merger as merged
from queries import profile as area_profile
from queries import question_profile as questions
from queries import ranking as totals
from queries import trend as movement
from queries.comparison import Comparison, comparison_set, landscape, largest_family
from queries.evaluation import Evaluation, find_evaluation, municipality_key
from queries.figures import areas_of
from queries.merging import merging, refuse_left_out
from queries.reading import FOLDER, OF_THE_READING, Reading, UnknownChoice, did_you_mean, parameters_of, sql_text

Words = Mapping[str, str]

WORDS = [
    "municipality",
    "year",
    "version",
    "reference_year",
    "window",
    "group",
    "municipalities",
    "area",
    "code",
    "family",
    "dataset",
    "as_of",
]
OF_ONE = {"evaluation", "evaluations"}
"""Parameters of a SQL file that tells of one evaluation when the shell asks it."""


def profile(reading: Reading, words: Words) -> pl.DataFrame:
    """Total and areas of an evaluation against a comparison set (municipality, year, group …)."""
    focus = _focus(reading, words)
    answer = area_profile.profile(reading, focus, _comparison(reading, words))
    return answer.select(area_profile.COLUMNS)


def question_profile(reading: Reading, words: Words) -> pl.DataFrame:
    """Questions of an evaluation against others measured with the same version (municipality, year, group …)."""
    focus = _focus(reading, words)
    return questions.question_profile(reading, focus, _comparison(reading, words)).select(questions.COLUMNS)


def ranking(reading: Reading, words: Words) -> pl.DataFrame:
    """Totals in order, highest first (year, family; municipality and group for one group only)."""
    return totals.ranking(reading, _compared(reading, words)).select(totals.COLUMNS)


def distribution(reading: Reading, words: Words) -> pl.DataFrame:
    """Quartiles per size group, for the total or an area (year, family, area)."""
    area = _whole(words, "area") or 0
    if area > 8:
        told = _("Område {area} finnes ikke. Velg 1 til 8, eller 0 for totalen.", area=area)
        raise UnknownChoice("unknown_area", told)
    points = spread.group_points(reading, _compared(reading, words), area)
    return spread.size_group_statistics(reading, points)


def trend(reading: Reading, words: Words) -> pl.DataFrame:
    """Total and areas of a municipality from evaluation to evaluation (municipality)."""
    return movement.trend(reading, _needed(words, "municipality")).select(movement.COLUMNS)


def left_out(reading: Reading, words: Words) -> pl.DataFrame:
    """Municipalities that take no part in a comparison, each with the reason (as for profile or ranking)."""
    compared = _compared(reading, words)
    return compared.filter(pl.col("left_out").is_not_null()).select("number", "name", "year", "version", "left_out")


def trend_points(reading: Reading, words: Words) -> pl.DataFrame:
    """Every area and total (area 0) that a municipality was ever measured with, by year (municipality, or all)."""
    return areas_of(reading, _evaluations(reading, words)).drop("evaluation")


def discrepancies(reading: Reading, words: Words) -> pl.DataFrame:
    """Where stated figures differ from each other or from the sum of their parts (municipality, or all)."""
    number = words.get("municipality")
    return differing.discrepancies(reading, municipality_key(reading, number) if number else None)


def merger(reading: Reading, words: Words) -> pl.DataFrame:
    """Verdict on every question among municipalities that merge (municipalities=1612,1571,1613, year, family).

    Columns: code, area, label; verdict (best, common_gap, equal, divided, not_comparable); leader, a municipality
    number, and lead, points to the second, both null unless the verdict is best; then the points of each
    municipality, in a column named by its number, null where the figure is not known.
    """
    group = _merging(reading, words)
    return merged.merger(reading, group).select(merged.COLUMNS + [one.municipality for one in group])


def transfers(reading: Reading, words: Words) -> pl.DataFrame:
    """What municipalities that merge can take over from whom (municipalities=1612,1571,1613, year, family).

    Columns: code; from and to, municipality numbers; points, the best figure less that of the taker.
    """
    return merged.transfers(reading, _merging(reading, words)).select(merged.TRANSFERS)


def best_practice(reading: Reading, words: Words) -> pl.DataFrame:
    """Whom a municipality can learn a question from, most similar first (code, municipality, year, group …).

    Columns: code, number, name, population, size_group, points; share, 0 to 1 of the maximum; lead, points before
    own; same_county, same_kostra and same_income, null where one of the two is not known.
    """
    focus = _focus(reading, words)
    found = practice.best_practice(reading, focus, _needed(words, "code"), _comparison(reading, words))
    return found.select(practice.COLUMNS)


Question = Callable[[Reading, Words], pl.DataFrame]
COMPARED_BY = {"municipality", "year", "version", "reference_year", "window", "group", "municipalities"}
TAKES = {
    "profile": COMPARED_BY,
    "question_profile": COMPARED_BY,
    "ranking": COMPARED_BY | {"family"},
    "distribution": COMPARED_BY | {"family", "area"},
    "left_out": COMPARED_BY | {"family"},
    "trend": {"municipality"},
    "trend_points": {"municipality"},
    "discrepancies": {"municipality"},
    "merger": {"municipalities", "year", "reference_year", "family"},
    "transfers": {"municipalities", "year", "reference_year", "family"},
    "best_practice": COMPARED_BY | {"code"},
}
"""The words each comparison listens to, beside dataset and as_of; any other is refused."""
COMPARISONS: tuple[Question, ...] = (
    profile,
    question_profile,
    ranking,
    distribution,
    trend,
    trend_points,
    left_out,
    discrepancies,
    merger,
    transfers,
    best_practice,
)


def known_questions() -> dict[str, Question]:
    """Return every question by name: the comparisons, then those that are one SQL file."""
    names = sorted(path.stem for path in FOLDER.glob("*.sql"))
    compared = {question.__name__: question for question in COMPARISONS}
    return compared | {name: partial(_stored, name) for name in names}


def refuse_ignored(name: str, words: Words) -> None:
    """Refuse words that a question would not listen to, since the answer would not be to what was asked.

    Raises:
        UnknownChoice: the question does not take one of the words.
    """
    ignored = sorted(set(words) - _words_of(name) - {"dataset", "as_of"})
    if ignored:
        told = _("Spørsmålet «{query}» tar ikke {arguments:or}.", query=name, arguments=ignored)
        raise UnknownChoice("ignored_arguments", told)


def _words_of(name: str) -> set[str]:
    if name in TAKES:
        return TAKES[name]
    parameters = parameters_of(sql_text(name))
    return {*parameters} | ({"municipality", "year", "version"} if OF_ONE & parameters else set())


def first_line(name: str) -> str:
    """Return what a question answers, in its first line of comment."""
    question = known_questions()[name]
    if isinstance(question, partial):
        return sql_text(name).splitlines()[0].removeprefix("-- ")
    return (question.__doc__ or "").splitlines()[0]


def question_named(name: str) -> Question:
    """Return the question of this name.

    Raises:
        UnknownChoice: there is none.
    """
    known = known_questions()
    if name not in known:
        told = _("Spørsmålet «{query}» finnes ikke.", query=name)
        raise UnknownChoice("unknown_query", in_a_row(told, did_you_mean(name, list(known))))
    return known[name]


def _stored(name: str, reading: Reading, words: Words) -> pl.DataFrame:
    parameters = parameters_of(sql_text(name))
    values: dict[str, object] = {key: words.get(key) for key in parameters - OF_THE_READING}
    if OF_ONE & parameters:
        focus = _focus(reading, words).evaluation
        values |= {"evaluation": focus, "evaluations": [focus]}
    if words.get("municipality") and "municipality" in parameters:
        values["municipality"] = municipality_key(reading, words["municipality"])
    return reading.ask(name, **values)


def _compared(reading: Reading, words: Words) -> pl.DataFrame:
    """Compare around the municipality named, else list the whole family as it stood in a year."""
    comparison = _comparison(reading, words)
    if "municipality" in words:
        return comparison_set(reading, _focus(reading, words), comparison)
    if comparison.group not in ("all", "choice"):
        told = _("group={group} trenger municipality=…, som sier hvilken gruppe.", group=comparison.group)
        raise UnknownChoice("group_without_municipality", told)
    family = _whole(words, "family") or largest_family(reading)
    year = _whole(words, "reference_year") or _whole(words, "year") or int(_needed(words, "year"))
    return landscape(reading, family, year, comparison)


def _evaluations(reading: Reading, words: Words) -> list[str]:
    """Return the evaluations of the municipality named, or all that count."""
    number = words.get("municipality")
    key = municipality_key(reading, number) if number else None
    return reading.ask("evaluations", municipality=key)["evaluation"].to_list()


def _focus(reading: Reading, words: Words) -> Evaluation:
    number = _needed(words, "municipality")
    return find_evaluation(reading, number, _whole(words, "year"), words.get("version"))


def _merging(reading: Reading, words: Words) -> tuple[Evaluation, ...]:
    numbers = [number for number in _needed(words, "municipalities").split(",") if number]
    year = _whole(words, "reference_year") or _whole(words, "year")
    group = merging(reading, numbers, year, _whole(words, "family"))
    refuse_left_out(group)
    return group.evaluations


def _comparison(reading: Reading, words: Words) -> Comparison:
    chosen = [number for number in words.get("municipalities", "").split(",") if number]
    return Comparison(
        group=words.get("group", "all"),
        reference_year=_whole(words, "reference_year"),
        window=_whole(words, "window"),
        municipalities=tuple(municipality_key(reading, number) for number in chosen),
    )


def _needed(words: Words, name: str) -> str:
    if not words.get(name):
        needed = "Spørsmålet trenger {argument}=…, for eksempel {argument}={example}."
        raise UnknownChoice("missing_argument", _(needed, argument=name, example=EXAMPLES.get(name, "2018")))
    return words[name]


EXAMPLES = {"municipality": "1612", "municipalities": "1612,1571,1613", "code": "1.3"}


def _whole(words: Words, name: str) -> int | None:
    text = words.get(name)
    if text is None:
        return None
    if not text.isdecimal() or len(text) > 9:
        told = _("{argument} må være et helt tall, ikke «{text}».", argument=name, text=text)
        raise UnknownChoice("not_a_whole_number", told)
    return int(text)


def words_from(arguments: list[str]) -> dict[str, str]:
    """Return `key=value` arguments as a mapping.

    Raises:
        UnknownChoice: one is not of that form, or its key is not known.
    """
    words = {}
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or key not in WORDS:
            told = _("«{argument}» forstås ikke.", argument=argument)
            form = _("Skriv nøkkel=verdi med en av: {known}.", known=WORDS)
            raise UnknownChoice("argument_not_understood", in_a_row(told, did_you_mean(key, WORDS), form))
        words[key] = value
    return words
