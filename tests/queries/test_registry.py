"""The registry of the shell: what can be asked by name, and with which arguments."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from data.numbers import listed
from queries import registry
from queries import snapshot as files
from queries.__main__ import main
from queries.arguments import ARGUMENTS, DATASET, KNOWN, YEAR, Arguments, arguments_from
from queries.registry import first_line, known_queries, query_named, refuse_ignored, shell_query
from queries.snapshot import Snapshot, UnknownChoice, snapshot_of

QUERIES = Path(__file__).resolve().parents[2] / "queries"
COMPARISONS = [
    "profile", "question_profile", "ranking", "distribution", "trend", "trend_points", "left_out", "discrepancies",
    "merger", "transfers", "best_practice", "within_reach", "highlights", "robustness", "what_if", "missing_points",
    "followup",
]  # fmt: skip
FILES = sorted(path.stem for path in QUERIES.glob("*.sql"))
STEPS = sorted(path.stem for path in (QUERIES / "steps").glob("*.sql"))


def test_each_comparison_and_each_sql_file_is_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == COMPARISONS + FILES
    assert len(names) == len(set(names))


def test_every_query_says_what_it_answers() -> None:
    for name in known_queries():
        assert len(first_line(name)) > 20, name


@pytest.mark.parametrize("name", COMPARISONS + FILES)
def test_an_argument_that_is_not_declared_is_refused(name: str) -> None:
    declared = known_queries()[name].takes | {"dataset", "as_of"}
    for argument in set(KNOWN) - declared:
        with pytest.raises(UnknownChoice) as refused:
            refuse_ignored(name, {argument: KNOWN[argument].example})
        assert (refused.value.code, str(refused.value)) == (
            "ignored_arguments", f"Spørsmålet «{name}» tar ikke {argument}.",
        )  # fmt: skip


@pytest.mark.parametrize("name", COMPARISONS + FILES)
def test_every_argument_declared_is_known_and_taken(name: str) -> None:
    assert known_queries()[name].takes <= {*KNOWN}
    refuse_ignored(name, dict.fromkeys(known_queries()[name].takes, ""))


def test_the_merger_takes_these_arguments() -> None:
    assert known_queries()["merger"].takes == {"municipalities", "year", "reference_year", "family"}


def test_a_file_about_one_evaluation_takes_what_finds_it() -> None:
    assert known_queries()["own_areas"].takes == {"municipality", "year", "version"}
    assert known_queries()["evaluations"].takes == {"municipality"}
    assert known_queries()["superseded"].takes == set()


@pytest.mark.parametrize("name", STEPS)
def test_a_step_of_a_comparison_cannot_be_asked(name: str) -> None:
    with pytest.raises(UnknownChoice, match=f"^Spørsmålet «{name}» finnes ikke"):
        query_named(name)


def test_no_step_has_the_name_of_what_the_shell_asks() -> None:
    assert set(STEPS) & set(FILES) == set()
    assert set(COMPARISONS) & set(FILES) == set()


# Arguments ----------------------------------------------------------------------------------------


def test_every_example_is_a_value_of_its_argument() -> None:
    for argument in ARGUMENTS:
        assert argument.of({argument.name: argument.example}) is not None
        assert argument.needed({argument.name: argument.example}) is not None


@pytest.mark.parametrize(
    "name", sorted(name for name, query in known_queries().items() if "municipality" in query.takes)
)
def test_an_empty_municipality_means_in_every_query_that_none_is_given(real: Snapshot, name: str) -> None:
    others = {"year": "2018", "code": "1.3"}
    given = {argument: value for argument, value in others.items() if argument in known_queries()[name].takes}

    def answer(arguments: Arguments) -> object:
        try:
            return query_named(name)(real, arguments).rows()
        except UnknownChoice as refused:
            return str(refused)

    assert answer(given | {"municipality": ""}) == answer(given)


def test_an_empty_text_is_no_value_and_an_empty_number_is_refused() -> None:
    assert DATASET.of({"dataset": ""}) is None
    with pytest.raises(UnknownChoice, match="year må være et helt tall"):
        YEAR.of({"year": ""})


def test_what_is_written_is_parsed_by_its_kind_and_the_list_names_every_argument() -> None:
    arguments = arguments_from(["year=2018", "dataset=example", "year=2019"])
    assert (YEAR.of(arguments), DATASET.of(arguments)) == (2019, "example")
    with pytest.raises(UnknownChoice) as refused:
        arguments_from(["year"])
    assert str(refused.value) == "«year» forstås ikke. Mente du «year»? Skriv nøkkel=verdi med en av: " + (
        f"{listed([*KNOWN])}."
    )


# One more -----------------------------------------------------------------------------------------


@pytest.fixture
def _one_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the shell find its SQL files in a folder of the test, and forget afterwards what it found."""
    known_queries()  # so that the comparisons have registered before
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    monkeypatch.setattr(registry, "FOLDER", tmp_path)
    monkeypatch.setattr(registry, "_python_queries", dict(registry._python_queries))
    known_queries.cache_clear()
    yield
    known_queries.cache_clear()


@pytest.mark.usefixtures("_one_more")
def test_one_more_sql_file_is_one_more_query(tmp_path: Path, real: Snapshot) -> None:
    text = "-- Evaluations of a year.\nselect name from evaluation where dataset = $dataset and year = $year order by 1"
    (tmp_path / "measured_in.sql").write_text(text, encoding="utf-8")
    assert first_line("measured_in") == "Evaluations of a year."
    refuse_ignored("measured_in", {"year": "2011"})
    assert query_named("measured_in")(real, {"year": "2011"})["name"].to_list() == ["Hemne"]


@pytest.mark.usefixtures("_one_more")
def test_one_more_function_is_one_more_query(real: Snapshot) -> None:
    @shell_query(YEAR)
    def one_more(snapshot: Snapshot, arguments: Arguments) -> pl.DataFrame:
        """Say the year."""
        return pl.DataFrame({"year": [YEAR.needed(arguments)], "dataset": [snapshot.dataset]})

    assert first_line("one_more") == "Say the year."
    assert query_named("one_more")(snapshot_of(real.store), {"year": "2011"}).rows() == [(2011, "real")]
