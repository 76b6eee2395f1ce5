import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as program
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.growth_table import Growth


def met(effort: Effort) -> Iterator[Taken]:
    yield Taken(Figure("met", "a fast page", "the floor", Target(6)), [float(effort.of(4, 2))], [1.0])


def missed(_effort: Effort) -> Iterator[Taken]:
    yield Taken(Figure("missed", "a slow page", "the floor", Target(6)), [7.0], [1.0])


def broken(_effort: Effort) -> Iterator[Taken]:
    yield Taken(Figure("broken", "half of it", "the floor", Target(6)), [1.0], [1.0])
    raise CannotMeasure("the server did not start")


def late(_effort: Effort) -> Iterator[Taken]:
    raise TimeoutError


def growth(_effort: Effort) -> Iterator[Growth]:
    yield Growth([10, 100], [1.0, 1.0], [1.0, 10.0])


@pytest.fixture(autouse=True)
def measurements(monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = {one.__name__: one for one in (met, missed, broken, late, growth)}
    monkeypatch.setattr(program, "MEASUREMENTS", made_up)
    monkeypatch.setattr("signal.signal", lambda *_: None)


@pytest.mark.parametrize(
    ("names", "code", "summary"),
    [
        (["met"], 0, "1 of 1 targets met"),
        (["met", "missed"], 1, "1 of 2 targets met; missed: a slow page"),
        (["broken"], 1, "1 of 1 targets met; 1 could not be measured"),
        (["late"], 1, "0 of 0 targets met; 1 could not be measured"),
    ],
)
def test_the_summary_is_the_last_line_and_a_miss_ends_with_1(
    names: list[str], code: int, summary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(names) == code
    assert capsys.readouterr().out.splitlines()[-1] == summary


def test_without_names_everything_is_measured_and_a_failure_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--quick"]) == 1
    said = capsys.readouterr().out
    assert "NOT MEASURED: broken: the server did not start" in said
    assert "NOT MEASURED: late: TimeoutError" in said
    assert "Page time grows as points to the power of 0.00 when warm and 1.00 when never opened" in said
    assert said.splitlines()[-1].startswith("2 of 3 targets met; missed: a slow page; 2 could not be measured (quick")


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        program.main(["mett"])
    assert "there is no mett; there is met, missed" in capsys.readouterr().err


def test_the_json_file_says_how_much_effort_it_was(tmp_path: Path) -> None:
    for options, mode, ours in ([], "full", 4.0), (["--quick"], "quick", 2.0):
        program.main(["met", "--json", str(tmp_path / "out.json"), *options])
        written = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert (written["mode"], written["figures"][0]["ours_median"]) == (mode, ours)


def test_keep_renews_the_page_and_the_json_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (program.HERE / "README.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text(page, encoding="utf-8")
    monkeypatch.setattr(program, "HERE", tmp_path)
    program.main(["met", "--keep"])
    assert "| a fast page | the floor | 4.00 × | ≤ 6 × | met |" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))["summary"] == "1 of 1 targets met"
