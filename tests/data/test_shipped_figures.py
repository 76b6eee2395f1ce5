"""The published figures as a first start stores them; every expected value is typed from print."""

import re
from decimal import Decimal
from zipfile import ZipFile

import polars as pl

from data.store import Store
from queries.snapshot import snapshot_of
from tests.landscapes import DATA, csv_rows

EVALUATIONS = [
    # number, name, year, how the year is known, version, family, total
    ("0219", "Bærum", 2019, "latest possible", "2.0", 2, 535),
    ("0514", "Lom", 2019, "latest possible", "2.0", 2, 550),
    ("0624", "Øvre Eiker", 2015, "stated", "2.0", 2, 378),
    ("1505", "Kristiansund", 2016, "stated", "2.1", 2, 523),
    ("1516", "Ulstein", 2013, "stated", "2.0", 2, 361),
    ("1516", "Ulstein", 2015, "stated", "2.0", 2, 433),
    ("1516", "Ulstein", 2017, "stated", "2.1", 2, 467),
    ("1516", "Ulstein", 2019, "stated", "2.1", 2, 534),
    ("1517", "Hareid", 2017, "stated", "2.1", 2, 247),
    ("1517", "Hareid", 2019, "stated", "2.1", 2, 324),
    ("1612", "Hemne", 2011, "inferred", "2.0", 2, 440),
    ("1612", "Hemne", 2018, "stated", "2.1", 2, 433),
    ("1640", "Røros", 2021, "inferred", "2020", 3, 593),
]
AREAS = {
    ("1516", 2019): {1: 72},
    ("1517", 2017): dict(enumerate((23, 17, 39, 35, 31, 31, 27, 45), 1)),
    ("1517", 2019): dict(enumerate((35, 28, 49, 40, 49, 34, 45, 44), 1)),
    ("1612", 2018): dict(enumerate((39, 37, 77, 61, 58, 49, 48, 63), 1)),
}
HEMNE_QUESTIONS = {
    "1.1": "7.5", "1.2": "9.0", "1.3": "4.4", "1.4": "14.0", "1.5": "4.0",
    "2.1": "4.5", "2.2": "6.3", "2.3": "5.8", "2.4": "12.8", "2.6": "8.0",
    "3.1": "13.9", "3.2": "18.4", "3.3": "16.0", "3.4": "20.0", "3.5": "9.1",
    "4.1": "13.5", "4.2": "8.0", "4.3": "5.2", "4.4": "8.5", "4.5": "20.0", "4.6": "5.8",
    "5.1": "10.5", "5.2": "18.8", "5.3": "4.5", "5.4": "10.4", "5.5": "7.5", "5.6": "6.7",
    "6.1": "10.5", "6.2": "7.0", "6.3": "14.6", "6.4": "5.6", "6.5": "10.2", "6.6": "1.5",
    "7.1": "7.5", "7.2": "25.0", "7.3": "7.4", "7.4": "6.5", "7.5": "1.4",
    "8.1": "13.1", "8.2": "9.3", "8.3": "11.3", "8.4": "9.2", "8.5": "2.3", "8.6": "6.9", "8.7": "10.6",
}  # fmt: skip
HEMNE_SUMS = ("433.0", "38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
IN_DATASET = "select evaluation from evaluation where dataset = $dataset"


def test_a_first_start_holds_the_thirteen_published_evaluations_and_no_other(store: Store) -> None:
    found = snapshot_of(store, "real").query("evaluations", municipality=None).sort("municipality", "year")
    names = ["municipality", "name", "year", "year_basis", "version", "family"]
    assert found.select(*names, pl.col("total").cast(pl.Int64)).rows() == EVALUATIONS


def test_thirteen_evaluations_lie_in_the_store_none_of_them_hidden(store: Store) -> None:
    assert store.read("select count(*) from evaluation where dataset = 'real'").item() == 13


def test_the_areas_in_print_are_those_of_hemne_hareid_twice_and_one_of_ulstein(store: Store) -> None:
    rows = store.read(f"""
        select split_part(evaluation, '/', 2), split_part(evaluation, '/', 3)::integer, area, points::integer
        from area_points where area > 0 and evaluation in ({IN_DATASET}) order by all
    """, dataset="real").rows()  # fmt: skip
    found: dict[tuple[str, int], dict[int, int]] = {}
    for number, year, area, points in rows:
        found.setdefault((number, year), {})[area] = points
    assert found == AREAS


def test_hemne_2018_has_its_45_questions_as_printed(store: Store) -> None:
    rows = store.read(f"select code, points from question_points where evaluation in ({IN_DATASET})", dataset="real")
    assert dict(rows.rows()) == {code: Decimal(points) for code, points in HEMNE_QUESTIONS.items()}
    assert rows.height == 45


def test_only_3_4_of_hemne_is_derived_and_it_says_so(store: Store) -> None:
    rows = store.read(
        f"select code, points, note from question_points where basis <> 'stated' and evaluation in ({IN_DATASET})",
        dataset="real",
    ).rows()
    assert [(code, points) for code, points, _ in rows] == [("3.4", Decimal("20.0"))]
    assert "77" in rows[0][2]
    assert "433" in rows[0][2]


def test_the_unrounded_sums_of_hemnes_questions_are_kept_beside_the_stated_figures(store: Store) -> None:
    rows = store.read("select area, question_sum from area_points where evaluation = '1/1612/2018/2.1' order by area")
    assert rows.rows() == [(area, Decimal(points)) for area, points in enumerate(HEMNE_SUMS)]


def test_the_areas_of_hareid_2017_are_marked_as_derived_and_the_total_as_stated(store: Store) -> None:
    rows = store.read("select area, basis from area_points where evaluation = '1/1517/2017/2.1' order by area").rows()
    assert rows == [(0, "stated")] + [(area, "derived") for area in range(1, 9)]


def test_the_three_other_stated_values_of_hemne_are_kept_with_their_pages(store: Store) -> None:
    rows = store.read("select evaluation, area, statistic, value::integer, place from other_value order by value")
    assert rows.rows() == [
        ("1/1612/2018/2.1", 3, "points", 76, "s. 11"),
        ("1/1612/2018/2.1", 0, "distance_to_small_group", 102, "s. 7"),
        ("1/1612/2018/2.1", 0, "total", 426, "s. 10"),
    ]


def test_the_one_gold_star_in_print_is_hemnes_5_1_on_page_29(store: Store) -> None:
    rows = store.read(
        f"select evaluation, code, place from gold_star where evaluation in ({IN_DATASET})", dataset="real"
    )
    assert rows.rows() == [("1/1612/2018/2.1", "5.1", "s. 29")]


def test_area_3_of_hemne_has_the_nine_strengths_six_challenges_and_one_weakness_of_page_25(store: Store) -> None:
    rows = store.read("""
        select kind, list(position order by position), any_value(place)
        from remark where evaluation = '1/1612/2018/2.1' and area = 3 group by kind order by kind
    """)
    assert rows.rows() == [
        ("challenge", [*range(1, 7)], "s. 25"),
        ("strength", [*range(1, 10)], "s. 25"),
        ("weakness", [1], "s. 25"),
    ]


def test_every_area_of_hemne_2018_has_strengths_and_weaknesses_or_challenges(store: Store) -> None:
    areas = store.read(
        f"select distinct area from remark where evaluation in ({IN_DATASET}) order by 1", dataset="real"
    )
    assert areas["area"].to_list() == [*range(1, 9)]


def test_the_printed_means_are_359_of_55_and_324_of_15(store: Store) -> None:
    rows = store.read("""
        select dataset, family, year, group_label, area, statistic, value::integer, basis, n, n_basis, place
        from published_reference order by value desc
    """)
    assert rows.rows() == [
        ("real", 2, 2018, "Norge", 0, "mean", 359, "derived", 55, "inferred", "s. 7"),
        ("real", 2, 2018, "under 5 000 innbyggere", 0, "mean", 324, "stated", 15, "inferred", "s. 7"),
    ]


def test_the_printed_ranks_and_quartiles_are_kept_as_printed(store: Store) -> None:
    rows = store.read("""
        select municipality, year, kind, value, of_n, group_label, area from published_statement
        order by municipality, year, kind, area
    """)
    assert rows.rows() == [
        ("0624", 2015, "rank", 15, None, "Norge", 0),
        ("1505", 2016, "rank", 3, None, "Norge", 0),
        ("1516", 2017, "rank", 4, 50, "Norge", 0),
        ("1516", 2019, "rank", 3, 58, "Norge", 0),
        ("1516", 2019, "rank_ever", 1, None, "Norge", 1),
        ("1612", 2018, "gold_star", None, None, "Norge", 5),
        ("1612", 2018, "quartile", 4, 55, "Norge", 0),
        ("1612", 2018, "rank", 2, 15, "under 5 000 innbyggere", 0),
        ("1612", 2018, "rank_ever", 5, None, "Norge", 3),
        ("1640", 2021, "rank_ever", 1, None, "Norge", 0),
    ]


def test_every_published_figure_carries_its_source_and_place(store: Store) -> None:
    for table in ("area_points", "question_points", "other_value", "gold_star"):
        without = store.read(
            f"from {table} where (source is null or place is null) and evaluation in ({IN_DATASET})", dataset="real"
        )
        assert without.is_empty(), table


def test_no_figure_of_a_real_evaluation_is_fictional(store: Store) -> None:
    for table in ("area_points", "question_points"):
        rows = store.read(f"select distinct basis from {table} where evaluation in ({IN_DATASET})", dataset="real")
        assert set(rows["basis"]) <= {"stated", "derived"}


def test_the_example_dataset_lies_whole_in_the_store_under_its_own_name(store: Store) -> None:
    evaluations = csv_rows(DATA / "example" / "evaluations.csv")
    questions = [row for row in csv_rows(DATA / "example" / "points.csv") if "." in row["code"]]
    rest = [row for row in csv_rows(DATA / "example" / "points.csv") if "." not in row["code"]]
    counted = {
        "evaluation": len(evaluations),
        "question_points": len(questions),
        "area_points": len(rest),
        "remark": len(csv_rows(DATA / "example" / "remarks.csv")),
        "gold_star": len(csv_rows(DATA / "example" / "gold_stars.csv")),
    }
    for table, expected in counted.items():
        rows = store.read(f"select count(*) from {table} where evaluation in ({IN_DATASET})", dataset="example")
        assert rows.item() == expected, table


def test_a_first_start_is_five_events_figures_example_catalogue_and_programmes_of_both(
    store: Store,
) -> None:
    rows = store.read("select event, kind, dataset from event order by event").rows()
    assert rows == [(1, "import", "real"), (2, "import", "example"), (3, "import", "real"), (4, "plan", "real"),
                    (5, "plan", "example")]  # fmt: skip


def test_a_source_is_named_by_its_title_and_never_by_the_file_it_was_read_from() -> None:
    shipped = {path: path.read_text(encoding="utf-8") for path in DATA.rglob("*.csv")}
    for path in (DATA / "sample_workbooks").glob("*.xlsx"):
        with ZipFile(path) as book:
            shipped[path] = "".join(book.read(part).decode() for part in book.namelist() if part.endswith(".xml"))
    for path, text in shipped.items():
        assert re.findall(r"\b\d{3}_[0-9a-f]{16}|\b\w+\.txt\b", text) == [], path.name


def test_the_report_on_hemne_is_named_as_it_names_itself(store: Store) -> None:
    tables = ("area_points", "question_points", "other_value", "published_reference", "published_statement")
    told = " union all ".join(f"select source from {table}" for table in (*tables, "evaluation"))
    named = store.read(f"select distinct source from ({told}) where source like 'KS-K%' order by source")
    assert named["source"].to_list() == [
        "KS-K rapport 3/2018",
        "KS-K rapport 3/2018; inntektsgruppen er Eksempeldata (fiktiv)",
        "KS-K rapport 3/2018; områdene og inntektsgruppen er Eksempeldata (fiktiv)",
    ]
