"""The finding at the top of the trend page, recomputed from the shipped files in plain Python, and by hand."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest

from queries.snapshot import Snapshot
from reports.content import Heading, Paragraph
from tests.conftest import Landscape
from tests.landscapes import DATA, csv_rows, made
from tests.queries.plain_python import Plain, example_evaluations, published_evaluations
from tests.reports.reading_reports import built

Span = tuple[Plain, Plain]
MINUS = "\N{MINUS SIGN}"
THRESHOLD = {"0": 10} | {str(area): 3 for area in range(1, 9)}
SHORT = {
    (row["version"], row["area"]): row["short_nb"].lower()
    for row in csv_rows(DATA / "reference" / "instrument_areas.csv")
}
LABELS = {
    (row["municipality_number"], int(row["year"])): f"senest {row['year']}"
    for row in csv_rows(DATA / "published" / "published_evaluations.csv")
    if row["year_basis"] == "latest possible"
}
RESTATED = {
    (row["municipality_number"], int(row["year"]), row["area"])
    for row in csv_rows(DATA / "published" / "other_stated_values.csv")
    if row["statistic"] in ("total", "points")
}
EVALUATIONS = {"example": example_evaluations(), "real": published_evaluations()}
EVERY = sorted({(dataset, one.number) for dataset, found in EVALUATIONS.items() for one in found})


def spans(dataset: str, number: str) -> dict[str, Span]:
    """Return the first and last evaluation by area, `0` the total, of the family measured last among those twice."""
    own = sorted((one for one in EVALUATIONS[dataset] if one.number == number), key=lambda one: (one.year, one.version))
    found: dict[str, dict[str, Span]] = {}
    for one in own:
        for code in ("0", *map(str, one.areas)):
            having = [other for other in own if other.family == one.family and code in other.points]
            if len(having) > 1:
                found.setdefault(one.family, {})[code] = having[0], having[-1]
    last = {family: max((b.year, b.version) for _, b in of.values()) for family, of in found.items()}
    return found[max(last, key=lambda family: last[family])] if found else {}


def change(span: Span, code: str) -> Fraction:
    return span[1].points[code] - span[0].points[code]


def label(one: Plain, dataset: str) -> str:
    return LABELS.get((one.number, one.year), str(one.year)) if dataset == "real" else str(one.year)


def listed(words: Sequence[str]) -> str:
    return " og ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def expected(dataset: str, number: str) -> str:
    """Return the title: the largest change of an area of at least three points, else of the total of at least ten."""
    own = sorted((one for one in EVALUATIONS[dataset] if one.number == number), key=lambda one: one.year)
    name, found = own[-1].name, spans(dataset, number)
    areas = {code: change(span, code) for code, span in found.items() if code != "0"}
    if not found:
        assert len(own) == 1
        return f"{name}: bare én evaluering her, fra {label(own[0], dataset)}"
    if not areas:
        before, after = found["0"]
        years = label(before, dataset), label(after, dataset)
        if any((one.number, one.year, "0") in RESTATED for one in found["0"]):
            return f"{name}: totalen gikk fra {before.points['0']} i {years[0]} til {after.points['0']} i {years[1]}"
        moved = change(found["0"], "0")
        assert abs(moved) >= THRESHOLD["0"]
        return f"{name} {'steg' if moved > 0 else 'falt'} {abs(moved)} poeng i alt fra {years[0]} til {years[1]}"
    most = max(map(abs, areas.values()))
    if most < THRESHOLD["1"]:
        return f"{name}: ingen områder flyttet seg så det betyr noe"
    up, down = (
        listed([SHORT[found[code][1].version, code] for code, moved in sorted(areas.items()) if moved == side])
        if side in areas.values()
        else ""
        for side in (most, -most)
    )
    said = listed([f"steg {most} poeng i {up}"] * bool(up) + [f"falt {most} poeng i {down}"] * bool(down))
    if up and down:
        said = f"steg {most} poeng i {up} og falt {most} i {down}"
    first, last = next(iter(found.values()))
    return f"{name} {said} fra {label(first, dataset)} til {label(last, dataset)}"


def top(snapshot: Snapshot, number: str) -> list[str]:
    """Return the title and the sentences under it."""
    contents = built("utvikling", snapshot, "hode", kommune=number)
    assert isinstance(contents[0], Heading)
    assert contents[0].level == 1
    return [one.text for one in contents if isinstance(one, Heading | Paragraph)]


@pytest.mark.parametrize(("dataset", "number"), EVERY)
def test_the_title_is_what_plain_python_finds(request: pytest.FixtureRequest, dataset: str, number: str) -> None:
    assert top(request.getfixturevalue(dataset), number)[0] == expected(dataset, number)


@pytest.mark.parametrize(("dataset", "number"), EVERY)
def test_the_total_is_told_with_whether_its_change_matters(
    request: pytest.FixtureRequest, dataset: str, number: str
) -> None:
    _title, *told = top(request.getfixturevalue(dataset), number)
    span = spans(dataset, number).get("0")
    if span is None:
        assert told[0].startswith("Totalen var ")
        return
    before, after = (one.points["0"] for one in span)
    small = abs(after - before) < THRESHOLD["0"]
    sign = "+" if after > before else MINUS
    assert told[0].startswith(
        f"Totalen gikk fra {before} i {span[0].year} til {after} i {span[1].year}: {sign}{abs(after - before)}"
        + (", for lite til å tillegges vekt." if small else ".")
    )
    assert any("stiller noe strengere krav" in one for one in told) == (span[0].version != span[1].version)


def test_the_finding_of_hemne_is_the_fall_in_learning(example: Snapshot) -> None:
    assert top(example, "1612") == [
        "Hemne falt 16 poeng i læring fra 2011 til 2018",
        f"Totalen gikk fra 440 i 2011 til 433 i 2018: {MINUS}7, for lite til å tillegges vekt.",
        "Versjon 2.1 stiller noe strengere krav enn 2.0: en kommune som gjør akkurat det samme, får litt lavere "
        "poengsum etter revisjonen. De 25 kommunene som er målt med både 2.0 og 2.1, endret seg i gjennomsnitt +2,0 "
        "poeng.",
    ]


def test_where_the_stated_totals_disagree_the_title_makes_no_verdict_and_both_are_said(real: Snapshot) -> None:
    title, total, _revision = top(real, "1612")
    assert title == "Hemne: totalen gikk fra 440 i 2011 til 433 i 2018"
    assert total == (
        f"Totalen gikk fra 440 i 2011 til 433 i 2018: {MINUS}7, for lite til å tillegges vekt. "
        f"Rapporten regner også med 426: {MINUS}14."
    )


CASES: dict[str, tuple[list[Any], str]] = {
    "once": ([made("9001", 2018, areas=[50] * 8)], ": bare én evaluering her, fra 2018"),
    "versions apart": (
        [made("9001", 2009, "1.0", areas=[40] * 8), made("9001", 2018, "2.1", areas=[50] * 8)],
        ": evalueringene fra 2009 og 2018 kan ikke sammenlignes",
    ),
    "nothing measured twice": (
        [made("9001", 2012, areas={3: 50}), made("9001", 2018, areas={4: 50})],
        ": ingen tall er kjent fra to evalueringer som kan sammenlignes",
    ),
    "all small": (
        [made("9001", 2012, areas=[50] * 8), made("9001", 2018, areas=[52, 48, *[50] * 6])],
        ": ingen områder flyttet seg så det betyr noe",
    ),
    "some known and small": (
        [made("9001", 2012, areas={3: 50, 4: 50}), made("9001", 2018, areas={3: 52, 4: 48})],
        ": ingen av de 2 områdene som er målt to ganger, flyttet seg så det betyr noe",
    ),
    "one known and small": (
        [made("9001", 2012, areas={3: 50}), made("9001", 2018, areas={3: 52})],
        ": det ene området som er målt to ganger, flyttet seg ikke så det betyr noe",
    ),
    "exactly the threshold": (
        [made("9001", 2012, areas={3: 50}), made("9001", 2018, areas={3: 53})],
        " steg 3 poeng i styring fra 2012 til 2018",
    ),
    "a tie both ways": (
        [made("9001", 2012, areas=[50] * 8), made("9001", 2018, areas=[60, 40, *[50] * 6])],
        " steg 10 poeng i demokrati og falt 10 i brukere fra 2012 til 2018",
    ),
    "a tie of many": (
        [made("9001", 2012, areas=[50] * 8), made("9001", 2018, areas=[60] * 4 + [50] * 4)],
        " steg 10 poeng i 4 områder fra 2012 til 2018",
    ),
    "three evaluations go from the first to the last": (
        [made("9001", year, areas={3: points}) for year, points in ((2011, 50), (2014, 20), (2018, 54))],
        " steg 4 poeng i styring fra 2011 til 2018",
    ),
    "an area measured in other years than the rest": (
        [
            made("9001", 2011, areas={3: 50, 4: 50}), made("9001", 2014, areas={3: 70}),
            made("9001", 2018, areas={4: 60}),
        ],
        " steg 20 poeng i styring fra 2011 til 2014",
    ),
    "two versions in one year": (
        [made("9001", 2016, "2.0", areas={3: 50}), made("9001", 2016, "2.1", areas={3: 40})],
        " falt 10 poeng i styring fra 2016 (versjon 2.0) til 2016 (versjon 2.1)",
    ),
    "totals only, up": (
        [made("9001", 2012, total=400), made("9001", 2018, total=410)],
        " steg 10 poeng i alt fra 2012 til 2018",
    ),
    "totals only, down": (
        [made("9001", 2012, total=400), made("9001", 2018, total=300)],
        " falt 100 poeng i alt fra 2012 til 2018",
    ),
    "totals only, small": (
        [made("9001", 2012, total=400), made("9001", 2018, total=409)],
        ": totalen flyttet seg ikke så det betyr noe fra 2012 til 2018",
    ),
    "the newest family alone": (
        [
            made("9001", 2012, areas={3: 50}), made("9001", 2018, areas={3: 60}),
            made("9001", 2021, "2020", areas={3: 90}),
        ],
        " steg 10 poeng i styring fra 2012 til 2018",
    ),
    "two families measured twice": (
        [
            made("9001", 2005, "1.0", areas={3: 10}), made("9001", 2009, "1.0", areas={3: 90}),
            made("9001", 2012, areas={3: 50}), made("9001", 2018, areas={3: 60}),
        ],
        " steg 10 poeng i styring fra 2012 til 2018",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_title_by_hand(landscape: Landscape, case: str) -> None:
    evaluations, title = CASES[case]
    assert top(landscape(*evaluations), "9001")[0] == f"Kommune 9001{title}"


def test_a_total_that_is_the_same_is_told_so(landscape: Landscape) -> None:
    snapshot = landscape(made("9001", 2012, total=400), made("9001", 2018, total=400))
    assert top(snapshot, "9001")[1] == "Totalen er 400 både i 2012 og i 2018."


def test_an_evaluation_with_another_version_after_the_finding_is_told(landscape: Landscape) -> None:
    evaluations, _title = CASES["the newest family alone"]
    assert top(landscape(*evaluations), "9001")[-1] == (
        "Evalueringen fra 2021 er gjort med versjon 2020, som ikke kan sammenlignes med de tidligere."
    )


def test_versions_apart_are_told_why(landscape: Landscape) -> None:
    evaluations, _title = CASES["versions apart"]
    assert top(landscape(*evaluations), "9001")[-1] == (
        "Versjon 1.0 og 2.1 har ulike spørsmål og poeng. Derfor vises ingen endring."
    )
