"""Forms of programmes and measures without a browser: what they begin with, what they refuse, and the way back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.imports import undo_import
from data.opening import open_store
from data.plans.reading import Plans, plans_in
from data.plans.rows import Answered, Measure, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from pages.parts.committee import GIVEN
from pages.writing import OPEN
from tests.pages.visiting import headings, html, text, visit

AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
PROGRAMME = Programme(
    "1612", "Etter målingen", programme="p", municipality_name="Hemne", evaluation_year=2018, evaluation_version="2.1"
)
MEASURE = Measure(
    "p", "Svar på nett", measure="m", status="started", goal="Raskere svar", owner_role="kommunalsjef", ends="2027",
    questions=(Target("7.4", target_points=Decimal(12)),),
)  # fmt: skip
OTHER = Measure("p", "Kurs for alle", measure="n")
HEMNE = {"kommune": "1612", "aar": "2018", "datasett": "example"}


@pytest.fixture
def own(own_store_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return a store of the test's own without example programmes (event 5), which the pages open."""
    monkeypatch.setenv("KOMPASSROSEN_STORE", str(own_store_file))
    with closing(open_store(own_store_file)) as store:
        undo_import(store, 5, AT, also_shipped=True)
        yield store


@pytest.fixture
def planned(own: Store) -> Store:
    """Return the store with a programme of two measures."""
    store_plans(own, PROGRAMME, MEASURE, OTHER)
    return own


def store_plans(store: Store, *plans: Programme | Measure) -> int:
    return save_plan(store, PlanChange("example", plans, store.newest_event()), AT).event


def now(store: Store) -> Plans:
    return plans_in(store, "example")


def form(**address: str) -> AppTest:
    return visit("programme", opened=False, **HEMNE | address)


def change(measure: str = "m") -> AppTest:
    return form(program="p", tiltak=measure, endre="tiltak")


def field(seen: AppTest, label: str, n: int = 0) -> Any:
    widgets: list[Any] = [*seen.text_input, *seen.text_area, *seen.selectbox, *seen.multiselect, *seen.checkbox]
    return [one for one in widgets if one.label == label][n]


def fill(seen: AppTest, **texts: str) -> AppTest:
    """Type into fields, by their label with underscores for spaces."""
    for label, typed in texts.items():
        field(seen, label.replace("_", " ")).set_value(typed)
    return seen.run()


def click(seen: AppTest, label: str) -> AppTest:
    [found] = [one for one in seen.button if one.label == label]
    clicked: AppTest = found.click().run()
    assert not clicked.exception
    return clicked


def save(seen: AppTest) -> AppTest:
    return click(seen, "Lagre")


def after(seen: AppTest, label: str, n: int = 0) -> list[str]:
    """Return the findings that stand directly beneath a field."""
    elements: list[Any] = list(seen.main)
    place = elements.index(next(one for one in elements if one is field_element(elements, label, n)))
    found = []
    for element in elements[place + 1 :]:
        if element.type != "html" or 'class="finding"' not in element.value:
            break
        found.append(element.value.removeprefix('<p class="finding">').removesuffix("</p>"))
    return found


def field_element(elements: list[Any], label: str, n: int) -> Any:
    return [one for one in elements if getattr(one, "label", None) == label and one.type != "expander"][n]


def summary(seen: AppTest) -> str:
    return "\n".join(piece for piece in html(seen) if 'class="findings"' in piece)


def receipt(seen: AppTest) -> str:
    [told] = seen.success
    return str(told.value)


# What a form begins with ---------------------------------------------------------------------------


@pytest.mark.usefixtures("own")
def test_a_measure_from_status_begins_with_its_question_where_it_stands_and_whom_to_visit() -> None:
    seen = form(nytt="7.4")
    assert field(seen, "Underspørsmål eller område 1").value == "7.4"
    assert "Hemne hadde 6,5 av 20 poeng i 2018." in text(seen)
    assert field(seen, "Aktiviteter").value == "Besøke Lyngvåg, som har 13,0 poeng på 7.4."
    assert field(seen, "Mål i poeng").value == ""
    assert [one.label.replace("\\", "") for one in seen.checkbox] == [
        "Svakhet i område 7: Gode forslag blir ikke belønnet.",
        "Svakhet i område 7: Ingen felles metode for forbedring er tatt i bruk.",
        "Utfordring i område 7: Lære mer av avvik enn den enkelte saken.",
    ]


