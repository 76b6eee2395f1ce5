from typing import Any

import polars as pl
import pytest

from data.store import Store
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Heading, Notice, Paragraph, Picture
from reports.links import Link
from reports.many import first_rows
from reports.table import Table
from reports.view import View
from tests.conftest import Landscape
from tests.landscapes import made
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

# By hand from the sources: the latest published total of each municipality measured with version 2.0 or 2.1.
PUBLISHED = [
    ("1", "Lom", "550", "senest 2019"),
    ("2", "Bærum", "535", "senest 2019"),
    ("3", "Ulstein", "534", "2019"),
    ("4", "Kristiansund", "523", "2016"),
    ("5", "Hemne", "433", "2018"),
    ("6", "Øvre Eiker", "378", "2015"),
    ("7", "Hareid", "324", "2019"),
]
FILES = {"varmekart-tabell", "totaler-soyler", "totaler-tabell", "nyeste-tabell"}


def choice(snapshot: Snapshot, **words: str) -> Any:
    return REPORTS["oversikt"].choose(View(snapshot), Address(words))


def links(snapshot: Snapshot, section: str, **words: str) -> dict[str, Link | None]:
    contents = sections_of("oversikt", snapshot, **words)[section]
    return {one.text: one.link for one in contents if isinstance(one, Paragraph) and one.link}


def test_a_first_visitor_reads_what_this_is_and_how_much_there_is(real: Snapshot) -> None:
    told = sections_of("oversikt", real)
    title, lead = told["hode"]
    assert title == Heading("Hvor står kommunen?", 1)
    assert isinstance(lead, Paragraph)
    assert lead.text.startswith("Kommunekompasset måler hvor godt en kommune styres")
    assert texts(told["innhold"]) == [
        "13 evalueringer av 8 kommuner, målt med versjon 2.0, 2.1 og 2020. Nyeste er fra 2021. "
        "I tillegg vet vi om 28 evalueringer der poengene ikke er her."
    ]


def test_the_ways_on_lead_to_the_newest_evaluation_of_the_municipality_in_the_address(real: Snapshot) -> None:
    hareid = (("kommune", "1517"), ("aar", "2019"))
    assert links(real, "videre", kommune="1517", aar="2017") == {
        "Åpne Hareid 2019": Link("kommune", hareid),
        "Se utviklingen": Link("utvikling", hareid),
    }


def test_who_sees_the_few_real_figures_is_offered_the_example_and_others_are_not(
    real: Snapshot, example: Snapshot
) -> None:
    hemne = (("kommune", "1612"), ("aar", "2018"))
    assert links(real, "eksempel") == {
        "Åpne eksempeldataene: 55 oppdiktede kommuner, fullt utfylt": Link("kommune", hemne, "example")
    }
    assert sections_of("oversikt", example)["eksempel"] == ()


def test_an_empty_dataset_gets_the_welcome_and_a_sentence_and_nothing_else(store: Store) -> None:
    nothing = View(snapshot_of(store, "example", 1))
    title, lead, notice = empty_of("oversikt", nothing).contents
    assert isinstance(title, Heading)
    assert isinstance(lead, Paragraph)
    assert notice == Notice("no_evaluations", "Det er ingen evalueringer i dette datasettet ennå.")
    with pytest.raises(UnknownChoice):
        REPORTS["oversikt"].content(nothing, Address({}), "nyeste-tabell")


def test_the_published_totals_are_ranked_and_a_few_get_no_quartile(real: Snapshot) -> None:
    table = table_of("oversikt", real, "totaler-tabell")
    assert on_screen(table, "Plass", "Kommune", "Total", "Evaluert") == PUBLISHED
    assert "Kvartil" not in [column.heading for column in table.columns]
    assert (
        "Dette er de 7 kommunene vi har totaler for med versjon 2.0 og 2.1 til og med 2019, ikke landet. Rapportene "
        "bygger på flere; derfor vises ingen kvartiler her."
    ) in texts(sections_of("oversikt", real)["totaler"])


def test_a_landscape_as_large_as_that_of_print_gets_quartiles(example: Snapshot) -> None:
    hemne = [
        row
        for row in on_screen(table_of("oversikt", example, "totaler-tabell"), "Kommune", "Plass", "Total", "Kvartil")
        if row[0] == "Hemne"
    ]
    assert hemne == [("Hemne", "9", "433", "øvre kvartil")]
    assert "n = 55. Lik total gir lik plass." in texts(sections_of("oversikt", example)["totaler"])


def test_the_totals_can_be_seen_from_an_earlier_year(real: Snapshot) -> None:
    table = table_of("oversikt", real, "totaler-tabell", referanse="2016")
    assert ("4", "Ulstein", "467", "2016") not in on_screen(table, "Plass", "Kommune", "Total", "Evaluert")
    assert table.title == "Totaler med versjon 2.0 og 2.1, siste evaluering til og med 2016"
    assert max(table.rows["year"]) <= 2016


