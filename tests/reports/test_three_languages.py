"""Sentences whose words differ by language in more than their words, each as it should stand in all three."""

from dataclasses import replace
from datetime import UTC, date, datetime

import polars as pl
import pytest

from data.language import _
from data.plans.rows import Measure, Money, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.speaking import speaking
from data.store import Store
from queries.snapshot import Snapshot, snapshot_of
from reports.address import Address
from reports.catalogue import REPORTS
from reports.choices import GROUP_NAMES, family_names
from reports.content import Beside, Bullets, Content, Heading, Paragraph, files_of
from reports.merger import titles
from reports.origin import source
from reports.plan_words import in_known_time
from reports.table import Table
from reports.values import in_file, shown
from reports.view import View
from reports.writers.table_files import file_columns

LANGUAGES = ("nb", "nn", "en")
PROGRAMME = Programme("1612", "Løft", programme="p", starts="2025-01", ends="2027")
SAVED = datetime(2025, 2, 3, 12, tzinfo=UTC)
MEASURE = Measure("p", "Svar på nett", measure="m", goal="Raske svar", owner_role="servicesjef", status="started",
                  ends="2026-03", questions=(Target("2.2"),))  # fmt: skip


def in_each(expected: dict[str, str]) -> list[tuple[str, str]]:
    assert tuple(expected) == LANGUAGES
    return list(expected.items())


def said(snapshot: Snapshot, report: str, code: str, **words: str) -> list[str]:
    """Return the headings, paragraphs and items of a page in a language."""
    view, address = View(snapshot, code, today=date(2026, 11, 28)), Address(words)
    with speaking(code):
        choice = REPORTS[report].choose(view, address)
        sections = [REPORTS[report].section(view, choice, key).contents for key in REPORTS[report].sections(choice)]
    return [*address.notices, *(text for contents in sections for text in texts(contents))]


def texts(contents: tuple[Content, ...]) -> list[str]:
    told: list[str] = []
    for piece in contents:
        match piece:
            case Heading(text) | Paragraph(text):
                told.append(text)
            case Bullets(items):
                told += [f"{item.label} {item.text}".strip() for item in items]
            case Beside(parts):
                told += [text for part in parts for text in texts(part)]
    return told


@pytest.fixture
def planned(made_store: Store) -> Snapshot:
    """Return a snapshot with a late measure, and one that begins and ends next year and has a saving of two years."""
    saved = (Money("saving", "planned", 500_000, 2027, 2028),)
    next_year = replace(MEASURE, title="Felles vakt", measure="n", starts="2027-02", ends="2027-11-15", money=saved)
    change = PlanChange("real", (PROGRAMME, MEASURE, next_year), made_store.newest_event())
    save_plan(made_store, change, SAVED)
    return snapshot_of(made_store)


def test_several_versions_are_named_together(example: Snapshot) -> None:
    for code, both, one in (
        ("nb", "versjon 2.0 og 2.1", "versjon 1.0"),
        ("nn", "versjon 2.0 og 2.1", "versjon 1.0"),
        ("en", "versions 2.0 and 2.1", "version 1.0"),
    ):
        with speaking(code):
            named = family_names(example)
        assert (named[2], named[1]) == (both, one)


def test_a_group_is_compared_with_as_the_same() -> None:
    for code, against in in_each({"nb": "mot samme fylke", "nn": "mot same fylke", "en": "against the same county"}):
        with speaking(code):
            assert _("mot {group}", group=_(GROUP_NAMES["fylke"])) == against


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("2013-03-15", {"nb": "15.03.2013", "nn": "15.03.2013", "en": "on 15 March 2013"}),
        ("2013-03", {"nb": "i mars 2013", "nn": "i mars 2013", "en": "in March 2013"}),
        ("2013", {"nb": "i 2013", "nn": "i 2013", "en": "in 2013"}),
    ],
)
def test_a_date_stands_in_a_sentence_as_exact_as_it_is_known(known: str, told: dict[str, str]) -> None:
    for code, expected in in_each(told):
        with speaking(code):
            assert in_known_time(known) == expected


