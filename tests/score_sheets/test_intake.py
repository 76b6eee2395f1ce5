from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from openpyxl import load_workbook

from data.imports import undo_import
from data.score_sheets.checks.changes import lost_phrases
from data.score_sheets.intake import ImportRefused, Intake, SheetFile, Which, check_files, confirm, named_apart
from data.score_sheets.writing.annotated import annotated
from data.score_sheets.writing.template import NoSuchEvaluation, filled, history_template, template
from data.store import Store
from tests.workbooks.broken_files import BROKEN
from tests.workbooks.broken_sheets import ERRORS, WARNINGS
from tests.workbooks.edits import edited, good, history, repacked, unchanged, with_cells

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HEMNE = ("1612", 2018, "2.1")
SAMPLES = Path(__file__).resolve().parent.parent.parent / "data" / "sample_workbooks"


def check(store: Store, *contents: bytes, dataset: str = "real", **choices: Any) -> Intake:
    files = [SheetFile(f"fil {count}.xlsx", content) for count, content in enumerate(contents, 1)]
    return check_files(files, store, dataset, **choices)


def save(store: Store, intake: Intake) -> int:
    return confirm(store, intake.dataset, intake, "Prøve", NOW, accept_warnings=True)


def sentences(intake: Intake, severity: str) -> list[str]:
    return [one.sentence() for one in intake.findings if one.severity == severity]


def figures(store: Store, municipality: str) -> dict[str, float]:
    text = """
        select code, points::double as points
        from question_points
        where evaluation like '%/' || $municipality || '/%'
        union all
        select area::varchar, points::double from area_points where evaluation like '%/' || $municipality || '/%'
    """
    return dict(store.read(text, municipality=municipality).iter_rows())


@pytest.mark.parametrize("dataset", ["real", "example"])
def test_what_is_downloaded_and_uploaded_unchanged_changes_nothing(shared_store: Store, dataset: str) -> None:
    known = shared_store.read("from evaluation where dataset = $dataset order by evaluation limit 15", dataset=dataset)
    keys = list(known.select("municipality", "year", "version").iter_rows())
    intake = check(shared_store, *(filled(shared_store, dataset, key) for key in keys), dataset=dataset)
    assert {one.severity for one in intake.findings} == {"information"}
    assert [(one.municipality, one.year, one.version) for one in intake.unchanged] == keys
    assert intake.rows.evaluations.is_empty()


@pytest.mark.parametrize("version", ["1.0", "2.0", "2.1", "2020"])
def test_the_empty_template_asks_for_what_is_missing(shared_store: Store, version: str) -> None:
    assert sentences(check(shared_store, template(shared_store, version)), "error") == [
        "Kommune!B3: Kommunenummer er ikke fylt ut. Skriv kommunenummeret, for eksempel 1612.",
        "Kommune!B4: Kommune er ikke fylt ut. Skriv navnet på kommunen.",
        "Kommune!B8: År er ikke fylt ut. Skriv årstallet for evalueringen.",
        "Poeng!C2: Evalueringen har ingen poeng. Fyll inn totalen, områdene eller underspørsmålene.",
    ]


def test_there_is_no_template_for_an_unknown_version(shared_store: Store) -> None:
    with pytest.raises(NoSuchEvaluation, match=r"Versjon 3 finnes ikke. Velg 1.0, 2.0, 2.1, 2020.") as unknown:
        template(shared_store, "3")
    assert unknown.value.code == "unknown_version"
    assert unknown.value.values == {"said": "3", "known": ("1.0", "2.0", "2.1", "2020")}
    with pytest.raises(NoSuchEvaluation) as missing:
        filled(shared_store, "real", ("1612", 1999, "2.1"))
    assert missing.value.code == "unknown_evaluation"


def test_a_confirmed_sheet_is_saved_as_it_stands_and_can_be_undone(store: Store, good_sheet: bytes) -> None:
    intake = check(store, good_sheet)
    event = save(store, intake)
    saved = figures(store, "1899")
    assert (saved["1.1"], saved["0"], saved["1"]) == (7.5, 393, 50)
    assert check(store, good_sheet).unchanged == (Which("Prøvevik", 2018, "2.1", "1899"),)
    with pytest.raises(ImportRefused, match="ingen endringer") as refused:
        save(store, check(store, good_sheet))
    assert refused.value.code == "nothing_to_import"
    undo_import(store, event, NOW)
    assert check(store, good_sheet).changes.height == intake.changes.height