def test_the_first_measure_makes_its_programme_in_the_same_change(own: Store) -> None:
    before = own.newest_event()
    seen = fill(form(nytt="7.4,3"), Tittel="Felles metode")
    seen = save(fill(seen, Navn_på_programmet_som_lages_med_tiltaket="Læring"))
    assert own.newest_event() == before + 1
    [programme] = now(own).programmes.values()
    [measure] = now(own).measures.values()
    assert (programme.name, programme.municipality, programme.evaluation_year) == ("Læring", "1612", 2018)
    assert (measure.title, measure.programme, measure.status) == ("Felles metode", programme.programme, "idea")
    assert measure.questions == (Target("7.4"), Target(area=3))
    assert receipt(seen).startswith(f"«Felles metode» er lagret som endring {before + 1}.")
    assert "nytt" not in seen.query_params


def test_a_later_measure_goes_into_the_programme_that_is_there(planned: Store) -> None:
    seen = save(fill(form(nytt="7.5"), Tittel="Forslagsordning"))
    assert "Forslagsordning" in {plan.title for plan in now(planned).measures.values() if plan.programme == "p"}
    assert len(now(planned).programmes) == 1
    assert not seen.exception


@pytest.mark.usefixtures("own")
def test_a_measure_goes_into_the_newest_programme_that_answers_the_evaluation_it_comes_from(planned: Store) -> None:
    store_plans(
        planned,
        replace(PROGRAMME, programme="later", name="Senere", starts="2019"),
        replace(PROGRAMME, programme="old", name="Gammelt", evaluation_year=2011, evaluation_version="2.0"),
        replace(PROGRAMME, programme="none", name="Uten evaluering", evaluation_year=None, evaluation_version=None),
    )
    seen = form(nytt="7.4")
    assert field(seen, "Program").value == "later"
    assert "Hemne hadde 6,5 av 20 poeng i 2018." in text(seen)
    assert field(form(nytt="7.4", program="old"), "Program").value == "old"


def test_a_new_programme_is_proposed_where_none_answers_the_evaluation(own: Store) -> None:
    old = replace(PROGRAMME, name="Gammelt", evaluation_year=2011, evaluation_version="2.0")
    store_plans(own, old)
    seen = form(nytt="7.4")
    assert field(seen, "Navn på programmet som lages med tiltaket").value == "Etter evalueringen i 2018"
    assert "Hemne hadde 6,5 av 20 poeng i 2018." in text(seen)


def test_the_need_is_chosen_among_the_weaknesses_of_the_area() -> None:
    seen = form(nytt="7.4")
    seen.checkbox[0].check().run()
    seen = click(seen, "Sett inn de valgte i behovet")
    assert field(seen, "Behov").value == "Gode forslag blir ikke belønnet."
    assert seen.checkbox[0].value


def test_a_chosen_weakness_is_saved_with_the_measure(planned: Store) -> None:
    seen = fill(form(nytt="7.4"), Tittel="Premie for forslag")
    seen.checkbox[0].check().run()
    save(seen)
    [made] = [plan for plan in now(planned).measures.values() if plan.title == "Premie for forslag"]
    assert made.remarks == (Answered(7, "weakness", "Gode forslag blir ikke belønnet."),)


@pytest.mark.usefixtures("own")
def test_an_unknown_question_is_told_and_the_rest_is_kept() -> None:
    seen = form(nytt="9.9,7.4")
    assert "Underspørsmål eller område 9.9 finnes ikke, og er sett bort fra." in text(seen)
    assert field(seen, "Underspørsmål eller område 1").value == "7.4"


