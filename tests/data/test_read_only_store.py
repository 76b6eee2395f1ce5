"""A store that the process may only read is read, and whoever wants to save is told so."""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data import store as store_module
from data.imports import UndoRefused, undo_import
from data.opening import open_store
from data.score_sheets.intake import ImportRefused, SheetFile, check_files, confirm
from data.score_sheets.writing.template import filled
from data.store import StoreUnavailable
from tests.landscapes import NOON

HOUSE = Path(__file__).resolve().parents[2]
SHELL = """
import os, sys
# What is imported late must be there before: another user may not read the environment it lies in.
import pandas, pyarrow, pyarrow.dataset
from data.__main__ import main
if os.geteuid() == 0:  # who may write to any file
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""
WRITE_AND_DIE = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("update event set title = 'Ny'")
os._exit(0)
"""
ONLY_READ = (
    "Ingenting kan lagres her: programmet har bare lov til å lese datalageret store.duckdb. Gi det rett til å skrive "
    "filen og mappen den ligger i, og start programmet på nytt."
)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Return a folder that every user of the machine may read, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python -m data` as a user with no more rights than the file gives everybody."""
    return subprocess.run(
        [sys.executable, "-c", SHELL, *arguments],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def may_only_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process find that it may not write, as no file is closed to the superuser."""
    monkeypatch.setattr(store_module, "may_write", lambda _path: False)


@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_the_log_of_a_store_that_may_only_be_read_is_listed_and_an_undo_is_refused(
    public_folder: Path, filled_store_file: Path, of_file: int, of_folder: int
) -> None:
    path = Path(shutil.copy(filled_store_file, public_folder / "store.duckdb"))
    before = path.read_bytes()
    path.chmod(of_file)
    public_folder.chmod(of_folder)
    listed, undone = run("imports", "--store", path), run("undo", "2", "--shipped", "--store", path)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "Publiserte tall som følger med programmet" in listed.stdout
    assert (undone.returncode, undone.stderr) == (2, ONLY_READ + "\n")
    assert path.read_bytes() == before
    assert [*public_folder.iterdir()] == [path]


def test_a_store_that_may_not_even_be_read_is_not_called_damaged(public_folder: Path, filled_store_file: Path) -> None:
    path = Path(shutil.copy(filled_store_file, public_folder / "store.duckdb"))
    path.chmod(0)
    public_folder.chmod(0o755)
    listed = run("imports", "--store", path)
    assert listed.returncode == 2
    assert "kan ikke åpnes med de rettighetene programmet har" in listed.stderr


@pytest.mark.usefixtures("may_only_read")
def test_what_was_committed_to_the_journal_alone_is_read_too(own_store_file: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, own_store_file], check=True)
    assert own_store_file.with_name("store.duckdb.wal").exists()
    store = open_store(own_store_file)
    assert store.read_only
    assert store.read("select distinct title from event").rows() == [("Ny",)]


@pytest.mark.usefixtures("may_only_read")
def test_a_store_that_may_only_be_read_gets_no_import_and_no_undo(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    newest = store.newest_event()
    sheet = SheetFile("hareid.xlsx", filled(store, "real", ("1517", 2019, "2.1")))
    intake = check_files([sheet], store, "example")
    with pytest.raises(ImportRefused) as import_refused:
        confirm(store, "example", intake, "Prøve", NOON, accept_warnings=True)
    with pytest.raises(UndoRefused) as undo_refused:
        undo_import(store, 1, NOON, also_shipped=True)
    assert (str(import_refused.value), import_refused.value.code) == (ONLY_READ, "store_read_only")
    assert (str(undo_refused.value), undo_refused.value.code) == (ONLY_READ, "store_read_only")
    assert store.newest_event() == newest


@pytest.mark.usefixtures("may_only_read")
def test_what_a_newer_program_ships_waits_until_the_store_may_be_written_to(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("update shipped set fingerprint = 'older'")
    before = own_store_file.read_bytes()
    store = open_store(own_store_file)
    assert store.newest_event() == store.read("select count(*) from shipped").item()
    assert own_store_file.read_bytes() == before


@pytest.mark.usefixtures("may_only_read")
@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_store_that_may_not_be_upgraded_is_refused_with_that_reason(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(gzip.decompress((HOUSE / "tests/stores/edition_1.duckdb.gz").read_bytes()))
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as refused:
        open_store(path, read_only=read_only)
    assert refused.value.code == "store_to_upgrade_is_read_only"
    assert str(refused.value) == (
        "Datalageret store.duckdb er laget av en eldre utgave av programmet og må oppgraderes før det kan vises, men "
        "programmet har ikke lov til å skrive til det. Filen er ikke rørt; gi programmet rett til å skrive filen og "
        "mappen den ligger i, eller bruk en kopi et annet sted."
    )
    assert path.read_bytes() == before


def test_a_store_that_may_be_written_to_is_not_read_only(own_store_file: Path) -> None:
    assert not open_store(own_store_file).read_only
