"""The catalogue of evaluations known to exist: 33 rows that come and go with their own import."""

from collections import Counter
from pathlib import Path

from data.imports import undo_import
from data.opening import open_store
from data.store import Store
from queries.snapshot import snapshot_of
from tests.landscapes import DATA, NOON, ask, csv_rows

LISTED = csv_rows(DATA / "catalogue" / "known_evaluations.csv")
FAMILIES = {"1.0": 1, "2.0": 2, "2.1": 2, "2020": 3}
WITH_POINTS = {("1505", 2016), ("0624", 2015), ("1516", 2017), ("1516", 2019), ("1517", 2019)}
"""What the catalogue lists although its points are published."""


def known(store: Store, as_of: int | None = None) -> set[tuple[str, int]]:
    answer = ask(snapshot_of(store, "real", as_of), "known_evaluations")
    return {(row["number"], row["year"]) for row in answer}


def test_the_33_listed_are_there_as_printed_under_the_keys_of_their_municipalities(store: Store) -> None:
    rows = store.read("""
        select municipality, name, year::varchar, version, family, country, dataset, event,
            report, source, kind, value::varchar, of_n::varchar, group_code, statement_source, note
        from known_evaluation
    """).rows()
    assert len(rows) == 33
    assert Counter(rows) == Counter(
        (
            row["municipality_number"], row["municipality"], row["year"], row["version"], FAMILIES[row["version"]],
            "NO", "real", 3,
            *(row[name] or None for name in ("report", "source", "kind", "value", "of_n", "group_code")),
            row["statement_source"] or None, row["note"] or None,
        )
        for row in LISTED
    )  # fmt: skip


def test_families_follow_the_versions_and_groups_have_codes(store: Store) -> None:
    families = store.read("select family, count(*) from known_evaluation group by family order by family").rows()
    assert families == [(1, 3), (2, 29), (3, 1)]  # 1.0: Hemne 2007, Sør-Varanger 2005, Sørum 2008; 2020: Herøy 2020
    groups = store.read("select group_code, count(*) from known_evaluation group by group_code").rows()
    assert dict(groups) == {"all": 12, None: 21}


def test_ranks_are_those_of_print(store: Store) -> None:
    rows = store.read("select name, year, value, of_n from known_evaluation where kind = 'rank' order by name, year")
    assert rows.rows() == [
        ("Bærum", 2012, 2, 30),
        ("Kristiansund", 2016, 3, None),
        ("Nesodden", 2014, 6, 46),
        ("Tynset", 2015, 9, 46),
        ("Ulstein", 2017, 4, 50),
        ("Ulstein", 2019, 3, 58),
        ("Øvre Eiker", 2015, 15, None),
    ]


def test_an_evaluation_with_points_is_not_listed_as_one_without(store: Store) -> None:
    listed = {(row["municipality_number"], int(row["year"])) for row in LISTED}
    assert known(store) == listed - WITH_POINTS


def test_the_catalogue_is_there_from_its_import_and_gone_with_it(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    assert (known(store, as_of=2), len(known(store, as_of=3))) == (set(), 28)
    undo_import(store, 3, NOON, also_shipped=True)
    assert known(store) == set()
    assert len(ask(snapshot_of(store, "real"), "evaluations")) == 13
    undo_import(store, 6, NOON)
    assert [len(known(store, as_of=event)) for event in (3, 6, 7)] == [28, 0, 28]


def test_a_printed_rank_of_the_catalogue_goes_with_it(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    printed = {row["municipality"] for row in ask(snapshot_of(store, "real"), "statements")}
    assert {"0437", "1516"} <= printed  # Tynset stands in the catalogue alone
    undo_import(store, 3, NOON, also_shipped=True)
    assert {row["municipality"] for row in ask(snapshot_of(store, "real"), "statements")} == printed - {
        "0216", "0219", "0437", "0501", "1029", "1515", "1657",
    }  # fmt: skip


def test_without_the_published_figures_all_33_are_without_points(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    undo_import(store, 1, NOON, also_shipped=True)
    assert len(ask(snapshot_of(store, "real"), "known_evaluations")) == 33


def test_the_example_dataset_has_no_catalogue(store: Store) -> None:
    assert ask(snapshot_of(store, "example"), "known_evaluations") == []