@pytest.mark.usefixtures("own")
def test_the_sentences_of_a_committee_come_along_to_the_successor() -> None:
    opened = form()
    municipalities = ("1612", "1571", "1613")
    opened.session_state[GIVEN] = {
        ("example", frozenset(municipalities)): {"4.6": "Heim trenger ledere.", "4.4-1571": "Hemnes plan tas over."}
    }
    opened.query_params = HEMNE | {
        "kommune": "5055", "nytt": "4.6,4.4", "merket": "4.6,4.4-1571", "kommuner": ",".join(municipalities),
    }  # fmt: skip
    opened.run()
    assert headings(opened, 1) == ["Nytt tiltak for Heim"]
    assert field(opened, "Behov").value == "Heim trenger ledere."
    assert field(opened, "Mål").value == "Hemnes plan tas over."
    assert field(opened, "Underspørsmål eller område 2").value == "4.4"


def test_a_new_programme_proposes_the_evaluation_it_answers(own: Store) -> None:
    seen = form(nytt="program")
    assert field(seen, "Evaluering det svares på").value == "2018 2.1"
    save(fill(seen, Navn="Læring 2019", Målår="2020"))
    [programme] = now(own).programmes.values()
    assert (programme.name, programme.target_year, programme.evaluation_version) == ("Læring 2019", 2020, "2.1")


# What is refused -----------------------------------------------------------------------------------


def refused(field_label: str, typed: str, label: str, sentence: str, n: int = 0) -> None:
    seen = change()
    field(seen, field_label, n).set_value(typed)
    seen = save(seen.run())
    assert after(seen, label, n)[:1] == [sentence]
    assert sentence in summary(seen)
    assert field(seen, field_label, n).value == typed


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(
    ("label", "typed", "sentence"),
    [
        ("Tittel", "", "Tiltaket har ingen tittel. Skriv en tittel."),
        ("Mål", "", "Et vedtatt tiltak må ha et mål. Skriv hva tiltaket skal føre til."),
        (
            "Ansvar (rolle)",
            "",
            "Et vedtatt tiltak må ha en rolle som eier det. Skriv en rolle, ikke et navn, for eksempel kommunalsjef "
            "oppvekst.",
        ),
        ("Frist", "", "Et vedtatt tiltak må ha en frist. Skriv når tiltaket skal være ferdig."),
        ("Frist", "neste år", "«neste år» er ikke en dato. Skriv året, eller år og måned som 2026-03."),
        ("Mål i poeng", "21", "Målet på 21 poeng er over maksimum 20. Sett et mål som er høyst maksimum."),
        ("Mål i poeng", "6,5", "Målet på 6,5 poeng er ikke over de 6,5 poengene evalueringen ga. Sett et høyere mål."),
        ("Mål i poeng", "mange", "«mange» er ikke et poengtall. Skriv et tall med høyst én desimal, som 12,5."),
        ("Mål i poeng", "12,25", "12,25 er ikke et poengtall. Skriv et tall fra 0 med høyst én desimal."),
        ("Enheter i alt", "ti", "«ti» er ikke et helt tall. Skriv bare sifre."),
        ("Enheter i alt", "-1", "-1 enheter er færre enn ingen. Skriv 0 eller flere."),
        ("Enheter i alt", "9999999999", "9999999999 er et altfor stort tall. Skriv et mindre tall."),
    ],
)
def test_each_finding_stands_at_its_field_and_what_is_typed_is_kept(label: str, typed: str, sentence: str) -> None:
    refused(label, typed, label, sentence)


@pytest.mark.usefixtures("planned")
def test_an_end_before_the_start_is_told_at_the_end() -> None:
    refused("Start", "2028", "Frist", "Slutten 2027 er før starten 2028. Rett en av datoene.")


