"""Why a store cannot be had, as programs are told it: a code, and what the sentence names."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.opening import open_store
from data.store import EDITION, StoreUnavailable, connect

HOUSE = Path(__file__).resolve().parents[2]
HOLD_OPEN = """
import sys
from pathlib import Path
from data.store import connect
store = connect(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


def told(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the code and the values with which a store is refused."""
    with pytest.raises(StoreUnavailable) as refused:
        (connect if path.exists() else open_store)(path)
    return refused.value.code, dict(refused.value.values)


def test_a_damaged_store(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"no store at all")
    assert told(path) == ("store_damaged", {"file": "store.duckdb"})


def test_a_store_of_another_edition_of_the_program(own_store_file: Path) -> None:
    with duckdb.connect(own_store_file) as connection:
        connection.execute("update store_format set format = 99")
    assert told(own_store_file) == ("store_of_newer_program", {"file": "store.duckdb", "edition": 99, "ours": EDITION})


def test_a_store_in_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert told(tmp_path / "file" / "store.duckdb") == ("store_cannot_be_made", {"file": "store.duckdb"})


def test_a_store_that_another_program_has_open(own_store_file: Path) -> None:
    holding = [sys.executable, "-c", HOLD_OPEN, str(own_store_file)]
    with subprocess.Popen(holding, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        assert told(own_store_file) == ("store_in_use", {"file": "store.duckdb"})
        other.communicate("done\n")


@pytest.mark.parametrize("said", ["Permission denied", "Read-only file system"])
def test_a_store_that_is_not_ours_to_open_is_not_called_damaged(
    own_store_file: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    def refused(*_args: object, **_options: object) -> None:
        raise duckdb.IOException(f'Cannot open file "{own_store_file}": {said}')

    monkeypatch.setattr(duckdb, "connect", refused)
    assert told(own_store_file) == ("store_not_permitted", {"file": "store.duckdb"})
