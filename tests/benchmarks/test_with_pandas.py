from pathlib import Path

import polars as pl

from tests.benchmarks.answers.with_pandas import answer


def test_the_answer_of_pandas_is_the_one_worked_out_by_hand(tmp_path: Path) -> None:
    # Of X1 only 2025 counts; 4.5 rounds half up to 5, and a total is of the unrounded sums.
    rows = [
        ("X1", 2024, "1.1", 25.0), ("X1", 2024, "1.2", 25.0), ("X1", 2024, "2.1", 25.0),
        ("X1", 2025, "1.1", 1.2), ("X1", 2025, "1.2", 3.3), ("X1", 2025, "2.1", 2.0),
        ("X2", 2025, "1.1", 4.0), ("X2", 2025, "1.2", 4.0), ("X2", 2025, "2.1", 3.5),
        ("X3", 2023, "1.1", 1.0), ("X3", 2023, "1.2", 1.0), ("X3", 2023, "2.1", 3.6),
    ]  # fmt: skip
    flat = tmp_path / "flat.parquet"
    frame = pl.DataFrame(rows, schema=["municipality", "year", "code", "points"], orient="row")
    frame.with_columns(version=pl.lit("2.1")).write_parquet(flat)
    total, first, second = answer(flat, "X1")
    # Totals 6.5, 11.5 and 5.6 are 7, 12 and 6; area 1 is 4.5, 8.0 and 2.0; area 2 is 2.0, 3.5 and 3.6.
    assert total == {
        "area": 0, "own": 7.0, "n": 3, "mean": 25 / 3, "minimum": 6.0, "q1": 6.5, "median": 7.0, "q3": 9.5,
        "maximum": 12.0, "rank": 2,
    }  # fmt: skip
    assert (first["own"], first["mean"], first["minimum"], first["q1"], first["rank"]) == (5.0, 5.0, 2.0, 3.5, 2)
    assert (second["own"], second["median"], second["q3"], second["rank"]) == (2.0, 4.0, 4.0, 3)
