"""The rows of the CSV files of the example programmes, with targets and scores steered by the points."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from data.landscape.plans.by_areas import OSTRE_GRANSKOG, SOLVAG
from data.landscape.plans.drafts import MeasureDraft, PhaseDraft, ProgrammeDraft
from data.landscape.plans.hemne import AFTER_2011, AFTER_2018
from data.landscape.plans.hogvang import HOGVANG
from data.landscape.plans.kleivdal import KLEIVDAL
from data.landscape.plans.sorlia import AFTER_2016, NOW
from data.landscape.plans.verdicts import Points, verdict
from data.landscape.printed import FICTIONAL
from data.landscape.sentences import WEAKNESSES

Row = dict[str, Any]
PROGRAMMES = (AFTER_2011, AFTER_2018, HOGVANG, KLEIVDAL, AFTER_2016, NOW, OSTRE_GRANSKOG, SOLVAG)
SCORES = ("effect", "easy_for_staff", "easy_for_users", "acceptance")
UNITS = ("units_total", "units_answered", "units_planning", "units_done")
LATER = {"2.0": (2018, "2.1"), "2.1": (2018, "2.1")}
"""The later evaluation by the version of the one answered; all of the example dataset is measured last in 2018."""


class NotAsWanted(Exception):
    """The points of the landscape do not give a measure the verdict that its draft wants."""


class Landscape:
    """Points, remarks and maxima that the drafts are steered by."""

    def __init__(self, points: Sequence[Row], remarks: Sequence[Row], maxima: Mapping[str, int]) -> None:
        """Take the rows of points.csv and remarks.csv, and the maximum of each question."""
        self.maxima = dict(maxima) | {str(area): 100 for area in range(1, 9)}
        self._remarks = remarks
        self._points: dict[tuple[str, int, str], dict[str, Decimal]] = {}
        for row in points:
            key = row["municipality_number"], int(row["year"]), row["version"]
            if row["code"] != "0":
                self._points.setdefault(key, {})[row["code"]] = Decimal(row["points"])

    def before(self, draft: ProgrammeDraft) -> Points:
        """Return the points of the evaluation that a programme answers."""
        return self._points[(draft.number, *draft.answers)]

    def after(self, draft: ProgrammeDraft) -> Points:
        """Return the points of the next evaluation, none where there is no later one."""
        year, version = LATER[draft.answers[1]]
        return self._points[draft.number, year, version] if year > draft.answers[0] else {}

    def answered(self, draft: ProgrammeDraft, measure: MeasureDraft) -> list[Row]:
        """Return the remarks of the evaluation answered that a measure answers.

        They are the weaknesses of its questions or areas, and the challenges that the draft names.
        """
        texts = {
            text
            for code in measure.codes
            for question, ours in WEAKNESSES.items()
            if f"{question}.".startswith(f"{code}.")
            for text in ours
        }
        number, (year, version) = draft.number, draft.answers
        return [
            {"area": row["area"], "kind": row["kind"], "text": row["text"]}
            for row in self._remarks
            if (row["municipality_number"], row["year"], row["version"]) == (number, year, version)
            and row["text"] in {"weakness": texts, "challenge": measure.challenges}.get(row["kind"], ())
        ]


def plan_files(landscape: Landscape, seed: int) -> dict[str, list[Row]]:
    """Return the rows of each file by name.

    Raises:
        NotAsWanted: a draft no longer fits the points.
    """
    files: dict[str, list[Row]] = {name: [] for name in ("programmes", "measures", "phases", "money", "questions",
                                                         "remarks", "evidence")}  # fmt: skip
    for draft in PROGRAMMES:
        _check(draft, landscape)
        files["programmes"].append(_programme(draft))
        _lines(files, draft.key, "", draft.phases, draft.money)
        for measure in draft.measures:
            random = Random(f"{seed} plans {draft.key} {measure.key}")
            identifier = _identifier(draft, measure.key)
            files["measures"].append(_measure(draft, measure, random))
            _lines(files, draft.key, identifier, measure.phases, measure.money)
            owner = {"measure": identifier}
            files["questions"] += [owner | row for row in _questions(draft, measure, landscape, random)]
            files["remarks"] += [owner | row for row in landscape.answered(draft, measure)]
            files["evidence"] += [owner | vars(one) for one in measure.evidence]
    return files


def _check(draft: ProgrammeDraft, landscape: Landscape) -> None:
    together = [one for other in PROGRAMMES if other.number == draft.number for one in other.measures]
    for measure in draft.measures:
        if measure.wants is None:
            continue
        found = verdict(measure, together, landscape.before(draft), landscape.after(draft), landscape.maxima)
        if found != measure.wants:
            raise NotAsWanted(f"{draft.key} {measure.key}: {found} instead of {measure.wants}")


def _programme(draft: ProgrammeDraft) -> Row:
    return {
        "programme": draft.key,
        "municipality": draft.number,
        "municipality_name": draft.municipality,
        "name": draft.name,
        "need": draft.need,
        "goal": draft.goal,
        "result": draft.result,
        "anchoring": draft.anchoring,
        "starts": draft.when[0],
        "ends": draft.when[1],
        "target_year": draft.target_year or "",
        "evaluation_year": draft.answers[0],
        "evaluation_version": draft.answers[1],
        "source": FICTIONAL,
    }


def _measure(draft: ProgrammeDraft, measure: MeasureDraft, random: Random) -> Row:
    has_scores = bool(measure.codes) and not measure.unscored
    drawn = [random.randint(2, 5) for _score in SCORES]
    scores = (measure.scores or drawn) if has_scores else ("",) * len(SCORES)
    return {
        "measure": _identifier(draft, measure.key),
        "programme": draft.key,
        "parent": _identifier(draft, measure.under) if measure.under else "",
        "title": measure.title,
        "need": measure.need,
        "goal": measure.goal,
        "activities": measure.activities,
        "result": measure.result,
        "anchoring": measure.anchoring,
        "owner_role": measure.owner_role,
        "starts": measure.when[0],
        "ends": measure.when[1],
        "status": measure.status,
        **dict(zip(SCORES, scores, strict=True)),
        **dict(zip(UNITS, measure.units or ("",) * len(UNITS), strict=True)),
        "waits_for": " ".join(_identifier(draft, key) for key in measure.waits_for),
        "source": FICTIONAL,
    }


def _lines(files: dict[str, list[Row]], programme: str, measure: str, phases: Sequence[PhaseDraft],
           money: Sequence[tuple[str, str, int, int, int]]) -> None:  # fmt: skip
    owner = {"programme": programme, "measure": measure}
    files["phases"] += [
        owner | {"name": one.name, "starts": one.when[0], "ends": one.when[1], "activities": one.activities}
        for one in phases
    ]
    names = ("kind", "step", "first_year", "last_year", "amount")
    files["money"] += [owner | dict(zip(names, one, strict=True)) for one in money]


def _questions(draft: ProgrammeDraft, measure: MeasureDraft, landscape: Landscape, random: Random) -> Iterator[Row]:
    given = {code: Decimal(str(points)) for code, points in measure.targets}
    before, after = landscape.before(draft), landscape.after(draft)
    for code in measure.codes:
        target = given.get(code) or _target(code, measure.reaches, before, after, landscape.maxima[code], random)
        column = {"code": "", "area": code} if "." not in code else {"code": code, "area": ""}
        yield column | {"target_points": "" if target is None else target}


def _target(code: str, reaches: bool | None, before: Points, after: Points, maximum: int, random: Random
            ) -> Decimal | None:  # fmt: skip
    """Return a target above the points before: reached by those after, or not; None where points are not known."""
    if code not in before:
        return None
    start, step = before[code], Decimal(1) if "." not in code else Decimal("0.5")
    reached = after.get(code)
    share = Decimal(str(random.uniform(0.5, 0.9)))
    if reaches and reached is not None and reached > start:
        wanted = start + share * (reached - start)
    else:
        floor = max(start, reached or start)
        wanted = floor + max(step, share * (maximum - floor) / (4 if "." not in code else 2))
    rounded = min(Decimal(maximum), (wanted / step).to_integral_value() * step)
    return rounded if rounded > start else start + Decimal("0.1")


def _identifier(draft: ProgrammeDraft, key: str) -> str:
    return f"{draft.key}-{key}"
