"""What the pages on change and on size groups say, by hand from print."""

import re

from tests.pages.conftest import Visit
from tests.pages.visiting import headings, pictures, text, told


def test_the_change_of_hemne_is_too_small_and_both_totals_of_the_report_are_said(page_seen: Visit) -> None:
    whole = text(page_seen("trend", opened=True, kommune="1612", datasett="real"))
    assert (
        "Totalen gikk fra 440 i 2011 til 433 i 2018: −7, for lite til å tillegges vekt. "
        "Rapporten regner også med 426: −14."
    ) in whole
    assert "Versjon 2.1 stiller noe strengere krav enn 2.0" in whole


def test_the_changes_of_hareid_are_those_its_own_article_prints(page_seen: Visit) -> None:
    whole = text(page_seen("trend", opened=True, kommune="1517", datasett="real"))
    changes = re.findall(r"\n[1-8] [^\n]+\n2019\n2\.1\n\d+\n\(?([+−]\d+)\)?\n", whole)
    assert changes == ["+12", "+11", "+10", "+5", "+18", "+3", "+18", "−1"]
    assert "(−1)" in whole  # below the threshold of 3
    assert "(+3)" not in whole
    assert re.search(r"Totalt\n2019\n2\.1\n324\n\+77\n", whole)


def test_no_change_crosses_a_family(page_seen: Visit) -> None:
    whole = text(page_seen("trend", opened=True, kommune="1612", datasett="example"))
    assert re.search(r"Totalt\n2007\n1\.0\n\d+\n\.\.\n", whole)
    assert re.search(r"Totalt\n2011\n2\.0\n440\n\.\.\n", whole)
    assert re.search(r"Totalt\n2018\n2\.1\n433\n\(−7\)\n", whole)


def test_the_finding_is_the_title_and_the_slopes_stand_beside_all_years(page_seen: Visit) -> None:
    seen = page_seen("trend", kommune="1612", datasett="example")
    assert headings(seen, 1) == ["Hemne falt 16 poeng i læring fra 2011 til 2018"]
    assert "Flere kommuner sammen" in headings(seen, 2)
    assert headings(seen, 2)[1] == "Områdene: 4 opp, 2 ned og 2 omtrent som før"
    first, *_others = pictures(seen)
    assert first.startswith("Eksempeldata: Hemne: områdene over tid, versjon 2.0 og 2.1.")
    assert re.search(r"\n7 Læring\n39\n┊\n64\n48\n−16\n", text(seen))
    assert "spindeldiagram" not in " ".join(pictures(seen))


def test_a_municipality_measured_once_has_no_slopes(page_seen: Visit) -> None:
    seen = page_seen("trend", kommune="1640", datasett="real")
    assert headings(seen, 1) == ["Røros: bare én evaluering her, fra 2021"]
    assert not [name for name in pictures(seen) if "over tid" in name]


def test_a_spider_never_holds_years_of_two_families(page_seen: Visit) -> None:
    drawn = pictures(page_seen("trend", opened=True, kommune="1612", datasett="example"))
    spiders = [rows for name, rows in drawn.items() if "spindeldiagram" in name]
    years = [set(re.findall(r"\b20[01]\d\b", " ".join(rows["series"].drop_nulls()))) for rows in spiders]
    assert sorted(map(sorted, years)) == [["2007"], ["2011", "2018"]]


def test_a_municipality_measured_once_says_so_without_a_change(page_seen: Visit) -> None:
    whole = text(page_seen("trend", opened=True, kommune="1640", datasett="real"))
    assert "593" in whole
    assert not re.search(r"[+−]\d", whole)


def test_several_municipalities_stand_together(page_seen: Visit) -> None:
    seen = page_seen("trend", opened=True, kommune="1612", kommuner="1516,1517", datasett="real")
    [drawn] = [rows for name, rows in pictures(seen).items() if name.startswith("Totaler over tid")]
    assert drawn["name"].drop_nulls().to_list() == ["Hemne", "Ulstein", "Hareid"]
    assert re.search(r"Ulstein\n2019\n2\.1\n534\n\+67\n", text(seen))


def test_the_groups_say_what_is_printed_of_them_and_who_is_few(page_seen: Visit) -> None:
    pieces = told(page_seen("size_groups", opened=True, kommune="1612", aar="2018", datasett="real"))
    printed = [piece for piece in pieces if piece.startswith("På trykk")]
    assert any("Norge" in piece and "359" in piece and "n = 55" in piece and "s. 7" in piece for piece in printed)
    assert any("5\u00a0000" in piece.replace("5 000", "5\u00a0000") and "324" in piece for piece in printed)
    assert any("ikke landet" in piece for piece in pieces)


def test_the_mean_of_a_group_of_the_example_is_the_printed_one(page_seen: Visit) -> None:
    whole = text(page_seen("size_groups", opened=True, kommune="1612", aar="2018", datasett="example"))
    assert re.search(r"\nunder 5 000 innbyggere\n15\n324,\d\n", whole)


def test_one_alone_is_not_spoken_of_as_many(page_seen: Visit) -> None:
    for page in ("size_groups", "municipality", "overview"):
        whole = text(page_seen(page, opened=True, kommune="1640", aar="2021", familie="3", datasett="real"))
        assert re.findall(r"\b1 kommun(?:er|ene)\b", whole) == [], page
