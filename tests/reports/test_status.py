"""What a leader reads first of an evaluation: what stands out, what to do, whether it holds, what it takes."""

from pathlib import Path

from data.opening import open_store
from queries.snapshot import Snapshot, snapshot_of
from reports.content import Bullets
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import add, made
from tests.reports.reading_reports import built, on_screen, table_of, texts

HEMNE = {"kommune": "1612", "aar": "2018"}
HALSA = {"kommune": "1571", "aar": "2018"}
SECTIONS = ("kort", "naa", "holder", "skaltil")


def lines(snapshot: Snapshot, **words: str) -> dict[str, str]:
    """Return the sentence of each line that stands out by its label."""
    [bullets] = built("kommune", snapshot, "kort", **words)
    assert isinstance(bullets, Bullets)
    return {item.label: item.text for item in bullets.items}


def test_strongest_and_weakest_are_told_by_their_distance_to_the_mean_with_n(example: Snapshot) -> None:
    # The mean of area 3 over the 55 latest evaluations is 60.38…, of area 4 48.11 (independently: tests/queries).
    assert lines(example, **HEMNE) == {
        "Sterkest:": "3 Politisk styring og kontroll (77, 16,6 over snittet, n = 55) og 4 Lederskap, ansvar og "
        "delegasjon (61, 12,9 over snittet, n = 55).",
        "Svakest:": "ingen områder ligger klart under snittet i gruppen.",
        "Flyttet seg mest:": "7 Utviklingsstrategi og lærende organisasjon −16 siden 2011 og 4 Lederskap, ansvar og "
        "delegasjon −7 siden 2011. Versjonen er ny siden da, og den nye stiller noe strengere krav.",
    }


def test_with_too_few_to_compare_the_own_areas_are_told_and_that_they_are(real: Snapshot) -> None:
    told = lines(real, **HEMNE)
    assert told["Sterkest:"].startswith(
        "3 Politisk styring og kontroll (77 poeng) og 8 Kommunen som samfunnsutvikler (63 poeng)."
    )
    assert told["Svakest:"].startswith("2 Tilgjengelighet, innbygger- og brukerorientering (37 poeng) og 1 ")
    assert all("for få å sammenligne med" in sentence for sentence in told.values())
    assert "Flyttet seg mest:" not in told  # of 2011 only the total is known


def test_hareid_moved_most_by_what_print_gives(real: Snapshot) -> None:
    # Areas of 2017 and 2019 as printed: +12 +11 +10 +5 +18 +3 +18 −1.
    assert lines(real, kommune="1517", aar="2019")["Flyttet seg mest:"] == (
        "5 Resultatfokus og effektivitet +18 siden 2017 og 7 Utviklingsstrategi og lærende organisasjon +18 siden 2017."
    )


def test_what_to_do_first_is_what_is_within_reach_most_points_first(example: Snapshot) -> None:
    table = table_of("kommune", example, "naa-tabell", **HEMNE)
    assert on_screen(table, "Underspørsmål", "Egne poeng", "Maksimum", "Median", "Innen rekkevidde") == [
        ("7.4 Systematisk kvalitetsforbedring", "6,5", "20", "11,9", "+7,8"),
        ("7.5 Kreativitet og forbedringsforslag", "1,4", "20", "6,6", "+6,7"),
        ("4.6 Lederutvikling", "5,8", "20", "9,9", "+5,8"),
        ("8.5 Internasjonale kontakter", "2,3", "10", "6,8", "+5,7"),
        ("4.3 Samarbeid på tvers", "5,2", "20", "8,5", "+5,4"),
    ]
    assert table.columns[0].link
    leads_to = table.columns[0].link({"code": "7.4"})
    assert leads_to is not None
    assert leads_to.page == "beste-praksis"
    assert "(n = 55)" in table.notes[0]


