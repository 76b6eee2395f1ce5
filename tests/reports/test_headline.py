"""The first screen of Status: claim, facts, the total on its line, cards, and the areas; recomputed independently."""

from fractions import Fraction

import pytest

from data.numbers import number, shortest
from queries.snapshot import Snapshot
from reports.answer import Cards, Headline
from reports.content import Heading, files_of
from reports.links import link
from reports.strip import Scale
from reports.table import Table
from tests.conftest import Landscape
from tests.landscapes import made
from tests.queries.plain_python import Plain, compared, example_evaluations, newest, published_evaluations, quartile
from tests.reports.reading_reports import built, on_screen, table_of, texts

HEMNE = {"kommune": "1612", "aar": "2018"}
EXAMPLE = [one for one in newest(example_evaluations()) if one.version != "1.0"]
QUARTERS = ("nedre kvartil", "nest nederste kvartil", "nest øverste kvartil", "øvre kvartil")


def top(snapshot: Snapshot, **words: str) -> tuple[Headline, Scale]:
    headline, scale = built("kommune", snapshot, "hode", **words)
    assert isinstance(headline, Headline)
    assert isinstance(scale, Scale)
    return headline, scale


def facts(headline: Headline) -> dict[str, str]:
    return {fact.label: fact.value for fact in headline.facts}


def total_of(one: Plain) -> Fraction:
    return one.points["0"] if "0" in one.points else sum(one.areas.values(), Fraction(0))


def test_hemne_of_the_example_claims_the_upper_quartile_with_place_and_change(example: Snapshot) -> None:
    headline, scale = top(example, **HEMNE)
    assert (headline.title, headline.figure) == ("Hemne 2018", "433")
    assert headline.claim == "av 800 poeng: i øvre kvartil og blant de 25 % beste"
    assert facts(headline) == {"Plass": "9 av 55", "Kvartil": "Øvre", "Siden 2011": "−7"}
    assert [fact.note for fact in headline.facts] == [
        "2 av 15 på samme størrelse",
        "grenser 317, 346 og 394,5",
        "for lite til å tillegges vekt",
    ]
    assert [label.text for label in scale.labels] == [
        "225 lavest", "nedre kvartil 317", "snitt 359", "øvre kvartil 394,5", "531 høyest",
    ]  # fmt: skip
    assert scale.printed is None


def test_where_print_knows_more_the_first_screen_says_what_is_printed_and_where(real: Snapshot) -> None:
    headline, scale = top(real, **HEMNE)
    assert headline.claim == "av 800 poeng: på trykk i øvre kvartil"  # KS-K rapport 3/2018, s. 7–8
    assert [(fact.label, fact.value, fact.note) for fact in headline.facts] == [
        ("Plass på trykk", "2 av 15", "under 5 000 innbyggere, s. 10"),
        ("Kvartil på trykk", "Øvre", "i Norge, n = 55, s. 7–8"),
        ("Siden 2011", "−7", "for lite til å tillegges vekt"),
    ]
    assert scale.printed is not None
    assert scale.printed.text == "trykt snitt 359 (n = 55 sluttet)"
    # Four others by name, their latest figures until 2018, in place of a spread that would not be the country's.
    assert [dot.text for dot in scale.dots] == ["Hareid 247", "Øvre Eiker 378", "Ulstein 467", "Kristiansund 523"]
    assert (scale.labels, scale.strip.q1) == ((), None)


@pytest.mark.parametrize("own", EXAMPLE, ids=lambda own: own.number)
def test_claim_and_facts_of_every_municipality_are_those_of_plain_python(example: Snapshot, own: Plain) -> None:
    totals = [total_of(one) for one in compared(example_evaluations(), own)]
    mine, n = total_of(own), len(totals)
    rank = 1 + sum(total > mine for total in totals)
    bounds = [quartile(totals, quarters) for quarters in (1, 2, 3)]
    quarter = sum(mine >= bound for bound in bounds)
    headline, scale = top(example, kommune=own.number, aar=str(own.year))
    best = " og blant de 25 % beste" if 4 * rank <= n else ""
    assert headline.claim == f"av 800 poeng: i {QUARTERS[quarter]}{best}"
    assert facts(headline)["Plass"] == f"{rank} av {n}"
    assert scale.own.at == float(mine)
    assert [label.at for label in scale.labels] == pytest.approx(
        [float(at) for at in (min(totals), bounds[0], sum(totals) / n, bounds[2], max(totals))]
    )


@pytest.mark.parametrize("own", EXAMPLE, ids=lambda own: own.number)
def test_the_title_of_the_areas_counts_those_above_and_below_the_mean(example: Snapshot, own: Plain) -> None:
    others = compared(example_evaluations(), own)
    means = {area: sum(one.areas[area] for one in others) / len(others) for area in own.areas}
    above = sum(own.areas[area] > mean for area, mean in means.items())
    below = sum(own.areas[area] < mean for area, mean in means.items())
    [title, *_rest] = built("kommune", example, "omrader", kommune=own.number, aar=str(own.year))
    assert isinstance(title, Heading)
    expected = {
        (8, 0): "ligger over snittet på alle 8 områder",
        (0, 8): "ligger under snittet på alle 8 områder",
    }.get((above, below), f"ligger over snittet på {above} og under på {below} av 8 områder")
    assert title.text.endswith(expected)


