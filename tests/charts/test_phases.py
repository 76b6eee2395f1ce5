from datetime import date

from charts.phases import Span, phases_rows, phases_text

FIRST = Span("Læring", "forstudie", date(2019, 1, 1), date(2019, 12, 31), "2019")
SECOND = Span("Læring", "innføring", date(2020, 1, 1), date(2020, 12, 31), "2020")
OTHER = Span("Ledelse", "forstudie", date(2020, 7, 1), date(2020, 12, 31), "juli 2020 til desember 2020")


def of_kind(kind: str, today: date = date(2020, 1, 1)) -> list[dict[str, object]]:
    return [row for row in phases_rows([FIRST, SECOND, OTHER], today) if row["kind"] == kind]


def test_each_area_has_a_lane_and_its_phases_their_days_of_all_the_time() -> None:
    assert [row["label"] for row in of_kind("lane")] == ["Læring", "Ledelse"]
    # 365 days of 731, then the leap year; the other one begins 547 days in.
    assert [(row["lane"], row["x"], row["end"]) for row in of_kind("phase")] == [
        (0, 0, 365 / 731), (0, 365 / 731, 1), (1, 547 / 731, 1),
    ]  # fmt: skip


def test_a_lane_darkens_from_its_first_phase_to_its_last() -> None:
    assert [row["shade"] for row in of_kind("phase")] == [0, 3, 0]


def test_today_is_marked_where_it_is_within_the_time() -> None:
    assert [row["x"] for row in of_kind("today", date(2020, 1, 1))] == [365 / 731]
    assert of_kind("today", date(2021, 1, 1)) == []
    assert of_kind("today", date(2018, 12, 31)) == []


def test_a_long_time_has_years_and_a_short_one_months() -> None:
    assert [row["label"] for row in of_kind("tick")] == ["2019", "2020"]
    short = phases_rows([Span("a", "b", date(2013, 3, 1), date(2013, 6, 30), "x")], date(2013, 4, 1))
    assert [row["label"] for row in short if row["kind"] == "tick"] == [
        "mars 2013", "april 2013", "mai 2013", "juni 2013",
    ]  # fmt: skip


def test_forty_years_have_no_more_ticks_than_fit() -> None:
    rows = phases_rows([Span("a", "b", date(1990, 1, 1), date(2029, 12, 31), "x")], date(2013, 4, 1))
    assert [row["label"] for row in rows if row["kind"] == "tick"][:3] == ["1990", "1994", "1998"]


def test_a_phase_of_one_day_can_be_drawn() -> None:
    day = date(2020, 5, 5)
    [phase] = [row for row in phases_rows([Span("a", "b", day, day, "05.05.2020")], day) if row["kind"] == "phase"]
    assert (phase["x"], phase["end"]) == (0, 1)


def test_the_text_says_every_phase_and_the_day() -> None:
    assert phases_text([FIRST, OTHER], date(2020, 2, 3)) == (
        "Læring: forstudie, 2019. Ledelse: forstudie, juli 2020 til desember 2020. I dag er 03.02.2020."
    )
    assert phases_text([FIRST], date(2026, 2, 3)).endswith("I dag, 03.02.2026, er utenfor tidsaksen.")