def test_one_new_figure_replaces_and_the_rest_keeps_its_source(store: Store) -> None:
    sheet = with_cells(filled(store, "real", HEMNE), Poeng_C3=8.5)
    intake = check(store, sheet)
    assert intake.changes.select("code", "old", "new").rows() == [("1.1", "7,5", "8,5")]
    save(store, intake)
    newest = store.read("from question_points where evaluation like '6/1612/%' order by code")
    derived = newest.filter(pl.col("code") == "3.4")
    assert (derived["basis"].item(), derived["place"].item()) == ("derived", "s. 22")
    others = store.read("select value::int as value from other_value where evaluation like '6/%' order by all")
    assert others["value"].to_list() == [76, 102, 426]


def test_an_income_group_is_written_as_a_word_and_stored_as_a_code(store: Store, good_sheet: bytes) -> None:
    for word, code in (("lav", "low"), ("Middels", "middle"), ("HØY ", "high")):
        event = save(store, check(store, with_cells(good_sheet, Kommune_B13=word)))
        held = store.read("select income_group from evaluation where event = $event", event=event)
        assert held.item() == code
        again = load_workbook(BytesIO(filled(store, "real", ("1899", 2018, "2.1"))))
        assert again["Kommune"]["B13"].value == word.strip().lower()
    [change] = check(store, with_cells(good_sheet, Kommune_B13="lav")).changes.select("label", "old", "new").rows()
    assert change == ("Inntektsgruppe", "høy", "lav")


def test_history_takes_many_evaluations_and_countries(store: Store) -> None:
    areas = (50, 50, 50, 50, 50, 50, 50, 50)
    rows = [
        ("NO", 1480, "Norskvik", 2008, "1.0", 900, 400, *areas, "Rapport"),
        ("SE", 1480, "Göteborg", 2008, 1, 500000, 400, *areas, "Rapport"),
        ("Danmark", 101, "København", "2015", 2, None, "411", *[None] * 8, "Rapport"),
        ("SE", 180, "Stockholm", 2021, 2020, None, None, *areas, "Rapport"),
    ]
    intake = check(store, history(*rows))
    assert [(one.severity, one.code) for one in intake.findings] == [("information", "number_not_in_register")]
    save(store, intake)
    found = store.read("select municipality, name, version from evaluation where event = 6 order by municipality")
    assert found.rows() == [
        ("1480", "Norskvik", "1.0"),
        ("DK-101", "København", "2.0"),
        ("SE-0180", "Stockholm", "2020"),
        ("SE-1480", "Göteborg", "1.0"),
    ]
    assert figures(store, "SE-0180")["0"] == 400
    again = filled(store, "real", ("SE-1480", 2008, "1.0"))
    assert check(store, again).unchanged == (Which("Göteborg", 2008, "1.0", "SE-1480"),)


def test_a_municipality_of_the_other_country_asks_for_the_country(shared_store: Store) -> None:
    rows = [(country, number, name, 2018, "2.1", None, 400) for country, number, name in (
        ("NO", 1280, "Malmö"), ("SE", 1657, "Skaun"), ("SE", 1280, "Malmö"), ("NO", 1280, "Norskvik"),
        ("XX", 1657, "Skaun"), ("FI", 91, "Helsinki"),
    )]  # fmt: skip
    findings = check(shared_store, history(*rows)).findings
    assert [(one.cell, one.found) for one in findings if one.code == "other_country"] == [
        ("B2", "Malmö (1280) er en kommune i SE, og arket sier landet er NO"),
        ("B3", "Skaun (1657) er en kommune i NO, og arket sier landet er SE"),
        ("B6", "Skaun (1657) er en kommune i NO, og arket sier landet er XX"),
    ]


def test_the_empty_history_says_that_it_is_empty(shared_store: Store) -> None:
    assert sentences(check(shared_store, history_template(shared_store)), "error") == [
        "fil 1.xlsx: Filen har ingen evalueringer. Fyll ut minst én rad under overskriftene."
    ]


