"""Tables and pictures by address: the figures of the page, for many at once, and a sentence where there are none."""

import csv
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import files
from api.routes import ROUTES
from data.imports import add_import
from data.opening import open_store
from data.store import Store
from queries.caching import CACHE
from tests.landscapes import NOON, add, import_rows, made

HEMNE = "kommune=1612&aar=2018&datasett=real"
TABLE = f"/fil/kommune/omrader-tabell.csv?{HEMNE}"


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[TestClient]:  # noqa: ARG001  the store that all tests read
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))


def total_in(text: str) -> str:
    heading, total, *_ = rows_of(text)
    return total[heading.index("Poeng")]


def test_a_table_comes_as_csv_with_the_printed_points_of_hemne(client: TestClient) -> None:
    answer = client.get(TABLE)
    heading, *rows = rows_of(answer.text)
    points = [row[heading.index("Poeng")] for row in rows]
    assert points == ["433", "39", "37", "77", "61", "58", "49", "48", "63"]  # KS-K rapport 3/2018, s. 7 and 16–38
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "hemne-2018-totalt-og-per-omrade.csv" in answer.headers["content-disposition"]


def test_a_csv_file_holds_rows_alone_and_each_says_what_it_rests_on(client: TestClient) -> None:
    heading, *rows = rows_of(client.get(TABLE).text)
    assert {len(row) for row in rows} == {len(heading)}
    assert heading[-1] == "Om tallene"
    [told] = {row[-1] for row in rows}
    for words in ("Hemne 2018, Kommunekompasset versjon 2.1.", "n = 5", "KS-K rapport 3/2018", "virkelige tall"):
        assert words in told


def test_a_table_comes_as_a_workbook_with_numbers_that_are_numbers(client: TestClient) -> None:
    book = openpyxl.load_workbook(BytesIO(client.get(TABLE.replace(".csv", ".xlsx")).content))
    heading, total, *_ = book["Tabell"].iter_rows(values_only=True)
    assert dict(zip(heading, total, strict=True))["Poeng"] == 433
    assert "virkelige tall" in "\n".join(str(row[0]) for row in book["Om tallene"].iter_rows(values_only=True))


def test_a_mean_in_a_file_is_no_longer_than_anyone_can_use(client: TestClient) -> None:
    heading, *rows = rows_of(client.get("/fil/kommune/omrader-tabell.csv?kommune=1612&aar=2018&datasett=example").text)
    means = [row[heading.index("Gjennomsnitt")] for row in rows]
    assert means[0] == "359"
    assert max(len(mean.partition(",")[2]) for mean in means) == 2


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG\r\n\x1a\n"), ("svg", b"<svg")])
def test_a_picture_comes_as_an_image_with_its_title_in_it(client: TestClient, ending: str, begins: bytes) -> None:
    answer = client.get(f"/fil/kommune/omrader-spredning.{ending}?kommune=1612&aar=2018&datasett=example")
    assert answer.content.startswith(begins)
    assert f"''eksempeldata-hemne-2018-fokusomradene-mot-gruppen.{ending}" in answer.headers["content-disposition"]
    if ending == "svg":
        words = " ".join(ElementTree.fromstring(answer.content).itertext())
        assert words.count("Eksempeldata: Hemne 2018: fokusområdene mot gruppen") == 1


def test_what_is_folded_away_has_its_files_too(client: TestClient) -> None:
    assert client.get(f"/fil/kommune/kilder-sporsmal.csv?{HEMNE}").status_code == 200


def test_a_file_of_all_has_more_rows_than_the_page_shows(client: TestClient) -> None:
    assert (
        len(rows_of(client.get(f"/fil/kommune/igjen-tabell.csv?{HEMNE}").text)) == 1 + 42
    )  # three of 45 have all points, p. 16–38


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"/fil/kommunne/omrader-tabell.csv?{HEMNE}", "Ingen side heter «kommunne»."),
        (f"/fil/kommune/omrader-tabel.csv?{HEMNE}", "ingen fil som heter «omrader-tabel»"),
        (f"/fil/kommune/x-y.csv?{HEMNE}", "ingen fil som heter «x-y»"),
        (f"/fil/kommune/omrader-tabell.png?{HEMNE}", "finnes som xlsx eller csv, ikke som «png»"),
        ("/fil/kommune/omrader-tabell.csv?datasett=example&stand=1", "ingen evaluering"),
    ],
)
def test_where_there_is_no_such_file_a_sentence_says_so(client: TestClient, address: str, said: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, said in answer.text) == (404, True), answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("kommune=9999&datasett=real", "«9999»"),
        ("kommune=1612&datasett=tull", "«tull»"),
        ("kommune=1612&datasett=real&stand=99", "«99»"),
        ("kommune=1612&aar=1999", "1999"),
        (f"{HEMNE}&gruppe=tull", "«tull»"),
    ],
)
def test_a_file_is_never_of_something_else_than_was_asked_for(client: TestClient, words: str, said: str) -> None:
    answer = client.get(f"/fil/kommune/omrader-tabell.csv?{words}")
    assert (answer.status_code, said in answer.text) == (404, True), answer.text


