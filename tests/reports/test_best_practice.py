"""Whom to learn from and who leads: the sentences, and what stands in tables and files."""

from typing import Any

import polars as pl
import pytest

from queries.snapshot import Snapshot
from reports.best_practice.sentences import learning_sentence, nobody_sentence
from reports.content import Beside, Fold, Heading, Notice, Picture, files_of
from reports.links import link
from reports.table import Table
from reports.values import shown
from tests.landscapes import DATA, csv_rows
from tests.queries.plain_python import example_evaluations, newest
from tests.reports.reading_reports import (
    built,
    chosen,
    every_format,
    on_screen,
    one_file,
    rows_of,
    sections_of,
    taken_away,
)

HEMNE = {"kommune": "1612", "aar": "2018"}
QUESTION = {"own": 4.4, "maximum_points": 25, "n": 55}
LIMITS = {"lead_share": 10, "leader_share": 60}
FOUND = pl.DataFrame(
    {"name": ["Rognlia"], "population": [2979], "points": [18.4], "lead": [14.0]}
    | {"ahead": [2], "recommended": [2], "below_floor": [False]}
)
BEST = FOUND.with_columns(points=8.4, lead=4.0, recommended=1, below_floor=True)
TOO_FEW = "Færre enn fem i sammenligningen er målt på underspørsmålene. Da utpeker vi ingen høyeste."


def section(snapshot: Snapshot, key: str, **words: str) -> tuple[Any, ...]:
    return built("beste-praksis", snapshot, key, **words)


def file(snapshot: Snapshot, key: str, **words: str) -> Table:
    table = one_file("beste-praksis", snapshot, key, **words)
    assert isinstance(table, Table)
    return table


# The sentences ------------------------------------------------------------------------------------


def test_it_is_said_how_many_are_ahead() -> None:
    assert learning_sentence("Hemne", QUESTION, FOUND, LIMITS) == (
        "Hemne har 4,4 av 25 poeng. 2 av de 54 andre i sammenligningen ligger minst 10\u00a0% av maksimum foran."
    )


def test_it_is_said_how_many_of_those_ahead_are_good() -> None:
    assert learning_sentence("Hemne", QUESTION, FOUND.with_columns(ahead=24), LIMITS) == (
        "Hemne har 4,4 av 25 poeng. 24 av de 54 andre i sammenligningen ligger minst 10\u00a0% av maksimum foran, "
        "og 2 av dem har minst 60\u00a0%."
    )


def test_it_is_said_that_nobody_is_good() -> None:
    ahead = "Hemne har 4,4 av 25 poeng. 2 av de 54 andre i sammenligningen ligger minst 10\u00a0% av maksimum foran, "
    assert learning_sentence("Hemne", QUESTION, BEST, LIMITS) == ahead + "men ingen har 60\u00a0%."
    assert learning_sentence("Hemne", QUESTION, BEST.with_columns(recommended=2), LIMITS) == (
        ahead + "men ingen har 60\u00a0%. Her vises de 2 beste, som har like mye."
    )
    assert learning_sentence("Hemne", QUESTION | {"n": 2}, BEST.with_columns(ahead=1), LIMITS) == (
        "Hemne har 4,4 av 25 poeng. Den ene andre i sammenligningen ligger minst 10\u00a0% av maksimum foran, men har "
        "ikke 60\u00a0%."
    )


def test_one_other_is_not_spoken_of_as_one_of_many() -> None:
    assert learning_sentence("Hemne", QUESTION | {"n": 2}, FOUND.with_columns(ahead=1), LIMITS) == (
        "Hemne har 4,4 av 25 poeng. Den ene andre i sammenligningen ligger minst 10\u00a0% av maksimum foran."
    )


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("own_unknown", "Poengene til Hemne er ikke kjent her, så vi kan ikke si hvem som ligger foran."),
        (
            "alone",
            "Hemne har 4,4 av 25 poeng. Ingen andre i sammenligningen er målt på dette med samme versjon.",
        ),
        ("highest", "Hemne har 4,4 av 25 poeng, og ingen i sammenligningen har mer."),
        (
            "lead_too_small",
            "Hemne har 4,4 av 25 poeng. Noen har mer, men ingen ligger så mye som 10\u00a0% av maksimum foran: for "
            "lite til å tillegges vekt.",
        ),
    ],
)
def test_where_there_is_nobody_the_reason_is_said(reason: str, told: str) -> None:
    question = QUESTION if reason != "own_unknown" else QUESTION | {"own": None}
    assert nobody_sentence("Hemne", reason, question, 10) == told


