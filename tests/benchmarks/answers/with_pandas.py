"""Answers from one flat Parquet file with pandas: `python -m tests.benchmarks.answers.with_pandas FILE KEY`.

Written as somebody who knows pandas would: only the columns needed, texts as categories, no loop over rows.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

COLUMNS = ["municipality", "year", "version", "code", "points"]
TEXTS = ["municipality", "version", "code"]


def answer(file: Path, key: str) -> list[dict[str, Any]]:
    """Return total and areas of a municipality among all in the file, one row each."""
    figures = pd.read_parquet(file, columns=COLUMNS, read_dictionary=TEXTS)
    points = _area_points(_latest(figures))
    return [_row(area, points[area], key) for area in sorted(points.columns)]


def _latest(figures: Any) -> Any:
    """Keep the newest year of each municipality."""
    newest = figures.groupby("municipality", observed=True)["year"].transform("max")
    return figures[figures["year"] == newest]


def _area_points(figures: Any) -> Any:
    """Return one row a municipality and one column an area, 0 being the total: sums, rounded half up."""
    area_of_code = np.array([int(code.partition(".")[0]) for code in figures["code"].cat.categories])
    tenths = figures.assign(
        area=area_of_code[figures["code"].cat.codes],
        tenths=(figures["points"] * 10).round().astype("int64"),
    )
    sums = tenths.groupby(["municipality", "area"], observed=True)["tenths"].sum().unstack()
    sums[0] = sums.sum(axis=1)
    return (sums + 5) // 10


def _row(area: int, points: Any, key: str) -> dict[str, Any]:
    own, quartiles = int(points[key]), points.quantile([0.25, 0.5, 0.75])
    return {
        "area": int(area),
        "own": float(own),
        "n": int(points.count()),
        "mean": float(points.mean()),
        "minimum": float(points.min()),
        "q1": float(quartiles[0.25]),
        "median": float(quartiles[0.5]),
        "q3": float(quartiles[0.75]),
        "maximum": float(points.max()),
        "rank": int((points > own).sum()) + 1,
    }


if __name__ == "__main__":
    imported = time.perf_counter()
    rows = answer(Path(sys.argv[1]), sys.argv[2])
    after = time.perf_counter() - imported
    sys.stdout.write(json.dumps({"after_imports_ms": after * 1000, "answer": rows}))
