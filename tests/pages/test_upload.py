"""Last opp without a browser: what is found, what is saved only when confirmed, and the way back."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from data import opening
from data import store as store_module
from data.imports import imports
from data.opening import open_store
from data.store import Store
from tests.pages.visiting import html, offered, open_all, text, told, visit
from tests.workbooks.edits import with_cells

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "sample_workbooks"
HEMNE = (SAMPLES / "hemne_2018.xlsx").read_bytes()
HALSA = (SAMPLES / "halsa_2018_eksempel.xlsx").read_bytes()
BETTER = with_cells(HEMNE, Poeng_C5=5.4)  # 1.3, printed as 4,4
TOO_HIGH = with_cells(HEMNE, Poeng_C6=31)  # 1.4, of which 30 is all there is
REFUSED = "Datalageret er endret siden filene ble sjekket"
UNWRITABLE = "Importen kunne ikke lagres; kanskje er disken full. Datalageret er som før."
ALIVE = re.compile(r"(?<!\\)[\[\]<>*_`]|https?:/|!\[")
"""Signs that Markdown would act on."""

File = tuple[str, bytes]


@pytest.fixture
def own(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store of the test's own, which the pages open."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with closing(open_store(own_store_file)) as store:
        yield store


def handed_in(*files: File, dataset: str = "real") -> AppTest:
    """Open the page as a new visitor, choose a dataset and hand in files."""
    seen = visit("upload")
    seen.button_group(key="upload dataset").set_value(dataset)
    seen.run()
    return hand_in(seen, *files)


def hand_in(seen: AppTest, *files: File) -> AppTest:
    """Hand in these files instead of those that lie there."""
    seen.file_uploader[0].set_value([(name, content, "") for name, content in files])
    return seen.run()


def button(seen: AppTest, label: str) -> Any:
    [found] = [one for one in seen.button if one.label.startswith(label)]
    return found


def labels(seen: AppTest) -> list[str]:
    return [one.label for one in seen.button]


def accept(seen: AppTest) -> AppTest:
    seen.checkbox[0].check()
    return seen.run()


def read_in(seen: AppTest) -> AppTest:
    """Accept the warnings and confirm."""
    accept(seen)
    return button(seen, "Les inn").click().run()  # type: ignore[no-any-return]


def undo(seen: AppTest, event: int) -> AppTest:
    return button(seen, f"Angre import {event}").click().run()  # type: ignore[no-any-return]


def table(seen: AppTest, caption: str) -> list[list[str]]:
    """Return the cells of the table with this caption, without its head."""
    [found] = [piece for piece in html(seen) if f"<caption>{caption}</caption>" in piece]
    rows = re.findall(r"<tr.*?>(.*?)</tr>", found.split("<tbody>")[1], re.DOTALL)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row)] for row in rows]


def findings(seen: AppTest) -> list[tuple[str, str, str]]:
    """Return place, severity and sentence of each finding."""
    return [(row[0], row[1], row[2]) for row in table(seen, "Merknader i arkene")]


def links(seen: AppTest) -> list[tuple[str, str, str]]:
    """Return the page, label and query of each link that is no part of the menu."""
    return [(one.proto.page, one.proto.label, one.proto.query_string) for one in seen.get("page_link")]


def resultatinformasjon(**address: str) -> str:
    """Return what Hemne's page says of question 1.3."""
    seen = visit("municipality", opened=True, kommune="1612", aar="2018", datasett="real", **address)
    [points] = set(re.findall(r"1\.3 Informasjon om resultater\n(\S+)\n25\n", text(seen)))
    return str(points)


def everything(store: Store) -> dict[str, pl.DataFrame]:
    """Return all that imports write."""
    return {name: store.read(f"from {name} order by all") for name in ("event", "evaluation", "question_points")}


def same(one: dict[str, pl.DataFrame], other: dict[str, pl.DataFrame]) -> bool:
    return all(frame.equals(other[name]) for name, frame in one.items())


def full_disk(_: Store) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    raise duckdb.IOException("no space left on the secret device")


