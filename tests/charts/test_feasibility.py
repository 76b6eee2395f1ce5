from charts.feasibility import Place, feasibility_rows, feasibility_text


def test_a_measure_stands_at_its_effect_and_the_mean_of_the_three() -> None:
    [row] = feasibility_rows([Place(3, "Felles metode", 4, 11)])
    assert (row["effect"], round(row["feasibility"], 3), row["label"], row["down"]) == (4, 3.667, "3", 0)


def test_measures_at_one_place_stand_below_each_other_and_not_on_top() -> None:
    rows = feasibility_rows([Place(2, "b", 4, 12), Place(1, "a", 4, 12), Place(3, "c", 4, 11)])
    assert [(row["label"], row["down"]) for row in rows] == [("3", 0), ("1", -9.5), ("2", 9.5)]


def test_of_more_than_three_at_one_place_the_last_mark_says_how_many_more() -> None:
    rows = feasibility_rows([Place(number, f"t{number}", 3, 9) for number in range(1, 7)])
    assert [row["label"] for row in rows] == ["1", "2", "+4"]
    assert all(f"{number} t{number}:" in rows[-1]["tooltip"] for number in range(3, 7))


def test_the_text_says_every_value() -> None:
    places = [Place(2, "Kurs", 5, 13), Place(1, "Plan", 2, 9)]
    assert feasibility_text(places) == (
        "1 Plan: effekt 2, gjennomførbarhet 3,0. 2 Kurs: effekt 5, gjennomførbarhet 4,3."
    )