def test_the_council_reads_in_what_month_a_measure_was_due_and_when_others_begin_and_end(planned: Snapshot) -> None:
    for code, late, coming in (
        (
            "nb",
            "«Svar på nett» hadde frist i mars 2026; status: i gang; ansvar: servicesjef.",
            "«Felles vakt» begynner i februar 2027 og skal være ferdig 15.11.2027.",
        ),
        (
            "nn",
            "«Svar på nett» hadde frist i mars 2026; status: i gang; ansvar: servicesjef.",
            "«Felles vakt» byrjar i februar 2027 og skal vere ferdig 15.11.2027.",
        ),
        (
            "en",
            "“Svar på nett” was due in March 2026; status: under way; responsible: servicesjef.",
            "“Felles vakt” begins in February 2027 and is to be finished on 15 November 2027.",
        ),
    ):
        told = said(planned, "kommunestyret", code, kommune="1612")
        assert late in told
        assert coming in told


def test_the_step_of_a_saving_is_no_name_within_a_label(planned: Snapshot) -> None:
    for code, label, amount in (
        ("nb", "«Felles vakt», identifisert:", "500 000 kroner i alt for 2027 til 2028."),
        ("nn", "«Felles vakt», identifisert:", "500 000 kroner i alt for 2027 til 2028."),
        ("en", "“Felles vakt”, identified:", "500,000 kroner in all for 2027 to 2028."),
    ):
        told = [text.replace("\u00a0", " ") for text in said(planned, "tiltak", code, kommune="1612")]
        assert f"{label} {amount}" in told


def test_those_who_lack_a_practice_are_counted_in_words() -> None:
    gaps = pl.DataFrame({"verdict": ["common_gap", "best"], "leader": [None, "1612"]})
    for code, three, two in (
        ("nb", "Alle tre ligger under halvparten i 1 av 2", "Begge ligger under 40 prosent i 1 av 2"),
        ("nn", "Alle tre ligg under halvparten i 1 av 2", "Begge ligg under 40 prosent i 1 av 2"),
        ("en", "All three are below half on 1 of 2", "Both are below 40 per cent on 1 of 2"),
    ):
        with speaking(code):
            assert titles.common_gaps(gaps, 3, 50) == three
            assert titles.common_gaps(gaps, 2, 40) == two


def test_what_cannot_be_raised_is_named_as_in_the_address(example: Snapshot) -> None:
    for code, must, ignored in (
        (
            "nb",
            "hva_om må være underspørsmål og poeng, for eksempel 1.3:20,2.1:12.5, ikke «tull».",
            "«hva_om» i adressen er sett bort fra.",
        ),
        (
            "nn",
            "hva_om må vere underspørsmål og poeng, til dømes 1.3:20,2.1:12.5, ikkje «tull».",
            "«hva_om» i adressa er sett bort frå.",
        ),
        (
            "en",
            "hva_om must be questions and points, for example 1.3:20,2.1:12.5, not “tull”.",
            "“hva_om” in the address is ignored.",
        ),
    ):
        words = {"kommune": "1612", "aar": "2018", "hva_om": "tull"}
        assert said(example, "kommune", code, **words)[0] == f"{must} {ignored}"


def test_the_page_of_a_source_is_called_as_the_language_does() -> None:
    for code, one, several in (
        ("nb", "Rapport 3/2018, s. 18", "Rapport 3/2018, s. 7–8"),
        ("nn", "Rapport 3/2018, s. 18", "Rapport 3/2018, s. 7–8"),
        ("en", "Rapport 3/2018, p. 18", "Rapport 3/2018, p. 7–8"),
    ):
        with speaking(code):
            assert source("Rapport 3/2018", "s. 18") == one
            assert source("Rapport 3/2018", "s. 7–8") == several
            assert source("Rapport 3/2018", "s. 2 i vedlegget") == "Rapport 3/2018, s. 2 i vedlegget"


