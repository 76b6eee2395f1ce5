import time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.score_sheets.intake import SheetFile, check_files
from data.score_sheets.template import filled
from data.store import Store


@pytest.mark.benchmark
def test_checking_357_sheets_takes_at_most_half_as_long_again_as_opening_them(shared_store: Store) -> None:
    keys = shared_store.read("select municipality, year, version from evaluation where dataset = 'example'").rows()
    sheets = [filled(shared_store, "example", key) for key in keys]
    files = [SheetFile(f"{count}.xlsx", sheets[count % len(sheets)]) for count in range(357)]
    start = time.perf_counter()
    for file in files:
        load_workbook(BytesIO(file.content))
    opened = time.perf_counter()
    check_files(files, shared_store, "example")
    checked = time.perf_counter()
    assert checked - opened < 1.5 * (opened - start), f"{checked - opened:.1f} s and {opened - start:.1f} s"