def test_a_refused_measure_changes_nothing_and_is_saved_once_corrected(planned: Store) -> None:
    before = planned.newest_event()
    seen = change("n")
    field(seen, "Status").set_value("decided")
    field(seen, "Mål").set_value("Alle kan det")
    seen = save(seen.run())
    assert planned.newest_event() == before
    assert "Ikke lagret: 3 merknader. Det du har skrevet, er beholdt." in text(seen)
    seen = click(seen, "Legg til underspørsmål eller område")
    field(seen, "Underspørsmål eller område 1").set_value("7.5")
    fill(seen, **{"Ansvar_(rolle)": "HR-leder"}, Frist="2027-06")
    save(seen)
    changed = now(planned).measures["n"]
    assert (changed.status, changed.goal, changed.owner_role, changed.ends) == (
        "decided", "Alle kan det", "HR-leder", "2027-06",
    )  # fmt: skip
    assert changed.questions == (Target("7.5"),)


@pytest.mark.usefixtures("planned")
def test_a_line_without_a_question_is_told_at_its_line() -> None:
    seen = save(click(change(), "Legg til underspørsmål eller område"))
    assert "linje 2: Et tiltak gjelder enten et underspørsmål eller et område som finnes." in summary(seen)


def test_lines_are_added_removed_and_saved_in_order(planned: Store) -> None:
    seen = change("n")
    for name in ("Kartlegge", "Prøve", "Innføre"):
        seen = click(seen, "Legg til fase")
        field(seen, "Navn", -1).set_value(name)
        seen.run()
    seen = click(seen, "Fjern linje 2 av «Faser»")
    save(seen)
    assert [phase.name for phase in now(planned).measures["n"].phases] == ["Kartlegge", "Innføre"]


def test_money_and_evidence_are_saved(planned: Store) -> None:
    seen = click(click(change("n"), "Legg til beløp"), "Legg til dokumentasjon")
    seen = save(seen)
    assert "Beløpet mangler." in summary(seen)
    for label, value in {"Slag": "cost", "Trinn": "planned", "Nivå": "3"}.items():
        field(seen, label).set_value(value)
    save(fill(seen, Beløp_i_kroner="450 000", Fra_år="2026", Til_år="2027", Hva_som_er_sett="De gjør det"))
    measure = now(planned).measures["n"]
    assert [(one.kind, one.step, one.amount, one.first_year, one.last_year) for one in measure.money] == [
        ("cost", "planned", 450_000, 2026, 2027)
    ]
    assert [(one.level, one.text) for one in measure.evidence] == [(3, "De gjør det")]


@pytest.mark.usefixtures("planned")
def test_a_level_that_is_not_chosen_is_missing() -> None:
    seen = click(change("n"), "Legg til dokumentasjon")
    seen = save(fill(seen, Hva_som_er_sett="De gjør det"))
    assert "Nivået mangler. Velg 1 opplevelse, 2 læring, 3 atferd eller 4 driftsresultat." in summary(seen)


def test_a_circle_is_told_where_the_waiting_is_chosen(planned: Store) -> None:
    store_plans(planned, replace(OTHER, waits_for=("m",)))
    seen = change()
    field(seen, "Venter på").set_value(["n"])
    seen = save(seen.run())
    assert after(seen, "Venter på") == [
        "Tiltakene venter på hverandre i ring: Svar på nett, Kurs for alle, Svar på nett. Ta bort ett av dem det "
        "ventes på."
    ]


@pytest.mark.usefixtures("planned")
def test_a_programme_without_a_name_is_told_at_the_name() -> None:
    seen = form(program="p", endre="program")
    assert field(seen, "Navn").value == "Etter målingen"
    seen = save(fill(seen, Navn=""))
    assert after(seen, "Navn") == ["Programmet har ikke noe navn. Skriv et navn."]


def test_an_evaluation_that_a_measure_already_exceeds_is_told_at_the_evaluation(own: Store) -> None:
    low = replace(MEASURE, questions=(Target("7.4", target_points=Decimal(6)),))
    store_plans(own, replace(PROGRAMME, evaluation_year=None, evaluation_version=None), low)
    seen = form(program="p", endre="program")
    field(seen, "Evaluering det svares på").set_value("2018 2.1")
    seen = save(seen.run())
    assert after(seen, "Evaluering det svares på") == [
        "«Svar på nett», Det tiltaket skal løfte, linje 1: Mål i poeng: Målet på 6 poeng er ikke over de 6,5 poengene "
        "evalueringen ga. Sett et høyere mål."
    ]
    assert now(own).programmes["p"].evaluation_year is None