@pytest.mark.usefixtures("own")
def test_nothing_is_asked_of_the_store_before_a_dataset_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read: Callable[..., pl.DataFrame] = Store.read_beside

    def noted(self: Store, words: str, *more: Any, **parameters: Any) -> pl.DataFrame:
        asked.append(words)
        return read(self, words, *more, **parameters)

    monkeypatch.setattr(Store, "read_beside", noted)
    seen = visit("upload")
    without_a_file = set(asked)
    asked.clear()
    hand_in(seen, ("hemne.xlsx", BETTER))
    assert set(asked) <= without_a_file
    assert "Merknader" not in told(seen)
    seen.button_group(key="upload dataset").set_value("real")
    seen.run()
    assert set(asked) - without_a_file
    assert "Merknader" in told(seen)


def test_a_figure_above_its_maximum_is_told_with_its_cell_and_cannot_be_confirmed(own: Store) -> None:
    seen = handed_in(("hemne.xlsx", TOO_HIGH))
    assert findings(seen)[0] == ("Poeng!C6", "feil", "31 poeng er over maksimum 30")
    assert "1 feil og 5 opplysninger. Rett det som stopper, og lever arkene på nytt." in text(seen)
    assert labels(seen) == []
    assert "Dette endres" not in told(seen)
    assert own.newest_event() == 5


@pytest.mark.usefixtures("own")
def test_the_workbook_is_offered_back_with_its_findings() -> None:
    seen = handed_in(("hemne.xlsx", TOO_HIGH), ("halsa.xlsx", HALSA))
    assert [label for label in told(seen) if label.endswith("med merknader")] == [
        "hemne.xlsx med merknader",
        "halsa.xlsx med merknader",
    ]


@pytest.mark.usefixtures("own")
def test_findings_and_changes_have_files_that_no_address_gives() -> None:
    seen = handed_in(("hemne.xlsx", BETTER))
    assert (offered(seen, "Excel"), offered(seen, "CSV")) == (0, 0)  # made only when somebody asks for them
    open_all(seen)
    assert (offered(seen, "Excel"), offered(seen, "CSV")) == (2, 2)
    assert "fil/" not in " ".join(html(seen))


def test_old_and_new_figure_stand_side_by_side_and_nothing_is_saved_before_the_warnings_are_accepted(
    own: Store,
) -> None:
    before = everything(own)
    seen = handed_in(("hemne.xlsx", BETTER))
    # 7,5 + 9 + 5,4 + 14 + 4 = 39,9, and the sheet says 39
    assert findings(seen)[0] == (
        "Poeng!C2", "advarsel", "Område 1 er oppgitt til 39, og underspørsmålene gir 39,9 til sammen",
    )  # fmt: skip
    assert table(seen, "Nytt og erstattet") == [
        ["Hemne 2018, versjon 2.1", "1.3 Informasjon om resultater", "4,4", "5,4"]
    ]
    assert button(seen, "Les inn 1 evaluering i de virkelige tallene").disabled
    assert not button(accept(seen), "Les inn 1 evaluering i de virkelige tallene").disabled
    assert same(everything(own), before)


def test_what_is_confirmed_is_shown_with_a_receipt_and_can_be_undone(own: Store) -> None:
    assert resultatinformasjon() == "4,4"
    seen = read_in(handed_in(("hemne.xlsx", BETTER)))
    assert own.newest_event() == 6
    assert [one.value for one in seen.success] == [
        "1 evaluering er lest inn, som import 6 i datasettet «Virkelige tall»."
    ]
    assert links(seen) == [("kommune", "Se Hemne 2018", "kommune=1612&aar=2018&datasett=real&spraak=nb")]
    assert "Merknader" not in told(seen)
    assert re.search(r"Import 6, \S+, Virkelige tall: Hemne 2018 \(1 evaluering\)\.$", text(seen), re.MULTILINE)
    assert resultatinformasjon() == "5,4"
    undo(seen, 6)
    assert own.newest_event() == 7
    assert not seen.success
    assert not links(seen)
    assert "Hemne 2018 (1 evaluering). Angret, hendelse 7." in text(seen)
    assert labels(seen) == ["Ta fram igjen import 6"]
    assert resultatinformasjon() == "4,4"


def test_an_undone_import_can_be_taken_back_and_undone_again(own: Store) -> None:
    seen = read_in(handed_in(("hemne.xlsx", BETTER)))
    undo(seen, 6)
    button(seen, "Ta fram igjen import 6").click().run()
    assert not seen.exception
    assert (own.newest_event(), labels(seen)) == (8, ["Angre import 6"])
    assert resultatinformasjon() == "5,4"
    undo(seen, 6)
    assert (own.newest_event(), labels(seen)) == (9, ["Ta fram igjen import 6"])
    assert resultatinformasjon() == "4,4"