# Whom to learn from -------------------------------------------------------------------------------


def test_the_first_three_of_both_lists_stand_side_by_side(example: Snapshot) -> None:
    told, beside, note, *_rest = section(example, "laere", **HEMNE, sporsmal="4.6")
    # 41 are ahead, one of them 55th of 55 in total and the most similar; 12 have 12.0 of 20 or more.
    assert told.text.endswith("41 av de 54 andre i sammenligningen ligger minst 10\u00a0% av maksimum foran, og 12 av "
                              "dem har minst 60\u00a0%.")  # fmt: skip
    assert isinstance(beside, Beside)
    (similar,), (best,) = beside.parts
    assert isinstance(similar, Table)
    assert isinstance(best, Table)
    assert (similar.title, best.title) == ("Mest lik dere", "Best i sammenligningen")
    assert on_screen(similar, "Kommune", "Poeng", "Foran") == [
        ("Rognlia 2017", "12,0 av 20", "+6,2"),
        ("Steinhaug 2016", "14,0 av 20", "+8,2"),
        ("Halvøy 2018", "13,6 av 20", "+7,8"),
    ]
    assert on_screen(best, "Kommune", "Poeng", "Foran") == [
        ("Fosseid 2017", "19,8 av 20", "+14,0"),
        ("Einerdal 2017", "17,3 av 20", "+11,5"),
        ("Sørlia 2018", "15,1 av 20", "+9,3"),
    ]
    assert note.text == "Teksten under navnet er styrkene evaluererne skrev om område 4 der."


def test_beneath_each_stand_the_strengths_written_of_the_area_of_the_question(example: Snapshot) -> None:
    written = csv_rows(DATA / "example" / "remarks.csv")
    for code in ("4.6", "2.2", "7.4"):
        _told, beside, *_rest = section(example, "laere", **HEMNE, sporsmal=code)
        for (table,) in beside.parts:
            for row in table.rows.iter_rows(named=True):
                theirs = [
                    remark["text"]
                    for remark in written
                    if (remark["municipality_number"], remark["area"]) == (row["number"], code[0])
                    and (remark["year"], remark["kind"]) == (str(row["year"]), "strength")
                ]
                assert theirs
                assert row["strengths"] == " ".join(theirs)


def test_the_distance_is_shown_where_it_is_known(example: Snapshot) -> None:
    _told, beside, *_rest = section(example, "laere", **HEMNE, sporsmal="4.3")
    (similar,), _best = beside.parts
    assert on_screen(similar, "Kommune", "Avstand")[:2] == [
        ("Snillfjord (eksempel) 2018", "31 km"),
        ("Bjørkelia 2018", ""),
    ]


def test_of_each_list_the_fold_has_the_first_ten_and_the_file_all(example: Snapshot) -> None:
    table, best = file(example, "laere-tabell", **HEMNE, sporsmal="4.6"), file(
        example, "laere-best", **HEMNE, sporsmal="4.6"
    )  # fmt: skip
    assert (table.rows.height, best.rows.height) == (10, 10)
    headings, first, *others = rows_of(example, table)
    assert headings == [
        "Kommune", "Kommunenummer", "Evaluert", "Kode", "Poeng", "Maksimum", "Av maksimum", "Poeng foran",
        "Innbyggere", "Størrelsesgruppe", "Avstand i km", "Trinn i innbyggertall", "Samme fylke",
        "Samme KOSTRA-gruppe", "Samme inntektsgruppe", "Under grensen (det beste som finnes)",
        "Styrker evaluererne skrev om området",
    ]  # fmt: skip
    assert first[:7] == ["Rognlia", "9033", "2017", "4.6", 12, 20, 0.6]
    assert first[8:16] == [2979, "under 5 000 innbyggere", None, 1, "nei", "nei", "ja", "nei"]
    assert first[16].startswith("Forventningene til lederne er skrevet ned og kjent.")
    assert len(others) == 11
    assert table.notes[0].startswith("Med er de som ligger klart foran og selv har minst 60\u00a0% av maksimum.")
    assert table.notes[0].endswith("De 10 første av 12 vises; filen har alle.")
    points = [row[4] for row in rows_of(example, best)[1:]]
    assert points == sorted(points, reverse=True)
    assert sorted(row[1] for row in rows_of(example, best)[1:]) == sorted(row[1] for row in [first, *others])