@pytest.mark.usefixtures("planned")
def test_saving_what_stands_there_is_told_and_nothing_is_lost() -> None:
    seen = save(change())
    assert "Ingenting er endret, så det er ikke noe å lagre." in text(seen)
    assert field(seen, "Tittel").value == "Svar på nett"


# What is typed -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("planned")
def test_another_measure_has_its_own_texts_and_the_first_keeps_what_was_typed() -> None:
    seen = fill(change(), Tittel="Svar på telefon")
    seen.query_params["tiltak"] = "n"
    assert field(seen.run(), "Tittel").value == "Kurs for alle"
    seen.query_params["tiltak"] = "m"
    assert field(seen.run(), "Tittel").value == "Svar på telefon"


@pytest.mark.usefixtures("planned")
def test_what_is_typed_just_before_a_line_is_added_or_removed_is_kept() -> None:
    seen = click(change(), "Legg til fase")
    for label in ("Legg til fase", "Fjern linje 1 av «Faser»"):
        field(seen, "Behov").set_value(label)
        seen = click(seen, label)
        assert field(seen, "Behov").value == label


def test_a_second_click_saves_discards_and_removes_nothing_more(planned: Store) -> None:
    def clicked_twice() -> None:
        import streamlit as st

        from data.plans.rows import Measure, Phase
        from pages.programme.editing.draft import draft_of
        from pages.programme.editing.saving import discard, save

        save(st.session_state["store"], "example", "saved already")
        discard("saved already")
        draft = draft_of(Measure("p", "Kurs", phases=(Phase("1"), Phase("2"), Phase("3"))), 1, is_new=True)
        generation = draft.generation
        for _again in range(2):
            draft.remove_line("phases", 0, generation)
        st.text(",".join(line["name"] for line in draft.typed["phases"]))

    before = planned.newest_event()
    seen = AppTest.from_function(clicked_twice)
    seen.session_state["store"] = planned
    seen.run()
    assert not seen.exception
    assert seen.text[0].value == "2,3"
    assert planned.newest_event() == before


@pytest.mark.usefixtures("planned")
def test_another_page_in_between_loses_nothing() -> None:
    seen = fill(change(), Tittel="Svar på telefon")
    seen.switch_page("method/page.py").run()
    seen.switch_page("programme/page.py")
    seen.query_params = HEMNE | {"program": "p", "tiltak": "m", "endre": "tiltak"}
    assert field(seen.run(), "Tittel").value == "Svar på telefon"


def test_what_is_discarded_is_gone_and_nothing_is_saved(planned: Store) -> None:
    before = planned.newest_event()
    seen = click(fill(change(), Tittel="Svar på telefon"), "Forkast og lukk")
    assert "endre" not in seen.query_params
    seen.query_params["endre"] = "tiltak"
    assert field(seen.run(), "Tittel").value == "Svar på nett"
    assert planned.newest_event() == before


# Several people ------------------------------------------------------------------------------------


def test_the_later_of_two_is_told_field_by_field_takes_over_and_saves_without_losing_anything(planned: Store) -> None:
    later = fill(change(), Tittel="Svar på telefon", Mål="Svar samme dag")
    earlier = fill(change(), Mål="Svar innen en time", Behov="Svar tar tid")
    field(earlier, "Status").set_value("decided")
    save(earlier.run())
    later = save(later)
    assert after(later, "Mål") == [
        "Noen andre har endret feltet i mellomtiden, fra «Raskere svar» til «Svar innen en time». Se hva som er "
        "endret, og lagre på nytt om endringen din fortsatt skal gjelde."
    ]
    assert "fra «i gang» til «vedtatt»" in after(later, "Status")[0]
    assert field(later, "Tittel").value == "Svar på telefon"
    assert now(planned).measures["m"].title == "Svar på nett"
    later = click(later, "Ta over den nye standen og behold det jeg har skrevet")
    assert field(later, "Behov").value == "Svar tar tid"
    assert field(later, "Mål").value == "Svar samme dag"
    assert field(later, "Status").value == "decided"
    save(later)
    measure = now(planned).measures["m"]
    assert (measure.title, measure.goal, measure.need, measure.status) == (
        "Svar på telefon", "Svar samme dag", "Svar tar tid", "decided",
    )  # fmt: skip


