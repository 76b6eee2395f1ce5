"""Virket det?: what the page says of measures, by hand, and that thin data makes a thin page."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from data.imports import undo_import
from data.plans.rows import Evidence, Measure, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from queries.snapshot import Snapshot, snapshot_of
from reports.content import Beside, Bullets, Fold, Options, Paragraph
from reports.links import Link
from reports.table import Table
from reports.view import View
from tests.landscapes import NOON, add, all_questions, made
from tests.reports.reading_reports import (
    built,
    csv_rows,
    every_format,
    kinds_of_files,
    on_screen,
    said_in_vain,
    table_of,
    taken_away,
    texts,
)

SAVED: dict[str, Any] = {"goal": "Mål", "owner_role": "Leder", "ends": "2018"}
OWN = {"kommune": "9001"}
PLAN = Programme("9001", "Bedre tjenester", programme="p", evaluation_year=2016, evaluation_version="2.1")
BETTER = Measure("p", "Svartider", "better", status="done", questions=(Target("1.1", None, Decimal(7)),), **SAVED)
WEAKER = Measure("p", "Mangfold", "weaker", status="stopped", questions=(Target("1.2"),), **SAVED)
ALIKE = Measure("p", "Ledelse", "alike", status="started", questions=(Target("1.3"),), **SAVED)
IDEA = Measure("p", "Idéen", "idea", status="idea", questions=(Target("1.4"),))
NOT_THE_CAUSE = "Tallene viser hva som skjedde etterpå. De sier ikke at tiltaket var årsaken."
Planned = Callable[..., Snapshot]


@pytest.fixture
def planned(made_store: Store) -> Planned:
    """Return a function that saves plans of Prøveby, measured in 2016 and 2018, and returns the snapshot.

    1.1 goes from 1.0 to 4.0 of 15, 1.2 from 5.0 to 1.0 of 20, 1.4 from 1.0 to 3.0 of 30, and nothing else moves.
    """

    def snapshot(*plans: Programme | Measure, others: int = 0) -> Snapshot:
        before, after = {"1.2": "5.0"}, {"1.1": "4.0", "1.4": "3.0"}
        numbers = ["9001", *(f"91{place:02}" for place in range(others))]
        evaluations = [
            made(number, year, questions=all_questions() | points, municipality="Prøveby")
            for number in numbers
            for year, points in ((2016, before), (2018, after))
        ]
        add(made_store, *evaluations, dataset="example")
        if plans:
            save_plan(made_store, PlanChange("example", plans, 0), NOON)
        return snapshot_of(made_store, "example")

    return snapshot


def said(snapshot: Snapshot, key: str = "hode", **words: str) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts(built("oppfolging", snapshot, key, **(OWN | words)))]


def folds(snapshot: Snapshot) -> dict[str, Fold]:
    """Return what each measure opens, by its identifier."""
    table = table_of("oppfolging", snapshot, "tiltak-tabell", **OWN)
    return {fold.key.removeprefix("tiltak-"): fold for fold in table.folds() if fold}


def inside(fold: Fold) -> tuple[str, list[str], list[str], Table]:
    """Return the verdict, the figures, the evidence and the table of questions that a measure opens."""
    beside, questions, _next = fold.contents
    assert isinstance(beside, Beside)
    assert isinstance(questions, Beside)
    (figures,), (evidence,) = beside.parts
    ((table,),) = questions.parts
    assert isinstance(figures, Bullets)
    assert isinstance(evidence, Bullets)
    assert isinstance(table, Table)
    seen = [f"{item.label} {item.text}" for item in evidence.items] or [evidence.empty]
    plain = [item.text.replace("\u00a0", " ") for item in figures.items]
    return figures.heading.replace("\u00a0", " "), plain, seen, table


@pytest.mark.parametrize(
    ("plans", "title", "lead"),
    [
        ((BETTER, WEAKER, ALIKE, IDEA), "1 av de 3 tiltakene det kan sies noe om, gikk bedre enn resten",
         "1 tiltak gikk bedre enn resten av kommunen, 1 gikk som resten, 1 gikk svakere og om 1 kan det ikke sies."),
        ((BETTER, WEAKER), "1 av 2 tiltak gikk bedre enn resten",
         "1 tiltak gikk bedre enn resten av kommunen og 1 gikk svakere."),
        ((ALIKE, WEAKER), "ingen av de 2 tiltakene gikk bedre enn resten",
         "1 tiltak gikk som resten av kommunen og 1 gikk svakere."),
        ((WEAKER,), "tiltaket gikk svakere enn resten", "1 tiltak gikk svakere enn resten av kommunen."),
        ((ALIKE, IDEA), "det ene tiltaket det kan sies noe om, gikk som resten",
         "1 tiltak gikk som resten av kommunen og om 1 kan det ikke sies."),
    ],
)  # fmt: skip
def test_the_page_begins_with_how_many_went_better(
    planned: Planned, plans: tuple[Measure, ...], title: str, lead: str
) -> None:
    measured = "Målt fra evalueringen i 2016 til den i 2018, begge med versjon 2.1."
    assert said(planned(PLAN, *plans)) == [f"Prøveby: {title}", f"{lead} {measured}", NOT_THE_CAUSE]


def test_all_of_several_are_said_to_be_better(planned: Planned) -> None:
    other = Measure("p", "Også", "other", status="done", questions=(Target("1.1"),), **SAVED)
    assert said(planned(PLAN, BETTER, other))[0] == "Prøveby: alle de 2 tiltakene gikk bedre enn resten"


def test_the_table_stands_by_verdict_with_the_largest_difference_first(planned: Planned) -> None:
    table = table_of("oppfolging", planned(PLAN, IDEA, ALIKE, WEAKER, BETTER), "tiltak-tabell", **OWN)
    assert on_screen(table, "Tiltak", "Endring, %", "Resten, %", "Poeng før", "Poeng etter", "Status") == [
        ("Svartider", "+20,0", "+0,3", "1,0", "4,0", "gjennomført"),  # the rest: 1.4, an idea, 2.0 of 725
        ("Ledelse", "0,0", "+0,3", "1,0", "1,0", "i gang"),
        ("Mangfold", "−20,0", "+0,3", "5,0", "1,0", "stanset"),
        ("Idéen", "+6,7", "..", "1,0", "3,0", "idé"),
    ]
    assert table.group
    assert [table.group(row) for row in table.rows.to_dicts()] == [
        "Bedre enn resten: 1 tiltak", "Som resten: 1 tiltak", "Svakere enn resten: 1 tiltak",
        "Kan ikke sies, 1 tiltak: Arbeidet er ikke satt i gang.",
    ]  # fmt: skip


def test_a_measure_opens_with_its_verdict_figures_and_questions(planned: Planned) -> None:
    verdict, figures, evidence, table = inside(folds(planned(PLAN, BETTER))["better"])
    assert verdict == "Bedre enn resten: +20,3 prosentpoeng mot resten, der grensen er 10."
    assert figures == [
        "Det tiltaket gjelder, gikk fra 1,0 til 4,0 av 15 poeng (7 % til 27 %): +20,0 % av maksimum.",
        "Resten, 44 underspørsmål uten tiltak: −0,3 % av maksimum.",  # 1.2 and 1.4: 2.0 less of 770
        "0 andre kommuner har tall for det samme i 2016 og 2018 med de samme versjonene; med færre enn 5 vises ikke "
        "hvordan det gikk med dem.",
        "50 % av veien fra 1,0 til målet på 7,0 poeng.",
    ]
    assert evidence == ["Ingenting er ført for dette tiltaket."]
    columns = ("Maksimum", "Før", "Etter", "Endring", "Mål", "Vei til målet")
    assert on_screen(table, *columns) == [("15", "1,0", "4,0", "+3,0", "7,0", "50 %")]


def test_five_others_are_shown_with_their_mean(planned: Planned) -> None:
    figures = inside(folds(planned(PLAN, BETTER, others=5))["better"])[1]
    assert figures[2] == (
        "5 andre kommuner målt i 2016 og 2018 med de samme versjonene, på det samme: +20,0 % av maksimum "
        "i gjennomsnitt."
    )


def test_progress_that_cannot_be_computed_says_so(planned: Planned, made_store: Store) -> None:
    assert inside(folds(planned(PLAN, ALIKE))["alike"])[1][-1] == (
        "Veien til målet kan ikke regnes ut: ikke alt tiltaket gjelder, har et mål i poeng."
    )
    undo_import(made_store, 2, NOON)
    save_plan(made_store, PlanChange("example", (PLAN, BETTER), 9), NOON)
    add(made_store, made("9001", 2016, questions=all_questions(q1_1="8.0")), dataset="example")
    figures, table = inside(folds(snapshot_of(made_store, "example"))["better"])[1::2]
    assert figures[-1] == "Veien til målet kan ikke regnes ut: målet på 7,0 er ikke over de 8,0 fra før."
    assert isinstance(table, Table)
    assert on_screen(table, "Vei til målet") == [("kan ikke regnes ut",)]


def test_evidence_stands_by_level_from_experience_to_result(planned: Planned) -> None:
    seen = (Evidence(4, "Færre klager", "2018", "årsmelding"), Evidence(1, "Nyttig", "2017-05"), Evidence(3, "Brukes"))
    measure = Measure("p", "Svartider", "m", status="done", questions=(Target("1.1"),), evidence=seen, **SAVED)
    assert inside(folds(planned(PLAN, measure))["m"])[2] == [
        "1 opplevelse: Nyttig (mai 2017)", "3 atferd: Brukes", "4 driftsresultat: Færre klager (2018, årsmelding)",
    ]  # fmt: skip


def test_areas_of_two_versions_carry_the_sentence_on_a_stricter_version(made_store: Store) -> None:
    evaluations = [made("9001", year, version, areas=[points] * 8)
                   for year, version, points in ((2011, "2.0", 20), (2018, "2.1", 30))]  # fmt: skip
    add(made_store, *evaluations, dataset="example")
    programme = Programme("9001", "p", programme="p", evaluation_year=2011, evaluation_version="2.0")
    measure = Measure("p", "Området", "m", status="done", questions=(Target(None, 3),), **SAVED)
    save_plan(made_store, PlanChange("example", (programme, measure), 0), NOON)
    snapshot = snapshot_of(made_store, "example")
    verdict, figures, _evidence, table = inside(folds(snapshot)["m"])
    assert verdict == "Som resten: 0,0 prosentpoeng mot resten, der grensen er 10."
    assert figures[1] == "Resten, 7 områder uten tiltak: +10,0 % av maksimum."
    assert figures[-1].startswith("Versjon 2.1 stiller noe strengere krav enn 2.0")
    assert on_screen(table, "Gjelder") == [("3 Politisk styring og kontroll",)]
    assert said(snapshot)[1].endswith("Målt fra evalueringen i 2011 med versjon 2.0 til den i 2018 med versjon 2.1.")


def test_what_is_missing_is_said_with_what_to_do(planned: Planned) -> None:
    items = built("oppfolging", planned(PLAN, BETTER, IDEA), "mangler", **OWN)
    assert texts(items) == [
        "Hva som mangler for det siste tiltaket",
        "Arbeidet er ikke satt i gang. Det kan sies noe når statusen er i gang, gjennomført eller stanset.",
    ]


def test_before_a_later_evaluation_the_page_says_what_to_wait_for(planned: Planned) -> None:
    programme = Programme("9001", "p", programme="p", evaluation_year=2018, evaluation_version="2.1")
    snapshot = planned(programme, BETTER)
    assert said(snapshot) == [
        "Prøveby: det kan ikke sies om tiltaket virket",
        "Prøveby er ikke evaluert igjen med versjon 2.1 etter 2018. Svaret kommer når neste evaluering er lastet opp.",
        "Se programmet og tiltakene", "Last opp en evaluering",
    ]  # fmt: skip
    assert built("oppfolging", snapshot, "bilde", **OWN) == ()


def test_an_undone_evaluation_is_named_with_its_import(planned: Planned, made_store: Store) -> None:
    planned(PLAN, BETTER)
    undo_import(made_store, 1, NOON)
    assert said(snapshot_of(made_store, "example"))[1] == (
        "Evalueringen programmet svarer på (2016, versjon 2.1), er ikke med lenger: import 1 er angret. Last opp "
        "evalueringen, eller velg en annen i programmet."
    )


def test_a_municipality_without_a_programme_is_told_what_one_is(planned: Planned) -> None:
    contents = built("oppfolging", planned(), "hode", **OWN)
    assert texts(contents)[0] == "Prøveby har ingen programmer å følge opp her ennå"
    assert Paragraph("Lag et program", "next", Link("tiltak", (("kommune", "9001"),))) in contents


def test_a_programme_without_measures_says_so(planned: Planned) -> None:
    snapshot = planned(PLAN)
    assert said(snapshot)[0] == "Prøveby har ingen tiltak å følge opp ennå"
    assert built("oppfolging", snapshot, "tiltak", **OWN) == ()


def test_one_of_several_programmes_can_be_chosen(planned: Planned) -> None:
    second = Programme("9001", "Etterpå", programme="q", evaluation_year=2016, evaluation_version="2.1")
    later = Measure("q", "Mangfold", "later", status="stopped", questions=(Target("1.2"),), **SAVED)
    snapshot = planned(PLAN, BETTER, second, later)
    [options] = [one for one in built("oppfolging", snapshot, "hode", **OWN) if isinstance(one, Options)]
    assert [option.text for option in options.items] == ["Alle programmene", "Bedre tjenester", "Etterpå"]
    assert said(snapshot, program="q")[0] == "Prøveby: tiltaket gikk svakere enn resten"
    assert on_screen(table_of("oppfolging", snapshot, "tiltak-tabell", **OWN), "Tiltak", "Program") == [
        ("Svartider", "Bedre tjenester"), ("Mangfold", "Etterpå"),
    ]  # fmt: skip


def test_a_programme_that_is_not_here_is_told_and_all_are_shown(planned: Planned) -> None:
    snapshot = planned(PLAN, BETTER)
    assert said_in_vain("oppfolging", snapshot, program="x", **OWN) == ["Prøveby har ikke programmet «x» her."]
    assert said(snapshot, program="x") == said(snapshot)


@pytest.mark.parametrize("number", ["1247", "1445", "1601", "1259"])
def test_a_real_programme_makes_a_thin_page_that_says_what_is_missing(real: Snapshot, number: str) -> None:
    contents = taken_away("oppfolging", real, kommune=number)
    head = said(real, kommune=number)
    if number == "1259":
        assert head[0] == "Øygarden har ingen tiltak å følge opp ennå"
        return
    table = contents["tiltak-tabell"]
    assert isinstance(table, Table)
    told = [column.heading for column in table.columns if column.only != "file"
            and any(column.of(row) is not None for row in table.rows.to_dicts())]  # fmt: skip
    assert told == (["Tiltak", "Status"] if number == "1601" else ["Tiltak"])
    assert "det kan ikke sies om noen av de" in head[0]
    assert "Programmet sier heller ikke hvilken evaluering det svarer på." in head
    assert "bilde-resten" not in contents


def test_tables_and_picture_can_be_taken_away_in_every_format(planned: Planned) -> None:
    snapshot = planned(PLAN, BETTER, WEAKER)
    found = taken_away("oppfolging", snapshot, **OWN)
    assert sorted(found) == ["bilde-resten", "tiltak-sporsmal", "tiltak-tabell"]
    for content in found.values():
        assert kinds_of_files(snapshot, content) == set(every_format(snapshot, content))
    rows = csv_rows(snapshot, found["tiltak-tabell"])
    assert {"Dom", "Versjon før", "Andre kommuner"} <= set(rows[0])
    assert any(NOT_THE_CAUSE in cell for row in csv_rows(snapshot, found["tiltak-sporsmal"]) for cell in row)


@pytest.mark.parametrize(
    ("plans", "heading"),
    [
        ((BETTER, ALIKE), "Lengst fra resten, 20,3 prosentpoeng bedre: «Svartider»"),
        ((WEAKER, ALIKE), "Lengst fra resten, 20,7 prosentpoeng svakere: «Mangfold»"),
        ((ALIKE,), "Ingen tiltak skilte seg fra resten med 10 prosentpoeng"),
    ],
)
def test_the_picture_stands_under_its_finding(planned: Planned, plans: tuple[Measure, ...], heading: str) -> None:
    assert said(planned(PLAN, *plans), "bilde")[0] == heading


def test_two_as_far_from_the_rest_in_both_directions_are_both_named(planned: Planned) -> None:
    everything = Measure("p", "Idéen", "idea", status="started", questions=(Target("1.4"),), **SAVED)
    heading = said(planned(PLAN, BETTER, WEAKER, everything), "bilde")[0]
    assert heading == "Lengst fra resten, 20,0 prosentpoeng opp eller ned: «Svartider» og «Mangfold»"


def test_a_measure_without_a_title_and_with_a_parent_that_is_gone_is_still_told(
    planned: Planned, made_store: Store
) -> None:
    planned(PLAN, Measure("p", "Område", "area"))
    child = Measure("p", "Barn", "child", parent="area", status="done", questions=(Target("1.1"),), **SAVED)
    save_plan(made_store, PlanChange("example", (child,), 9), NOON)
    made_store._connection.execute("update measure set title = null where measure = 'child'")
    made_store._connection.execute("update measure set parent = 'gone' where measure = 'child'")
    snapshot = snapshot_of(made_store, "example")
    table = table_of("oppfolging", snapshot, "tiltak-tabell", **OWN)
    assert ("Tiltak uten tittel",) in on_screen(table, "Tiltak")
    assert "«et tiltak uten tittel»" not in said(snapshot, "bilde")[0]


def test_programme_areas_are_not_counted_as_measures(planned: Planned) -> None:
    child = Measure("p", "Barn", "child", parent="area", status="done", questions=(Target("1.1"),), **SAVED)
    snapshot = planned(PLAN, Measure("p", "Område", "area"), child)
    assert said(snapshot)[0] == "Prøveby: tiltaket gikk bedre enn resten"
    assert on_screen(table_of("oppfolging", snapshot, "tiltak-tabell", **OWN), "Tiltak") == [("Barn",)]


def test_five_hundred_measures_are_all_in_the_table(planned: Planned) -> None:
    codes = [f"1.{place}" for place in range(1, 6)]
    many = [Measure("p", f"Tiltak {place}", f"m{place}", status="done", questions=(Target(codes[place % 5]),), **SAVED)
            for place in range(500)]  # fmt: skip
    snapshot = planned(PLAN, *many)
    assert said(snapshot)[0] == "Prøveby: 100 av 500 tiltak gikk bedre enn resten"
    assert len(folds(snapshot)) == 500
    assert View(snapshot).snapshot.dataset == "example"
