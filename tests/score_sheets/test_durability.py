"""What happens to the store when an import is interrupted, or when two come at once."""

import resource
import shutil
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.score_sheets.intake import ImportRefused, SheetFile, check_files, confirm
from data.speaking import bound
from data.store import Store, connect
from tests.workbooks.edits import history, with_cells

HOUSE = Path(__file__).resolve().parent.parent.parent
NOW = datetime(2026, 1, 1, tzinfo=UTC)
AREAS = (50,) * 8
ROWS = [("NO", 1800 + count, f"Prøvevik {count}", 2008, "2.0", 900, 400, *AREAS, "Rapport") for count in range(99)]
IMPORTER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from data.score_sheets.intake import ImportRefused, SheetFile, check_files, confirm
from data.speaking import ask
from data.store import connect

ask(lambda: "nb")

store = connect(Path(sys.argv[1]))
intake = check_files([SheetFile("h.xlsx", Path(sys.argv[2]).read_bytes())], store, "real")
print("ready", flush=True)
if sys.stdin.readline().strip() == "full":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    confirm(store, "real", intake, "Prøve", datetime.now(UTC), accept_warnings=True)
except ImportRefused as refused:
    print(refused, flush=True)
else:
    print("saved", flush=True)
sys.stdin.readline()
"""


def importer(store: Path, sheet: Path, *more: str) -> subprocess.Popen[str]:
    """A process that has checked the sheet and waits for a word before it saves."""
    command = [sys.executable, "-c", IMPORTER, str(store), str(sheet), *more]
    process = subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def tell(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdin
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def assert_all_or_nothing(path: Path) -> int:
    store = connect(path)
    counts = store.read(
        """
        select
            (select count(*) from event where event = 6) as events,
            (select count(*) from evaluation where event = 6) as evaluations,
            (select count(*) from area_points where evaluation like '6/%') as areas
        """
    ).row(0)
    store.close()
    assert counts in [(0, 0, 0), (1, 99, 99 * 9)]
    return int(counts[0])


def kill_at(moments: list[float], filled: Path, folder: Path) -> set[int]:
    (folder / "h.xlsx").write_bytes(history(*ROWS))
    outcomes = set()
    for moment in moments:
        path = Path(shutil.copy(filled, folder / "killed.duckdb"))
        process = importer(path, folder / "h.xlsx")
        tell(process, "save")
        time.sleep(moment)
        process.kill()
        process.wait()
        outcomes.add(assert_all_or_nothing(path))
        for left in folder.glob("killed.duckdb*"):
            left.unlink()
    return outcomes


def test_a_killed_import_leaves_all_or_nothing(filled_store_file: Path, tmp_path: Path) -> None:
    kill_at([0.0, 0.03, 0.3], filled_store_file, tmp_path)


@pytest.mark.slow
def test_an_import_killed_at_many_moments_leaves_all_or_nothing(filled_store_file: Path, tmp_path: Path) -> None:
    assert kill_at([moment / 400 for moment in range(60)], filled_store_file, tmp_path) == {0, 1}


def test_a_full_disk_gives_a_sentence_and_leaves_the_store_as_it_was(own_store_file: Path, tmp_path: Path) -> None:
    if resource.getrlimit(resource.RLIMIT_FSIZE)[1] != resource.RLIM_INFINITY:
        pytest.skip("this machine bounds files already")
    (tmp_path / "h.xlsx").write_bytes(history(*ROWS))
    process = importer(own_store_file, tmp_path / "h.xlsx", "2000")
    tell(process, "full")
    assert process.stdout
    assert process.stdout.readline().startswith("Importen kunne ikke lagres; kanskje er disken full.")
    process.kill()
    process.wait()
    assert assert_all_or_nothing(own_store_file) == 0


def both_at_once(store: Store, *contents: bytes) -> list[int | str]:
    intakes = [check_files([SheetFile("fil.xlsx", content)], store, "real") for content in contents]
    outcomes: list[int | str] = []

    def save(count: int) -> None:
        try:
            outcomes.append(confirm(store, "real", intakes[count], "Prøve", NOW, accept_warnings=True))
        except ImportRefused as refused:
            outcomes.append(str(refused)[:25])

    threads = [threading.Thread(target=bound("nb", save), args=(count,)) for count in range(len(contents))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes, key=str)


def test_two_imports_of_the_same_evaluation_at_once_are_one(store: Store, good_sheet: bytes) -> None:
    assert both_at_once(store, good_sheet, good_sheet) == [6, "Datalageret er endret sid"]


def test_imports_of_different_evaluations_at_once_are_all_saved(store: Store, good_sheet: bytes) -> None:
    sheets = [with_cells(good_sheet, Kommune_B3=str(number)) for number in range(1890, 1896)]
    assert both_at_once(store, *sheets) == [10, 11, 6, 7, 8, 9]
