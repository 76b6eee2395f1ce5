from pathlib import Path
from typing import Any

import pytest

from data.opening import open_store
from data.store import Store
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Fold, Heading, Notice, Picture
from reports.view import View
from tests.conftest import Landscape
from tests.landscapes import add, made
from tests.reports.reading_reports import (
    csv_rows,
    empty_of,
    kinds_of_files,
    on_screen,
    said_in_vain,
    sections_of,
    table_of,
    taken_away,
    texts,
)

REPORT = "storrelsesgruppe"
HEMNE = {"kommune": "1612", "aar": "2018"}
MEAN = ("Størrelsesgruppe", "n", "Gjennomsnitt")


def choice(snapshot: Snapshot, **words: str) -> Any:
    return REPORTS[REPORT].choose(View(snapshot), Address(words))


def test_what_print_says_of_the_groups_leads(real: Snapshot) -> None:
    heading, country, smallest, *_others = texts(sections_of(REPORT, real, **HEMNE)["grupper"])
    assert heading == "Totaler etter størrelse"
    assert country == ("På trykk: Norge har gjennomsnittet 359 (avledet, n = 55 sluttet, KS-K rapport 3/2018, s. 7).")
    assert smallest == (
        "På trykk: Kommuner med under 5 000 innbyggere har gjennomsnittet 324 (oppgitt, n = 15 sluttet, "
        "KS-K rapport 3/2018, s. 7)."
    )


def test_the_groups_of_the_example_have_the_number_and_mean_of_print(example: Snapshot) -> None:
    table = table_of(REPORT, example, "grupper-tabell", **HEMNE)
    assert on_screen(table, *MEAN)[0] == ("under 5 000 innbyggere", "15", "324,0")
    assert sum(int(n) for _group, n, _mean in on_screen(table, *MEAN)) == 55
    assert table.marked == {"group": 1}
    assert table.notes == ["n = 55. Med færre enn 5 i en gruppe vises verken gjennomsnitt eller kvartil."]


def test_a_few_are_counted_and_not_called_the_country(real: Snapshot) -> None:
    table = table_of(REPORT, real, "grupper-tabell", **HEMNE)
    assert on_screen(table, *MEAN) == [
        ("under 5 000 innbyggere", "1", ".."),
        ("5 000–9 999 innbyggere", "2", ".."),
        ("10 000 innbyggere eller flere", "2", ".."),
    ]
    assert table.notes == [
        "Dette er de 5 kommunene vi har tall for, ikke landet. Med færre enn 5 i en gruppe vises verken gjennomsnitt "
        "eller kvartil."
    ]


def test_an_area_can_be_chosen_in_place_of_the_total(example: Snapshot) -> None:
    title = "Politisk styring og kontroll etter innbyggertall, siste evaluering til og med 2018"
    assert table_of(REPORT, example, "grupper-tabell", **HEMNE, omrade="3").title == title
    heading, *_others = sections_of(REPORT, example, **HEMNE, omrade="3")["grupper"]
    # Means of area 3 over 15, 21 and 19 municipalities, independently in tests/queries.
    assert heading == Heading("Snittet stiger med størrelsen: 56,2 → 59,7 → 64,7")


def test_where_nobody_has_the_figure_a_sentence_says_so(landscape: Landscape) -> None:
    told = sections_of(REPORT, landscape(made("9001", total=400)), kommune="9001")
    assert told["grupper"][1] == Notice(
        "nobody_has_the_figure", "Ingen kommuner med kjent innbyggertall har dette tallet."
    )
    assert told["egen"] == (
        Notice(
            "size_not_known",
            "Innbyggertallet i Kommune 9001 er ikke kjent, og dermed heller ikke størrelsesgruppen.",
        ),
    )


def test_our_own_group_is_ranked_with_hemne_second_of_fifteen(example: Snapshot) -> None:
    heading, picture, said = sections_of(REPORT, example, **HEMNE)["egen"]
    assert heading == Heading("Kommuner med under 5 000 innbyggere")
    assert isinstance(picture, Picture)
    assert "nummer 2 Hemne (2018) 433" in picture.description
    assert "Nedre kvartil er" in picture.description
    assert texts([said]) == ["n = 15."]


def test_one_alone_in_its_group_is_told_as_one(real: Snapshot) -> None:
    _heading, picture, said = sections_of(REPORT, real, **HEMNE)["egen"]
    assert isinstance(picture, Picture)
    assert picture.description == "Poeng av 800, høyest først: Hemne (2018) 433 (n = 1)."
    assert texts([said]) == ["Dette er den ene kommunen vi har tall for, ikke landet."]


def test_income_groups_are_told_in_order_where_they_are_known(real: Snapshot, example: Snapshot) -> None:
    table = table_of(REPORT, example, "inntekt-tabell", **HEMNE)
    assert [group for (group,) in on_screen(table, "Inntektsgruppe")] == ["lav", "middels", "høy"]
    assert table.marked == {"income_group": "middle"}
    assert "middels inntekt" in " ".join(texts(sections_of("kommune", example, **HEMNE)["grunnlag"]))
    assert texts(sections_of(REPORT, real, **HEMNE)["inntekt"]) == [
        "Etter inntektsnivå",
        "Inntektsgruppen er ikke kjent for noen av kommunene her.",
    ]


