"""The shell: questions and imports, answered in print or refused in one Norwegian sentence."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from data.__main__ import main as data_main
from data.opening import open_store
from data.speaking import LANGUAGES
from data.store import Store
from queries.__main__ import main as queries_main

HOUSE = Path(__file__).resolve().parents[1]
PROFILE = [
    "area", "name", "own", "n", "mean", "minimum", "q1", "median", "q3", "maximum", "rank", "quartile", "difference",
    "matters", "published_mean", "published_n", "published_difference",
]  # fmt: skip
RANKING = ["rank", "number", "name", "year", "version", "population", "size_group", "total"]
TREND = ["year", "version", "area", "points", "change", "matters", "note"]
HEMNE = ("profile", "municipality=1612", "year=2018")
ENGLISH = re.compile(r"Traceback|[Ee]rror|usage|invalid|required", re.I)
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def made_before(store: Store) -> None:
    """Let every command find the store that the other tests read, made and filled."""


def answered(capsys: Captured, *words: str) -> str:
    """Return what a question prints when it is answered."""
    assert queries_main([*words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def rows(capsys: Captured, *words: str) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = json.loads(answered(capsys, *words, "--format", "json"))
    return answer


def code_of(command: Any, words: list[str]) -> int:
    try:
        return int(command(words))
    except SystemExit as end:
        return int(end.code or 0)


def refused(capsys: Captured, command: Any, *words: str) -> str:
    """Return the one sentence in which a command is refused: nothing else is printed, and it ends with 2."""
    assert code_of(command, [*words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith((".\n", "?\n")), err
    assert err.count("\n") == 1, err
    assert not ENGLISH.search(err), err
    return err.strip()


def shell(room: str, *words: str, store: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ} | ({"KOMPASSROSEN_STORE": str(store)} if store else {})
    return subprocess.run(
        [sys.executable, "-m", room, *words],
        cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


# The questions there are --------------------------------------------------------------------------


def test_without_a_name_every_question_is_listed_with_its_first_comment_line(capsys: Captured) -> None:
    listed = dict(re.split(r" {2,}| (?=[A-Z])", line, maxsplit=1) for line in answered(capsys).splitlines())
    for name in ("profile", "question_profile", "ranking", "distribution", "trend", "left_out", "discrepancies"):
        assert len(listed[name]) > 20
    assert listed["thresholds"].strip() == (
        "Our settings: from which difference a change matters, and how many a comparison needs."
    )
    for name in {path.stem for path in (HOUSE / "queries").glob("*.sql")} & {*listed}:
        comment = (HOUSE / "queries" / f"{name}.sql").read_text(encoding="utf-8").splitlines()[0]
        assert comment == f"-- {listed[name].strip()}"


def test_every_sql_file_is_a_question_or_a_step_of_one(capsys: Captured) -> None:
    listed = {line.split()[0] for line in answered(capsys).splitlines()}
    steps = {"area_points", "question_points", "comparison_set", "version_changes", "area_tally", "question_tally"}
    steps |= {"leading_areas", "leading_questions", "compared_gold_stars", "well_done_outside", "without_areas"}
    steps |= {"stated", "clearly_ahead"}
    assert {path.stem for path in (HOUSE / "queries").glob("*.sql")} <= listed | steps


ABOUT_ONE_EVALUATION = {"profile", "question_profile", "own_areas", "own_questions", "remarks", "ranking"}
ABOUT_ONE_EVALUATION |= {"within_reach", "highlights", "robustness", "what_if", "missing_points"}
ABOUT_ONE_MUNICIPALITY = {"trend", "evaluations", "statements", "discrepancies", "other_values", "trend_points"}


def test_every_question_listed_can_be_asked(capsys: Captured) -> None:
    for name in [line.split()[0] for line in answered(capsys).splitlines()]:
        words = ["municipality=1612", "year=2018"]
        if name in {"merger", "transfers"}:
            words = ["municipalities=1612,1571,1613", "dataset=example"]
        elif name == "best_practice":
            words = ["municipality=1612", "code=1.3"]
        elif name in ABOUT_ONE_MUNICIPALITY:
            words = words[:1]
        elif name not in ABOUT_ONE_EVALUATION | {"distribution", "left_out"}:
            words = []
        assert isinstance(rows(capsys, name, *words), list), name


def test_a_word_that_a_question_does_not_take_is_refused_and_never_ignored(capsys: Captured) -> None:
    assert refused(capsys, queries_main, "evaluations", "year=2018") == "Spørsmålet «evaluations» tar ikke year."


# Answers ------------------------------------------------------------------------------------------


def test_the_profile_of_hemne_as_json_has_the_documented_columns_in_order(capsys: Captured) -> None:
    answer = rows(capsys, *HEMNE, "group=all")
    assert [list(row) for row in answer] == [PROFILE] * 9
    assert [row["own"] for row in answer] == [433, 39, 37, 77, 61, 58, 49, 48, 63]
    assert (answer[0]["n"], answer[0]["mean"], answer[0]["rank"]) == (5, 409.6, 3)
    assert answer[1]["mean"] is None


def test_all_is_the_default_group_and_the_own_year_the_default_reference(capsys: Captured) -> None:
    assert rows(capsys, *HEMNE) == rows(capsys, *HEMNE, "group=all", "reference_year=2018", "dataset=real")


def test_the_newest_year_is_the_default_year(capsys: Captured) -> None:
    assert rows(capsys, "profile", "municipality=1612") == rows(capsys, *HEMNE)


def test_ranking_and_trend_have_the_documented_columns_in_order(capsys: Captured) -> None:
    assert [list(row) for row in rows(capsys, "ranking", "year=2019")] == [RANKING] * 7
    assert [list(row) for row in rows(capsys, "trend", "municipality=1517")] == [TREND] * 18


def test_the_words_of_the_address_narrow_the_answer(capsys: Captured) -> None:
    assert [row["name"] for row in rows(capsys, "ranking", "year=2019", "window=1")][-1] == "Hareid"
    assert len(rows(capsys, "ranking", "year=2018", "dataset=example")) == 55
    chosen = rows(capsys, *HEMNE, "group=choice", "municipalities=1517,1516")
    assert chosen[0]["n"] == 3
    assert rows(capsys, "profile", "municipality=5011", "version=2.0")[0]["own"] == 440
    assert rows(capsys, "ranking", "year=2018", "dataset=example", "as_of=1") == []


def test_those_left_out_are_told_with_the_reason(capsys: Captured) -> None:
    answer = rows(capsys, "left_out", "municipality=1612", "year=2018")
    assert [(row["name"], row["left_out"]) for row in answer] == [
        ("Bærum", "after_reference"), ("Lom", "after_reference"), ("Røros", "other_family"),
    ]  # fmt: skip


def test_json_keeps_norwegian_letters(capsys: Captured) -> None:
    assert '"Bærum"' in answered(capsys, "ranking", "year=2019", "--format", "json")


def test_csv_has_a_header_and_one_line_a_row(capsys: Captured) -> None:
    table = [*csv.reader(io.StringIO(answered(capsys, "ranking", "year=2019", "--format", "csv")))]
    assert table[0] == RANKING
    assert len(table) == 8
    assert table[1] == ["1", "0514", "Lom", "2019", "2.0", "2293", "under 5 000 innbyggere", "550.0"]


def test_csv_gives_a_list_as_one_field(capsys: Captured) -> None:
    table = [*csv.DictReader(io.StringIO(answered(capsys, "municipalities", "--format", "csv")))]
    assert {row["name"]: row["versions"] for row in table}["Hemne"] == "2.0, 2.1"


def test_csv_keeps_a_sentence_with_commas_in_one_field(capsys: Captured) -> None:
    table = [*csv.reader(io.StringIO(answered(capsys, "trend", "municipality=1612", "--format", "csv")))]
    assert {len(row) for row in table} == {7}
    assert table[2][6].endswith("etter revisjonen.")


def test_a_table_is_the_default_and_leaves_out_no_row_and_no_column(capsys: Captured) -> None:
    table = answered(capsys, *HEMNE)
    assert all(column in table for column in PROFILE)
    assert "Kommunen som samfunnsutvikler" in table
    assert "…" not in table
    assert table == answered(capsys, *HEMNE, "--format", "table")


def test_a_table_shows_sentences_whole(capsys: Captured) -> None:
    assert "litt lavere poengsum etter revisjonen." in answered(capsys, "trend", "municipality=1612")


# Refusals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["profil"], "Mente du «profile»?"),
        (["nonsense"], "«nonsense» finnes ikke"),
        (["comparison_set"], "finnes ikke"),
        (["profile", "municipalty=1612"], "Mente du «municipality»?"),
        (["profile", "municipality"], "nøkkel=verdi"),
        (["profile", "kommune=1612"], "municipality"),
        (["profile"], "trenger municipality="),
        (["profile", "municipality="], "trenger municipality="),
        (["trend"], "trenger municipality="),
        (["ranking"], "trenger year="),
        (["profile", "municipality=9999"], "«9999»"),
        (["profile", "municipality=Hemne"], "«Hemne»"),
        (["profile", "municipality=5055"], "Heim"),
        (["profile", "municipality=1612", "year=1999"], "2011 og 2018"),
        (["profile", "municipality=1612", "year=i fjor"], "«i fjor»"),
        (["profile", "municipality=1612", "year="], "year må være et helt tall"),
        (["profile", "municipality=1612", "year=2018.5"], "«2018.5»"),
        (["profile", "municipality=1612", "year=²"], "«²»"),
        (["profile", "municipality=1612", "year=20182018201820182018"], "year må være et helt tall"),
        (["profile", "municipality=1612", "version=3.0"], "ingen slik evaluering"),
        (["profile", "municipality=1612", "window=fem"], "«fem»"),
        (["profile", "municipality=1612", "group=fylke"], "county"),
        (["profile", "municipality=1612", "group=choice", "municipalities=1517,9999"], "«9999»"),
        (["profile", "municipality=1612", "dataset=ekte"], "«ekte»"),
        (["profile", "municipality=1612", "as_of=99"], "fra 1 til 5"),
        (["profile", "municipality=1612", "as_of=0"], "Stand 0"),
        (["profile", "municipality=1612", "as_of=siste"], "«siste»"),
        (["profile", "municipality=1612", "as_of="], "as_of må være"),
        (["profile", "municipality=1612", "as_of=" + "9" * 5000], "as_of"),
        (["ranking", "year=2018", "group=size"], "trenger municipality="),
        (["ranking", "year=2018", "family=to"], "«to»"),
        (["ranking", "municipality=1612", "family=2"], "family=2 kan ikke brukes sammen med municipality="),
        (["distribution", "municipality=1612", "family=1"], "family=1 kan ikke brukes sammen med municipality="),
        (["left_out", "municipality=1612", "family=2"], "family=2 kan ikke brukes sammen med municipality="),
        (["distribution", "year=2018", "area=tre"], "«tre»"),
        (["profile", "municipality=1612", "--format", "xml"], "table"),
        (["profile", "municipality=1612", "--nonsense"], "nonsense"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
def test_what_cannot_be_asked_is_refused_in_one_norwegian_sentence(
    capsys: Captured, words: list[str], said: str
) -> None:
    assert said in refused(capsys, queries_main, *words)


def test_a_mistyped_question_is_refused_before_any_store_is_made(capsys: Captured, tmp_path: Path) -> None:
    refused(capsys, queries_main, "profil", "--store", str(tmp_path / "new.duckdb"))
    assert [*tmp_path.iterdir()] == []


def test_a_store_that_cannot_be_read_is_refused_by_either_command(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"Ikke et datalager")
    assert "kan ikke leses" in refused(capsys, queries_main, *HEMNE, "--store", str(path))
    assert "kan ikke leses" in refused(capsys, data_main, "imports", "--store", str(path))
    assert path.read_bytes() == b"Ikke et datalager"


# Stores -------------------------------------------------------------------------------------------


@pytest.fixture
def own(own_store_file: Path) -> Path:
    """Return the place of a store of the test's own, made and filled, that no command has opened yet."""
    return own_store_file


