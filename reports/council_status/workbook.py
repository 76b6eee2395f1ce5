"""The page as a workbook: its sentences first, then the measures and the money."""

from collections.abc import Mapping

from data.language import Sentence, _
from reports.content import Bullets, Content, Heading, Paragraph, Workbook
from reports.council_status.choice import Choice
from reports.table import Table
from reports.view import View


def workbook(view: View, choice: Choice, title: str, *first: Sentence) -> Workbook:
    """Return the workbook, whose first sheet says what the page says, under its headings."""
    return Workbook(
        "hode-arbeidsbok",
        title,
        _("Last ned som arbeidsbok"),
        [*first, *_sentences(view, choice)],
        lambda: _sheets(view, choice),
    )


def _parts(view: View, choice: Choice) -> Mapping[str, tuple[Content, ...]]:
    # Imported here, since the heading that offers the workbook is a section too.
    from reports.council_status import coming, happened, late, measures, money, unknown

    built = (happened.happened, late.late, money.money, coming.coming, measures.measures, unknown.unknown)
    return {build.__name__: build(view, choice).contents for build in built}


def _sentences(view: View, choice: Choice) -> list[str]:
    told: list[str] = []
    for contents in _parts(view, choice).values():
        for content in contents:
            match content:
                case Heading(text) | Paragraph(text):
                    told.append(text)
                case Bullets(items, heading):
                    told += [heading] if heading else []
                    told += [f"– {item.label} {item.text}" if item.label else f"– {item.text}" for item in items]
    return told


def _sheets(view: View, choice: Choice) -> Mapping[str, Table]:
    tables = [content for contents in _parts(view, choice).values() for content in contents
              if isinstance(content, Table)]  # fmt: skip
    return {table.title: table for table in tables}