def test_what_was_shown_before_an_import_is_shown_of_its_event_only_and_with_links_that_name_it(own: Store) -> None:
    hemne = {"kommune": "1612", "aar": "2018", "datasett": "real"}
    before = " ".join(html(visit("municipality", opened=False, **hemne)))
    read_in(handed_in(("hemne.xlsx", BETTER)))
    assert [resultatinformasjon(), resultatinformasjon(stand="3"), resultatinformasjon()] == ["5,4", "4,4", "5,4"]
    pinned = " ".join(html(visit("municipality", opened=False, **hemne, stand="3")))
    assert "stand=" not in before
    assert pinned.count("stand=3") == pinned.count("datasett=real") == before.count("datasett=real") > 10
    undo(visit("upload"), 6)
    assert own.newest_event() == 7
    assert [resultatinformasjon(), resultatinformasjon(stand="6")] == ["4,4", "5,4"]


def test_the_same_file_can_be_handed_in_again_after_it_was_undone(own: Store) -> None:
    seen = read_in(handed_in(("hemne.xlsx", BETTER)))
    undo(seen, 6)
    read_in(hand_in(seen, ("hemne.xlsx", BETTER)))
    assert own.newest_event() == 8
    assert resultatinformasjon() == "5,4"


def test_the_sheet_we_ship_changes_nothing(own: Store) -> None:
    seen = handed_in(("hemne_2018.xlsx", HEMNE))
    assert "Hemne 2018, versjon 2.1: ingen endringer." in text(seen)
    assert "Det er ingenting å lese inn." in text(seen)
    assert {severity for _, severity, _ in findings(seen)} == {"opplysning"}
    assert labels(seen) == []
    assert own.newest_event() == 5


def test_an_example_cannot_be_read_into_the_real_figures(own: Store) -> None:
    seen = handed_in(("halsa_2018_eksempel.xlsx", HALSA))
    assert findings(seen)[0] == (
        "Kommune!B1", "feil", "Arket er merket «eksempel» og kan bare leses inn i eksempeldataene",
    )  # fmt: skip
    assert labels(seen) == []
    assert own.newest_event() == 5


def test_a_changed_example_is_read_into_the_example_figures_only(own: Store) -> None:
    seen = handed_in(("halsa.xlsx", with_cells(HALSA, Poeng_C5=5.4)), dataset="example")  # 5,3 as shipped
    assert ["1.3 Informasjon om resultater", "5,3", "5,4"] in [row[1:] for row in table(seen, "Nytt og erstattet")]
    if seen.checkbox:
        accept(seen)
    button(seen, "Les inn 1 evaluering i eksempeldataene").click().run()
    assert own.read("select dataset from event where event = 6").item() == "example"
    assert links(seen) == [("kommune", "Se Halsa (eksempel) 2018", "kommune=1571&aar=2018&datasett=example&spraak=nb")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Kommune;Poeng\nHemne;433\n", "Filen er ingen Excel-arbeidsbok, men ren tekst"),
        (Random(2018).randbytes(20_000), "Filen er ingen Excel-arbeidsbok, men en fil av et annet slag"),
        (b"", "Filen er tom"),
        (HEMNE[:-2_000], "Filen er skadet og kan ikke pakkes ut"),
    ],
    ids=["csv", "random bytes", "empty", "cut off"],
)
def test_what_is_no_workbook_gets_a_sentence(own: Store, content: bytes, sentence: str) -> None:
    seen = handed_in(("arket.xlsx", content))
    assert findings(seen) == [("arket.xlsx", "stopp", sentence)]
    assert not seen.exception
    assert not seen.error
    assert labels(seen) == []
    assert own.newest_event() == 5


