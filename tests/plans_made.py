"""A made-up programme with everything a page can show, and how tests save it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.saving import PlanChange, Saved, save_plan
from data.store import Store
from queries.plans import plans
from queries.snapshot import Snapshot
from tests.landscapes import NOON

CODES = ("programme", "measure", "parent", "municipality", "municipality_basis", "status", "kind", "step", "code",
         "starts", "ends", "date")  # fmt: skip
"""Fields that hold codes, identifiers and dates."""
PROGRAMME = Programme(
    "1612", "Læring og ledelse 2018–2020", programme="p", need="Fall i læring og lederskap siden 2011.",
    goal="Læring minst 60 ved neste evaluering.", result="Vises etter neste evaluering.",
    anchoring="Vedtatt i kommunestyret; styringsgruppe med politikere, ledere og tillitsvalgte.", starts="2018-06",
    ends="2020", target_year=2020, evaluation_year=2018, evaluation_version="2.1", source="Sak 1/18", place="s. 2",
    note="Prøve.",
    phases=(Phase("Forankring", "2018-06", "2018-12", "Vedtak og styringsgruppe."), Phase("Avslutning")),
    money=(
        Money("saving", "goal", 6_000_000, 2018, 2020, "i økonomiplanen"),
        Money("saving", "goal", 2_000_000, 2019, 2019),
        Money("saving", "planned", 700_000, None, None), Money("cost", "decided", 450_000, 2019, 2019),
    ),
)  # fmt: skip
AREA = Measure("p", "Læring", measure="area", phases=(
    Phase("Forstudie", "2018-06", "2018-12"), Phase("Simulering", "2019-01", "2019-06"),
    Phase("Innføring", "2019-07", "2020-06"), Phase("Utvikling", "2020-07", "2020-12"),
))  # fmt: skip
METHOD = Measure(
    "p", "Felles metode for kvalitetsforbedring", measure="method", parent="area", need="Ingen felles metode.",
    goal="Én metode i alle enheter.", activities="Kurs og veileder.", result="Brukt i halvparten av enhetene.",
    anchoring="Ledergruppen.", owner_role="kvalitetsleder", starts="2018-09", ends="2019-12-31", status="started",
    effect=4, easy_for_staff=4, easy_for_users=5, acceptance=3, units_total=40, units_answered=38, units_planning=30,
    units_done=20, source="Sak 2/18", place="s. 3", note="Et notat.",
    questions=(Target("7.4", target_points=Decimal("12.0")),), remarks=(Answered(7, "weakness", "Mangler metode."),),
    evidence=(Evidence(1, "Deltakerne er fornøyde", "2019-05", "Undersøkelse"), Evidence(3, "Møtene er endret")),
    money=(Money("saving", "realised", 900_000, 2019, 2019), Money("cost", "realised", 120_000, 2019, 2019)),
)  # fmt: skip
IDEAS = Measure(
    "p", "Forslagsordning med tilbakemelding", measure="ideas", parent="area", goal="Flere forslag", status="decided",
    owner_role="HR-leder", ends="2020-06-30", effect=3, easy_for_staff=5, easy_for_users=5, acceptance=4,
    questions=(Target("7.5", target_points=Decimal("8.0")), Target("7.3", target_points=Decimal("12.5"))),
    waits_for=("method",), money=(Money("saving", "realised", 300_000, 2019, 2019),),
)  # fmt: skip
LEADERS = Measure(
    "p", "Lederutvikling i tre samlinger", measure="leaders", goal="Ledere som gir retning", status="done",
    owner_role="kommunedirektør", ends="2019", effect=5, easy_for_staff=3, easy_for_users=4, acceptance=4,
    questions=(Target("4.6", target_points=Decimal("10.0")), Target(area=4)),
    phases=(Phase("Samling 1", "2018-10", "2018-11"), Phase("Samling 2", "2019-02", "2019-03")),
)  # fmt: skip
DIVERSITY = Measure("p", "Plan for mangfold", measure="diversity", status="idea", effect=2)
MEASURES = (AREA, METHOD, IDEAS, LEADERS, DIVERSITY)


def save(store: Store, *plans: Programme | Measure, dataset: str = "example") -> Saved:
    """Save programmes and measures as one event."""
    return save_plan(store, PlanChange(dataset, plans, store.newest_event()), NOON)


def save_everything(store: Store, dataset: str = "example") -> None:
    """Save the programme with its measures, then two changes of one of them, the second one with a list."""
    save(store, PROGRAMME, *MEASURES, dataset=dataset)
    save(store, replace(METHOD, status="decided"), dataset=dataset)
    save(store, replace(METHOD, questions=(Target("7.4", target_points=Decimal("13.0")),)), dataset=dataset)


def written_in_plans(snapshot: Snapshot) -> tuple[str, ...]:
    """Return what people wrote in the programmes and measures of a snapshot, lists included, without codes."""
    now = plans(snapshot)
    return tuple({text for plan in (*now.programmes.values(), *now.measures.values()) for text in _texts(plan)})


def _texts(part: Any) -> Iterator[str]:
    for name, value in vars(part).items():
        if isinstance(value, str) and name not in CODES:
            yield " ".join(value.split())
        elif isinstance(value, tuple):
            for line in value:
                if not isinstance(line, str):
                    yield from _texts(line)