def test_what_is_a_source_is_told_in_the_language_where_we_describe_it() -> None:
    listed = "rapportliste i KS-K rapport 3/2018 (lignende dokumenter)"
    for code, article, lists in (
        ("nb", "knn.no, artikkel", "rapportliste i KS-K rapport 3/2018"),
        ("nn", "knn.no, artikkel", "rapportliste i KS-K rapport 3/2018"),
        ("en", "knn.no, article", "list of reports in KS-K rapport 3/2018"),
    ):
        with speaking(code):
            assert source("knn.no", "artikkel") == article
            assert source(listed, None) == lists


OYGARDEN = {
    "nb": (
        "Kilde: Øygarden kommune: Driftstilpasningsprosjekt 2013 (presentasjon); lysbilde 2, 5, 9–14; fasene lysbilde "
        "6–8.",
        "Tiltak veies etter effekt mot gjennomførbarhet: ",
        "En ønsket ramme som er større enn den tilgjengelige: ",
        "Mål: 20 mill. kroner, uten oppgitt år. Omtrent; det prosjektet skal finne tiltak for. Kilden sier ikke for "
        "hvilke år (lysbilde 2).",
    ),
    "nn": (
        "Kjelde: Øygarden kommune: Driftstilpasningsprosjekt 2013 (presentasjon); lysbilete 2, 5, 9–14; fasane "
        "lysbilete 6–8.",
        "Tiltak blir vegne etter effekt mot gjennomførbarheit: ",
        "Ei ønskt ramme som er større enn den tilgjengelege: ",
        "Mål: 20 mill. kroner, utan oppgitt år. Omtrent; det prosjektet skal finne tiltak for. Kjelda seier ikkje for "
        "kva år (lysbilete 2).",
    ),
    "en": (
        "Source: Øygarden municipality: Driftstilpasningsprosjekt 2013 (presentation); slides 2, 5, 9–14; the phases "
        "slides 6–8.",
        "Measures are weighed by effect against feasibility: ",
        "A wished-for budget that is larger than the one available: ",
        "Goal: 20 million kroner, no year stated. About; what the project is to find measures for. The source does not "
        "say for which years (slide 2).",
    ),
}


@pytest.mark.parametrize("code", OYGARDEN)
def test_what_we_wrote_of_a_shipped_programme_is_told_in_the_readers_language(real: Snapshot, code: str) -> None:
    told = said(real, "tiltak", code, kommune="1259")
    cited, note, need, goal = OYGARDEN[code]
    assert cited in told
    assert [text[: len(note)] for text in told].count(note) == 1
    assert [text[: len(need)] for text in told].count(need) == 1
    assert goal in told
    assert cited in said(real, "kommunestyret", code, kommune="1259")