def test_where_nobody_is_good_the_best_there_is_is_shown_and_called_that(example: Snapshot) -> None:
    told, table, *_rest = section(example, "laere", **HEMNE, sporsmal="1.3")
    assert told.text.startswith("Hemne har 4,4 av 25 poeng. 24 av de 54 andre i sammenligningen ligger minst")
    assert told.text.endswith("men ingen har 60\u00a0%.")
    assert (table.title, on_screen(table, "Kommune", "Poeng")) == (
        "Det beste som finnes",
        [("Vinterdal 2017", "13,7 av 25")],
    )
    full = file(example, "laere-tabell", **HEMNE, sporsmal="1.3")
    _headings, first = rows_of(example, full)
    assert (first[0], first[4], first[15]) == ("Vinterdal", 13.7, "ja")
    assert full.notes == ["Ingen i sammenligningen har 60\u00a0% av maksimum. Dette er det beste som finnes."]


def test_the_first_of_them_is_told_as_readers_read_and_leads_to_the_area(example: Snapshot) -> None:
    table = file(example, "laere-tabell", **HEMNE, sporsmal="4.6")
    row = table.rows.row(0, named=True)
    cells = [shown(column, row) for column in table.columns if column.only != "file"]
    assert cells[:3] == ["Rognlia 2017", "12,0", "60\u00a0%"]
    assert cells[4:] == ["2\u00a0979", "under 5 000 innbyggere", "..", "inntektsgruppe"]
    leads_to = table.columns[0].link
    assert leads_to
    assert leads_to(row) == link("kommune", kommune="9033", aar=2017, omrade=4)


def test_without_a_question_the_weakest_have_the_most_similar_and_the_best_beside_them(example: Snapshot) -> None:
    assert list(sections_of("beste-praksis", example, **HEMNE)) == ["hode", "igjen", "hoyest", "programmer"]
    (table,) = section(example, "igjen", **HEMNE)
    headings, *rows = rows_of(example, table)
    assert headings == [
        "Underspørsmål", "Kode", "Igjen", "Egne poeng", "Maksimum", "Mest lik dere", "Poeng, mest lik",
        "Best i sammenligningen", "Poeng, best", "Klart foran i alt", "Under grensen (det beste som finnes)",
    ]  # fmt: skip
    # 25 less 4.4, printed p. 16
    assert rows[0] == [
        "Informasjon om resultater",
        "1.3",
        20.6,
        4.4,
        25,
        "Vinterdal",
        13.7,
        "Vinterdal",
        13.7,
        24,
        "ja",
    ]
    assert len(rows) == 10
    whom = on_screen(table, "Mest lik dere", "Best i sammenligningen")
    assert whom[0] == ("Vinterdal 13,7 (det beste som finnes)",) * 2
    assert whom[5] == ("Rognlia 12,0", "Fosseid 19,8")
    assert all(row[6] >= 0.6 * row[4] for row in rows[1:] if row[6] is not None)
    assert table.marked == {}


def test_with_a_question_the_others_are_folded_and_it_is_marked(example: Snapshot) -> None:
    (fold,) = section(example, "igjen", **HEMNE, sporsmal="2.2")
    assert isinstance(fold, Fold)
    (table,) = fold.contents
    assert isinstance(table, Table)
    assert (table.key, table.marked, table.rows.height) == ("igjen-tabell", {"code": "2.2"}, 10)


def test_where_nobody_else_is_measured_that_is_said(real: Snapshot) -> None:
    told = "Hemne har 4,4 av 25 poeng. Ingen andre i sammenligningen er målt på dette med samme versjon."
    assert section(real, "laere", **HEMNE, sporsmal="1.3") == (Notice("alone", told),)


# Everyone ----------------------------------------------------------------------------------------


