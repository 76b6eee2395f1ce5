import logging
from pathlib import Path

import pytest

from data.__main__ import main
from data.opening import _open_stores
from data.score_sheets.intake import SheetFile, check_files
from data.store import Store
from tests.workbooks.broken_files import BROKEN
from tests.workbooks.broken_sheets import ERRORS, WARNINGS


@pytest.fixture
def opened_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store of one's own that the commands find open."""
    monkeypatch.setitem(_open_stores, store.path, store)
    return store


def run(store: Store, *arguments: object) -> int:
    return main([*map(str, arguments), "--store", str(store.path)])


def written(folder: Path, content: bytes) -> Path:
    path = folder / "ark.xlsx"
    path.write_bytes(content)
    return path


def test_a_good_sheet_is_imported_once(
    opened_store: Store, good_sheet: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, good_sheet)
    assert run(opened_store, "import", path, "--check") == 0
    assert opened_store.newest_event() == 5
    assert run(opened_store, "import", path) == 0
    assert "1 evaluering er lest inn, som import 6." in capsys.readouterr().out
    assert run(opened_store, "import", path) == 0
    assert capsys.readouterr().out.endswith("Ingen endringer.\n")
    assert opened_store.newest_event() == 6


def test_findings_stop_an_import_until_warnings_are_accepted(
    opened_store: Store, good_sheet: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(opened_store, "import", written(tmp_path, ERRORS["negative"][0](good_sheet)), "--accept-warnings") == 1
    assert "Poeng!C3" in capsys.readouterr().out
    warned = written(tmp_path, WARNINGS["other maximum"][0](good_sheet))
    assert run(opened_store, "import", warned) == 1
    assert "--accept-warnings" in capsys.readouterr().err
    assert run(opened_store, "import", warned, "--accept-warnings") == 0


def test_what_cannot_be_used_is_said_in_a_sentence(
    opened_store: Store, good_sheet: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(opened_store, "import", tmp_path / "borte.xlsx") == 2
    assert capsys.readouterr().err.endswith("borte.xlsx kan ikke leses: filen finnes ikke.\n")
    assert run(opened_store, "import", tmp_path) == 2
    assert run(opened_store, "import", written(tmp_path, BROKEN["half a file"][0](good_sheet))) == 2
    with pytest.raises(SystemExit, match="2"):
        run(opened_store, "import", "a.xlsx", "--dataset", "tull")


def test_progress_is_told_on_the_side(
    opened_store: Store, good_sheet: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, good_sheet)
    run(opened_store, "import", path, path, "--check")
    assert capsys.readouterr().err == "\r2 av 2 filer er sjekket\n"


def test_a_damaged_workbook_is_told_without_a_traceback(
    opened_store: Store, good_sheet: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert run(opened_store, "import", written(tmp_path, BROKEN["half a sheet"][0](good_sheet))) == 2
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize("choice", [["--version", "2.0"], ["--history"]])
def test_a_template_is_made_where_there_is_no_file(opened_store: Store, tmp_path: Path, choice: list[str]) -> None:
    out = tmp_path / "mal.xlsx"
    assert run(opened_store, "template", *choice, out) == 0
    assert check_files([SheetFile("mal.xlsx", out.read_bytes())], opened_store, "real").stopped()
    assert run(opened_store, "template", *choice, out) == 2
    assert run(opened_store, "template", "--version", "3", tmp_path / "ny.xlsx") == 2
    assert run(opened_store, "template", tmp_path / "borte" / "ny.xlsx") == 2