def test_a_store_that_is_missing_is_made_where_store_says(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "new.duckdb"
    assert len(rows(capsys, "evaluations", "--store", str(path))) == 13
    assert path.exists()


def test_asking_changes_nothing_in_the_file(capsys: Captured, own: Path) -> None:
    before = own.read_bytes()
    assert rows(capsys, *HEMNE, "--store", str(own))[0]["own"] == 433
    assert own.read_bytes() == before
    assert [*own.parent.iterdir()] == [own]


def test_the_log_lists_the_three_imports_of_a_first_start(capsys: Captured) -> None:
    assert data_main(["imports"]) == 0
    out = capsys.readouterr().out
    assert "Publiserte tall som følger med programmet" in out
    assert "Eksempeldata som følger med programmet" in out
    assert "Evalueringer vi vet om, som følger med programmet" in out
    assert "…" not in out
    assert data_main(["imports", "--language", "en"]) == 0
    assert "Published figures that come with the program" in capsys.readouterr().out


def test_an_undo_says_its_number_and_is_seen_by_the_next_question(capsys: Captured, own: Path) -> None:
    assert data_main(["undo", "1", "--shipped", "--store", str(own)]) == 0
    assert capsys.readouterr().out == "Import 1 er angret. Angringen er hendelse 6.\n"
    assert rows(capsys, "evaluations", "--store", str(own)) == []
    assert len(rows(capsys, "evaluations", "as_of=2", "--store", str(own))) == 13


def test_the_store_may_be_named_before_the_command(capsys: Captured, own: Path) -> None:
    assert data_main(["--store", str(own), "undo", "2", "--shipped"]) == 0
    assert capsys.readouterr().out == "Import 2 er angret. Angringen er hendelse 6.\n"


def test_undoing_twice_is_refused_and_adds_no_event(capsys: Captured, own: Path) -> None:
    data_main(["undo", "1", "--shipped", "--store", str(own)])
    capsys.readouterr()
    assert refused(capsys, data_main, "undo", "1", "--shipped", "--store", str(own)) == (
        "Import 1 er allerede angret, av hendelse 6."
    )
    assert open_store(own).newest_event() == 6


def test_an_undo_is_undone_by_its_own_number(capsys: Captured, own: Path) -> None:
    data_main(["undo", "1", "--shipped", "--store", str(own)])
    capsys.readouterr()
    assert data_main(["undo", "6", "--store", str(own)]) == 0
    assert capsys.readouterr().out == "Angring 6 er angret: import 1 gjelder igjen, fra hendelse 7.\n"
    assert len(rows(capsys, "evaluations", "--store", str(own))) == 13
    assert rows(capsys, "evaluations", "as_of=6", "--store", str(own)) == []


def test_what_came_with_the_program_is_undone_only_with_a_word_for_it(capsys: Captured, own: Path) -> None:
    assert refused(capsys, data_main, "undo", "3", "--store", str(own)) == (
        "Import 3 er «Evalueringer vi vet om, som følger med programmet». Angres den, mangler tall som andre regner "
        "med. Skal den likevel angres, skriv --shipped."
    )
    assert open_store(own).newest_event() == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["undo", "99"], "ingen import med nummer 99"),
        (["undo", "abc"], "undo abc»"),
        (["undo"], "IMPORT"),
        ([], "imports"),
        (["nonsense"], "nonsense"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_refused_in_one_norwegian_sentence(
    capsys: Captured, words: list[str], said: str
) -> None:
    assert said in refused(capsys, data_main, *words)


# From a real shell --------------------------------------------------------------------------------


def test_the_readme_commands_work_from_a_shell_on_a_machine_without_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    done = shell("queries", *HEMNE, "--format", "json", store=path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["own"] == 433
    undone = shell("data", "undo", "1", "--shipped", store=path)
    assert (undone.returncode, undone.stdout) == (0, "Import 1 er angret. Angringen er hendelse 6.\n")


def test_a_refusal_in_a_shell_is_the_sentence_alone_and_ends_with_2(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"Ikke et datalager")
    done = shell("queries", *HEMNE, store=path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Datalageret store.duckdb kan ikke leses.")
    assert "Traceback" not in done.stderr


def test_while_the_server_has_the_store_open_the_shell_says_so(own: Path) -> None:
    open_store(own)
    done = shell("queries", *HEMNE, store=own)
    assert done.returncode == 2
    assert "er i bruk av et annet program" in done.stderr
    assert "Traceback" not in done.stderr


def test_printing_leaves_the_settings_of_polars_as_they_were(capsys: Captured) -> None:
    before = pl.Config.state()
    answered(capsys, *HEMNE)
    assert pl.Config.state() == before


def test_an_answer_is_told_in_the_language_asked_for(capsys: Captured) -> None:
    rows = json.loads(answered(capsys, *HEMNE, "--format", "json", "--language", "en"))
    assert [row["name"] for row in rows][:2] == ["Total", "Openness and democracy"]


@pytest.mark.parametrize("query", ["programmes", "measures", "followup"])
def test_what_people_wrote_in_plans_is_the_same_in_every_language(capsys: Captured, query: str) -> None:
    told = {language: answered(capsys, query, "dataset=example", "--language", language) for language in LANGUAGES}
    assert told["nb"] == told["nn"] == told["en"]


def test_a_plan_that_is_asked_for_in_vain_is_refused_in_the_language_asked_for(capsys: Captured) -> None:
    assert queries_main(["measures", "programme=nowhere", "--language=en"]) == 2
    assert capsys.readouterr().err.startswith("The programme “nowhere” does not exist here.")


def test_a_refusal_and_the_help_are_told_in_the_language_asked_for(capsys: Captured) -> None:
    assert queries_main(["profile", "municipality=9999", "--language=nn"]) == 2
    assert capsys.readouterr().err == "Ingen kommune her har nummer «9999».\n"
    assert help_of(capsys, "en").startswith("usage: python -m data")
    assert "Imports and undos in the data store." in help_of(capsys, "en")


def help_of(capsys: Captured, language: str, *command: str) -> str:
    with pytest.raises(SystemExit):
        data_main([*command, "--language", language, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["bruk: python -m data import", "argumenter:", "FIL ", "valg:", "viser denne hjelpen"]),
        ("nn", ["bruk: python -m data import", "argument:", "FIL ", "val:", "viser denne hjelpa"]),
        ("en", ["usage: python -m data import", "arguments:", "FILE ", "options:", "shows this help"]),
    ],
    ids=["nb", "nn", "en"],
)
def test_the_headings_of_the_help_are_in_the_language_asked_for(
    capsys: Captured, language: str, words: list[str]
) -> None:
    told = help_of(capsys, language, "import")
    assert [word for word in words if word not in told] == []
    assert language == "en" or not re.search("usage|positional|options|show this", told)