def test_with_too_few_to_compare_the_largest_share_left_comes_first_and_it_is_said(real: Snapshot) -> None:
    table = table_of("kommune", real, "naa-tabell", **HEMNE)
    # 18.6 of 20, 8.5 of 10, 20.6 of 25 points left.
    assert on_screen(table, "Underspørsmål", "Gjenstår av maksimum")[:3] == [
        ("7.5 Kreativitet og forbedringsforslag", "93 %"),
        ("6.6 Mangfold og likestilling", "85 %"),
        ("1.3 Informasjon om resultater", "82 %"),
    ]
    assert table.notes[0].startswith("Det er for få å sammenligne med (n = 1).")


def test_only_the_weaknesses_of_the_areas_named_stand_beside(example: Snapshot) -> None:
    told = texts(built("kommune", example, "naa", **HEMNE))
    assert "Gode forslag blir ikke belønnet." in told
    assert "Få sektorene til å eie felles mål." not in told  # a challenge, not a weakness


def test_a_claim_is_held_against_its_variants_and_those_where_it_fails_are_named(example: Snapshot) -> None:
    told = texts(built("kommune", example, "holder", **HALSA))
    assert told[1].startswith("Halsa (eksempel) 2018 ligger under medianen. Det holder i 59 av 61 varianter:")
    assert told[2:4] == [
        "sammenlignet med kommuner av samme størrelse: 333 mot grensen 314,0 (n = 15)",
        "sammenlignet med kommuner i samme KOSTRA-gruppe: 333 mot grensen 331,0 (n = 5)",
    ]
    table = table_of("kommune", example, "holder-tabell", **HALSA)
    assert table.rows.height == 54 + 5 + 3


def test_what_is_missing_is_told_with_the_questions_that_could_carry_it(example: Snapshot) -> None:
    told = texts(built("kommune", example, "skaltil", **HALSA))
    assert told[1].startswith("det mangler 13,0 poeng: 346,0 kreves (n = 55). Mest å gå på har 2.2 ")
    assert told[1].endswith("til sammen 60,2 poeng, og de er nok.")
    assert told[2].startswith("det mangler 62,0 poeng: 395,0 kreves (n = 55).")
    assert told[2].endswith("og de er ikke nok alene.")
    assert told[3] == "Dette er hva som skal til hvis alt annet står stille; det er ingen prognose."


def test_who_is_there_already_is_told_so(example: Snapshot) -> None:
    told = texts(built("kommune", example, "skaltil", **HEMNE))
    assert told[1:3] == ["nådd, med 433 mot 346,0 (n = 55).", "nådd, med 433 mot 394,5 (n = 55)."]


def test_a_few_real_municipalities_make_no_claim_of_quartiles(real: Snapshot) -> None:
    assert built("kommune", real, "holder", **HEMNE) == ()
    assert built("kommune", real, "skaltil", **HEMNE) == ()


def test_an_evaluation_with_a_total_only_has_none_of_it(real: Snapshot) -> None:
    assert [built("kommune", real, key, kommune="1505", aar="2016") for key in SECTIONS] == [()] * len(SECTIONS)


def test_four_municipalities_have_no_quartiles_to_claim(landscape: Landscape) -> None:
    snapshot = landscape(*(made(f"900{place}", areas=[50 + place] * 8) for place in range(1, 5)))
    assert built("kommune", snapshot, "holder", kommune="9001") == ()
    assert built("kommune", snapshot, "skaltil", kommune="9001") == ()


def test_every_file_of_the_answers_can_be_taken_away(example: Snapshot) -> None:
    for key in ("naa-tabell", "holder-tabell"):
        assert isinstance(table_of("kommune", example, key, **HEMNE), Table)


def test_the_few_here_are_never_called_the_mean_where_print_knows_of_more(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    # With Hemne, Hareid and Ulstein seven have areas; print speaks of 55.
    add(store, *(made(f"990{place}", 2018, areas=[30] * 8) for place in range(1, 6)))
    snapshot = snapshot_of(store)
    [title, *_rest] = texts(built("kommune", snapshot, "omrader", **HEMNE))
    assert title == "De åtte fokusområdene"
    told = lines(snapshot, **HEMNE)["Sterkest:"]
    assert "over snittet av de 7 her" in told
    assert "n = 7" not in told