def test_who_is_in_the_groups_is_listed_by_size_and_who_is_not_with_the_reason(real: Snapshot) -> None:
    heading, inside, *outside = sections_of(REPORT, real, kommune="1517", aar="2019")["med"]
    assert heading == Heading("Hvem er med")
    assert isinstance(inside, Fold)
    assert inside.heading == "7 kommuner med innbyggertall og evalueringsår"
    members = table_of(REPORT, real, "med-tabell", kommune="1517", aar="2019")
    assert on_screen(members, "Kommune")[:3] == [("Hemne",), ("Lom",), ("Hareid",)]
    assert texts(outside) == [
        "Bare totalen er kjent for Bærum, Kristiansund, Lom og Øvre Eiker, som derfor ikke teller for områdene.",
        "Ikke med i sammenligningen: 1 kommune, med årsak",
    ]
    left_out = table_of(REPORT, real, "med-utenfor-tabell", kommune="1517", aar="2019")
    assert on_screen(left_out, "Kommune", "Årsak") == [("Røros", "målt med en versjon som ikke kan sammenlignes")]


def test_one_alone_is_one_municipality(real: Snapshot) -> None:
    _heading, inside, *_outside = sections_of(REPORT, real, kommune="1640", aar="2021")["med"]
    assert isinstance(inside, Fold)
    assert inside.heading == "1 kommune med innbyggertall og evalueringsår"


def test_of_many_members_the_first_are_kept_and_the_file_has_all(landscape: Landscape) -> None:
    numbers = [str(100_000 + place) for place in range(505)]
    snapshot = landscape(*(made(number, total=400, population=1000) for number in numbers))
    table = table_of(REPORT, snapshot, "med-tabell", kommune=numbers[-1])
    assert (table.rows.height, table.of) == (501, 505)
    assert len(csv_rows(snapshot, table)) == 1 + 505


def test_an_unknown_area_falls_back_to_the_total(real: Snapshot) -> None:
    assert said_in_vain(REPORT, real, **HEMNE, omrade="12") == ["Område 12 finnes ikke. Her vises totalen."]
    assert choice(real, **HEMNE, omrade="12").area == 0


def test_the_words_of_a_choice_choose_it_again(example: Snapshot) -> None:
    first = choice(example, **HEMNE, omrade="3", referanse="2017")
    assert first.parameters() == {"kommune": "1612", "aar": "2018", "omrade": "3", "referanse": "2017"}
    assert choice(example, **first.parameters()) == first


def test_an_empty_dataset_gets_the_title_and_a_sentence(store: Store) -> None:
    nothing = View(snapshot_of(store, "example", 1))
    assert texts(empty_of(REPORT, nothing).contents) == [
        "Kommuner etter størrelse",
        "Det er ingen evalueringer i dette datasettet ennå.",
    ]
    with pytest.raises(UnknownChoice):
        choice(nothing.snapshot)


@pytest.mark.parametrize(
    ("dataset", "words", "keys"),
    [
        ("example", HEMNE, {"grupper-spredning", "grupper-tabell", "egen-soyler", "inntekt-tabell", "med-tabell"}),
        (
            "real",
            {"kommune": "1517", "aar": "2019", "omrade": "1"},
            {
                *("grupper-spredning", "grupper-tabell", "egen-soyler", "med-tabell", "med-utenfor-tabell"),
                *("kart-bilde", "kart-tabell"),
            },
        ),
    ],
)
def test_everything_can_be_taken_away_in_every_format(
    request: pytest.FixtureRequest, dataset: str, words: dict[str, str], keys: set[str]
) -> None:
    snapshot: Snapshot = request.getfixturevalue(dataset)
    found = taken_away(REPORT, snapshot, **words)
    assert set(found) == keys
    for content in found.values():
        kinds = {"png", "svg"} if isinstance(content, Picture) else {"xlsx", "csv"}
        assert kinds_of_files(snapshot, content) == kinds


def test_a_file_of_a_group_says_what_it_rests_on(example: Snapshot) -> None:
    headings, first, *_others = csv_rows(example, table_of(REPORT, example, "grupper-tabell", **HEMNE))
    smallest = dict(zip(headings, first, strict=False))
    assert (smallest["Størrelsesgruppe"], smallest["n"]) == ("under 5 000 innbyggere", "15")
    for told in ("n = 55.", "Kilder: ", "Eksempeldata: tallene er fiktive"):
        assert told in smallest["Om tallene"]


def test_what_is_printed_of_norway_is_not_said_of_a_swedish_municipality(own_store: Store) -> None:
    add(own_store, made("SE-0180", 2018, country="SE", total=500, population=4000, municipality="Stockholm"))
    told = texts(sections_of(REPORT, snapshot_of(own_store, "real"), kommune="SE-0180")["grupper"])
    assert told[0] == "Totaler etter størrelse"
    assert not [sentence for sentence in told if "På trykk" in sentence]


@pytest.fixture
def own_store(own_store_file: Path) -> Store:
    return open_store(own_store_file)