def test_text_from_a_sheet_or_a_file_name_stays_text_all_the_way_to_the_log(own: Store) -> None:
    markdown = "[trykk](https://example.org)<b>x</b>*x*"
    seen = handed_in((f"{markdown}.xlsx", with_cells(BETTER, Kommune_B4=markdown)))
    escaped = "[trykk](https://example.org)&lt;b&gt;x&lt;/b&gt;*x*"
    assert f"Nummer 1612 er Hemne hos oss, og arket sier «{escaped}»" in [found for *_, found in findings(seen)]
    assert not re.search(r"<b>|<a [^>]*example\.org", " ".join(html(seen)))
    read_in(seen)
    assert own.newest_event() == 6
    [(_, receipt, _)] = links(seen)
    assert "trykk" in receipt
    assert not ALIVE.search(receipt), receipt
    [log] = [one for one in html(seen) if "Import 6" in one]
    assert log.count(escaped) == 1
    assert set(re.findall(r"<[^>]+>", log)) == {'<p class="text">', '<span lang="no">', "</span>", "</p>"}


def test_two_people_never_see_each_others_files_findings_or_receipts(own: Store) -> None:
    ours, theirs = handed_in(("vår.xlsx", BETTER)), handed_in(("deres.xlsx", TOO_HIGH))
    ours.run()
    assert "deres.xlsx" not in text(ours)
    assert "31 poeng" not in text(ours)
    assert "vår.xlsx" not in text(theirs)
    assert "39,9" not in text(theirs)
    read_in(ours)
    theirs.run()
    assert own.newest_event() == 6
    assert len(ours.success) == 1
    assert not theirs.success
    assert not links(theirs)
    assert findings(theirs)[0] == ("Poeng!C6", "feil", "31 poeng er over maksimum 30")
    assert [value.name for value in theirs.file_uploader[0].value] == ["deres.xlsx"]
    assert ours.file_uploader[0].value == []


def test_what_somebody_else_changed_since_the_check_is_not_overwritten_unseen(own: Store) -> None:
    ours = accept(handed_in(("vår.xlsx", BETTER)))
    read_in(handed_in(("deres.xlsx", with_cells(HEMNE, Poeng_C5=6.4))))
    after_theirs = everything(own)
    button(ours, "Les inn").click().run()
    assert [one.value for one in ours.error if one.value.startswith(REFUSED)]
    assert not ours.success
    assert same(everything(own), after_theirs)
    assert table(ours, "Nytt og erstattet")[0][2:] == ["6,4", "5,4"]
    assert resultatinformasjon() == "6,4"


def test_a_refusal_is_told_also_where_somebody_else_read_in_the_very_same_sheet(own: Store) -> None:
    ours = accept(handed_in(("hemne.xlsx", BETTER)))
    read_in(handed_in(("hemne.xlsx", BETTER)))
    button(ours, "Les inn").click().run()
    assert own.newest_event() == 6
    assert [one.value for one in ours.error if one.value.startswith(REFUSED)]
    assert "Hemne 2018, versjon 2.1: ingen endringer." in text(ours)


@pytest.mark.usefixtures("own")
def test_a_refusal_is_not_told_of_files_handed_in_later() -> None:
    ours = accept(handed_in(("hemne.xlsx", BETTER)))
    read_in(handed_in(("hemne.xlsx", BETTER)))
    button(ours, "Les inn").click().run()
    hand_in(ours, ("later.xlsx", with_cells(HEMNE, Poeng_C5=6.4)))
    assert not ours.error


@pytest.mark.usefixtures("own")
def test_warnings_accepted_for_one_file_are_not_accepted_for_another() -> None:
    seen = accept(handed_in(("hemne.xlsx", BETTER)))
    hand_in(seen, ("hemne.xlsx", with_cells(HEMNE, Poeng_C5=4.5, Poeng_C3=15)))  # 1.1 from 7,5 to 15
    assert findings(seen)[0][1] == "advarsel"
    assert not seen.checkbox[0].value
    assert button(seen, "Les inn").disabled


@pytest.mark.usefixtures("own")
def test_a_receipt_is_gone_when_somebody_else_undoes_the_import() -> None:
    ours = read_in(handed_in(("hemne.xlsx", BETTER)))
    undo(visit("upload"), 6)
    ours.run()
    assert "Angret, hendelse 7." in text(ours)
    assert not ours.success


@pytest.mark.usefixtures("own")
def test_a_receipt_stays_when_another_import_is_undone() -> None:
    read_in(handed_in(("hemne.xlsx", BETTER)))
    seen = read_in(handed_in(("hemne.xlsx", with_cells(HEMNE, Poeng_C5=6.4))))
    undo(seen, 6)
    assert [one.value for one in seen.success] == [
        "1 evaluering er lest inn, som import 7 i datasettet «Virkelige tall»."
    ]