SAVED_IN_2013 = {
    "nb": "Den delen av prosjektets 20 millioner som skal realiseres i 2013 (lysbilde 2).",
    "nn": "Den delen av dei 20 millionane i prosjektet som skal realiserast i 2013 (lysbilete 2).",
    "en": "The part of the project’s 20 million that is to be realised in 2013 (slide 2).",
}
GOAL_OF_2013 = {
    "nb": "Innsparing, mål i 2013: ",
    "nn": "Innsparing, mål i 2013: ",
    "en": "Saving, goal in 2013: ",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_notes_on_amounts_are_told_in_tables_too(real: Snapshot, code: str) -> None:
    [ladder] = [one for one in tables(real, "tiltak", code, "1259") if one.key == "innsparing-tabell"]
    with speaking(code):
        [column] = [column for column in ladder.columns if column.heading in ("Merknad", "Note")]
        noted = [shown(column, row) for row in ladder.rows.to_dicts()]
    assert SAVED_IN_2013[code] in noted
    [money] = [one for one in tables(real, "kommunestyret", code, "1259") if one.key == "aaret-penger"]
    assert GOAL_OF_2013[code] + SAVED_IN_2013[code] in money.notes


def tables(snapshot: Snapshot, report: str, code: str, number: str) -> list[Table]:
    view, address = View(snapshot, code, today=date(2026, 11, 28)), Address({"kommune": number})
    with speaking(code):
        choice = REPORTS[report].choose(view, address)
        sections = [REPORTS[report].section(view, choice, key).contents for key in REPORTS[report].sections(choice)]
        return [one for contents in sections for one in files_of(contents).values() if isinstance(one, Table)]


def test_files_of_measures_hold_what_we_wrote_in_the_readers_language(real: Snapshot) -> None:
    for code, activity in (
        ("nb", "De første nye lederteamene begynner 8. mars."),
        ("nn", "Dei første nye leiarteama byrjar 8. mars."),
        ("en", "The first new teams of leaders begin on 8 March."),
    ):
        [measures] = [one for one in tables(real, "tiltak", code, "1601") if one.key == "tiltak-tabell"]
        with speaking(code):
            held = {in_file(column, row) for row in measures.rows.to_dicts() for column in file_columns(measures)}
        assert activity in held


def test_the_invented_source_of_the_example_is_told_and_what_people_would_write_stays(example: Snapshot) -> None:
    for code, cited in (
        ("nb", "Kilde: Eksempeldata (fiktiv)."),
        ("nn", "Kjelde: Eksempeldata (fiktive)."),
        ("en", "Source: Example data (fictional)."),
    ):
        told = said(example, "tiltak", code, kommune="1612", program="hemne-2018")
        assert cited in told
        assert "Læring på minst 60 poeng ved neste evaluering." in told


def test_a_typed_text_is_never_retold_unless_it_is_ours_to_the_letter(made_store: Store) -> None:
    shipped = "Visjoner og mål kan rekke lenger enn 2020, som er året resultatene måles mot."
    for note, told in (
        (shipped, "Visions and goals may reach beyond 2020, which is the year that the results are measured against."),
        (shipped.rstrip("."), shipped.rstrip(".")),
        ("Totalt", "Totalt"),
    ):
        programme = replace(PROGRAMME, name="Innledningen", need="Tiltak", note=note)
        save_plan(
            made_store,
            PlanChange("real", (programme,), made_store.newest_event()),
            datetime(2025, 2, 3, 12, tzinfo=UTC),
        )
        page = said(snapshot_of(made_store), "tiltak", "en", kommune="1612")
        assert page[0] == "Innledningen"  # the place in a shipped source, but here a name
        assert told in page
        assert "Tiltak" in page


def test_the_history_retells_our_texts_and_no_titles(made_store: Store) -> None:
    save_plan(made_store, PlanChange("real", (PROGRAMME, MEASURE), made_store.newest_event()), SAVED)
    changed = replace(MEASURE, title="Kvalitet 2020", goal="Gi kvalitetsarbeidet nytt liv og føre det videre.")
    save_plan(made_store, PlanChange("real", (changed,), made_store.newest_event()), SAVED)
    view = View(snapshot_of(made_store), "en", today=date(2026, 11, 28))
    with speaking("en"):
        choice = REPORTS["tiltak"].choose(view, Address({"kommune": "1612"}))
        table = files_of(REPORTS["tiltak"].section(view, choice, "tiltak").contents)["tiltak-tabell"]
        assert isinstance(table, Table)
        [fold] = [one for one in table.folds() if one]
        told = texts(fold.contents)
    assert "3 February 2025, event 2: Title from “Svar på nett” to “Kvalitet 2020”" in told
    assert (
        "3 February 2025, event 2: Goal from “Raske svar” to “Give the work on quality new life, and carry it on.”"
        in told
    )
