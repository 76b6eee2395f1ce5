"""What a measure opens in place: its headings, facts, aims, phases, evidence, money and history."""

from collections.abc import Iterator, Mapping

from data.language import N_, Sentence, _, counted
from data.numbers import first_upper, number
from data.plans.rows import SCORES, Measure, Programme
from data.plans.words import KIND_OF_MONEY_NAMES, LEVEL_NAMES, REMARK_NAMES, STEP_NAMES
from queries.plan_history import histories
from queries.plan_matrix import scored
from queries.plan_tree import Branch
from queries.plans import plans
from queries.snapshot import Snapshot
from reports.content import Beside, Bullets, Content, Fold, Item
from reports.plan_words import FIELD_NAMES, known_date, kroner, period, quoted, retold, status_with_symbol
from reports.programme.choice import Choice
from reports.programme.history import history
from reports.programme.origins import provenance
from reports.programme.targets import aims
from reports.view import View

TEXTS = ("need", "goal", "activities", "result", "anchoring")
"""The five headings."""


def opened(view: View, choice: Choice, branch: Branch) -> Fold:
    """Return the contents of one row of the table of measures."""
    snapshot, measure = view.snapshot, branch.measure
    programme = plans(snapshot).programmes[measure.programme]
    columns = (
        [
            _bullets(_("Tiltaket"), [*_texts(measure)]),
            _bullets(_("Ansvar og framdrift"), [*_facts(snapshot, branch)]),
        ],
        [
            _bullets(_("Skal løfte"), [*_aims(snapshot, programme, measure)]),
            *_remarks(measure),
            _evidence(measure),
            _bullets(_("Faser"), [*_phases(measure)]),
            _bullets(_("Penger"), [*_money(measure)]),
        ],
    )
    parts = tuple(tuple(part for part in column if part) for column in columns)
    beside = Beside(tuple(part for part in parts if part))
    heading = _("Mer om {title}", title=quoted(measure.title))
    changes = histories(snapshot, measure.programme).get(measure.measure, ())
    contents: list[Content] = [beside] if beside.parts else []
    said = history(snapshot, programme.evaluation_version, changes)
    contents += [*provenance(measure), *([said] if said else [])]
    return Fold(f"rad-{measure.measure}", heading, tuple(contents), is_open=choice.measure == measure.measure)


def _bullets(heading: Sentence, items: list[Item]) -> Bullets | None:
    return Bullets(tuple(items), heading) if items else None


def _labelled(field: str) -> Sentence:
    return _("{field}:", field=first_upper(_(FIELD_NAMES[field])))


def _texts(measure: Measure) -> Iterator[Item]:
    for field in TEXTS:
        if text := getattr(measure, field):
            yield Item(retold(text), _labelled(field))


def _aims(snapshot: Snapshot, programme: Programme, measure: Measure) -> Iterator[Item]:
    for aim in aims(snapshot, programme, measure):
        yield Item(aim.sentence(), _("{question}:", question=aim.label))


def _remarks(measure: Measure) -> Iterator[Bullets]:
    if measure.remarks:
        items = tuple(
            Item(one.text, _("Område {area}, {kind}:", area=one.area, kind=_(REMARK_NAMES.get(one.kind, one.kind))))
            for one in measure.remarks
        )
        yield Bullets(items, _("Svarer på"))


def _evidence(measure: Measure) -> Bullets | None:
    """Return what is seen on each of the four levels, where anything is seen at all."""
    if not measure.evidence:
        return None
    items = []
    for level, name in LEVEL_NAMES.items():
        label = _("{level} {name}:", level=level, name=_(name))
        seen = [one for one in measure.evidence if one.level == level]
        for one in seen:
            about = [part for part in (one.date and known_date(one.date), one.source) if part]
            said = _("{text} ({about:commas})", text=one.text, about=about) if about else one.text
            items.append(Item(said, label))
        if not seen:
            items.append(Item(_("ikke dokumentert"), label))
    return Bullets(tuple(items), _("Dokumentasjon"))


def _facts(snapshot: Snapshot, branch: Branch) -> Iterator[Item]:
    measure, every = branch.measure, plans(snapshot).measures
    if measure.status:
        yield Item(status_with_symbol(measure.status), _("Status:"))
    if measure.owner_role:
        yield Item(measure.owner_role, _("Ansvar:"))
    if when := period(measure.starts, measure.ends):
        yield Item(when, _("Periode:"))
    if branch.area in every:
        yield Item(quoted(every[str(branch.area)].title), _("Hører til:"))
    elif measure.parent:
        yield Item(_("et område som ikke finnes lenger"), _("Hører til:"))
    yield from _waits(measure, every)
    yield from _scores(measure)
    yield from _units(measure)


def _waits(measure: Measure, every: Mapping[str, Measure]) -> Iterator[Item]:
    known = [quoted(every[name].title) for name in measure.waits_for if name in every]
    gone = len(measure.waits_for) - len(known)
    if known:
        yield Item(_("{titles}", titles=known), _("Venter på:"))
    if gone:
        yield Item(
            counted("et tiltak som ikke finnes lenger", "{n} tiltak som ikke finnes lenger", gone), _("Venter på:")
        )


def _scores(measure: Measure) -> Iterator[Item]:
    """Yield the scores in one line, and the mean of the three where all are given."""
    given = [(field, score) for field in SCORES if (score := getattr(measure, field)) is not None]
    if given:
        said = [_("{field} {score}", field=_(FIELD_NAMES[field]), score=score) for field, score in given]
        yield Item(_("{scores:commas}", scores=said), _("Vurdert fra 1 til 5:"))
    known = scored(measure, 0)
    if known:
        yield Item(_("{mean} av 5", mean=number(known.feasibility, 1)), _("Gjennomførbarhet:"))


def _units(measure: Measure) -> Iterator[Item]:
    texts = {
        "units_total": N_("{n} i alt"),
        "units_answered": N_("{n} har svart"),
        "units_planning": N_("{n} planlegger det"),
        "units_done": N_("{n} har gjennomført det"),
    }
    said = [
        _(text, n=number(getattr(measure, field)))
        for field, text in texts.items()
        if getattr(measure, field) is not None
    ]
    if said:
        yield Item(_("{units:commas}", units=said), _("Enheter:"))


def _phases(measure: Measure) -> Iterator[Item]:
    for phase in measure.phases:
        when = period(phase.starts, phase.ends)
        known = [part for part in (when, phase.activities and retold(phase.activities)) if part]
        yield Item(_("{known:commas}", known=known), _("{name}:", name=phase.name) if phase.name else "")


def _money(measure: Measure) -> Iterator[Item]:
    for one in measure.money:
        label = _("{kind}, {step}:", kind=first_upper(_(KIND_OF_MONEY_NAMES.get(one.kind, one.kind))),
                  step=_(STEP_NAMES.get(one.step, one.step)))  # fmt: skip
        years = period(str(one.first_year or "") or None, str(one.last_year or "") or None)
        known = [part for part in (kroner(one.amount), years, one.note and retold(one.note)) if part]
        yield Item(_("{known:commas}", known=known), label)
