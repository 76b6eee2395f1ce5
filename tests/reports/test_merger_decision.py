"""What the committee marks: the address, the matrix it marks in, the shortlist and its workbook; and the meeting."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from queries.merging import successor
from queries.snapshot import Snapshot
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Content, Options, Paragraph
from reports.merger.choice import Choice
from reports.merger.decision import decision_workbook, shortlist
from reports.merger.group import Group
from reports.merger.marks import Mark
from reports.merger.plans import plan_of
from reports.merger.slides import slides
from reports.merger.transfers import by_question, transfers_of
from reports.table import Table
from reports.values import shown
from reports.view import View
from reports.writers.files import file_bytes
from tests.landscapes import DATA, csv_rows
from tests.queries.plain_python import example_evaluations

REPORT = REPORTS["sammenslaing"]
HEIM = ("1612", "1571", "1613")
OTHERS = ("9003", "9010", "9020", "9031")
MAXIMA = {row["code"]: int(row["max_points"]) for row in csv_rows(DATA / "reference" / "instrument_2_1_questions.csv")}


def chosen(snapshot: Snapshot, **words: str) -> tuple[Choice, list[str]]:
    address = Address(words)
    return REPORT.choose(View(snapshot), address), address.notices


def group_of(choice: Choice) -> Group:
    assert choice.group is not None
    return choice.group


def contents(snapshot: Snapshot, key: str, **words: str) -> Sequence[Content]:
    return REPORT.section(View(snapshot), chosen(snapshot, **words)[0], key).contents


def plain_points(numbers: Sequence[str]) -> dict[str, dict[str, Fraction]]:
    """Return by question the points of each municipality as they stand in the shipped file."""
    newest = {one.number: one for one in sorted(example_evaluations(), key=lambda one: one.year)}
    assert all(newest[number].version == "2.1" for number in numbers)
    return {code: {number: newest[number].points[code] for number in numbers} for code in MAXIMA}


def plain_takers(points: Mapping[str, Fraction], maximum: int) -> dict[str, float]:
    """Return who lies a tenth of the maximum behind the best, and how many points, where the best has 60 %."""
    best = max(points.values())
    if best * 10 < maximum * 6:
        return {}
    return {number: float(best - own) for number, own in points.items() if (best - own) * 10 >= maximum}


@pytest.mark.parametrize("numbers", [HEIM, OTHERS, ("9004", "9005"), ("9001", "9002", "9003", "9006", "9007", "9008")])
def test_the_matrix_is_what_plain_python_finds(example: Snapshot, numbers: tuple[str, ...]) -> None:
    choice, said = chosen(example, kommuner=",".join(numbers))
    assert said == []
    found = by_question(group_of(choice), transfers_of(View(example), group_of(choice))).to_dicts()
    points = plain_points(numbers)
    expected = {code: takers for code, of in points.items() if (takers := plain_takers(of, MAXIMA[code]))}
    assert {row["code"]: {number: row[number] for number in numbers if row[number]} for row in found} == expected
    for row in found:
        assert row["from"] == [number for number in numbers if number not in expected[row["code"]]]


def test_marks_are_read_in_the_order_of_the_questions_each_once(example: Snapshot) -> None:
    choice, said = chosen(example, merket="4.6-1571,1.1,4.6,4.6-1612,1.1")
    assert (choice.marks, said) == ((Mark("1.1"), Mark("4.6"), Mark("4.6", "1612"), Mark("4.6", "1571")), [])
    assert choice.parameters()["merket"] == "1.1,4.6,4.6-1612,4.6-1571"


def test_marks_that_are_not_there_are_told_of(example: Snapshot) -> None:
    # Snillfjord gives 4.6 itself, so there is nothing for it to take over.
    choice, said = chosen(example, merket="9.9,4.6-1613,1.2-1612,<b>,2.4")
    assert choice.marks == (Mark("2.4"),)
    assert said == [
        "Merket 9.9, 4.6-1613, 1.2-1612 og <b> finnes ikke for kommunene som er valgt, og er sett bort fra.",
    ]


def test_a_link_sets_a_mark_and_takes_it_away_again(example: Snapshot) -> None:
    choice, _said = chosen(example, kommuner=",".join(HEIM), steg="best", dom="best", kommune="9003", merket="1.1")
    link = choice.with_or_without(Mark("4.6"), "merk-4.6")
    assert (link.page, link.stays) == ("sammenslaing", "merk-4.6")
    words = dict(link.choices)
    assert (words["merket"], words["steg"], words["dom"], words["kommune"]) == ("1.1,4.6", "best", "best", "9003")
    again, said = chosen(example, **words)
    assert said == []
    assert "merket" not in dict(again.link(marks=()).choices)
    assert dict(again.with_or_without(Mark("1.1"), "").choices)["merket"] == "4.6"


def test_the_shortlist_says_what_was_found_as_plain_python_does(example: Snapshot) -> None:
    choice, _said = chosen(example, merket="1.2,3.4,3.4-1613,7.1-1571")
    table, *_links = shortlist(
        View(example), group_of(choice), choice, {"3.4": "Hemnes reglement legges til grunn."}
    ).contents
    assert isinstance(table, Table)
    rows = [[shown(column, row) for column in table.columns if column.only is None] for row in table.rows.to_dicts()]
    points = plain_points(HEIM)
    lead = float(points["3.4"]["1612"] - max(points["3.4"]["1571"], points["3.4"]["1613"]))
    behind = {code: plain_takers(points[code], MAXIMA[code]) for code in ("3.4", "7.1")}
    assert (lead, behind["3.4"]["1613"], behind["7.1"]["1571"]) == pytest.approx((13.4, 14.0, 7.6))
    assert rows == [
        ["1.2 Informasjon om politiske saker", "▽ felles mangel", ""],
        ["3.4 Delegering politikk og administrasjon", "● Hemne best, +13,4", "Hemnes reglement legges til grunn."],
        ["3.4 Delegering politikk og administrasjon", "Snillfjord henter praksis fra Hemne, +14,0", ""],
        ["7.1 Strategisk kvalitetsarbeid", "Halsa henter praksis fra Snillfjord, +7,6", ""],
    ]  # fmt: skip


def test_where_nothing_is_marked_it_is_said_how_to(example: Snapshot) -> None:
    told = contents(example, "vedtak")
    assert isinstance(told[0], Paragraph)
    assert told[0].text.startswith("Merk underspørsmål med «☐ Merk»")
    links = [one.link for one in told[1:] if isinstance(one, Paragraph)]
    assert [dict(link.choices)["steg"] for link in links if link] == ["best", "mangler", "overforing"]


@pytest.mark.parametrize("given", ["=1+1", '=HYPERLINK("http://ondt.no")', "+47 99", "-1", "@SUM(A1)", "\t=1"])
def test_a_sentence_of_the_committee_stays_text_in_the_workbook(example: Snapshot, given: str) -> None:
    choice, _said = chosen(example, merket="1.1,4.4-1571")
    workbook = decision_workbook(View(example), group_of(choice), choice.marks, {"1.1": given})
    book = openpyxl.load_workbook(BytesIO(file_bytes(View(example), workbook, "xlsx")))
    assert book.sheetnames == ["Sammendrag", "Til vedtak", "Dommer", "Overføring", "Felles mangler", "Poeng", "Kilder"]
    assert book["Sammendrag"]["A1"].value.startswith("Eksempeldata: Til vedtak: Hemne")
    heads, first, second = ([*row] for row in book["Til vedtak"].iter_rows(max_row=3))
    assert [cell.value for cell in heads] == [
        "Kode", "Underspørsmål", "Hva", "Funn", "Fra", "Til", "Poeng", "Nemndas setning",
    ]  # fmt: skip
    assert (str(first[-1].value).strip(), first[-1].data_type, first[-1].quotePrefix) == (given.strip(), "s", True)
    assert [cell.value for cell in second] == [
        "4.4", "Lederens personlige ansvar", "overføring", "Halsa henter praksis fra Hemne og Snillfjord, +1,5",
        "Hemne og Snillfjord (eksempel)", "Halsa (eksempel)", 1.5, None,
    ]  # fmt: skip


def test_the_workbook_of_the_page_has_the_shortlist_only_where_something_is_marked(example: Snapshot) -> None:
    for words, has in (({}, False), ({"merket": "1.1"}, True)):
        workbook = REPORT.content(View(example), Address(words), "arbeidsbok")
        book = openpyxl.load_workbook(BytesIO(file_bytes(View(example), workbook, "xlsx")))
        assert ("Til vedtak" in book.sheetnames) == has


def filters(snapshot: Snapshot, **words: str) -> list[list[tuple[str, bool]]]:
    rows = [one for one in contents(snapshot, "utvalg", **words) if isinstance(one, Options)]
    return [[(option.text, option.is_chosen) for option in row.items] for row in rows]


def test_filters_count_what_they_leave_and_offer_nothing_empty(example: Snapshot) -> None:
    by_verdict, by_area = filters(example, steg="best")
    assert by_verdict == [
        ("Alle 45", True),
        ("● én er best 24", False),
        ("▽ felles mangel 9", False),
        ("delt 12", False),
    ]
    assert [text for text, _chosen in by_area[:3]] == ["Alle områder", "1 Demokrati 5", "2 Brukere 5"]
    by_verdict, by_area = filters(example, steg="best", dom="mangel", omrade="1")
    assert by_verdict == [("Alle 5", False), ("● én er best 1", False), ("▽ felles mangel 3", True), ("delt 1", False)]
    assert by_area == [
        ("Alle områder", False), ("1 Demokrati 3", True), ("2 Brukere 2", False), ("5 Resultat 1", False),
        ("6 Arbeidsgiver 2", False), ("7 Læring 1", False),
    ]  # fmt: skip
    [by_area] = filters(example, steg="mangler")
    assert [text for text, _chosen in by_area] == [
        "Alle områder", "1 Demokrati 3", "2 Brukere 2", "5 Resultat 1", "6 Arbeidsgiver 2", "7 Læring 1",
    ]  # fmt: skip


def test_steps_carry_the_choice_and_only_those_with_something_to_show_are_offered(
    example: Snapshot, real: Snapshot
) -> None:
    [steps] = contents(example, "steg", steg="mangler", omrade="2", merket="1.1")
    assert isinstance(steps, Options)
    assert [(one.text, one.is_chosen) for one in steps.items] == [
        ("1 Kort fortalt", False), ("2 Hvem er best", False), ("3 Felles mangler", True), ("4 Overføring", False),
        ("5 Til vedtak (1)", False),
    ]  # fmt: skip
    assert all(dict(one.link.choices)["omrade"] == "2" for one in steps.items)
    [steps] = contents(real, "steg", kommuner="1612,1517")
    assert isinstance(steps, Options)
    assert steps.items == ()
    choice, said = chosen(real, kommuner="1612,1517", steg="best")
    assert (choice.step, said) == ("kort", ["«best» finnes ikke som steg. Her vises «Kort fortalt»."])


def test_a_link_from_before_there_were_steps_leads_to_the_questions_it_selects(example: Snapshot) -> None:
    assert chosen(example)[0].step == "kort"
    assert chosen(example, omrade="4")[0].step == "best"
    assert chosen(example, dom="delt")[0].step == "best"
    assert chosen(example, dom="delt", steg="overforing")[0].step == "overforing"


def walk(snapshot: Snapshot, **words: str) -> list[tuple[str, int, str]]:
    choice, _said = chosen(snapshot, **words)
    return [(slide.step, slide.area, slide.part) for slide in slides(View(snapshot), group_of(choice), choice)]


def test_a_meeting_goes_area_by_area_where_a_step_is_longer_than_a_screen(example: Snapshot, real: Snapshot) -> None:
    walked = walk(example, dom="mangel")
    assert [area for step, area, _part in walked if step == "best"] == [0, 1, 2, 5, 6, 7]
    few = walk(example, kommuner="9001,9002,9003,9006,9007,9008")
    gaps = [area for step, area, _part in few if step == "mangler"]
    assert gaps == [0], "few common gaps are on one screen"
    assert walk(real, kommuner="1612,1517") == [
        ("kort", 0, ""), ("kort", 0, "figur"), ("kort", 0, "omrader"), ("kort", 0, "grenser"),
    ]  # fmt: skip
    only_totals = walk(real, kommuner="0514,1505")
    assert [part for _step, _area, part in only_totals] == ["", "omrader", "grenser"]


def test_a_place_that_no_screen_has_becomes_the_first_of_its_step(example: Snapshot) -> None:
    choice, _said = chosen(example, visning="mote", steg="mangler", omrade="3")
    assert (choice.step, choice.area, choice.part) == ("mangler", 1, "")
    choice, _said = chosen(example, visning="mote", steg="kort", **{"del": "tull"})
    assert (choice.step, choice.part) == ("kort", "")


def test_marks_lead_to_a_plan_for_the_municipality_that_comes_of_the_merger(example: Snapshot) -> None:
    choice, _notices = chosen(example, kommuner=",".join(HEIM), merket="3.4,4.4-1571")
    link = plan_of(View(example), choice, choice.marks)
    assert link.page == "tiltak"
    assert dict(link.choices) == {
        "kommune": "5055", "kommuner": "1612,1571,1613", "merket": "3.4,4.4-1571", "nytt": "3.4,4.4",
    }  # fmt: skip


def test_a_plan_of_those_that_never_merge_is_for_the_first_of_them(example: Snapshot) -> None:
    assert successor(example, ("1571", "1504")) == "1571"
