import tomllib
from pathlib import Path

from data.score_sheets import limits

ROOT = Path(__file__).resolve().parents[2]


def test_the_uploader_and_the_check_have_the_same_bound() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxUploadSize"] == limits.FILE_MEGABYTES
    assert limits.FILE_MEGABYTES * 1_000_000 == limits.FILE_BYTES


def test_the_page_of_the_method_names_that_bound() -> None:
    assert f"Filer over {limits.FILE_MEGABYTES} MB" in (ROOT / "data" / "README.md").read_text(encoding="utf-8")