@pytest.mark.usefixtures("own")
def test_an_import_undone_by_somebody_else_meanwhile_gets_a_sentence() -> None:
    ours, theirs = read_in(handed_in(("hemne.xlsx", BETTER))), visit("upload")
    undo(theirs, 6)
    undo(ours, 6)
    assert [one.value for one in ours.error] == ["Import 6 er allerede angret, av hendelse 7."]
    assert not ours.exception


@pytest.mark.parametrize(
    "names",
    [("ark.xlsx", "ark.xlsx"), ("ark.xlsx", "ark.xlsx", "ark (2).xlsx"), ("a" * 220 + ".xlsx", "a" * 220 + ".xlsx")],
    ids=["the same", "the same and a second", "long"],
)
@pytest.mark.usefixtures("own")
def test_files_of_the_same_name_are_told_apart(names: tuple[str, ...]) -> None:
    contents = (TOO_HIGH, HEMNE, HALSA)
    seen = handed_in(*zip(names, contents, strict=False))
    assert not seen.error
    in_file = [row[-1] for row in table(seen, "Merknader i arkene")]
    assert len(set(in_file)) == len(names)


@pytest.mark.usefixtures("own")
def test_a_fuller_evaluation_is_kept_until_somebody_chooses_to_replace_it() -> None:
    emptier = with_cells(BETTER, Poeng_C2=40, Poeng_C6=None)  # says something new of 1.3, and nothing of 1.4
    seen = handed_in(("hemne.xlsx", emptier))
    assert "Det er ingenting å lese inn." in text(seen)
    assert labels(seen) == []
    seen.multiselect[0].select(seen.multiselect[0].options[0])
    seen.run()
    assert ["1.3 Informasjon om resultater", "4,4", "5,4"] in [row[1:] for row in table(seen, "Nytt og erstattet")]
    read_in(seen)
    assert resultatinformasjon() == "5,4"


@pytest.mark.usefixtures("own")
def test_what_ships_with_the_program_cannot_be_undone() -> None:
    seen = visit("upload")
    assert "Ingen ark er lest inn ennå. Tallene her er de som følger med programmet." in text(seen)
    assert not [label for label in labels(seen) if label.startswith("Angre")]
    read_in(handed_in(("hemne.xlsx", BETTER)))
    seen.run()
    assert labels(seen) == ["Angre import 6"]


def test_a_store_that_cannot_be_written_to_is_told_when_confirming_and_nothing_is_saved(
    own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = handed_in(("hemne.xlsx", BETTER))
    with monkeypatch.context() as patched:
        patched.setattr(Store, "transaction", full_disk)
        read_in(seen)
    assert not seen.exception
    [told_of] = [one.value for one in seen.error]
    assert told_of.startswith(UNWRITABLE)
    assert "secret" not in text(seen)
    assert imports(own).height == 5
    button(seen, "Les inn").click().run()  # the files are still there
    assert own.newest_event() == 6


def test_a_store_that_cannot_be_written_to_is_told_when_undoing(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = read_in(handed_in(("hemne.xlsx", BETTER)))
    with monkeypatch.context() as patched:
        patched.setattr(Store, "transaction", full_disk)
        undo(seen, 6)
    assert not seen.exception
    assert len(seen.error) == 1
    assert "secret" not in text(seen)
    assert own.newest_event() == 6


# A store that may only be read --------------------------------------------------------------------


def test_where_nothing_can_be_saved_sheets_are_checked_and_nothing_is_offered_to_save_or_undo(
    own_store_file: Path, own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in(handed_in(("hemne.xlsx", BETTER)))
    assert "Angre import" in " ".join(labels(visit("upload")))
    own.close()
    monkeypatch.setattr(opening, "_open_stores", {})
    monkeypatch.setattr(store_module, "may_write", lambda _path: False)
    seen = handed_in(("hemne.xlsx", HEMNE))
    assert [str(info.value) for info in seen.info] == [
        "Ingenting kan lagres her: programmet har bare lov til å lese datalageret store.duckdb. Gi det rett til å "
        "skrive filen og mappen den ligger i, og start programmet på nytt."
    ]
    assert "Les inn" not in " ".join(labels(seen))
    assert "Dette endres" in text(seen)
    assert "Angre import" not in " ".join(labels(seen))
    assert resultatinformasjon() == "5,4"
    opening._open_stores.pop(own_store_file).close()
