"""Random changes, undos and redos of plans give what an independent model in plain Python gives, at every event."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest

from data.imports import UndoRefused, undo_import
from data.plans.findings import PlanRefused
from data.plans.reading import Plans, plans_in
from data.plans.rows import Answered, Evidence, Measure, Money, Phase, Programme, Target
from data.plans.saving import PlanChange, save_plan
from data.store import Store
from tests.landscapes import NOON, add, made

Whole = Programme | Measure


def identifier(plan: Whole) -> tuple[str, str]:
    return ("measure", plan.measure) if isinstance(plan, Measure) else ("programme", plan.programme)


@dataclass
class Model:
    """The log of one dataset: what each event wrote, and which event each undo and redo is about."""

    wrote: dict[int, Sequence[Whole]] = field(default_factory=dict)
    steps: list[tuple[int, str, int]] = field(default_factory=list)

    def undone(self, as_of: int) -> dict[int, int]:
        """Return which undo each change that does not count is undone by."""
        result: dict[int, int] = {}
        for event, kind, about in self.steps:
            if event <= as_of:
                if kind == "undo":
                    result[about] = event
                else:
                    result.pop(about, None)
        return result

    def state(self, as_of: int) -> tuple[dict[str, Programme], dict[str, Measure]]:
        undone, current = self.undone(as_of), dict[tuple[str, str], Whole]()
        for event in sorted(self.wrote):
            if event <= as_of and event not in undone:
                current |= {identifier(plan): plan for plan in self.wrote[event]}
        programmes = {name: plan for (_, name), plan in current.items() if isinstance(plan, Programme)}
        measures = {name: plan for (_, name), plan in current.items() if isinstance(plan, Measure)}
        return programmes, {name: plan for name, plan in measures.items() if plan.programme in programmes}


def has_circle(measures: dict[str, Measure]) -> bool:
    """Take away those that wait for nobody until nothing goes; what is left waits in a circle or for one."""
    waiting = {name: {other for other in plan.waits_for if other in measures} for name, plan in measures.items()}
    while free := [name for name, others in waiting.items() if not others]:
        waiting = {name: others - {*free} for name, others in waiting.items() if name not in free}
    return bool(waiting)


def lists(dice: random.Random, *, of_measure: bool) -> dict[str, Any]:
    both = {
        "phases": tuple(Phase(f"Fase {n}", f"20{n + 20}", None) for n in range(dice.randint(0, 3))),
        "money": tuple(Money("saving", "planned", dice.randint(0, 10**10)) for _ in range(dice.randint(0, 2))),
    }
    if not of_measure:
        return both
    codes = dice.sample(["1.1", "1.3", "4.6", "7.5"], dice.randint(0, 3))
    return both | {
        "questions": tuple(Target(code, target_points=Decimal(dice.randint(1, 100)) / 10) for code in codes),
        "remarks": tuple(Answered(3, "weakness", f"Svakhet {n}") for n in range(dice.randint(0, 2))),
        "evidence": tuple(Evidence(dice.randint(1, 4), "Sett", "2026-05") for _ in range(dice.randint(0, 2))),
    }


class Play:
    """Plays random steps on a store and on the model at once."""

    def __init__(self, store: Store, dice: random.Random, dataset: str) -> None:
        self.store, self.dice, self.dataset = store, dice, dataset
        self.model = Model()
        self.made = 0
        self.refused = 0

    def step(self) -> None:
        programmes, measures = self.model.state(self.store.newest_event())
        kinds = ["programme", "measure", "measure", "wait", "wait", "undo", "undo", "redo"]
        match self.dice.choice(kinds):
            case "programme":
                self._save(self._programme(programmes))
            case "measure" if programmes:
                self._save(self._measure(programmes, measures))
            case "wait" if measures:
                names = sorted(measures)
                waits_for = tuple(self.dice.sample(names, min(len(names), self.dice.randint(0, 2))))
                self._save(replace(measures[self.dice.choice(names)], waits_for=waits_for))
            case "undo" | "redo" as kind:
                self._undo(kind)

    def _new(self) -> str:
        self.made += 1
        return f"{self.dataset}{self.made}"

    def _programme(self, programmes: dict[str, Programme]) -> Programme:
        name = self.dice.choice([*sorted(programmes), self._new()])
        return Programme(
            "1612", f"Program {self.dice.random()}", programme=name, municipality_name="Hemne",
            target_year=self.dice.choice([None, 2030]), **lists(self.dice, of_measure=False),
        )  # fmt: skip

    def _measure(self, programmes: dict[str, Programme], measures: dict[str, Measure]) -> Measure:
        name = self.dice.choice([*sorted(measures), self._new()])
        before = measures.get(name)
        return Measure(
            before.programme if before else self.dice.choice(sorted(programmes)), f"Tiltak {self.dice.random()}",
            measure=name, effect=self.dice.choice([None, 1, 5]), waits_for=tuple(
                other for other in (before.waits_for if before else ()) if other in measures
            ), **lists(self.dice, of_measure=True),
        )  # fmt: skip

    def _save(self, plan: Whole) -> None:
        programmes, measures = self.model.state(self.store.newest_event())
        after = measures | ({plan.measure: plan} if isinstance(plan, Measure) else {})
        unchanged = plan in (*programmes.values(), *measures.values())
        change = PlanChange(self.dataset, (plan,), self.store.newest_event())
        if unchanged or has_circle(after):
            with pytest.raises(PlanRefused) as refused:
                save_plan(self.store, change, NOON)
            assert refused.value.code == ("nothing_changed" if unchanged else "rules_broken")
            assert unchanged or [finding.code for finding in refused.value.findings] == ["circle"]
            self.refused += 1
            return
        saved = save_plan(self.store, change, NOON)
        assert saved.plans == (plan,)
        self.model.wrote[saved.event] = (plan,)

    def _undo(self, kind: str) -> None:
        undone = self.model.undone(self.store.newest_event())
        choices = [*undone] if kind == "redo" else [event for event in self.model.wrote if event not in undone]
        if not choices:
            return
        about = self.dice.choice(choices)
        trial = Model(self.model.wrote, [*self.model.steps, (self.store.newest_event() + 1, kind, about)])
        asked = undone[about] if kind == "redo" else about
        if has_circle(trial.state(self.store.newest_event() + 1)[1]):
            with pytest.raises(UndoRefused) as refused:
                undo_import(self.store, asked, NOON)
            assert refused.value.code == "undo_makes_circle"
            self.refused += 1
            return
        event = undo_import(self.store, asked, NOON)
        self.model.steps.append((event, kind, about))


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_changes_undos_and_redos_leaves_what_the_model_says_at_every_event(
    made_store: Store, seed: int
) -> None:
    dice = random.Random(seed)
    plays = [Play(made_store, dice, dataset) for dataset in ("real", "example")]
    for turn in range(110):
        dice.choice(plays).step()
        if turn % 20 == 0:
            add(made_store, made("9001", total=400 + turn))
    newest = made_store.newest_event()
    assert newest > 40
    assert sum(play.refused for play in plays) > 0
    for play in plays:
        for as_of in [*dice.sample(range(newest), 12), newest]:
            programmes, measures = play.model.state(as_of)
            assert plans_in(made_store, play.dataset, as_of) == Plans(programmes, measures)