def test_everyone_is_drawn_and_told_and_those_of_both_lists_are_named(example: Snapshot) -> None:
    _told, _beside, _note, heading, caption, drawn, fold, _lists = section(example, "laere", **HEMNE, sporsmal="4.6")
    # Six of the 54 others have less than 5.8.
    assert heading == Heading("Hemne er nummer 49 av 55 på 4.6")
    assert isinstance(drawn, Picture)
    rows = pl.DataFrame(pl.from_arrow(drawn.points))
    assert rows.filter(kind="dot").height == 55
    assert sorted(rows.filter(kind="name")["label"]) == [
        "Einerdal", "Fosseid", "Halvøy", "Hemne", "Rognlia", "Steinhaug", "Sørlia"
    ]  # fmt: skip
    newest_points = [one.questions["4.6"] for one in newest(example_evaluations())]
    assert sorted(rows.filter(kind="dot")["share"]) == pytest.approx(sorted(float(p) * 5 for p in newest_points))
    assert caption.text == (
        "Sammenlignet med alle vi har tall for (n = 55). En prikk er en kommune, nederst står poengene."
    )
    assert "Fosseid 2017 19,8; Einerdal 2017 17,3;" in drawn.description
    assert "Hemne 2018 5,8 (egen)" in drawn.description
    (table,) = fold.contents
    assert table.rows.height == 55
    assert on_screen(table, "Kommune", "Poeng", "Av maksimum", "Foran")[0] == ("Fosseid", "19,8", "99 %", "+14,0")
    assert table.marked == {"number": "1612"}


def test_few_are_all_named_and_have_no_rank(example: Snapshot) -> None:
    words = {**HEMNE, "gruppe": "utvalg", "utvalg": "1571,1613", "sporsmal": "4.3"}
    *_first, heading, _caption, drawn, _fold, _lists = section(example, "laere", **words)
    assert heading == Heading("De 3 som er målt på 4.3")
    rows = pl.DataFrame(pl.from_arrow(drawn.points))
    assert rows.filter(kind="name").height == 3


def test_a_version_without_published_questions_has_nothing_to_choose(example: Snapshot) -> None:
    choice, said = chosen("beste-praksis", example, kommune="1612", aar="2011", sporsmal="1.3", gruppe="tull")
    assert (choice.code, choice.parameters(), said) == (None, {"kommune": "1612", "aar": "2011"}, [])
    assert section(example, "hode", kommune="1612", aar="2011") == (
        Heading("Ingen underspørsmål å lære av i versjon 2.0", 1),
    )
    told = "Underspørsmålene i versjon 2.0 er ikke publisert. Velg en annen evaluering."
    assert section(example, "laere", kommune="1612", aar="2011") == (Notice("questions_not_published", told),)
    assert taken_away("beste-praksis", example, kommune="1612", aar="2011") == {}


# Who leads ----------------------------------------------------------------------------------------


def folded(snapshot: Snapshot, **words: str) -> tuple[Any, ...]:
    (fold,) = section(snapshot, "hoyest", **words)
    assert (fold.key, fold.heading) == ("hoyest-alt", "Hvem er høyest, og hvor er det gullstjerner")
    contents: tuple[Any, ...] = fold.contents
    return contents


def test_the_highest_of_each_area_are_told_and_those_of_the_questions_of_one(example: Snapshot) -> None:
    areas, per_question, _per_municipality = folded(example, **HEMNE, sporsmal="1.4")
    assert on_screen(areas, "Høyest av 100", "Hvem", "n")[0] == ("53", "Bergsli 2017", "55")
    assert (areas.rows.height, areas.marked) == (8, {"area": 1})
    leads_to = areas.columns[0].link(areas.rows.row(2, named=True))
    assert leads_to == link("beste-praksis", **HEMNE, sporsmal="1.4", omrade=3)
    headings, first, *_others = rows_of(example, per_question)
    assert headings == ["Underspørsmål", "Kode", "Høyest", "Maksimum", "Hvem", "n", "Gullstjerner"]
    assert first == ["1.1 Plan for demokrati og informasjon", "1.1", 11.3, 15, "Almevik", 55, None]
    assert per_question.title == ("Høyest i sammenligningen på område 1, sammenlignet med alle vi har tall for")


