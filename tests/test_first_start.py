"""The first start: one whole store for everybody, or a sentence; a file that cannot be read is never touched."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data import opening
from data.opening import open_store
from data.speaking import TESTING
from data.store import EDITION, Store, StoreUnavailable

HOUSE = Path(__file__).resolve().parents[1]
ERROR_WORDS = re.compile(r"Traceback|Error|Exception|duckdb\.|[Cc]annot|not a valid")
COUNT = "select count(*) filter (dataset = 'real'), count(*) filter (dataset = 'example') from evaluation"
WHOLE = [(13, 90)]
OPEN_AND_COUNT = f"""
import sys
from data.opening import open_store
from data.store import StoreUnavailable
sys.stdin.readline()
try:
    print(open_store().read("{COUNT}").rows())
except StoreUnavailable as sentence:
    print(sentence)
"""
HOLD_OPEN = """
import sys
from data.opening import open_store
open_store()
print("open", flush=True)
sys.stdin.readline()
"""
OPEN_WITH_LITTLE_ROOM = """
import resource, sys
from data.opening import open_store
from data.store import StoreUnavailable
resource.setrlimit(resource.RLIMIT_FSIZE, (room := int(sys.stdin.readline()), room))
try:
    open_store()
except StoreUnavailable as sentence:
    print(sentence)
