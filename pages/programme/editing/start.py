"""The draft that the address opens: what it is about, and what it begins with."""

from collections.abc import Hashable, Mapping
from dataclasses import replace

from data.language import _
from data.plans.reading import Plans
from data.plans.rows import Measure, Programme
from data.plans.saving import new_identifier
from pages.parts.committee import given_sentences
from pages.programme.editing.draft import NEW_PROGRAMME, Draft, draft_of, drafts
from queries.plan_editing import measured_for, newest_evaluation
from queries.snapshot import Snapshot
from reports.address import Address
from reports.plan_editing.links import NEW_MEASURE
from reports.plan_editing.links import NEW_PROGRAMME as ASKED_FOR_PROGRAMME
from reports.plan_editing.prefill import codes_in, new_measure, new_programme
from reports.programme.planners import programmes_of


def opened_key(snapshot: Snapshot, plans: Plans, municipality: str, address: Address) -> Hashable | None:
    """Return the key of the draft that the address opens, made where it is new; None where it opens none."""
    endre, nytt = address.parameter("endre"), address.parameter("nytt")
    if endre:
        return _changed(snapshot, plans, address, endre)
    if not nytt:
        return None
    about = tuple(address.parameter(name) for name in ("program", "merket", "kommuner"))
    if nytt == ASKED_FOR_PROGRAMME:
        key: Hashable = ("new programme", snapshot.dataset, municipality)
        if key not in drafts():
            drafts()[key] = draft_of(_proposed(snapshot, municipality, address), snapshot.as_of, is_new=True)
        return key
    key = ("new measure", snapshot.dataset, municipality, nytt, about)
    if key not in drafts():
        drafts()[key] = _new_measure(snapshot, plans, municipality, address)
    return key


def _changed(snapshot: Snapshot, plans: Plans, address: Address, kind: str) -> Hashable | None:
    identifier = address.parameter({"program": "program", "tiltak": "tiltak"}.get(kind, "")) or ""
    key = ("change", snapshot.dataset, kind, identifier)
    if key in drafts():
        return key
    stored: dict[str, Mapping[str, Programme | Measure]] = {"program": plans.programmes, "tiltak": plans.measures}
    plan = stored.get(kind, {}).get(identifier)
    if plan is None:
        address.add_notice(_("Det som skulle endres, finnes ikke (lenger). Se «Endringer» nederst på siden."))
        return None
    drafts()[key] = draft_of(plan, snapshot.as_of, is_new=False)
    return key


def _proposed(snapshot: Snapshot, municipality: str, address: Address) -> Programme:
    evaluation = newest_evaluation(snapshot, municipality, address.whole("aar", 0))
    programme = new_programme(municipality, new_identifier(), evaluation)
    name = evaluation.name if evaluation else None
    return replace(programme, municipality_name=name)


def _new_measure(snapshot: Snapshot, plans: Plans, municipality: str, address: Address) -> Draft:
    proposed = _proposed(snapshot, municipality, address)
    chosen = _programme_for(snapshot, proposed, address)
    programme = plans.programmes.get(chosen, proposed)
    measured = measured_for(snapshot, programme)
    codes = () if address.parameter("nytt") == NEW_MEASURE else codes_in(address, measured.labels)
    measure = new_measure(snapshot, programme, new_identifier(), measured, codes)
    draft = draft_of(_with_sentences(snapshot, measure, address), snapshot.as_of, is_new=True)
    draft.made_with, draft.chosen = draft_of(proposed, snapshot.as_of, is_new=True), chosen
    return draft


def _programme_for(snapshot: Snapshot, proposed: Programme, address: Address) -> str:
    """Return the programme that is asked for; else the newest that answers the evaluation the measure comes from.

    Where none answers it, a new one is proposed, since only that gives the points the measure starts from.
    """
    own = programmes_of(snapshot, proposed.municipality)
    asked = address.parameter("program")
    if any(one.programme == asked for one in own):
        return str(asked)
    come_from = proposed.evaluation_year, proposed.evaluation_version
    answers = [one for one in own if (one.evaluation_year, one.evaluation_version) == come_from]
    if not answers and not address.parameter("aar"):
        answers = list(own)
    return answers[0].programme if answers else NEW_PROGRAMME


def _with_sentences(snapshot: Snapshot, measure: Measure, address: Address) -> Measure:
    """Return the measure with the sentences of a merger committee: on questions as need, on transfers as goal."""
    marks = [mark for mark in (address.parameter("merket") or "").split(",") if mark]
    municipalities = tuple((address.parameter("kommuner") or "").split(","))
    given = given_sentences(snapshot.dataset, municipalities)
    said = {mark: given[mark].strip() for mark in marks if given.get(mark, "").strip()}
    need = "\n".join(sentence for mark, sentence in said.items() if "-" not in mark)
    goal = "\n".join(sentence for mark, sentence in said.items() if "-" in mark)
    return replace(measure, need=need or None, goal=goal or None)
