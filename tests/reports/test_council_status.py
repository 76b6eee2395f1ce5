"""The status for the council: one year of a programme, frozen or not, with what is known and what is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.imports import undo_import
from data.opening import open_store
from data.plans.rows import Evidence, Measure, Money, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from queries.snapshot import Snapshot, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.content import Beside, Bullets, Content, Heading, Paragraph, Workbook, files_of
from reports.table import Table
from reports.view import View
from reports.writers.files import file_bytes

TODAY = date(2026, 11, 28)
REPORT = "kommunestyret"
PROGRAMME = Programme("1612", "Løft", programme="p", starts="2025-01", ends="2027")
MEASURE = Measure("p", "Svar på nett", measure="m", goal="Raske svar", owner_role="servicesjef", status="decided",
                  ends="2026-03", questions=(Target("2.2"),))  # fmt: skip


def contents(snapshot: Snapshot, today: date = TODAY, **words: str) -> list[Content]:
    view, report, address = View(snapshot, today=today), REPORTS[REPORT], Address(words)
    choice = report.choose(view, address)
    assert address.notices == []
    return [piece for key in report.sections(choice) for piece in flat(report.section(view, choice, key).contents)]


def flat(pieces: tuple[Content, ...]) -> Iterator[Content]:
    for piece in pieces:
        if isinstance(piece, Beside):
            for part in piece.parts:
                yield from flat(part)
        else:
            yield piece


def said(snapshot: Snapshot, today: date = TODAY, **words: str) -> list[str]:
    told: list[str] = []
    for piece in contents(snapshot, today, **words):
        match piece:
            case Heading(text) | Paragraph(text):
                told.append(text)
            case Bullets(items):
                told += [f"{item.label} {item.text}".strip() for item in items]
    return [text.replace("\u00a0", " ") for text in told]


def saved(store: Store, *plans: Programme | Measure, day: tuple[int, int, int] = (2025, 2, 3)) -> int:
    return save_plan(store, PlanChange("real", plans, store.newest_event()), datetime(*day, 12, tzinfo=UTC)).event


@pytest.fixture
def followed(made_store: Store) -> Store:
    """Return a store with a measure decided in 2025 (1, 2) and started in 2026 (3)."""
    saved(made_store, PROGRAMME, replace(MEASURE, status="idea"))
    saved(made_store, MEASURE, day=(2025, 6, 12))
    saved(made_store, replace(MEASURE, status="started"), day=(2026, 1, 20))
    return made_store


def test_each_change_of_status_is_told_in_its_year_with_day_and_event(followed: Store) -> None:
    snapshot = snapshot_of(followed)
    before = said(snapshot, kommune="1612", program="p", aar="2025")
    assert "03.02.2025, hendelse 1: «Svar på nett» ble lagt inn." in before
    assert before[before.index("Vedtatt i 2025") + 1] == "12.06.2025, hendelse 2: «Svar på nett»."
    now = said(snapshot, kommune="1612", program="p", aar="2026")
    assert "20.01.2026, hendelse 3: «Svar på nett» gikk fra vedtatt til i gang." in now
    assert not any("hendelse 2:" in text for text in now)


def test_what_is_late_goes_by_the_day_but_never_past_the_end_of_the_year(followed: Store) -> None:
    snapshot = snapshot_of(followed)
    assert said(snapshot, kommune="1612")[0] == "Status 2026: 1 tiltak er forsinket"
    assert "«Svar på nett» hadde frist i mars 2026; status: i gang; ansvar: servicesjef." in said(
        snapshot, kommune="1612"
    )
    assert "Ingenting er forsinket per 31.12.2025" in said(snapshot, kommune="1612", program="p", aar="2025")
    assert "Ingenting er forsinket per 31.03.2026" in said(snapshot, date(2026, 3, 31), kommune="1612")


def test_a_frozen_page_shows_the_plan_and_the_day_of_its_event(followed: Store) -> None:
    told = said(snapshot_of(followed, as_of=2), kommune="1612", program="p", stand="2")
    assert "Frosset slik planen var etter hendelse 2. Forsinket er regnet per 12.06.2025." in told
    assert not any("Frys denne" in text or "hendelse 3" in text for text in told)
    assert told[0] == "Status 2025: ingen tiltak er i gang"
    now = said(snapshot_of(followed), kommune="1612")
    assert "Slik planen er nå, etter hendelse 3. Forsinket er regnet per 28.11.2026." in now


def test_of_an_earlier_year_it_is_said_that_the_status_is_that_of_now(followed: Store) -> None:
    told = said(snapshot_of(followed), kommune="1612", program="p", aar="2025")
    assert any("statusen er den tiltakene har nå, ikke den de hadde i 2025" in text for text in told)


def test_the_link_that_freezes_names_the_event_and_keeps_programme_and_year(followed: Store) -> None:
    [paragraph] = [piece for piece in contents(snapshot_of(followed), kommune="1612")
                   if isinstance(piece, Paragraph) and piece.text.startswith("Frys")]  # fmt: skip
    assert paragraph.text == "Frys denne siden slik den er etter hendelse 3"
    assert paragraph.link
    assert paragraph.link.page == REPORT
    assert dict(paragraph.link.choices) == {"kommune": "1612", "program": "p", "aar": "2026", "stand": "3"}


def test_a_change_made_after_the_last_date_of_the_plan_has_its_year_on_the_page(made_store: Store) -> None:
    ended = replace(PROGRAMME, starts="2018-09", ends="2020-12"), replace(MEASURE, ends="2020-12")
    saved(made_store, *ended, day=(2026, 11, 20))
    told = said(snapshot_of(made_store), kommune="1612")
    assert told[0] == "Status 2026: 1 tiltak er forsinket"
    assert told[told.index("Vedtatt i 2026") + 1] == "20.11.2026, hendelse 1: «Svar på nett»."


def test_an_undone_change_is_not_told(followed: Store) -> None:
    undo_import(followed, 3, datetime(2026, 2, 1, tzinfo=UTC))
    now = said(snapshot_of(followed), kommune="1612", program="p", aar="2026")
    assert not any("fra vedtatt til i gang" in text for text in now)
    assert "«Svar på nett» hadde frist i mars 2026; status: vedtatt; ansvar: servicesjef." in now


def test_what_it_waits_for_may_be_undone_and_is_said_so(made_store: Store) -> None:
    saved(made_store, PROGRAMME, MEASURE)
    saved(made_store, replace(MEASURE, measure="other", title="Ny telefon"))
    saved(made_store, replace(MEASURE, waits_for=("other",)))
    assert "«Svar på nett» venter på «Ny telefon»." in said(snapshot_of(made_store), kommune="1612")
    undo_import(made_store, 2, datetime(2025, 2, 3, tzinfo=UTC))
    told = said(snapshot_of(made_store), kommune="1612")
    assert "«Svar på nett» venter på 1 tiltak som ikke finnes lenger." in told


def test_money_is_of_the_year_and_summed_to_date(made_store: Store) -> None:
    lines = [Money("saving", step, amount, year, year) for step, amount, year in (
        ("goal", 1_000_000, 2025), ("goal", 3_000_000, 2026), ("goal", 5_000_000, 2027),
        ("realised", 400_000, 2025), ("realised", 1_500_000, 2026))]  # fmt: skip
    cost = Money("cost", "decided", 70_000, 2026, 2026)
    saved(made_store, replace(PROGRAMME, money=(*lines, Money("cost", "planned", 90_000, 2025, 2026))),
          replace(MEASURE, money=(cost,)))  # fmt: skip
    snapshot = snapshot_of(made_store)
    told = said(snapshot, kommune="1612", program="p", aar="2026")
    assert "Penger: spart 1,5 mill. kroner i 2026, målet er 3 mill. kroner" in told
    assert "Kostnad, identifisert: 90 000 kroner (2025 til 2026)." in told
    assert "Innsparing, mål: 5 mill. kroner." in told  # next year
    [table] = [piece for piece in contents(snapshot, kommune="1612", program="p", aar="2026")
               if isinstance(piece, Table) and piece.key == "aaret-penger"]  # fmt: skip
    assert table.rows.rows() == [
        ("saving", "goal", 3_000_000, 4_000_000),
        ("saving", "realised", 1_500_000, 1_900_000),
        ("cost", "decided", 70_000, 70_000),
    ]


def test_what_an_area_costs_stands_and_what_its_measures_cost_is_within_it(made_store: Store) -> None:
    def costs(*amounts: int) -> tuple[Money, ...]:
        return tuple(Money("cost", "decided", amount, 2026, 2026) for amount in amounts)

    area = Measure("p", "Service", measure="a", money=(*costs(100), Money("cost", "planned", 7, 2026, 2027)))
    within, beside = replace(MEASURE, parent="a", money=costs(60)), replace(MEASURE, measure="b", money=costs(5, 2))
    saved(made_store, PROGRAMME, area, within, beside)
    snapshot = snapshot_of(made_store)
    [table] = [piece for piece in contents(snapshot, kommune="1612", program="p", aar="2026")
               if isinstance(piece, Table) and piece.key == "aaret-penger"]  # fmt: skip
    assert table.rows.rows() == [("cost", "decided", 107, 107)]
    told = said(snapshot, kommune="1612", program="p", aar="2026")
    assert "Kostnad, identifisert: 7 kroner (2026 til 2027), «Service»." in told


def test_the_day_and_year_of_a_change_are_those_of_oslo(made_store: Store) -> None:
    """At half past eleven in the evening of New Year's Eve in UTC it is the new year in Oslo."""
    night = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    measure = replace(MEASURE, ends="2025")
    save_plan(made_store, PlanChange("real", (PROGRAMME, measure), 0), night)
    frozen = said(snapshot_of(made_store, as_of=1), kommune="1612", program="p", aar="2026", stand="1")
    assert "Frosset slik planen var etter hendelse 1. Forsinket er regnet per 01.01.2026." in frozen
    assert "«Svar på nett» hadde frist i 2025; status: vedtatt; ansvar: servicesjef." in frozen
    assert frozen[frozen.index("Vedtatt i 2026") + 1] == "01.01.2026, hendelse 1: «Svar på nett»."