def test_an_evaluation_without_a_total_says_so_and_claims_nothing(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", areas=[50, 60]))
    [headline] = built("kommune", snapshot, "hode", kommune="9001")
    assert isinstance(headline, Headline)
    assert (headline.claim, headline.facts) == ("Totalen er ikke kjent", ())


def test_alone_nothing_is_claimed_and_nobody_is_drawn(real: Snapshot) -> None:
    headline, scale = top(real, kommune="1640", aar="2021")  # the only one measured with version 2020
    assert headline.claim == "av 800 poeng"
    assert facts(headline) == {}
    assert (scale.labels, scale.dots, scale.printed) == ((), (), None)


def test_cards_say_what_is_in_reach_with_a_weakness_of_the_area_and_whom_to_visit(example: Snapshot) -> None:
    [cards] = [one for one in built("kommune", example, "naa", **HEMNE) if isinstance(one, Cards)]
    first = cards.cards[0]
    assert first.heading == "7.4 Systematisk kvalitetsforbedring"
    assert first.figures == "6,5 av 20 · median 11,9 · 7,8 opp til beste fjerdedel"
    assert first.remark == "Svakhet i område 7: Gode forslag blir ikke belønnet."
    assert [text for text, _leads_to in first.links] == [
        "12 på samme størrelse er klart foran",
        "besøk Lyngvåg (13,0)",
        "legg i plan",
    ]
    remarks = [card.remark for card in cards.cards if card.remark]
    assert len(remarks) == len(set(remarks))


def test_rows_of_areas_open_to_their_questions_in_place(example: Snapshot) -> None:
    table = table_of("kommune", example, "omrader-tabell", **HEMNE, omrade="3")
    folds = [fold for fold in table.folds() if fold]
    assert [fold.key for fold in folds] == [f"omrade-{area}" for area in range(1, 9)]
    assert [fold.key for fold in folds if fold.is_open] == ["omrade-3"]
    assert [len(files_of([fold])) for fold in folds] == [2] * 8  # a table, and bars as a picture
    assert on_screen(table, "Område", "Poeng", "Plass")[4] == (
        "5 Resultatfokus og effektivitet ★ gullstjerne", "58", "10 av 55",
    )  # fmt: skip


def test_what_if_raises_the_total_and_tells_place_and_quartile(example: Snapshot) -> None:
    # Halsa: 333, nr. 33 of 55. 2.2 raised to its maximum of 25.
    words = {"kommune": "1571", "aar": "2018", "hva_om": "2.2:25"}
    table = table_of("kommune", example, "hvaomtabell-tabell", **words)
    [now] = on_screen(table_of("kommune", example, "omrader-sporsmal-2", **words), "Underspørsmål", "Poeng")[1:2]
    gain = 25 - float(now[1].replace(",", "."))
    total = table.rows.row(0, named=True)
    assert total["before"] == 333
    assert total["after"] == int(333 + gain + 0.5)
    higher = sum(total_of(one) > total["after"] for one in EXAMPLE if one.number != "1571")
    assert total["rank_after"] == 1 + higher
    told = texts(built("kommune", example, "hvaomtabell", **words))
    assert told[0].startswith(
        f"Totalen ville gått fra 333 til {shortest(total['after'])}: fra nr. 33 til nr. {number(1 + higher)} av 55"
    )


@pytest.mark.parametrize("asked", ["2.2:26", "9.9:3", "2.2:1", "tull"])
def test_what_cannot_be_raised_so_is_said_and_left_out(example: Snapshot, asked: str) -> None:
    words = {"kommune": "1571", "aar": "2018", "hva_om": asked}
    assert built("kommune", example, "hvaomtabell", **words) == ()


def test_every_real_evaluation_has_a_first_screen(real: Snapshot) -> None:
    for own in published_evaluations():
        headline = built("kommune", real, "hode", kommune=own.number, aar=str(own.year))[0]
        assert isinstance(headline, Headline)
        assert str(own.year) in headline.title
        table = built("kommune", real, "omrader", kommune=own.number, aar=str(own.year))
        assert [one for one in table if isinstance(one, Table)] == [] or own.areas


def test_the_areas_have_their_points_over_time_where_a_family_has_several(real: Snapshot) -> None:
    def trails(**words: str) -> list[list[float]]:
        table = table_of("kommune", real, "omrader-tabell", **words)
        [column] = [column for column in table.columns if column.trail]
        return [list(column.trail(row)) for row in table.rows.to_dicts()] if column.trail else []

    # Area 5 of Hareid 2017 and 2019 as printed: 31 and 49.
    assert trails(kommune="1517", aar="2019")[4] == pytest.approx([0.31, 0.49])
    assert trails(kommune="1517", aar="2017") == [[]] * 8


def test_cards_send_nobody_to_a_page_with_nobody_on_it(real: Snapshot) -> None:
    [cards] = [one for one in built("kommune", real, "naa", **HEMNE) if isinstance(one, Cards)]
    assert {card.links[:-1] for card in cards.cards} == {(("ingen andre er målt på dette", None),)}


def test_cards_lead_to_a_measure_on_their_question(example: Snapshot) -> None:
    [cards] = [one for one in built("kommune", example, "naa", **HEMNE) if isinstance(one, Cards)]
    text, leads_to = cards.cards[0].links[-1]
    assert (text, leads_to) == ("legg i plan", link("tiltak", kommune="1612", aar=2018, nytt="7.4"))
