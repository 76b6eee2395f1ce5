"""Grunnlag: what is known of the evaluation, its place in sentences, and what the reports say of it in print."""

from data.language import _
from data.numbers import day, number
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.figures import statements_of
from queries.profile import area_names, group_code, total_of
from queries.trend import trend_rows
from reports.compared import without_part
from reports.content import Beside, Bullets, Heading, Item, Paragraph, Section, section
from reports.income_words import income_word
from reports.origin import source
from reports.rank_sentences import computed_standing, few, printed_mean, printed_statement
from reports.view import View


@cached
def background(view: View, focus: Evaluation) -> Section:
    """Return the facts of the evaluation, and lists of computed and printed standing."""
    lists = {
        _("Plassen i ord"): _standing(view, focus),
        _("Det rapportene selv sier på trykk"): _printed(view, focus),
    }
    beside = Beside(
        tuple(
            (Bullets(tuple(Item(sentence) for sentence in sentences), heading),)
            for heading, sentences in lists.items()
            if sentences
        )
    )
    return section("grunnlag", Heading(_("Grunnlag")), Paragraph(_facts(focus), "facts"), beside)


@cached
def not_compared(view: View, focus: Evaluation, comparison: Comparison) -> Section:
    """Return who has only a total, and who is left out of the comparison set, with reasons."""
    return section("utenfor", *without_part(view, focus, comparison, "utenfor-kommuner"))


def _facts(focus: Evaluation) -> str:
    facts = [
        _("Året er sluttet av kilden") if focus.year_basis == "inferred" else None,
        _version(focus),
        _inhabitants(focus),
        focus.county,
        _("{group} inntekt", group=income_word(focus.income_group)) if focus.income_group else None,
        _("KOSTRA-gruppe {group}", group=focus.kostra_group) if focus.kostra_group else None,
        source(focus.source, None),
    ]
    return " · ".join(filter(None, facts))


def _version(focus: Evaluation) -> str:
    if focus.version_basis == "inferred":
        return _("Versjon {version} (sluttet av året)", version=focus.version)
    return _("Versjon {version}", version=focus.version)


def _inhabitants(focus: Evaluation) -> str:
    if focus.population is None:
        return _("innbyggertall ikke kjent")
    values = {"n": number(focus.population), "group": focus.size_group_label}
    counted_on = day(focus.population_date) if focus.population_date else None
    counted = [told for told in (counted_on, focus.population_source) if told]
    if not counted:
        return _("{n} innbyggere, {group}", **values)
    return _("{n} innbyggere ({counted:commas}), {group}", counted=counted, **values)


def _standing(view: View, focus: Evaluation) -> list[str]:
    if focus.total is None:
        return [_("Totalen er ikke kjent, og er derfor ikke sammenlignet.")]
    sentences = _standing_among(view, focus, Comparison())
    if focus.size_group is None:
        sentences.append(
            _("Innbyggertallet er ikke kjent. Derfor er den ikke sammenlignet med andre av samme størrelse.")
        )
    else:
        sentences += _standing_among(view, focus, Comparison("size"))
    return [*sentences, *_since_last(view, focus)]


def _standing_among(view: View, focus: Evaluation, comparison: Comparison) -> list[str]:
    total = total_of(view.snapshot, focus, comparison)
    size = focus.size_group_label if comparison.group == "size" else None
    too_few = few(view.snapshot, focus.family, focus.country, group_code(focus, comparison), total["n"])
    printed = printed_mean(focus.name, total, size)
    computed = computed_standing(total, size, too_few=too_few)
    return [printed, computed] if printed else [computed]


def _since_last(view: View, focus: Evaluation) -> list[str]:
    totals = [
        row
        for row in trend_rows(view.snapshot, focus.municipality)
        if row["evaluation"] == focus.evaluation and row["area"] == 0 and row["note"] is not None
    ]
    return [
        row["note"] if row["change"] is None else _("Siden forrige evaluering: {note}", note=row["note"])
        for row in totals
    ]


def _printed(view: View, focus: Evaluation) -> list[str]:
    names = area_names(view.snapshot, focus.version)
    return [printed_statement(row, names) for row in statements_of(view.snapshot, focus)]