def test_words_that_mean_nothing_to_the_page_make_no_other_file(client: TestClient) -> None:
    once, again = client.get(TABLE), client.get(f"{TABLE}&utm_source=brev&vindu=")
    assert (once.headers["etag"], once.content) == (again.headers["etag"], again.content)


@pytest.mark.parametrize("address", ["/fil", "/fil/", "/fil/kommune", "/fil/kommune/omrader-tabell", "/fil//a/b.csv"])
def test_an_address_that_names_no_file_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_who_has_the_file_is_not_sent_it_again(client: TestClient) -> None:
    tag = client.get(TABLE).headers["etag"]
    for told in (tag, tag.removeprefix("W/"), f'"another", {tag}', "*"):
        again = client.get(TABLE, headers={"If-None-Match": told})
        assert (again.status_code, again.content) == (304, b""), told
    assert client.get(TABLE, headers={"If-None-Match": '"another"'}).status_code == 200


def test_the_tag_is_another_for_other_figures_words_and_formats(client: TestClient) -> None:
    others = [TABLE.replace("csv", "xlsx"), f"{TABLE}&vindu=3", TABLE.replace("real", "example")]
    assert len({client.get(address).headers["etag"] for address in [TABLE, *others]}) == 4


def test_an_import_into_the_dataset_changes_the_tag_and_one_into_the_other_does_not(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with TestClient(Starlette(routes=ROUTES)) as client:
        before = client.get(TABLE).headers["etag"]
        add(open_store(), made("1613", total=400), dataset="example")
        assert client.get(TABLE).headers["etag"] == before
        add(open_store(), made("1612", total=400))
        after = client.get(TABLE)
        assert after.headers["etag"] != before
        assert total_in(after.text) == "400"
        pinned = client.get(f"{TABLE}&stand=1")
        assert total_in(pinned.text) == "433"


def test_fifty_people_at_once_get_the_file_that_is_made_once(client: TestClient) -> None:
    address = "/fil/kommune/omrader-spindel.png?kommune=9005&aar=2017&datasett=example"
    made_before = CACHE.counts().misses
    with ThreadPoolExecutor(50) as people:
        answers = list(people.map(lambda _: client.get(address), range(50)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    one_person = CACHE.counts().misses - made_before
    client.get(address.replace("9005", "9010").replace("2017", "2018"))
    assert one_person <= CACHE.counts().misses - made_before - one_person + 12


def test_two_stores_with_as_many_events_have_other_tags(
    tmp_path: Path, filled_store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tags = set()
    for number, total in enumerate((400, 777)):
        path = Path(shutil.copy(filled_store_file, tmp_path / f"{number}.duckdb"))
        monkeypatch.setenv("KOMPASSROSEN_STORE", str(path))
        store = open_store()
        add_import(store, "real", "Prøve", import_rows(made("1612", total=total)), NOON + timedelta(seconds=number))
        with TestClient(Starlette(routes=ROUTES)) as client:
            tags.add(client.get(TABLE).headers["etag"])
    assert len(tags) == 2


def test_where_too_many_wait_others_are_asked_to_come_back(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_WAITING", 0)
    answer = client.get(f"{TABLE}&vindu=8")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")


def test_a_store_that_cannot_be_read_is_said_with_503(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "store.duckdb").write_bytes(b"no store")
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(tmp_path / "store.duckdb"))
    with TestClient(Starlette(routes=ROUTES)) as client:
        answer = client.get(TABLE)
    assert (answer.status_code, "kan ikke leses" in answer.text) == (503, True)


def test_the_program_is_told_from_another_by_what_it_is_made_of() -> None:
    assert len(files._program_version()) == 64


def test_a_file_is_told_and_formatted_in_the_language_of_its_address(client: TestClient) -> None:
    questions = "/fil/kommune/omrader-sporsmal-3.csv?kommune=1612&aar=2018&datasett=real&omrade=3"
    nynorsk, english = (rows_of(client.get(f"{questions}&spraak={code}").text) for code in ("nn", "en"))
    assert nynorsk[0][0] == "Underspørsmål"
    assert english[0][0] == "Question"
    assert nynorsk[1][0] == "Heilskapleg styringssystem"
    assert english[1][0] == "Comprehensive governance system"
    written = {"nn": [cell for cell in nynorsk[1] if re.fullmatch(r"\d+,\d+", cell)]}
    written["en"] = [cell for cell in english[1] if re.fullmatch(r"\d+\.\d+", cell) and cell != "3.1"]
    assert [cell.replace(",", ".") for cell in written["nn"]] == written["en"]
    assert "Kjelde: KS-K rapport 3/2018." in nynorsk[1][-1]
    assert "Source: KS-K rapport 3/2018." in english[1][-1]


def test_another_language_is_another_file_for_a_cache(client: TestClient) -> None:
    tags = {client.get(f"{TABLE}&spraak={code}").headers["etag"] for code in ("nb", "nn", "en")}
    assert len(tags) == 3
    assert client.get(TABLE).headers["etag"] == client.get(f"{TABLE}&spraak=nb").headers["etag"]


def test_an_unknown_language_or_a_missing_file_is_refused_with_a_sentence(client: TestClient) -> None:
    assert client.get(f"{TABLE}&spraak=tlh").status_code == 404
    refused = client.get("/fil/tull/a.csv?spraak=en")
    assert (refused.status_code, refused.text) == (404, "No page is called “tull”.")