def test_of_those_who_lead_anything_the_screen_has_the_first_and_the_file_all(example: Snapshot) -> None:
    table = file(example, "hoyest-kommuner", **HEMNE)
    headings, *rows = rows_of(example, table)
    assert headings == ["Kommune", "Kommunenummer", "Høyest på", "Underspørsmål", "Gullstjerner"]
    assert (table.rows.height, len(rows)) == (15, 26)
    assert table.notes == ["De 15 første av 26; filen har alle."]
    assert rows[1] == ["Hemne", "1612", 5, "2.4, 3.1, 3.4, 4.5, 7.2", "5.1"]


def test_where_too_few_are_measured_nobody_leads_and_the_gold_star_of_hemne_stands(real: Snapshot) -> None:
    told, stars = folded(real, **HEMNE)
    assert told == Notice("too_few_to_lead", TOO_FEW)
    # printed p. 29
    assert rows_of(real, stars)[1:] == [["5.1 Strategi for resultat og effektivitet", "Hemne", 10.5]]


# What an address chooses --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "area", "said"),
    [
        ({"sporsmal": "7.2"}, 7, []),
        ({"sporsmal": "7.2", "omrade": "3"}, 3, []),
        ({"omrade": "99"}, 1, ["Område 99 finnes ikke. Her vises område 1."]),
        ({"gruppe": "fylke", "vindu": "3", "omrade": "99"}, None, []),
    ],
)
def test_the_area_is_that_of_the_question_unless_another_is_named_and_none_where_nobody_leads(
    example: Snapshot, words: dict[str, str], area: int | None, said: list[str]
) -> None:
    choice, told = chosen("beste-praksis", example, **HEMNE, **words)
    assert (choice.area, told) == (area, said)


def test_the_address_of_a_choice_says_all_of_it(example: Snapshot) -> None:
    choice, said = chosen("beste-praksis", example, **HEMNE, sporsmal="7.2", gruppe="storrelse")
    assert choice.parameters() == HEMNE | {"gruppe": "storrelse", "referanse": "2018", "sporsmal": "7.2", "omrade": "7"}
    assert said == []


def test_an_unknown_question_leads_to_the_weakest_and_that_is_said(example: Snapshot) -> None:
    choice, said = chosen("beste-praksis", example, **HEMNE, sporsmal="9.9")
    assert choice.parameters() == HEMNE | {"gruppe": "alle", "referanse": "2018", "omrade": "1"}
    assert said == ["Underspørsmål «9.9» finnes ikke i versjon 2.1. Her vises de svakeste."]


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_every_table_can_be_taken_away(request: pytest.FixtureRequest, dataset: str) -> None:
    snapshot = request.getfixturevalue(dataset)
    files = taken_away("beste-praksis", snapshot, **HEMNE, sporsmal="2.2")
    assert len(files) == {"real": 2, "example": 8}[dataset]
    assert all(made for one in files.values() for made in every_format(snapshot, one).values())
    assert files_of(section(snapshot, "igjen", **HEMNE)).keys() <= files.keys()
    assert len(taken_away("beste-praksis", snapshot, **HEMNE)) == {"real": 2, "example": 4}[dataset]


# Links --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "key"),
    [("kommune", "igjen-tabell"), ("kommune", "omrader-sporsmal-1"), ("beste-praksis", "igjen-tabell")],
)
def test_a_question_leads_to_whom_to_learn_from_in_the_comparison_chosen(
    example: Snapshot, report: str, key: str
) -> None:
    chosen_words = {"gruppe": "utvalg", "referanse": "2019", "vindu": "3", "utvalg": "9001,9002"}
    table = one_file(report, example, key, **HEMNE, **chosen_words, omrade="1")
    leads_to = table.columns[0].link(table.rows.row(0, named=True))
    assert dict(leads_to.choices) == HEMNE | chosen_words | {"sporsmal": table.rows["code"][0]}


def test_the_comparison_shown_at_first_is_not_in_the_address_of_a_link(example: Snapshot) -> None:
    table = one_file("kommune", example, "igjen-tabell", **HEMNE)
    leads_to = table.columns[0].link(table.rows.row(0, named=True))
    assert leads_to == link("beste-praksis", **HEMNE, sporsmal="1.3")