def test_less_than_what_stands_keeps_the_old_unless_chosen(store: Store) -> None:
    row = ("NO", "5011", "Hemne", 2018, "2.1", None, 426, *[None] * 8, "Rapport")
    intake = check(store, history(row))
    which = Which("Hemne", 2018, "2.1", "1612")
    assert intake.kept_old == (which,)
    assert sentences(intake, "warning") == [
        "Historikk!B2: Hemne 2018, versjon 2.1 holder mindre enn det som står: 8 områder, 45 underspørsmål, "
        "1 gullstjerne og 150 styrker, utfordringer og svakheter ville gå ut av syne. "
        "Det som står, beholdes. Fyll ut resten, eller velg å erstatte det."
    ]
    kept = next(one for one in intake.findings if one.code == "fuller_kept")
    counts = {"areas": 8, "questions": 45, "gold_stars": 1, "remarks": 150}
    phrases = ("8 områder", "45 underspørsmål", "1 gullstjerne", "150 styrker, utfordringer og svakheter")
    assert kept.values == {"name": "Hemne", "year": 2018, "version": "2.1", "lost": phrases, **counts}
    assert intake.rows.evaluations.is_empty()
    chosen = check(store, history(row), replace_fuller=frozenset({which}))
    assert [one.code for one in chosen.findings if one.severity == "warning"] == ["fuller_replaced"]
    assert chosen.needs_confirmation()
    assert chosen.rows.evaluations["municipality_number"].to_list() == ["5011"]


def test_equal_figures_with_less_depth_change_nothing(shared_store: Store) -> None:
    intake = check(shared_store, history(("NO", "1612", "Hemne", 2018, "2.1", None, 433, *[None] * 8, None)))
    assert intake.unchanged == (Which("Hemne", 2018, "2.1", "1612"),)
    assert not intake.needs_confirmation()


def test_an_evaluation_twice_in_the_files_is_read_once_or_refused(shared_store: Store, good_sheet: bytes) -> None:
    row = ("NO", "1899", "Prøvevik", 2018, "2.1", None, 393, *[None] * 8, "Prøverapport")
    agreeing = check(shared_store, history(row), good_sheet)
    assert not agreeing.stopped()
    assert (agreeing.rows.evaluations.height, agreeing.rows.figures.height) == (1, 46)
    differing = check(shared_store, good_sheet, with_cells(good_sheet, Poeng_C3=7))
    assert sentences(differing, "error") == [
        "Kommune!B3: Prøvevik 2018 med versjon 2.1 står også i fil 1.xlsx Kommune!B3, med andre tall. "
        "Behold den som er riktig, og ta bort den andre."
    ]


def test_a_sheet_marked_as_example_goes_into_the_example_as_fictional(store: Store, good_sheet: bytes) -> None:
    intake = check(store, with_cells(good_sheet, Kommune_B1="eksempel"), dataset="example")
    assert not intake.needs_confirmation()
    assert set(intake.rows.figures["basis"]) == {"fictional"}
    assert check(store, good_sheet, dataset="example").needs_confirmation()


def test_confirming_is_refused_with_a_reason(store: Store, good_sheet: bytes) -> None:
    stopped = check(store, ERRORS["negative"][0](good_sheet))
    warned = check(store, WARNINGS["other maximum"][0](good_sheet))
    with pytest.raises(ImportRefused, match="Noe i filene må rettes først") as refused:
        save(store, stopped)
    assert refused.value.code == "errors_not_corrected"
    with pytest.raises(ImportRefused, match="Advarslene må bekreftes") as refused:
        confirm(store, "real", warned, "Prøve", NOW, accept_warnings=False)
    assert refused.value.code == "warnings_not_accepted"
    with pytest.raises(ImportRefused, match="et annet datasett") as refused:
        confirm(store, "example", warned, "Prøve", NOW, accept_warnings=True)
    assert refused.value.code == "checked_against_other_dataset"
    assert store.newest_event() == 5


def test_a_check_that_has_grown_old_is_refused(store: Store, good_sheet: bytes) -> None:
    first, second = check(store, good_sheet), check(store, good_sheet)
    save(store, first)
    with pytest.raises(ImportRefused, match="er endret siden filene ble sjekket") as refused:
        save(store, second)
    assert refused.value.code == "store_changed_since_check"


def test_text_of_a_sheet_stays_text_on_its_way_out(store: Store, good_sheet: bytes) -> None:
    evil = '=HYPERLINK("http://a.no")'

    def edit(book: Any) -> None:
        cell = book["Styrker og svakheter"]["C2"]
        cell.value, cell.data_type = evil, "s"

    save(store, check(store, edited(good_sheet, edit)))
    book = load_workbook(BytesIO(filled(store, "real", ("1899", 2018, "2.1"))))
    cell = book["Styrker og svakheter"]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (evil, "s", True)


