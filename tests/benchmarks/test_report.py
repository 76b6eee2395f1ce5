import json
from datetime import UTC, datetime

import pytest

from tests.benchmarks.figure import CannotMeasure, Figure, Taken, Target
from tests.benchmarks.growth_table import Growth, slope
from tests.benchmarks.report import BEGIN, END, Report, renewed

MET = Taken(Figure("page", "trend page", "one sentence", Target(6)), [10.0, 12.0, 14.0], [3.0, 3.0, 4.0])
MISSED = Taken(Figure("load", "50 people", "the floor app", Target(1)), [250.0], [200.0])
SHOWN = Taken(Figure("start", "start", "an empty app"), [3000.0], [1500.0])
FASTER = Taken(Figure("answer", "answer", "pandas", Target(5, at_least=True), faster=True), [100.0], [1250.0])


def report(*taken: Taken, quick: bool = False, failed: list[str] | None = None) -> Report:
    machine = {"cores": 2, "load_at_the_start": 0.1, "python": "3.11", "streamlit": "1", "duckdb": "2", "polars": "3"}
    began = datetime(2026, 5, 6, tzinfo=UTC)
    return Report(quick, list(taken), failed=failed or [], machine=machine, began=began)


def test_the_table_says_ratio_target_and_whether_it_is_met() -> None:
    header, *lines = report(MET, MISSED, SHOWN, FASTER).as_text().splitlines()[:5]
    assert header.split() == ["figure", "measured", "against", "ratio", "target", "ours", "the", "other"]
    assert " ".join(lines[0].split()) == "trend page one sentence 4.00 × ≤ 6 × met 12.0 ms 3.0 ms"
    assert " ".join(lines[1].split()) == "50 people the floor app 1.25 × ≤ 1 × MISSED 250 ms 200 ms"
    assert " ".join(lines[2].split()) == "start an empty app 2.00 × shown 3000 ms 1500 ms"
    assert " ".join(lines[3].split()) == "answer pandas 12.50 × faster ≥ 5 × met 100 ms 1250 ms"


def test_the_last_line_is_the_summary() -> None:
    assert report(MET, MISSED, SHOWN).as_text().splitlines()[-1] == "1 of 2 targets met; missed: 50 people"
    assert report(MET, SHOWN).as_text().splitlines()[-1] == "1 of 1 targets met"


def test_a_quick_run_says_that_it_is_no_result() -> None:
    *_, said, _, summary = report(MET, quick=True).as_text().splitlines()
    assert said == "A quick run has few rounds and small stores: what it misses, or meets, is a hint and no result."
    assert summary == "1 of 1 targets met (quick: few rounds, small stores)"


def test_a_missed_target_ends_with_1_quick_or_not() -> None:
    assert report(MET, SHOWN).exit_code() == 0
    assert report(MET, MISSED).exit_code() == 1
    assert report(MET, MISSED, quick=True).exit_code() == 1


def test_what_could_not_be_measured_is_told_and_never_counts_as_met() -> None:
    failed = report(MET, failed=["load: the server did not start"])
    assert failed.exit_code() == 1
    assert "NOT MEASURED: load: the server did not start" in failed.as_text()
    assert failed.summary() == "1 of 1 targets met; 1 could not be measured"


def test_the_json_holds_every_round_and_the_medians() -> None:
    written = json.loads(json.dumps(report(MET, MISSED).as_json()))
    first = written["figures"][0]
    assert (first["ours"], first["other"]) == ([10.0, 12.0, 14.0], [3.0, 3.0, 4.0])
    assert (first["ours_median"], first["other_median"], first["ratio"]) == (12.0, 3.0, 4.0)
    assert (first["target"], first["met"], first["unit"]) == ("≤ 6 ×", True, "ms")
    assert (written["date"], written["mode"], written["machine"]["cores"]) == ("2026-05-06", "full", 2)
    assert written["summary"] == "1 of 2 targets met; missed: 50 people"


def test_only_what_stands_between_the_marks_is_renewed() -> None:
    page = f"# Title\n\n{BEGIN}\nold\n{END}\n\nThe end.\n"
    assert renewed(page, "new") == f"# Title\n\n{BEGIN}\n\nnew\n\n{END}\n\nThe end.\n"
    assert renewed(renewed(page, "new"), "newer") == f"# Title\n\n{BEGIN}\n\nnewer\n\n{END}\n\nThe end.\n"


@pytest.mark.parametrize("page", ["no marks", f"{END} {BEGIN}", f"{BEGIN} {BEGIN} {END}", f"{BEGIN} {END} {END}"])
def test_a_page_without_its_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="once each"):
        renewed(page, "new")


def test_the_page_keeps_figures_growth_and_where_they_were_taken() -> None:
    kept = report(MET, MISSED)
    kept.growth = Growth([7_200, 720_000], [10.0, 10.0], [10.0, 100.0])
    said = kept.as_markdown()
    assert said.startswith("A full run of 2026-05-06 on 2 cores (load 0.1 when it began), with python 3.11,")
    assert "| 50 people | the floor app | 1.25 × | ≤ 1 × | MISSED | 250 ms | 200 ms |" in said
    assert "| 720 000 | 10.0 ms | 100.0 ms |" in said
    assert "to the power of 0.00 when warm and 0.50 when never opened" in said
    assert said.endswith("1 of 2 targets met; missed: 50 people.")


def test_a_slope_is_the_exponent_of_growth() -> None:
    assert slope([1, 10, 100, 1000], [5, 5, 5, 5]) == pytest.approx(0)
    assert slope([1, 10, 100, 1000], [3, 30, 300, 3000]) == pytest.approx(1)
    assert slope([1, 4, 16], [2, 4, 8]) == pytest.approx(0.5)
    # Two tenfold steps, of which one is tenfold too: by least squares half a step each.
    assert slope([1, 10, 100], [1, 1, 10]) == pytest.approx(0.5)


def test_a_slope_just_below_nothing_is_told_as_nothing() -> None:
    assert "to the power of 0.00 when warm" in Growth([1, 1000], [1.0, 0.99], [1.0, 1.0]).sentence()


def test_one_size_has_no_slope() -> None:
    with pytest.raises(CannotMeasure):
        slope([7, 7], [1, 2])