def test_a_change_after_the_state_was_taken_over_is_told_again(planned: Store) -> None:
    later = fill(change(), Tittel="Svar på telefon")
    save(fill(change(), Behov="Ett"))
    later = click(save(later), "Ta over den nye standen og behold det jeg har skrevet")
    save(fill(change(), Behov="To"))
    later = save(later)
    assert "fra «Ett» til «To»" in after(later, "Behov")[0]
    assert now(planned).measures["m"].title == "Svar på nett"


# Undo and redo -------------------------------------------------------------------------------------


def test_a_change_is_undone_and_repeated_with_a_receipt(planned: Store) -> None:
    seen = save(fill(change(), Tittel="Svar på telefon"))
    event = planned.newest_event()
    seen = click(seen, f"Angre endring {event}")
    assert receipt(seen) == f"Endring {event} er angret. Det som sto før den, gjelder igjen."
    assert now(planned).measures["m"] == MEASURE
    seen = click(seen, f"Gjenta endring {event}")
    assert receipt(seen) == f"Endring {event} er gjentatt og gjelder igjen."
    assert now(planned).measures["m"].title == "Svar på telefon"


def test_changes_of_other_municipalities_are_not_listed(planned: Store) -> None:
    event = planned.newest_event()
    store_plans(planned, Programme("1571", "Halsa", programme="q", municipality_name="Halsa (eksempel)"))
    labels = [one.label for one in form().button]
    assert f"Angre endring {event}" in labels
    assert f"Angre endring {event + 1}" not in labels


def test_a_measure_that_was_undone_while_it_was_open_is_saved_again_only_knowingly(planned: Store) -> None:
    event = store_plans(planned, Measure("p", "Telefon", measure="t"))
    seen = fill(change("t"), Behov="Lang kø")
    click(form(), f"Angre endring {event}")
    seen = save(seen)
    assert "Noen andre har angret dette siden du åpnet det." in summary(seen)
    assert field(seen, "Behov").value == "Lang kø"
    save(click(seen, "Ta over den nye standen og behold det jeg har skrevet"))
    assert now(planned).measures["t"].need == "Lang kø"


# Where nothing can be saved ------------------------------------------------------------------------


def no_form(seen: AppTest, sentence: str) -> None:
    assert sentence in text(seen)
    assert not seen.text_input
    assert not [one.label for one in seen.button if one.label != ""]


def test_an_older_state_has_no_form(planned: Store) -> None:
    no_form(change_of(stand=str(planned.newest_event())), "Planene vises slik de var etter hendelse")
    no_form(change_of(stand="2"), "Planene vises slik de var etter hendelse 2, og kan ikke endres der.")


def change_of(**address: str) -> AppTest:
    return form(program="p", tiltak="m", endre="tiltak", **address)


@pytest.mark.usefixtures("planned")
def test_a_visitor_who_may_not_save_reads_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OPEN)
    no_form(change_of(), "Programmer og tiltak kan leses, men ikke endres her")


@pytest.mark.usefixtures("planned")
def test_a_visitor_who_may_no_longer_save_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = fill(change(), Tittel="Svar på telefon")
    monkeypatch.delenv(OPEN)
    seen = save(seen)
    assert "ikke endres her" in text(seen)
    monkeypatch.setenv(OPEN, "1")
    assert field(seen.run(), "Tittel").value == "Svar på telefon"


@pytest.mark.usefixtures("planned")
def test_what_is_to_be_changed_and_is_gone_is_told() -> None:
    assert "Det som skulle endres, finnes ikke (lenger)." in text(change("borte"))
