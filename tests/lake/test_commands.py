"""The shell commands of a lake: a file into a lake and back keeps every row, and nothing is overwritten."""

import gzip
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from data.__main__ import main
from data.imports import undo_import
from data.lake.address import DATA
from data.opening import open_store
from queries.__main__ import main as ask
from tests.lake.conftest import Server
from tests.lake.postgres import Postgres
from tests.landscapes import add, made

HOUSE = Path(__file__).parents[2]
Printed = pytest.CaptureFixture[str]


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of a store's file, read without the product's code."""
    with duckdb.connect(file, read_only=True) as connection:
        names = connection.execute("select table_name from duckdb_tables() where schema_name = 'main'").fetchall()
        return {name: connection.execute(f"from {name} order by all").fetchall() for (name,) in names}


def answers_of(file: Path, capsys: Printed) -> str:
    """Return what the shell answers to some questions about a store."""
    for question in (
        "ranking year=2018 dataset=example",
        "profile municipality=1612 year=2018",
        "measures dataset=example",
    ):
        assert ask([*question.split(), "--store", str(file), "--format", "json"]) == 0
    return capsys.readouterr().out


@pytest.fixture
def own_file(own_store_file: Path) -> Path:
    """Return a file store with events of people in it: an import, an undo, and an import again."""
    store = open_store(own_store_file)
    event = add(store, made("1612", 2019, total=411, areas=[51] * 8))
    undo_import(store, event, datetime.now(UTC))
    add(store, made("1612", 2019, total=412, areas=[52] * 8), made("1613", 2019, total=300))
    store.close()
    return own_store_file


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """Return a file that the first edition of the program made."""
    path = tmp_path / "old.duckdb"
    path.write_bytes(gzip.decompress((Path(__file__).parents[1] / "stores" / "edition_1.duckdb.gz").read_bytes()))
    return path


def test_a_file_goes_into_a_lake_and_back_with_every_row_and_answer(
    own_file: Path, lake: str, tmp_path: Path, capsys: Printed
) -> None:
    back = tmp_path / "back.duckdb"
    before = rows_of(own_file)
    assert main(["lake", "copy", str(own_file), "--store", lake]) == 0
    assert main(["lake", "export", str(back), "--store", lake]) == 0
    assert "8 hendelser" in capsys.readouterr().out
    assert rows_of(own_file) == before
    assert rows_of(back) == before
    copy = Path(
        shutil.copy(own_file, tmp_path / "copy.duckdb")
    )  # the file itself was opened in this process, and closed
    assert answers_of(back, capsys) == answers_of(copy, capsys)


def test_a_file_of_the_first_edition_goes_into_a_lake(lake: str, tmp_path: Path, old_file: Path) -> None:
    untouched = old_file.read_bytes()
    assert main(["lake", "copy", str(old_file), "--store", lake]) == 0
    assert old_file.read_bytes() == untouched
    back = tmp_path / "back.duckdb"
    assert main(["lake", "export", str(back), "--store", lake]) == 0
    upgraded = tmp_path / "upgraded.duckdb"
    shutil.copy(old_file, upgraded)
    open_store(upgraded).close()
    ours, theirs = rows_of(back), rows_of(upgraded)
    for table in ("evaluation", "area_points", "question_points", "programme", "population"):
        assert ours[table] == theirs[table], table


def test_a_lake_that_holds_events_of_people_is_not_copied_over(
    server: Server, own_file: Path, lake: str, capsys: Printed
) -> None:
    add(server(), made("1612", 2019, total=411))
    assert main(["lake", "copy", str(own_file), "--store", lake]) == 2
    assert "Antall hendelser: 1." in capsys.readouterr().err


def test_a_lake_is_not_made_twice(lake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv(DATA, str(tmp_path))
    assert main(["lake", "create", "--store", lake]) == 2
    assert "finnes allerede" in capsys.readouterr().err


def test_a_file_is_not_written_over_by_an_export(own_file: Path, lake: str, capsys: Printed) -> None:
    untouched = own_file.read_bytes()
    assert main(["lake", "export", str(own_file), "--store", lake]) == 2
    assert "finnes allerede" in capsys.readouterr().err
    assert own_file.read_bytes() == untouched


def test_a_file_that_another_program_has_open_is_not_copied(
    own_file: Path, lake: str, tmp_path: Path, capsys: Printed
) -> None:
    held = tmp_path / "held.duckdb"
    shutil.copy(own_file, held)
    program = f"import duckdb, time; c = duckdb.connect({str(held)!r}); print('open', flush=True); time.sleep(300)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            assert main(["lake", "copy", str(held), "--store", lake]) == 2
        finally:
            other.kill()
    assert "er i bruk av et annet program" in capsys.readouterr().err


def test_a_folder_is_neither_copied_nor_one_that_is_missing_exported_to(
    lake: str, tmp_path: Path, capsys: Printed
) -> None:
    assert main(["lake", "copy", str(tmp_path), "--store", lake]) == 2
    assert "kan ikke leses" in capsys.readouterr().err
    assert main(["lake", "export", str(tmp_path / "none" / "file.duckdb"), "--store", lake]) == 2
    assert "Mappen none finnes ikke." in capsys.readouterr().err


def test_a_place_for_files_that_cannot_be_used_is_told_and_is_the_place_when_it_can(
    postgres: Postgres,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
    caplog: pytest.LogCaptureFixture,
) -> None:
    address, place = postgres.new_database("without_folder"), tmp_path / "file" / "data"
    (tmp_path / "file").touch()
    monkeypatch.setenv(DATA, str(place))
    assert main(["lake", "create", "--store", address]) == 2
    assert "filene kan ikke nås" in (said := capsys.readouterr().err)
    assert "Failed to create directory" in caplog.text
    assert "Failed" not in said

    monkeypatch.setenv(DATA, str(tmp_path / "elsewhere"))
    assert main(["lake", "create", "--store", address]) == 2
    assert f"er påbegynt med filene i {place}/" in (said := capsys.readouterr().err)
    assert f"Sett {DATA} til det samme, eller bruk en tom database." in said

    (tmp_path / "file").unlink()
    monkeypatch.setenv(DATA, str(place))
    assert main(["lake", "create", "--store", address]) == 0
    assert [*place.iterdir()]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("address", ["ducklake:mysql:host=db.example password=secret", "ducklake:file.ducklake"])
@pytest.mark.parametrize("command", [["lake", "status"], ["imports"], ["undo", "1"]])
def test_another_catalogue_than_postgres_is_refused(address: str, command: list[str], capsys: Printed) -> None:
    assert main([*command, "--store", address]) == 2
    assert capsys.readouterr().err == (
        "Et felles datalager har en database i PostgreSQL, og ingen annen kan brukes. Skriv adressen som "
        "ducklake:postgres:dbname=… host=… user=….\n"
    )


@pytest.mark.parametrize("action", [["create"], ["status"], ["maintain"], ["copy", "x.duckdb"]])
def test_without_a_lake_a_command_says_how_to_name_one(action: list[str], capsys: Printed) -> None:
    assert main(["lake", *action]) == 2
    assert "KOMPASSROSEN_STORE eller --store" in capsys.readouterr().err


def test_making_a_lake_asks_where_its_files_shall_lie(lake: str, capsys: Printed) -> None:
    assert main(["lake", "create", "--store", lake]) == 2
    assert DATA in capsys.readouterr().err


def test_a_database_without_a_lake_says_how_to_make_one(postgres: Postgres, capsys: Printed) -> None:
    address = postgres.new_database("nothing_in_it")
    assert main(["imports", "--store", address]) == 2
    assert "python -m data lake create" in capsys.readouterr().err
    assert main(["lake", "status", "--store", address]) == 2
    assert "python -m data lake create" in capsys.readouterr().err


def test_the_state_of_a_lake_is_told(lake: str, capsys: Printed) -> None:
    assert main(["lake", "status", "--store", lake]) == 0
    told = capsys.readouterr().out
    assert "svarer" in told
    assert "Nyeste hendelse: 5" in told


def test_a_lake_that_cannot_be_reached_is_told_without_its_password(
    capsys: Printed, caplog: pytest.LogCaptureFixture
) -> None:
    assert main(["lake", "status", "--store", "ducklake:postgres:dbname=x host=nowhere.invalid password=secret"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Det felles datalageret x@nowhere.invalid svarer ikke")
    assert "secret" not in told
    assert "secret" not in caplog.text
    assert "nowhere.invalid" in caplog.text


def test_the_shell_shows_what_the_database_answered_where_the_log_is_asked_for(postgres: Postgres) -> None:
    command = [sys.executable, "-m", "data", "lake", "status", "--store", postgres.address("no_such_database")]
    for level in ("", "ERROR"):
        environment = {**os.environ, "KOMPASSROSEN_LOG": level}
        done = subprocess.run(
            command, cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        *log, said = done.stderr.splitlines()
        assert said.startswith("Det felles datalageret no_such_database@")
        assert ['database "no_such_database" does not exist' in line for line in log] == [True] * bool(level)


def test_merging_files_loses_no_row_and_servers_go_on_following(
    tmp_path: Path, own_lake: Server, capsys: Printed
) -> None:
    ours, theirs = own_lake(), own_lake()
    address = f"ducklake:postgres:{ours.lake.catalogue}"
    for year in range(2010, 2016):
        add(ours, made("1612", year, total=400, areas=[50] * 8, questions={"1.1": "2.5"}))
    before = ours.read("from question_points order by all")
    assert main(["lake", "maintain", "--store", address]) == 0
    event = add(ours, made("1612", 2016, total=401))
    assert main(["lake", "maintain", "--store", address]) == 0
    theirs.follow()
    assert theirs.newest_event() == event
    assert theirs.read("from question_points order by all").equals(before)
    back = tmp_path / "back.duckdb"
    assert main(["lake", "export", str(back), "--store", address]) == 0
    for table, rows in rows_of(back).items():
        assert sorted(map(str, rows)) == sorted(map(str, ours.read(f"from {table}").rows())), table
    assert "Filer i det felles datalageret" in capsys.readouterr().out
