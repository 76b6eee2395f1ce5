"""Evaluations without points here, municipalities nobody evaluated, and two countries that are never one list."""

from collections.abc import Sequence

from queries.snapshot import Snapshot
from reports.catalogue import REPORTS
from reports.content import Heading, Paragraph
from reports.links import Link
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import made
from tests.reports.reading_reports import built, chosen, csv_rows, on_screen, sections_of, table_of, texts

TABLE = "kjente-tabell"


def links(snapshot: Snapshot, **words: str) -> dict[str, Link]:
    contents = built("oversikt", snapshot, "videre", **words)
    return {one.text: one.link for one in contents if isinstance(one, Paragraph) and one.link}


def test_the_catalogue_lists_those_of_33_whose_points_are_not_here(real: Snapshot) -> None:
    rows = on_screen(table_of("oversikt", real, TABLE), "Kommune", "Evaluert", "Versjon")
    # Ulstein 2017 and 2019, Hareid 2019, Øvre Eiker 2015 and Kristiansund 2016 have points.
    assert len(rows) == 33 - 5
    assert rows[0] == ("Herøy", "2020", "2020")
    assert ("Halsa", "2018", "2.1") in rows
    assert ("Ulstein", "2019", "2.1") not in rows


def test_printed_ranks_are_shown_as_printed_with_their_n(real: Snapshot) -> None:
    rows = on_screen(table_of("oversikt", real, TABLE), "Kommune", "Evaluert", "På trykk")
    printed = {(name, year): rank for name, year, rank in rows}
    assert printed["Tynset", "2015"] == "nr. 9 av 46"
    assert printed["Bærum", "2012"] == "nr. 2 av 30"
    assert printed["Herøy", "2018"] == "blant de 10 % høyeste av 55"
    assert printed["Skaun", "2017"] == "øvre kvartil (n ikke oppgitt)"
    assert printed["Lindesnes", "2017"] == "omtrent på gjennomsnittet (n ikke oppgitt)"
    assert printed["Karasjok", "2019"] == ".."


def test_the_overview_counts_them_apart(real: Snapshot) -> None:
    assert texts(sections_of("oversikt", real)["innhold"]) == [
        "13 evalueringer av 8 kommuner, målt med versjon 2.0, 2.1 og 2020. Nyeste er fra 2021. "
        "I tillegg vet vi om 28 evalueringer der poengene ikke er her."
    ]


def test_the_file_holds_the_note_and_the_number_too(real: Snapshot) -> None:
    heading, *rows = csv_rows(real, table_of("oversikt", real, TABLE))
    assert {"Kommunenummer", "Merknad", "Rapport"} <= {*heading}
    assert len(rows) == 28


def test_the_example_landscape_has_no_catalogue(example: Snapshot) -> None:
    assert built("oversikt", example, "kjente") == ()


def test_a_printed_rank_of_an_evaluation_with_points_stands_on_its_page_once(real: Snapshot) -> None:
    told = texts(sections_of("kommune", real, kommune="1516", aar="2017")["grunnlag"])
    assert len([text for text in told if "nr. 4 av 50" in text]) == 1


def test_the_page_of_a_municipality_tells_of_its_evaluations_without_points(real: Snapshot) -> None:
    told = texts(sections_of("kommune", real, kommune="1640", aar="2021")["kilder"])
    assert told[-3:] == [
        "versjon 2.1. KS-K rapport 19/2017. På trykk: øvre kvartil (n ikke oppgitt).",
        "versjon 2.0.",
        "Last opp skåringsarket",
    ]


def test_a_municipality_without_points_is_told_what_is_known_and_where_to_upload(real: Snapshot) -> None:
    told = texts(built("oversikt", real, "videre", kommune="1515"))
    assert told[:2] == [
        "Herøy har nummer 1515. 9\u00a0003 innbyggere 01.01.2026.",
        "Herøy er evaluert: rapporten finnes, men poengene er ikke her.",
    ]
    assert links(real, kommune="1515") == {"Last opp skåringsarket": Link("last-opp", ())}


def test_a_merged_municipality_leads_to_those_it_was_made_of(real: Snapshot) -> None:
    told = texts(built("oversikt", real, "videre", kommune="5055"))
    assert "Vi vet ikke om noen evaluering av Heim." in told
    assert "Hemne går inn i Heim fra 01.01.2020." in told
    assert any("om lag 15\u00a0% til Heim" in text and "34\u00a0% til Hitra" in text for text in told)
    assert links(real, kommune="5055")["Se Hemne"] == Link("kommune", (("kommune", "1612"),))


def test_an_old_number_of_a_municipality_without_points_finds_it(real: Snapshot) -> None:
    assert texts(built("oversikt", real, "videre", kommune="5012"))[0].startswith("Snillfjord har nummer 1613, 5012.")


def test_a_number_nobody_has_changes_nothing_but_is_told(real: Snapshot) -> None:
    choice, notices = chosen("oversikt", real, kommune="9999")
    assert (choice.looked_up, choice.onward.name, len(notices)) == ("", "Hemne", 1)


def test_the_totals_say_how_many_have_such_a_total_and_not_how_many_there_are(real: Snapshot) -> None:
    told = texts(built("oversikt", real, "totaler"))
    assert any(
        text.startswith(
            "Dette er de 7 kommunene vi har totaler for med versjon 2.0 og 2.1 til og med 2019, ikke landet."
        )
        for text in told
    )


def test_two_countries_are_never_ranked_or_listed_together(landscape: Landscape) -> None:
    swedish = [made(number, 2018, total=500, country="SE") for number in ("0180", "1280")]
    snapshot = landscape(made("1612", 2018, total=433), *swedish)
    choice, _notices = chosen("oversikt", snapshot)
    assert choice.countries == ("SE", "NO")  # most municipalities first
    for land, numbers in (("NO", {"1612"}), ("SE", {"SE-0180", "SE-1280"})):
        contents = sections_of("oversikt", snapshot, land=land)
        for key in ("totaler", "nyeste"):
            tables = [one for one in _flat(contents[key]) if isinstance(one, Table)]
            assert {*tables[0].rows["number"]} == numbers, (land, key)


def test_an_unknown_country_is_told(landscape: Landscape) -> None:
    snapshot = landscape(made("1612", 2018, total=433), made("0180", 2018, total=500, country="SE"))
    assert chosen("oversikt", snapshot, land="DK")[1] == ["«DK» finnes ikke som land. Her vises «Norge»."]


def test_the_method_page_credits_every_list_of_the_register(real: Snapshot) -> None:
    rows = on_screen(table_of("metode", real, "kilder-registre"), "Eier", "Lisens")
    assert ("Statistisk sentralbyrå", "CC BY 4.0") in rows
    assert ("Språkrådet", "NLOD") in rows
    assert ("Statistiska centralbyrån", "CC0") in rows
    assert rows.count(("Kartverket", "CC BY 4.0 (© Kartverket)")) == 1
    assert len(rows) == 10


def test_the_heading_of_the_catalogue_is_there(real: Snapshot) -> None:
    assert Heading("Evalueringer uten poeng her") in built("oversikt", real, "kjente")
    assert "kjente" in REPORTS["oversikt"].sections(chosen("oversikt", real)[0])


def _flat(contents: Sequence[object]) -> list[object]:
    return [inner for one in contents for inner in (one, *_flat(getattr(one, "contents", ())))]