def test_the_workbook_comes_back_with_comments_and_colours(shared_store: Store, good_sheet: bytes) -> None:
    file = SheetFile("fil.xlsx", with_cells(good_sheet, Poeng_C6=31))
    book = load_workbook(BytesIO(annotated(file, check_files([file], shared_store, "real").findings)))
    cell = book["Poeng"]["C6"]
    assert cell.comment.text == "Feil: 31 poeng er over maksimum 30. Rett tallet."
    assert cell.fill.fgColor.rgb == "00F4B6AE"
    assert [row[0].value for row in book["Merknader"].iter_rows()][:2] == ["Alvor", "feil"]


@pytest.mark.parametrize("name", ["half a file", "entity expansion", "half a sheet"])
def test_what_cannot_be_opened_comes_back_as_a_list(shared_store: Store, good_sheet: bytes, name: str) -> None:
    file = SheetFile("fil.xlsx", BROKEN[name][0](good_sheet))
    book = load_workbook(BytesIO(annotated(file, check_files([file], shared_store, "real").findings)))
    assert book.sheetnames == ["Merknader"]
    assert book["Merknader"]["A2"].value == "stopp"


def test_cells_merged_over_a_whole_sheet_are_not_opened_one_by_one(shared_store: Store, good_sheet: bytes) -> None:
    def merged(name: str, part: bytes) -> bytes:
        everything = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        return part.replace(b"</sheetData>", everything) if name.endswith("sheet2.xml") else part

    file = SheetFile("fil.xlsx", repacked(good_sheet, merged))
    book = load_workbook(BytesIO(annotated(file, check_files([file], shared_store, "real").findings)))
    assert book.sheetnames == ["Merknader"]


def test_macros_and_links_are_left_out_and_said(shared_store: Store, good_sheet: bytes) -> None:
    content = repacked(good_sheet, unchanged, xl__vbaProject=b"x", xl__externalLinks__externalLink1=b"x")
    assert sentences(check(shared_store, content), "information")[:2] == [
        "fil 1.xlsx: Filen inneholder makroer. De blir ikke kjørt og ikke tatt med.",
        "fil 1.xlsx: Filen har koblinger til andre filer. De blir ikke fulgt; de lagrede tallene brukes.",
    ]


def test_files_of_the_same_name_are_told_apart() -> None:
    files = [SheetFile(name, b"") for name in ("ark.xlsx", "ark.xlsx", "ark", "ark", "b.xlsx")]
    assert [file.name for file in named_apart(files)] == ["ark.xlsx", "ark (2).xlsx", "ark", "ark (2)", "b.xlsx"]


def test_the_samples_are_what_the_store_holds(shared_store: Store) -> None:
    hemne = SheetFile("hemne.xlsx", (SAMPLES / "hemne_2018.xlsx").read_bytes())
    others = [SheetFile(path.name, path.read_bytes()) for path in sorted(SAMPLES.glob("*_eksempel.xlsx"))]
    assert len(check_files([hemne], shared_store, "real").unchanged) == 1
    assert len(check_files(others, shared_store, "example").unchanged) == 2
    assert check_files(others, shared_store, "real").stopped()


def test_progress_is_told_file_by_file(shared_store: Store, good_sheet: bytes) -> None:
    told: list[tuple[int, int]] = []
    check_files([SheetFile("a.xlsx", good_sheet)] * 3, shared_store, "real", lambda *done: told.append(done))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_whole_new_sheet_in_every_version_is_imported(store: Store) -> None:
    for version in ("1.0", "2.0", "2020"):
        sheet = with_cells(
            template(store, version), Kommune_B3=1899, Kommune_B4="Prøvevik", Kommune_B8=2018, Poeng_C2=40
        )
        save(store, check(store, sheet))
    assert check(store, good(template(store, "2.1"))).changes.height == 46


def test_what_would_go_out_of_sight_is_worded_one_kind_at_a_time() -> None:
    one_each = dict.fromkeys(("total", "areas", "questions", "gold_stars", "remarks"), 1)
    assert lost_phrases(one_each) == (
        "totalen",
        "1 område",
        "1 underspørsmål",
        "1 gullstjerne",
        "1 styrke eller svakhet",
    )
    assert lost_phrases({"areas": 2, "gold_stars": 3}) == ("2 områder", "3 gullstjerner")
    assert lost_phrases({}) == ()