def test_evidence_and_results_are_told_in_their_year(made_store: Store) -> None:
    evidence = (Evidence(3, "Alle svarer innen tre dager.", "2026-02"), Evidence(1, "Bra.", "2025-05"))
    done = replace(MEASURE, status="done", result="Kom i drift.", evidence=evidence)
    saved(made_store, PROGRAMME, done)
    told = said(snapshot_of(made_store), kommune="1612", program="p", aar="2026")
    assert told[0] == "Status 2026: 1 av 1 tiltak er gjennomført"
    assert "februar 2026: «Svar på nett», atferd: Alle svarer innen tre dager." in told
    assert "mars 2026: «Svar på nett» hadde frist og er gjennomført. Kom i drift." in told
    assert not any("Bra." in text for text in told)


@pytest.mark.parametrize("number", ["1445", "1259", "5001", "1247"])
def test_thin_real_programmes_say_what_is_not_known(real: Snapshot, number: str) -> None:
    told = said(real, kommune=number)
    assert "Dette er ikke kjent" in told
    assert "Om programmet svarer på en evaluering." in told
    assert "Ingen tiltak har en oppgitt frist." in told
    assert any(text.startswith("Kilde: ") for text in told)


def test_gloppen_is_told_of_2014_and_not_of_today(real: Snapshot) -> None:
    told = said(real, kommune="1445")
    assert told[0] == "Status 2014: det er ikke oppgitt hvor langt arbeidet er kommet"
    assert "2014: Programmets slutt er satt til 2014." in told
    assert "Ingen beløp er oppgitt." in told