def test_where_nobody_has_a_total_a_sentence_says_so_and_there_are_no_files_of_it(real: Snapshot) -> None:
    told = sections_of("oversikt", real, referanse="1990")
    assert [told[key] for key in ("totaler", "kart")] == [(), ()]
    [notice] = told["varmekart"]
    assert notice == Notice("no_totals", "Ingen kommuner har en total for dette valget.")
    assert set(taken_away("oversikt", real, referanse="1990")) == {"nyeste-tabell", "kjente-tabell"}


@pytest.mark.parametrize("number", ["1612", "5011"])
def test_ours_is_marked_by_any_of_its_numbers_and_a_number_of_nobody_marks_nobody(real: Snapshot, number: str) -> None:
    assert table_of("oversikt", real, "totaler-tabell", kommune=number).marked == {"number": "1612"}
    assert table_of("oversikt", real, "totaler-tabell", kommune="9999").marked == {"number": ""}


def test_a_number_of_nobody_gets_a_sentence(real: Snapshot, example: Snapshot) -> None:
    assert said_in_vain("oversikt", real, kommune="9999") == [
        "Ingen kommune vi kjenner, har nummeret «9999». Søk etter navnet."
    ]
    assert said_in_vain("oversikt", example, kommune="0514") == ["Kommune «0514» finnes ikke i eksempeldataene."]
    for number in ("1612", "5011", "1657", "SE-0180", ""):  # evaluated, renumbered, without points, Swedish, none
        assert said_in_vain("oversikt", real, kommune=number) == []


def test_the_words_of_a_choice_choose_it_again(real: Snapshot, example: Snapshot) -> None:
    for snapshot in (real, example):
        for words in ({}, {"kommune": "5011"}, {"kommune": "9999", "referanse": "2017"}, {"familie": "0"}):
            first = choice(snapshot, **words)
            assert choice(snapshot, **first.parameters()) == first
    assert choice(real, kommune="5011").parameters() == {"kommune": "1612", "familie": "2", "referanse": "2019"}


def test_an_unknown_family_falls_back_with_a_sentence(real: Snapshot) -> None:
    assert said_in_vain("oversikt", real, familie="7") == [
        "Versjonsfamilie 7 finnes ikke. Her vises versjon 2.0 og 2.1."
    ]


def test_the_newest_evaluations_of_any_version_come_first(real: Snapshot) -> None:
    table = table_of("oversikt", real, "nyeste-tabell")
    assert on_screen(table, "Kommune", "Evaluert", "Versjon", "Total")[:2] == [
        ("Røros", "2021", "2020", "593"),
        ("Bærum", "senest 2019", "2.0", "535"),
    ]
    assert csv_rows(real, table)[1][:5] == ["Røros", "1640", "2021", "2020", "593"]


def test_everything_can_be_taken_away_in_every_format(real: Snapshot, example: Snapshot) -> None:
    for snapshot in (real, example):
        found = taken_away("oversikt", snapshot)
        only = {"kjente-tabell", "kart-bilde", "kart-tabell"} if snapshot is real else set()
        assert set(found) == FILES | only
        for content in found.values():
            kinds = {"png", "svg"} if isinstance(content, Picture) else {"xlsx", "csv"}
            assert kinds_of_files(snapshot, content) == kinds


def test_the_file_of_totals_says_what_it_is(real: Snapshot) -> None:
    headings, first, *_others = csv_rows(real, table_of("oversikt", real, "totaler-tabell"))
    lom = dict(zip(headings, first, strict=False))
    assert (lom["Kommune"], lom["Kommunenummer"], lom["Plass"], lom["Total"]) == ("Lom", "0514", "1", "550")
    for told in ("til og med 2019: n = 7.", "ikke landet", "Kilder: ", "Datasett: virkelige tall"):
        assert told in lom["Om tallene"]


def test_of_many_the_first_five_hundred_and_ours_are_kept_and_the_file_has_all(landscape: Landscape) -> None:
    numbers = [str(100_000 + place) for place in range(505)]
    snapshot = landscape(*(made(number, total=800 - place) for place, number in enumerate(numbers)))
    table = table_of("oversikt", snapshot, "totaler-tabell", kommune=numbers[-1])
    assert (table.rows.height, table.of) == (501, 505)
    assert table.rows["number"].to_list() == [*numbers[:500], numbers[-1]]
    assert len(csv_rows(snapshot, table)) == 1 + 505
    picture = taken_away("oversikt", snapshot, kommune=numbers[-1])["totaler-soyler"]
    assert isinstance(picture, Picture)
    assert "445 kommuner er ikke tegnet, men regnet med." in picture.description


def test_five_hundred_rows_are_not_many() -> None:
    rows = pl.DataFrame({"number": range(500)})
    assert first_rows(rows, {"number": 499}) is rows
    assert first_rows(pl.DataFrame({"number": range(502)}), {})["number"].to_list() == list(range(500))


def test_every_municipality_in_a_table_leads_to_its_page(real: Snapshot) -> None:
    for key in ("totaler-tabell", "nyeste-tabell"):
        table = table_of("oversikt", real, key)
        assert isinstance(table, Table)
        first = table.rows.row(0, named=True)
        assert table.columns[0].link
        assert table.columns[0].link(first) == Link(
            "kommune", (("kommune", first["number"]), ("aar", str(first["year"])))
        )
