"""The page title, and the municipalities and newer evaluations left out with reasons."""

from data.language import Sentence, _
from data.numbers import listed
from queries.caching import cached
from queries.evaluation import evaluations_of
from queries.merging import FEWEST, MOST, Merging
from queries.municipalities import names
from reports.border_changes import borders
from reports.content import Content, Heading, Notice, Paragraph, Section, section
from reports.known_evaluations import known_evaluations_of
from reports.links import link
from reports.merger.becomes import becomes
from reports.merger.choice import HEIM, known_names, measured_of
from reports.merger.group import Group, labels, shortened
from reports.merger.set_aside import set_aside
from reports.view import View


def title(_view: View) -> Section:
    """Return the page title."""
    return section("hode", Heading(_("Sammenslåing"), 1))


@cached
def nobody(view: View) -> Section:
    """Return the section of a dataset without evaluations: title, and border changes of the default municipalities."""
    return section("hode", *title(view).contents, *_alone(view, HEIM), borders(view, dict(_names(view, HEIM))))


def _names(view: View, municipalities: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return keys and names, those of this dataset before those of the register."""
    names_by_key = {**known_names(view.snapshot), **names(view.snapshot)}
    return tuple(shortened({number: names_by_key[number] for number in municipalities}).items())


@cached
def becomes_of(view: View, municipalities: tuple[str, ...]) -> Section:
    """Return what becomes of the municipalities chosen; empty where there are none or too many."""
    return becomes(view, _names(view, municipalities)) if 1 <= len(municipalities) <= MOST else section("blir")


@cached
def who(view: View, municipalities: tuple[str, ...], merged: Merging | None, group: Group | None) -> Section:
    """Return the municipalities and newer evaluations left out with reasons, and a notice where fewer than two remain.

    `group` is None where fewer than two can be compared.
    """
    newer = () if group is None else set_aside(view, group)
    return section("hvem", *_who(view, municipalities, merged), *(Paragraph(sentence) for sentence in newer))


def _who(view: View, municipalities: tuple[str, ...], merged: Merging | None) -> tuple[Content | None, ...]:
    if not FEWEST <= len(municipalities) <= MOST:
        return _too_few_or_too_many(view, municipalities)
    if merged is None:
        return _alone(view, municipalities)
    left_out = (Paragraph(sentence) for sentence in _left_out(merged))
    without = (*_without_points(view, municipalities), *left_out)
    if len(merged.evaluations) >= FEWEST:
        return without
    sentence = _("Færre enn to av dem kan sammenlignes i dette året og med denne versjonen. Velg et annet år.")
    return (*without, Notice("too_few_comparable", sentence))


def _too_few_or_too_many(view: View, municipalities: tuple[str, ...]) -> tuple[Content | None, ...]:
    """Return what to choose."""
    n = len(municipalities)
    if n > MOST:
        return (Notice("too_few_or_too_many", _("Velg to til seks kommuner. Nå er {n} valgt.", n=n)),)
    if not municipalities:
        sentence = _("Velg to til seks kommuner i listen over, de som slår seg sammen eller vurderer det.")
        return (Notice("too_few_or_too_many", sentence), _example_of(view))
    [(_number, name)] = _names(view, municipalities)
    sentence = _("{name} er valgt. Velg én til fem kommuner til i listen over, så blir de sammenlignet.", name=name)
    return (Notice("too_few_or_too_many", sentence), _example_of(view))


def _without_points(view: View, municipalities: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Return which municipalities cannot take part: those whose report is known, with the way to add it, and others."""
    measured, names_by_key = names(view.snapshot), known_names(view.snapshot)
    missing = [number for number in municipalities if number not in measured]
    known = [number for number in missing if not known_evaluations_of(view, number).is_empty()]
    contents = []
    if known:
        sentence = _(
            "{names} er evaluert: rapporten finnes, men poengene er ikke her. Last opp skåringsarket for å ta med "
            "{names}.",
            names=[names_by_key[number] for number in known],
        )
        contents += [Paragraph(sentence), Paragraph(_("Last opp skåringsark"), "next", link("last-opp"))]
    if never := [names_by_key[number] for number in missing if number not in known]:
        sentence = _("{names} har ingen evaluering i dette datasettet, og kan derfor ikke være med.", names=never)
        contents.append(Paragraph(sentence))
    return tuple(contents)


def _left_out(merged: Merging) -> list[Sentence]:
    other_family = [
        _(
            "{name} er målt med versjon {version} ({year}), som ikke kan sammenlignes med de andres, "
            "og er derfor ikke med.",
            name=evaluation.name,
            version=evaluation.version,
            year=evaluation.year_label,
        )
        for evaluation in merged.other_family
    ]
    later = [
        _(
            "{name} er første gang evaluert i {year}, etter året som er valgt.",
            name=evaluation.name,
            year=evaluation.year_label,
        )
        for evaluation in merged.later
    ]
    return [*other_family, *later]


def _alone(view: View, municipalities: tuple[str, ...]) -> tuple[Content | None, ...]:
    """Return contents for fewer than two evaluated: reasons, and a link to the example dataset."""
    alone = [evaluations_of(view.snapshot, number)[-1] for number in measured_of(view.snapshot, municipalities)]
    return (
        *_without_points(view, municipalities),
        Notice("too_few_evaluated", _why_alone(labels(alone))),
        _example_of(view),
    )


def _why_alone(alone: list[str]) -> Sentence:
    if not alone:
        return _(
            "Ingen av dem kan vises i dette datasettet. En sammenligning trenger minst to: velg flere kommuner over."
        )
    return _(
        "Bare {name} kan vises i dette datasettet. En sammenligning trenger minst to: velg flere kommuner over.",
        name=listed(alone),
    )


def _example_of(view: View) -> Paragraph | None:
    """Return the link to the example dataset, None in the example dataset itself."""
    if view.snapshot.dataset == "example":
        return None
    leads_to = link("sammenslaing", dataset="example", kommune=HEIM[0], aar=2018, kommuner=",".join(HEIM))
    return Paragraph(_("Se Hemne, Halsa og Snillfjord i eksempeldataene"), link=leads_to)