def test_the_amounts_of_oeygarden_stand_by_their_years(real: Snapshot) -> None:
    told = said(real, kommune="1259", program="oygarden-2013", aar="2013")
    assert "Penger: målet for 2013 er 2,9 mill. kroner, ingenting er meldt realisert" in told
    assert any(text.startswith("Innsparing, mål: 35 mill. kroner (2013 til 2016).") for text in told)
    assert any(text.startswith("Innsparing, mål: 20 mill. kroner (år ikke oppgitt).") for text in told)
    parts = contents(real, kommune="1259", program="oygarden-2013", aar="2013")
    [table] = [part for part in parts if isinstance(part, Table) and part.key == "aaret-penger"]
    assert list(table.notes)[1:] == [
        "Innsparing, mål i 2013: Den delen av prosjektets 20 millioner som skal realiseres i 2013 (lysbilde 2).",
        "Innsparing, identifisert i 2013: Identifisert nedtrekk i økonomiplanen (lysbilde 2).",
    ]


def test_what_is_shipped_has_no_dates_of_change(example: Snapshot) -> None:
    told = said(example, kommune="9017", program="hogvang-2016", aar="2018")
    assert told[0] == "Status 2018: 3 av 9 tiltak er gjennomført"
    assert "Ingen vedtak er datert i 2018. Bare endringer gjort i Kompassrosen får en dato." in told
    assert "Vedtatt og ikke satt i gang: «Delegeringsreglementet fornyes»." in told