"""

Process = subprocess.Popen[str]


def process(program: str, path: Path) -> Process:
    """Start a program that waits for a line, with its store at a path, and whose reader nobody knows."""
    environment = {name: value for name, value in os.environ.items() if name != TESTING}
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=HOUSE,
        env={**environment, "KOMPASSROSEN_STORE": str(path), "PYTHONPATH": str(HOUSE)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def refusal(path: Path) -> str:
    """Return the sentence with which a store is refused."""
    with pytest.raises(StoreUnavailable) as refused:
        open_store(path)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert not ERROR_WORDS.search(sentence), sentence
    return sentence


@pytest.fixture(scope="module")
def whole(filled_store_file: Path) -> bytes:
    return filled_store_file.read_bytes()


# Nobody was here before ---------------------------------------------------------------------------


def test_a_missing_store_is_made_with_its_folders_and_filled(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.duckdb"
    assert open_store(path).read(COUNT).rows() == WHOLE
    assert [*path.parent.iterdir()] == [path]


def test_a_store_that_is_there_is_opened_as_it_is_and_not_filled_again(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("delete from evaluation where municipality = '1612'")
    assert open_store(own_store_file).read("select count(*) from evaluation where dataset = 'real'").item() == 11


def test_the_store_lies_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(tmp_path / "elsewhere.duckdb"))
    assert open_store().path == tmp_path / "elsewhere.duckdb"
    assert (tmp_path / "elsewhere.duckdb").exists()


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_place_named_the_store_lies_in_the_data_folder(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KOMPASSROSEN_STORE")
    if named is not None:
        monkeypatch.setenv("KOMPASSROSEN_STORE", named)
    assert opening.store_path() == HOUSE / "data" / "kompassrosen.duckdb"


def test_threads_that_open_a_missing_store_at_the_same_moment_get_one_whole_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, make, start = tmp_path / "store.duckdb", opening._make, threading.Barrier(8)
    opened: list[Store] = []
    made: list[Path] = []

    def make_and_tell(place: Path) -> None:
        made.append(place)
        make(place)

    monkeypatch.setattr(opening, "_make", make_and_tell)

    def open_at_once() -> None:
        start.wait()
        opened.append(open_store(path))

    threads = [threading.Thread(target=open_at_once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.read(COUNT).rows() for store in opened] == [WHOLE] * 8
    assert made == [path]
    assert [*tmp_path.iterdir()] == [path]


def test_processes_that_open_a_missing_store_at_the_same_moment_leave_one_whole_store(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    visitors = [process(OPEN_AND_COUNT, path) for _ in range(2)]
    for visitor in visitors:
        assert visitor.stdin
        visitor.stdin.write("now\n")
        visitor.stdin.flush()
    answers = [visitor.communicate(timeout=60) for visitor in visitors]
    said = [out.strip() for out, _ in answers]
    assert [visitor.returncode for visitor in visitors] == [0, 0], answers
    assert str(WHOLE) in said
    # The other comes a moment later, or finds the file in use and says so: one file is open to one process.
    assert all(words == str(WHOLE) or "er i bruk av et annet program" in words for words in said)
    assert [*tmp_path.iterdir()] == [path]
    assert open_store(path).read(COUNT).rows() == WHOLE


def test_a_store_that_another_process_made_first_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, fill = tmp_path / "store.duckdb", opening._fill

    def overtaken(new: Path) -> None:
        fill(new)
        fill(path)
        with duckdb.connect(path) as connection:
            connection.execute("update event set title = 'De andres'")

    monkeypatch.setattr(opening, "_fill", overtaken)
    assert open_store(path).read("select distinct title from event").item() == "De andres"


def test_a_first_start_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill = opening._fill

    def fails(new: Path) -> None:
        fill(new)
        raise RuntimeError

    monkeypatch.setattr(opening, "_fill", fails)
    with pytest.raises(RuntimeError):
        open_store(tmp_path / "store.duckdb")
    assert [*tmp_path.iterdir()] == []


# What cannot be read ------------------------------------------------------------------------------


def another_database(path: Path, _: bytes) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("create table accounts as select range as amount from range(1000)")


def damaged_inside(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[:4096] + bytes(64) + whole[4160:8192] + bytes(64) + whole[8256:])


DAMAGED: dict[str, Callable[[Path, bytes], object]] = {
    "random bytes": lambda path, _: path.write_bytes(bytes(range(7, 256, 3)) * 100),
    "an empty file": lambda path, _: path.write_bytes(b""),
    "a text": lambda path, _: path.write_text("Ikke et datalager\n", encoding="utf-8"),
    "the first half of a store": lambda path, whole: path.write_bytes(whole[: len(whole) // 2]),
    "a store with overwritten blocks": damaged_inside,
    "a database that is no store": another_database,
}


@pytest.mark.parametrize("name", ["store.duckdb", "clock.duckdb"])
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_file_that_is_no_store_is_refused_with_the_true_reason_and_left_untouched(
    tmp_path: Path, whole: bytes, damage: str, name: str
) -> None:
    path = tmp_path / name
    DAMAGED[damage](path, whole)
    before = path.read_bytes()
    sentence = refusal(path)
    assert name in sentence
    assert "kan ikke leses" in sentence
    assert "i bruk" not in sentence
    assert path.read_bytes() == before
    assert [*tmp_path.iterdir()] == [path]


def test_a_folder_in_the_place_of_the_store_is_refused_and_left(tmp_path: Path) -> None:
    (tmp_path / "store.duckdb").mkdir()
    assert "kan ikke leses" in refusal(tmp_path / "store.duckdb")
    assert (tmp_path / "store.duckdb").is_dir()


def test_a_store_of_another_edition_is_refused_by_naming_both(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("update store_format set format = 99")
    before = own_store_file.read_bytes()
    sentence = refusal(own_store_file)
    assert "99" in sentence
    assert f"utgave {EDITION}" in sentence
    assert own_store_file.read_bytes() == before


def test_a_store_without_an_edition_is_refused(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("delete from store_format")
    refusal(own_store_file)


def test_after_a_refusal_the_file_is_free_and_a_good_one_put_back_is_opened(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "store.duckdb"
    another_database(path, whole)
    refusal(path)
    path.write_bytes(whole)
    assert open_store(path).read(COUNT).rows() == WHOLE


def test_a_refusal_is_logged_with_what_the_machine_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "store.duckdb").write_bytes(b"")
    refusal(tmp_path / "store.duckdb")
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert str(tmp_path / "store.duckdb") in caplog.text


def test_a_store_in_use_by_another_process_is_refused_with_a_sentence_that_says_so(own_store_file: Path) -> None:
    before = own_store_file.read_bytes()
    server = process(HOLD_OPEN, own_store_file)
    try:
        assert server.stdout
        assert server.stdout.readline() == "open\n"
        sentence = refusal(own_store_file)
    finally:
        server.communicate("done\n", timeout=20)
    assert "er i bruk av et annet program" in sentence
    assert own_store_file.read_bytes() == before


# Where none can be made ---------------------------------------------------------------------------


@pytest.mark.parametrize("below", ["store.duckdb", "folder/store.duckdb"])
def test_a_place_that_cannot_be_written_to_is_refused_with_that_reason(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("Ikke en mappe", encoding="utf-8")
    sentence = refusal(tmp_path / "file" / below)
    assert "kan ikke opprettes her" in sentence
    assert "KOMPASSROSEN_STORE" in sentence
    assert (tmp_path / "file").read_text(encoding="utf-8") == "Ikke en mappe"


# A store is about 7 MB. DuckDB reports a full disk at commit, but says nothing when a file is closed.
@pytest.mark.parametrize("room", [300_000, 700_000, 2_000_000, 5_000_000, 7_000_000])
def test_a_full_disk_is_told_of_in_a_sentence_and_leaves_nothing_behind(tmp_path: Path, room: int) -> None:
    path = tmp_path / "store.duckdb"
    out, err = process(OPEN_WITH_LITTLE_ROOM, path).communicate(f"{room}\n", timeout=60)
    assert "disken er full" in out, err
    assert [*tmp_path.iterdir()] == []


def test_a_new_store_that_cannot_be_read_back_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = opening._fill

    def lose_the_end(new: Path) -> None:
        fill(new)
        os.truncate(new, 700_416)

    monkeypatch.setattr(opening, "_fill", lose_the_end)
    assert "disken er full" in refusal(tmp_path / "store.duckdb")
    assert [*tmp_path.iterdir()] == []
    monkeypatch.setattr(opening, "_fill", fill)
    assert open_store(tmp_path / "store.duckdb").read(COUNT).rows() == WHOLE


# What a kill leaves -------------------------------------------------------------------------------

MAKE_HALF_AND_WAIT = """
import sys
from data import opening
def half(new):
    new.write_bytes(bytes(4096))
    print("half", flush=True)
    sys.stdin.readline()
