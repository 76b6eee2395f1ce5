"""The house rules: where a file may look, and what no file may name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
ROOMS = ("data", "queries", "charts", "reports", "pages")  # data flows to the right: a room imports only from its left
SQL = re.compile(r"^\s*(select|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s|with\s+\w+\s+as)\b", re.I)
REGISTRY = re.compile(r"(pyp[i]|python[h]osted|npm[j]s|ana[c]onda)[.]org|index-url|--find-links", re.I)
MACHINE_PATH = re.compile(r"(?<![\w.:/<>])/(home|root|Users|tmp|work|workspace|opt|mnt|srv)/\w|\b[A-Z]:\\\w")
TEXT = {".py", ".sql", ".md", ".toml", ".txt", ".csv", ".yml", ".yaml", ".json", ".css", ""}


def modules_of(room: str) -> list[Path]:
    return sorted((HOUSE / room).rglob("*.py"))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Top-level names of what a file imports; relative imports are written out from the root of the house."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = file.relative_to(HOUSE).parts[: -node.level] if node.level else ()
            yield ((*above, *(node.module or "").split(".")) if node.module else (*above, node.names[0].name))[0]


def texts() -> Iterator[Path]:
    """Every text file of the product, apart from this one, which has to name what it looks for."""
    for file in HOUSE.rglob("*"):
        visible = not any(
            part[0] == "." and part not in {".ci", ".streamlit"} for part in file.relative_to(HOUSE).parts
        )
        if visible and file.is_file() and file.suffix in TEXT and file != Path(__file__).resolve():
            yield file


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(HOUSE)}:{number}: {line.strip()}"
        for file in texts()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


BESIDE = {"api": ("pages", "app", "tests"), "pages": ("api", "app", "tests")}
"""Two rooms that stand beside each other at the right end and know nothing of each other."""


@pytest.mark.parametrize("room", BESIDE)
def test_pages_and_programs_are_answered_apart(room: str) -> None:
    wrong = {str(file): names for file in modules_of(room) if (names := {*BESIDE[room]} & {*imported(file)})}
    assert not wrong


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_there(room: str) -> None:
    assert (HOUSE / room).is_dir(), f"the room {room}/ is missing"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_rooms_to_its_left(room: str) -> None:
    forbidden = {*ROOMS[ROOMS.index(room) + 1 :], "api", "app", "tests"}
    wrong = {
        str(file.relative_to(HOUSE)): names for file in modules_of(room) if (names := forbidden & {*imported(file)})
    }
    assert not wrong


@pytest.mark.parametrize("room", [*ROOMS[:-1], "api"])
def test_only_the_pages_know_streamlit(room: str) -> None:
    assert [file for file in modules_of(room) if "streamlit" in imported(file)] == []


PRIVATE = re.compile(r"^(openpyxl(\.\w+)*\._|streamlit\.(elements|runtime|proto|web|delta_generator))")
"""Modules of others that they do not promise to keep."""
FENCES = {"data/score_sheets/reading/openpyxl_private.py", "pages/parts/streamlit_private.py"}


def test_what_others_do_not_promise_to_keep_is_used_in_one_file_each() -> None:
    users = {
        file.relative_to(HOUSE).as_posix()
        for room in (*ROOMS, "api")
        for file in modules_of(room)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and PRIVATE.match(f"{node.module}")
    }
    assert users == FENCES


NO_SQL = {"Select all", "`Select all`", "Select {n} matches", "`Select ${p.length} matches`"}
"""Words of Streamlit's that begin as a query does."""


def test_the_pages_hold_no_sql() -> None:
    sentences = [
        f"{file.relative_to(HOUSE)}:{node.lineno}"
        for file in modules_of("pages")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SQL.match(node.value)
        and node.value not in NO_SQL
    ]
    assert sentences == []
    assert [file for file in modules_of("pages") if "duckdb" in imported(file)] == []
    assert [*(HOUSE / "pages").rglob("*.sql")] == []


RULES = {
    "the label of a year": r"'senest '",
    "the bounds of a size group": r">= (?:\w+\.)?from_population",
    "the newest import of an evaluation": r"partition by (?:\w+\.)?municipality, (?:\w+\.)?year, (?:\w+\.)?version",
    "the imports that are valid": r"from event as undo",
}
"""What every query goes by, written once in data/rules.sql."""


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_sql_is_written_once(rule: str) -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in HOUSE.rglob("*.sql") if "migrations" not in file.parts}
    found = {str(file.relative_to(HOUSE)): len(re.findall(RULES[rule], text)) for file, text in texts.items()}
    assert {file: times for file, times in found.items() if times} == {str(Path("data") / "rules.sql"): 1}


def test_no_file_names_a_package_registry() -> None:
    assert lines_matching(REGISTRY) == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert lines_matching(MACHINE_PATH) == []
