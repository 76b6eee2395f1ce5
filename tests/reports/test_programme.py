"""What the page of a programme says: computed headings, thin and full programmes, and what an undo leaves behind."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from data.imports import undo_import
from data.plans.rows import Measure, Money, Phase, Programme
from data.store import Store
from queries.plan_matrix import Scored
from queries.snapshot import Snapshot, snapshot_of
from reports.address import Address
from reports.content import Beside, Bullets, Content, Fold, Heading, Notice, Options, Paragraph, Picture, files_of
from reports.plan_words import known_date, kroner, period
from reports.programme import REPORT, matrix, phases, savings
from reports.programme.choice import Choice
from reports.table import Table
from reports.view import View
from tests.landscapes import NOON, add, made
from tests.plans_made import DIVERSITY, IDEAS, MEASURES, METHOD, PROGRAMME, save, save_everything

TODAY = date(2020, 3, 1)
FOUR = {
    "1445": "Utviklingsprosjekt i Gloppen",
    "1259": "Driftstilpasning 2013",
    "1601": "Helhetlig ledelse",
    "1247": "Askøy 2020",
}


def view_of(snapshot: Snapshot) -> View:
    return View(snapshot, today=TODAY)


def chosen(snapshot: Snapshot, **address: str) -> tuple[Choice, list[str]]:
    read = Address(address)
    choice: Choice = REPORT.choose(view_of(snapshot), read)
    return choice, read.notices


def contents(snapshot: Snapshot, key: str, **address: str) -> list[Content]:
    choice, _notices = chosen(snapshot, **address)
    return list(_flat(REPORT.section(view_of(snapshot), choice, key).contents))


def _flat(parts: Sequence[Content]) -> Iterator[Content]:
    for part in parts:
        yield part
        if isinstance(part, Beside):
            for within in part.parts:
                yield from _flat(within)


def headings(parts: Sequence[Content]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Heading)]


def items(parts: Sequence[Content], heading: str) -> list[str]:
    return [
        f"{item.label} {item.text}".strip()
        for part in parts
        if isinstance(part, Bullets) and part.heading == heading
        for item in part.items
    ]


def table(parts: Sequence[Content], key: str) -> Table:
    [found] = [part for part in files_of(parts).values() if isinstance(part, Table) and part.key == key]
    return found


def fold_of(parts: Sequence[Content], title: str) -> Fold:
    listed = table(parts, "tiltak-tabell")
    [place] = [index for index, row in enumerate(listed.rows.to_dicts()) if row["title"] == title]
    fold = listed.folds()[place]
    assert fold is not None
    return fold


@pytest.fixture
def full(made_store: Store) -> Snapshot:
    questions = {"7.4": "6.5", "7.5": "1.4", "7.3": "7.4", "4.6": "5.8"}
    add(
        made_store,
        made("1612", 2018, "2.1", areas={4: 61}, questions=questions, municipality="Hemne"),
        dataset="example",
    )
    save_everything(made_store)
    return snapshot_of(made_store, "example")


def test_the_head_says_name_period_target_year_evaluation_source_and_place(full: Snapshot) -> None:
    head = contents(full, "hode", kommune="1612")
    assert headings(head)[0] == "Læring og ledelse 2018–2020"
    texts = [part.text for part in head if isinstance(part, Paragraph)]
    assert texts[0] == "Hemne, juni 2018 til 2020. Målår: 2020. Svarer på evalueringen i 2018 med versjon 2.1."
    assert texts[1:3] == ["Kilde: Sak 1/18; s. 2.", "Prøve."]


def test_the_five_headings_stand_beside_each_other_and_count_the_measures(full: Snapshot) -> None:
    head = contents(full, "hode", kommune="1612")
    assert headings(head)[1:] == ["Behov", "Mål", "Tiltak", "Resultat", "Forankring"]
    texts = [part.text for part in head if isinstance(part, Paragraph)]
    assert "4 tiltak: 1 idé, 1 vedtatt, 1 i gang og 1 gjennomført." in texts


def test_what_is_late_and_what_waits_is_said_up_front(full: Snapshot) -> None:
    head = contents(full, "hode", kommune="1612")
    assert items(head, "1 tiltak er forsinket") == [
        "«Felles metode for kvalitetsforbedring» skulle vært ferdig 31.12.2019."
    ]
    assert items(head, "Venter") == [
        "«Forslagsordning med tilbakemelding» venter på «Felles metode for kvalitetsforbedring»."
    ]


def test_a_frozen_state_is_late_by_its_own_day(full: Snapshot) -> None:
    assert chosen(full, kommune="1612", stand="2")[0].today == date(2024, 1, 2)
    assert chosen(full, kommune="1612", stand="4")[0].today == date(2024, 1, 2)
    assert chosen(full, kommune="1612")[0].today == TODAY
    assert chosen(full, kommune="1612", stand="5")[0].today == TODAY
    assert chosen(full, kommune="1612", stand="9" * 30)[0].today == TODAY


def test_the_table_shows_area_status_points_and_target_owner_and_end(full: Snapshot) -> None:
    listed = table(contents(full, "tiltak", kommune="1612"), "tiltak-tabell")
    rows = {row["title"]: row for row in listed.rows.to_dicts()}
    method = rows["Felles metode for kvalitetsforbedring"]
    assert (method["areas"], method["status"], method["aims"]) == ("Læring", "◕\u00a0i gang", "6,5\u00a0→ 13")
    assert (method["owner_role"], method["ends"], method["is_late"]) == ("kvalitetsleder", "31.12.2019", True)
    assert (method["area"], method["shown_depth"]) == ("Læring", 1)
    ideas = rows["Forslagsordning med tilbakemelding"]
    assert ideas["aims"] == "7.5: 1,4\u00a0→ 8, 7.3: 7,4\u00a0→ 12,5"
    assert (ideas["waits_for"], ideas["is_late"]) == ("Felles metode for kvalitetsforbedring", False)


def test_a_filter_lists_the_measures_of_a_status_and_says_how_many_each_has(full: Snapshot) -> None:
    parts = contents(full, "tiltak", kommune="1612", status="started")
    [options] = [part for part in parts if isinstance(part, Options)]
    assert [item.text.replace("\u00a0", " ") for item in options.items] == [
        "Alle 4", "○ idé 1", "◑ vedtatt 1", "◕ i gang 1", "● gjennomført 1",
    ]  # fmt: skip
    assert [item.is_chosen for item in options.items] == [False, False, False, True, False]
    [row] = table(parts, "tiltak-tabell").rows.to_dicts()
    assert (row["title"], row["shown_depth"]) == ("Felles metode for kvalitetsforbedring", 0)


def test_a_status_that_no_measure_has_says_so(full: Snapshot) -> None:
    parts = contents(full, "tiltak", kommune="1612", status="stopped")
    assert [part.code for part in parts if isinstance(part, Notice)] == ["no_such_status"]


def test_a_measure_opens_with_everything_that_is_known_of_it(full: Snapshot) -> None:
    fold = fold_of(contents(full, "tiltak", kommune="1612"), "Felles metode for kvalitetsforbedring")
    parts = list(_flat(fold.contents))
    assert items(parts, "Tiltaket") == [
        "Behov: Ingen felles metode.", "Mål: Én metode i alle enheter.", "Aktiviteter: Kurs og veileder.",
        "Resultat: Brukt i halvparten av enhetene.", "Forankring: Ledergruppen.",
    ]  # fmt: skip
    assert items(parts, "Ansvar og framdrift") == [
        "Status: ◕\u00a0i gang", "Ansvar: kvalitetsleder", "Periode: september 2018 til 31.12.2019",
        "Hører til: «Læring»",
        "Vurdert fra 1 til 5: effekt 4, liten konsekvens for ansatte 4, liten konsekvens for brukere 5, "
        "politisk aksept 3",
        "Gjennomførbarhet: 4,0 av 5",
        "Enheter: 40 i alt, 38 har svart, 30 planlegger det, 20 har gjennomført det",
    ]  # fmt: skip
    assert items(parts, "Skal løfte") == ["7.4 Systematisk kvalitetsforbedring: 6,5 → 13 av 20 poeng."]
    assert items(parts, "Svarer på") == ["Område 7, svakhet: Mangler metode."]
    assert items(parts, "Dokumentasjon") == [
        "1 opplevelse: Deltakerne er fornøyde (mai 2019, Undersøkelse)", "2 læring: ikke dokumentert",
        "3 atferd: Møtene er endret", "4 driftsresultat: ikke dokumentert",
    ]  # fmt: skip
    assert items(parts, "Penger") == [
        "Innsparing, realisert: 900\u00a0000 kroner, 2019", "Kostnad, realisert: 120\u00a0000 kroner, 2019",
    ]  # fmt: skip
    assert [part.text for part in parts if isinstance(part, Paragraph)] == ["Kilde: Sak 2/18; s. 3.", "Et notat."]
    quality = "7.4 Systematisk kvalitetsforbedring"
    assert items(parts, "Endringer") == [
        f"02.01.2024, hendelse 4: Underspørsmål og områder fra «{quality} til 12 poeng» til «{quality} til 13 poeng»",
        "02.01.2024, hendelse 4: Status fra «vedtatt» til «i gang»",
        "02.01.2024, hendelse 3: Status fra «i gang» til «vedtatt»",
        "02.01.2024, hendelse 2: laget",
    ]


def test_a_measure_in_the_address_comes_open_and_is_marked(full: Snapshot) -> None:
    parts = contents(full, "tiltak", kommune="1612", tiltak="ideas")
    assert fold_of(parts, "Forslagsordning med tilbakemelding").is_open
    assert not fold_of(parts, "Plan for mangfold").is_open
    assert table(parts, "tiltak-tabell").marked == {"measure": "ideas"}


def scores(number: int, effect: int, thirds: int) -> Scored:
    return Scored(Measure("p", "Tiltak", measure=str(number)), number, effect, thirds)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([scores(1, 4, 10), scores(3, 5, 15), scores(4, 3, 15), scores(5, 5, 9)],
         "Stor effekt og lett å gjennomføre: tiltak 1 og 3"),
        ([scores(1, 3, 15), scores(2, 5, 9)], "Ingen tiltak har både stor effekt og er lette å gjennomføre"),
        ([scores(number, 5, 15) for number in range(1, 8)], "7 tiltak har stor effekt og er lette å gjennomføre"),
    ],
)  # fmt: skip
def test_the_matrix_says_what_lies_above_the_middle_of_both(known: list[Scored], said: str) -> None:
    assert matrix.finding(known) == said


def test_only_measures_with_all_four_scores_are_drawn_and_the_others_named(full: Snapshot) -> None:
    parts = contents(full, "tiltak", kommune="1612")
    [drawn] = [part for part in parts if isinstance(part, Picture)]
    assert drawn.key == "tiltak-matrise"
    assert drawn.points.num_rows == 3
    captions = [part.text for part in parts if isinstance(part, Paragraph)]
    assert captions == ["Uten alle fire vurderingene, og derfor ikke tegnet: «Plan for mangfold»."]
    rows = table(parts, "tiltak-vurderinger").rows.to_dicts()
    assert [(row["title"], row["effect"], round(row["feasibility"], 2)) for row in rows] == [
        ("Lederutvikling i tre samlinger", 5, 3.67), ("Felles metode for kvalitetsforbedring", 4, 4.0),
        ("Forslagsordning med tilbakemelding", 3, 4.67),
    ]  # fmt: skip


def placed(*phase: tuple[str | None, str, str | None, str | None]) -> list[phases.Placed]:
    return [phases.Placed(of, Phase(name, starts, ends)) for of, name, starts, ends in phase]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (placed(("Læring", "Innføring", "2019-07", "2020-06")), "Nå pågår «Innføring» i «Læring»"),
        (placed((None, "Start", "2020", "2020"), ("B", "Kurs", "2020-03-01", "2020-03-01")),
         "Nå pågår «Start» og «Kurs» i «B»"),
        (placed(*((None, str(n), "2020", "2020") for n in range(4))), "4 faser pågår samtidig"),
        (placed((None, "a", None, None), (None, "b", None, None)), "2 faser i rekkefølge, uten datoer"),
        (placed((None, "a", None, "2013-02"), (None, "b", "2013-03", "2013-06")), "2 faser, alle over"),
        (placed((None, "a", "2021", "2022")), "1 fase; etter datoene pågår den ikke i dag"),
    ],
)  # fmt: skip
def test_the_phases_say_what_goes_on_today(own: list[phases.Placed], said: str) -> None:
    assert phases.finding(own, TODAY) == said


def test_a_phase_without_dates_is_listed_in_order_and_not_drawn(full: Snapshot) -> None:
    parts = contents(full, "faser", kommune="1612")
    [drawn] = [part for part in parts if isinstance(part, Picture)]
    kinds = drawn.points.column("kind").to_pylist()
    assert (kinds.count("phase"), kinds.count("lane"), kinds.count("today")) == (7, 3, 1)
    assert "1 fase mangler start eller slutt og er ikke tegnet." in [
        part.text for part in parts if isinstance(part, Paragraph)
    ]
    assert table(parts, "faser-tabell").rows["name"].to_list() == [
        "Forankring", "Avslutning", "Samling 1", "Samling 2", "Forstudie", "Simulering", "Innføring", "Utvikling",
    ]  # fmt: skip


def test_savings_of_a_year_are_drawn_and_the_others_said_in_words(full: Snapshot) -> None:
    parts = contents(full, "innsparing", kommune="1612")
    assert headings(parts) == ["Innsparing i 2019: mål 2 mill. kroner og realisert 1,2 mill. kroner"]
    assert items(parts, "Innsparing som ikke er fordelt på enkeltår") == [
        "Mål: 6 mill. kroner i alt for 2018 til 2020. i økonomiplanen",
        "Identifisert: 700\u00a0000 kroner, uten oppgitt år.",
    ]
    assert items(parts, "Kostnader for hele programmet") == ["Vedtatt: 450\u00a0000 kroner i 2019."]
    rows = table(parts, "innsparing-tabell").rows
    assert rows.select("year", "step", "amount", "parts").rows() == [
        (2019, "goal", 2_000_000, 0), (2019, "realised", 1_200_000, 2),
    ]  # fmt: skip


def test_without_savings_of_a_year_the_heading_claims_nothing() -> None:
    assert savings.finding(()) == "Penger"


def test_units_say_how_far_they_are(full: Snapshot) -> None:
    parts = contents(full, "enheter", kommune="1612")
    assert headings(parts) == ["«Felles metode for kvalitetsforbedring»: 20 av 40 enheter har gjennomført det"]
    assert table(parts, "enheter-tabell").rows.rows() == [("Felles metode for kvalitetsforbedring", 40, 38, 30, 20)]


def test_what_is_missing_is_listed_with_what_to_do(made_store: Store) -> None:
    save(made_store, PROGRAMME, *(one for one in MEASURES if one.measure != "ideas"))
    save(made_store, replace(IDEAS, measure="new", waits_for=()))
    save(made_store, replace(DIVERSITY, waits_for=("new",)))
    undo_import(made_store, 2, NOON)
    snapshot = snapshot_of(made_store, "example")
    parts = contents(snapshot, "mangler", kommune="1612")
    assert headings(parts) == ["Dette mangler eller må rettes"]
    assert items(parts, "") == [
        "«Plan for mangfold», venter på: Tiltaket det ventes på, finnes ikke. Velg et tiltak som finnes."
    ]
    assert items(contents(snapshot, "hode", kommune="1612"), "Venter") == [
        "«Plan for mangfold» venter på et tiltak som ikke finnes lenger."
    ]


@pytest.mark.parametrize("number", FOUR)
def test_a_programme_from_a_document_opens_with_what_its_source_says(real: Snapshot, number: str) -> None:
    head = contents(real, "hode", kommune=number)
    assert headings(head)[0] == FOUR[number]
    assert any(part.text.startswith("Kilde: ") for part in head if isinstance(part, Paragraph))
    for key in ("mangler", "andre"):
        assert bool(contents(real, key, kommune=number)) == (key == "andre")


def test_what_a_source_does_not_say_is_told_below_its_heading_and_takes_no_other_room(real: Snapshot) -> None:
    head = contents(real, "hode", kommune="1247")
    assert headings(head)[1:] == ["Behov", "Mål", "Tiltak", "Resultat", "Forankring"]
    [beside] = [part for part in head if isinstance(part, Beside)]
    told = [part.text for column in beside.parts for part in column if isinstance(part, Paragraph)]
    assert told[3:] == ["Kilden sier ikke noe om dette."] * 2
    for key in ("faser", "innsparing", "enheter"):
        assert contents(real, key, kommune="1247") == []
    gloppen = contents(real, "tiltak", kommune="1445")
    assert [part for part in gloppen if isinstance(part, Options | Picture)] == []
    assert contents(real, "tiltak", kommune="1259") == []


def test_oygarden_saves_what_its_slides_say(real: Snapshot) -> None:
    parts = contents(real, "innsparing", kommune="1259")
    assert headings(parts) == ["Innsparing i 2013: se merknadene til beløpene"]
    assert table(parts, "innsparing-tabell").rows.select("step", "amount", "notes").rows() == [
        ("goal", 2_900_000, ["Den delen av prosjektets 20 millioner som skal realiseres i 2013 (lysbilde 2)."]),
        ("planned", 9_800_000, ["Identifisert nedtrekk i økonomiplanen (lysbilde 2)."]),
    ]
    spread = items(parts, "Innsparing som ikke er fordelt på enkeltår")
    assert [line.partition(".")[0] for line in spread] == ["Mål: 35 mill", "Mål: 20 mill"]
    assert headings(contents(real, "faser", kommune="1259")) == ["2 faser, alle over"]


def test_of_the_units_of_trondheim_85_of_the_90_that_answered_plan_it(real: Snapshot) -> None:
    title = "«Avdelingsledelse i barnehager og skoler»: 85 av 90 enheter som har svart, planlegger det"
    assert headings(contents(real, "enheter", kommune="1601")) == [title]


def test_a_municipality_without_a_programme_says_so_and_shows_those_of_others(real: Snapshot) -> None:
    choice, notices = chosen(real, kommune="1612")
    assert (choice.programme, notices) == (None, [])
    assert headings(contents(real, "hode", kommune="1612")) == ["Hemne har ingen programmer her ennå"]
    links = [part.text for part in contents(real, "andre", kommune="1612") if isinstance(part, Paragraph)]
    assert links == [
        "Askøy: Askøy 2020", "Gloppen: Utviklingsprosjekt i Gloppen", "Trondheim: Helhetlig ledelse",
        "Øygarden: Driftstilpasning 2013",
    ]  # fmt: skip


def test_what_the_address_asks_for_in_vain_is_told(real: Snapshot, full: Snapshot) -> None:
    assert chosen(real, kommune="9999")[1] == ["Ingen kommune her har nummer «9999». Her vises Hemne."]
    choice, notices = chosen(full, kommune="1612", program="nei", tiltak="nei", status="nei")
    assert (choice.programme, choice.measure, choice.status) == ("p", None, "alle")
    assert notices == [
        "Hemne har ikke programmet «nei» her.",
        "«nei» finnes ikke som status. Her vises «alle».",
        "Tiltaket «nei» finnes ikke i dette programmet.",
    ]


def test_any_number_a_municipality_has_had_leads_to_its_programme(real: Snapshot) -> None:
    assert chosen(real, kommune="5001")[0].programme == "trondheim-helhetlig-ledelse"


def test_the_newest_of_several_programmes_comes_first(made_store: Store) -> None:
    save(
        made_store,
        Programme("1612", "Gammelt", programme="a", starts="2012"),
        Programme("1612", "Nytt", programme="b", starts="2019-01"),
    )
    snapshot = snapshot_of(made_store, "example")
    assert chosen(snapshot, kommune="1612")[0].title == "Nytt"
    assert chosen(snapshot, kommune="1612", program="a")[0].title == "Gammelt"


def test_files_hold_the_fields_that_the_screen_has_no_room_for(full: Snapshot) -> None:
    filed = REPORT.content(view_of(full), Address({"kommune": "1612"}), "tiltak-tabell")
    assert isinstance(filed, Table)
    shown = {column.heading: column.of(row) for column in filed.columns for row in filed.rows.to_dicts()[2:3]}
    assert (shown["Behov"], shown["Politisk aksept"], shown["Enheter i alt"]) == ("Ingen felles metode.", 3, 40)
    assert filed.origin[-1] == "Kilde: Sak 1/18; s. 2."


def test_dates_are_as_exact_as_they_are_known_and_amounts_lose_nothing() -> None:
    assert [known_date(text) for text in ("2013", "2013-03", "2013-03-15", "2013-13")] == [
        "2013", "mars 2013", "15.03.2013", "2013-13",
    ]  # fmt: skip
    assert [period("2013", "2013"), period("2013", None), period(None, "2014"), period(None, None)] == [
        "2013", "fra 2013", "til 2014", None,
    ]  # fmt: skip
    assert [kroner(amount) for amount in (35_000_000, 9_800_000, 1_234_000, 900_000, 0)] == [
        "35 mill. kroner", "9,8 mill. kroner", "1\u00a0234\u00a0000 kroner", "900\u00a0000 kroner", "0 kroner",
    ]  # fmt: skip


def test_a_measure_with_nothing_but_a_programme_opens_too(made_store: Store) -> None:
    save(
        made_store,
        PROGRAMME,
        replace(METHOD, parent=None, evidence=(), questions=(), status=None, money=(Money("cost", "goal", 0),)),
    )
    parts = contents(snapshot_of(made_store, "example"), "tiltak", kommune="1612")
    assert fold_of(parts, "Felles metode for kvalitetsforbedring").contents


def test_of_very_many_measures_only_the_chosen_one_is_unfolded_and_the_others_are_links(made_store: Store) -> None:
    many = [Measure("p", f"Tiltak {n}", measure=f"m{n}") for n in range(1, 102)]
    save(made_store, PROGRAMME, *many)
    parts = contents(snapshot_of(made_store, "example"), "tiltak", kommune="1612", tiltak="m7")
    listed = table(parts, "tiltak-tabell")
    assert [fold.key for fold in listed.folds() if fold] == ["rad-m7"]
    [title] = [column for column in listed.columns if column.heading == "Tiltak" and column.only is None]
    assert title.link is not None
    link = title.link(listed.rows.to_dicts()[8])
    assert link is not None
    assert dict(link.choices) == {"kommune": "1612", "program": "p", "status": "alle", "tiltak": "m9"}