opening._fill = half
opening.open_store()
"""


def test_what_a_start_that_was_killed_left_is_removed_at_the_next(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    killed = process(MAKE_HALF_AND_WAIT, path)
    assert killed.stdout
    assert killed.stdout.readline() == "half\n"
    killed.kill()
    killed.communicate(timeout=20)
    [left] = tmp_path.iterdir()
    assert left.name.startswith(".new-store-")
    assert open_store(path).read(COUNT).rows() == WHOLE
    assert [*tmp_path.iterdir()] == [path]


def test_what_was_left_is_removed_although_another_start_has_made_the_store(own_store_file: Path) -> None:
    (own_store_file.parent / ".new-store-abcdefgh").mkdir()
    open_store(own_store_file)
    assert [*own_store_file.parent.iterdir()] == [own_store_file]


def test_the_folder_of_a_process_that_is_still_making_a_store_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    slow = process(MAKE_HALF_AND_WAIT, path)
    assert slow.stdout
    assert slow.stdout.readline() == "half\n"
    [folder] = tmp_path.iterdir()
    assert open_store(path).read(COUNT).rows() == WHOLE
    assert {*tmp_path.iterdir()} == {folder, path}
    slow.communicate("done\n", timeout=20)
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("name", ["other.duckdb", "notes.txt"])
def test_a_folder_of_that_name_with_anything_else_in_it_is_left(own_store_file: Path, name: str) -> None:
    kept = own_store_file.parent / ".new-store-abcdefgh" / name
    kept.parent.mkdir()
    kept.write_text("Mitt", encoding="utf-8")
    open_store(own_store_file)
    assert kept.read_text(encoding="utf-8") == "Mitt"


def test_a_store_of_an_older_program_gets_the_reference_tables_of_this_one_and_keeps_what_was_measured(
    own_store_file: Path,
) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("delete from threshold where name = 'lead_share'")
        connection.execute("update store_format set reference = 'older'")
    store = open_store(own_store_file, read_only=True)
    assert store.read("select value from threshold where name = 'lead_share'").item() == 10
    assert store.read(COUNT).rows() == WHOLE


def test_a_store_of_an_older_program_gets_the_rules_of_what_stands_of_this_one(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("drop macro table current_evaluation")
        connection.execute("create macro current_evaluation(chosen_dataset, as_of) as table select 1 as older")
        connection.execute("drop macro table compared_evaluation")
        connection.execute("update store_format set reference = 'older'")
    store = open_store(own_store_file, read_only=True)
    assert store.read("select count(*) from current_evaluation('real', 2, [])").item() == 13
    assert store.read(COUNT).rows() == WHOLE
