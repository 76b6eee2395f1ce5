"""The questions with most points left, each with the first municipality to learn it from."""

from data.language import Sentence, _
from data.norwegian import first_upper, number
from queries.caching import cached
from queries.comparison import Comparison
from queries.evaluation import Evaluation
from queries.settings import settings
from reports.best_practice.questions import first_recommended, most_left
from reports.compared import COMPARED_WITH
from reports.content import Heading, Section, section
from reports.municipality.one_area import question_column
from reports.origin import origin
from reports.table import Column, Row, Table
from reports.view import View


@cached
def weakest(view: View, focus: Evaluation, comparison: Comparison, code: str) -> Section:
    """Return the ten questions with most points left; an empty section where no question points are known."""
    left = most_left(view.snapshot, focus, comparison).select("code", "label", "left", "own", "maximum_points")
    if left.is_empty():
        return section("igjen")
    recommended = first_recommended(view.snapshot, focus, comparison, code)
    nearest = recommended.unique("code", keep="first", maintain_order=True)
    to_learn = nearest.select("code", "name", "points", "ahead", "below_floor")
    values = {"name": focus.name, "year": focus.year_label}
    table = Table(
        "igjen-tabell",
        _("{name} {year}: mest å hente, og hvem det kan læres av", **values),
        _columns(focus, comparison),
        left.join(to_learn, on="code", how="left", maintain_order="left"),
        marked={"code": code},
        notes=[_note(settings(view.snapshot)["leader_share"])],
        origin=origin(focus, _("{whom}.", whom=first_upper(_(COMPARED_WITH[comparison.group])))),
    )
    return section("igjen", Heading(_("Der {name} har mest å hente", **values)), table)


def _columns(focus: Evaluation, comparison: Comparison) -> list[Column]:
    return [
        question_column(focus, comparison),
        Column(_("Kode"), "code", only="file"),
        Column(_("Igjen"), "left", "number", 1),
        Column(_("Egne poeng"), "own", "number", shown=_of_maximum),
        Column(_("Maksimum"), "maximum_points", "number", only="file"),
        Column(_("Å lære av"), "name", shown=_whom),
        Column(_("Poeng"), "points", "number", 1),
        Column(_("Klart foran i alt"), "ahead", "number", shown=lambda row: number(row["ahead"] or 0)),
        Column(_("Under grensen (det beste som finnes)"), "below_floor", only="file"),
    ]


def _whom(row: Row) -> str:
    if row["name"] is None:
        return _("ingen")
    return _("{name} (det beste som finnes)", name=row["name"]) if row["below_floor"] else row["name"]


def _note(floor: int) -> Sentence:
    return _(
        "Likest av dem som ligger klart foran og selv har minst {floor}\u00a0% av maksimum. Har ingen så mye, vises "
        "det beste som finnes. Velg et underspørsmål for å se alle det kan læres av.",
        floor=floor,
    )


def _of_maximum(row: Row) -> str:
    return _("{own:tenths} av {maximum}", own=row["own"], maximum=row["maximum_points"])
