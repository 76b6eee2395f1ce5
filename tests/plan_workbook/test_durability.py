"""What happens to the store when the saving of a plan is killed."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.opening import open_store
from data.plans.workbook.writing import template
from data.store import connect
from tests.plan_workbook.conftest import with_edits

HOUSE = Path(__file__).resolve().parents[2]
SAVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from data.plans.workbook.checking import check_workbook, confirm
from data.score_sheets.sheet_file import SheetFile
from data.speaking import ask
from data.store import connect

ask(lambda: "nb")

store = connect(Path(sys.argv[1]))
intake = check_workbook(SheetFile("p.xlsx", Path(sys.argv[2]).read_bytes()), store, "real")
print("ready", flush=True)
sys.stdin.readline()
confirm(store, intake, datetime.now(UTC), accept_warnings=True)
print("saved", flush=True)
sys.stdin.readline()
"""
COUNTS = """
select
    (select count(*) from event where event = 6) as events,
    (select count(*) from programme where event = 6) as programmes,
    (select count(*) from measure where event = 6) as measures,
    (select count(*) from phase where event = 6) as phases
"""


def kill_at(moments: list[float], filled_file: Path, folder: Path) -> set[int]:
    path = Path(shutil.copy(filled_file, folder / "killed.duckdb"))
    store = open_store(path)
    cells = {f"Tiltak_B{row}": f"Tiltak {row}" for row in range(2, 42)}
    cells |= {f"Faser_A{row}": str(row - 1) for row in range(2, 32)}
    cells |= {f"Faser_B{row}": "Fase" for row in range(2, 32)}
    (folder / "p.xlsx").write_bytes(with_edits(template(store, "real", "1612"), Program_B7="Prøve", **cells))
    store.close()
    outcomes = set()
    for moment in moments:
        path = Path(shutil.copy(filled_file, folder / "killed.duckdb"))
        command = [sys.executable, "-c", SAVER, str(path), str(folder / "p.xlsx")]
        process = subprocess.Popen(command, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("save\n")
        process.stdin.flush()
        time.sleep(moment)
        process.kill()
        process.wait()
        outcomes.add(assert_all_or_nothing(path))
        for left in folder.glob("killed.duckdb*"):
            left.unlink()
    return outcomes


def assert_all_or_nothing(path: Path) -> int:
    store = connect(path)
    counts = store.read(COUNTS).row(0)
    store.close()
    assert counts in [(0, 0, 0, 0), (1, 1, 40, 30)]
    return int(counts[0])


def test_a_killed_saving_leaves_all_or_nothing(filled_store_file: Path, tmp_path: Path) -> None:
    kill_at([0.0, 0.05], filled_store_file, tmp_path)


@pytest.mark.slow
def test_a_saving_killed_at_many_moments_leaves_all_or_nothing(filled_store_file: Path, tmp_path: Path) -> None:
    assert kill_at([moment / 100 for moment in range(60)], filled_store_file, tmp_path) == {0, 1}