def test_every_year_of_every_programme_can_be_told_and_taken_away(example: Snapshot, real: Snapshot) -> None:
    for snapshot in (example, real):
        for row in snapshot.query("programmes", municipality=None, programme=None).to_dicts():
            view, report = View(snapshot, today=TODAY), REPORTS[REPORT]
            address = {"kommune": row["number"], "program": row["programme"]}
            choice = report.choose(view, Address(address))
            assert choice.years
            for year in choice.years:
                told = contents(snapshot, **address, aar=str(year))
                assert [piece.key for piece in told if isinstance(piece, Workbook)] == ["hode-arbeidsbok"]


def test_the_workbook_opens_with_what_the_page_says(example: Snapshot) -> None:
    told = contents(example, kommune="9019", program="kleivdal-2017", aar="2018")
    files = files_of(told)
    assert set(files) == {"hode-arbeidsbok", "tiltak-tabell", "aaret-penger"}
    book = files["hode-arbeidsbok"]
    assert isinstance(book, Workbook)
    assert "Vedtatt i 2018" in book.paragraphs
    assert list(book.sheets()) == ["Penger", "Tiltakene"]
    assert file_bytes(View(example, today=TODAY), book, "xlsx").startswith(b"PK")


def test_unknown_choices_fall_back_with_a_sentence(real: Snapshot) -> None:
    view, report = View(real, today=TODAY), REPORTS[REPORT]
    for words, sentence in (
        ({"program": "x", "kommune": "1445"}, "Gloppen har ikke programmet «x» her."),
        ({"program": "gloppen-2014", "kommune": "1445", "aar": "2011"},
         "Programmet har ikke noe å fortelle fra 2011. Her vises 2014."),
    ):  # fmt: skip
        address = Address(words)
        assert report.choose(view, address).year == 2014
        assert address.notices == [sentence]


def test_the_year_of_an_evaluation_in_the_address_is_not_taken_for_one_of_the_programme(example: Snapshot) -> None:
    view, address = View(example, today=TODAY), Address({"kommune": "9044", "aar": "2018"})
    assert REPORTS[REPORT].choose(view, address).year == 2026
    assert address.notices == []


def test_a_municipality_without_a_programme_is_told_so(example: Snapshot) -> None:
    assert said(example, kommune="1571")[0] == "Halsa (eksempel) har ikke noe program å gi status for"


def test_a_store_whose_programmes_are_undone_still_answers(own_store_file: Path) -> None:
    store = open_store(own_store_file)
    undo_import(store, 4, datetime(2026, 2, 1, tzinfo=UTC), also_shipped=True)
    assert "har ikke noe program" in said(snapshot_of(store), kommune="1445")[0]


def test_an_area_counts_as_a_measure_once_it_has_a_status_of_its_own(made_store: Store) -> None:
    area, child = Measure("p", "Digitale tjenester", measure="area"), replace(MEASURE, parent="area", status="idea")
    saved(made_store, PROGRAMME, area, child)
    assert titles(made_store) == ["Svar på nett"]
    saved(made_store, replace(area, status="idea"))
    assert titles(made_store) == ["Digitale tjenester", "Svar på nett"]


def titles(store: Store) -> list[str]:
    pieces = contents(snapshot_of(store), kommune="1612", program="p", aar="2025")
    [table] = [piece for piece in pieces if isinstance(piece, Table) and piece.key == "tiltak-tabell"]
    return table.rows["title"].to_list()
