"""The messages of the program, and the catalogues that hold them: `python -m data.messages` brings these up to date."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from data.catalogues import FOLDER
from data.own_texts import COUNTED_BY, MADE_UP, PAGES, WHERE, columns, plan_columns
from data.speaking import LANGUAGES, SOURCE

HOUSE = Path(__file__).parents[1]
FOLDERS = ("api", "charts", "data", "pages", "queries", "reports")
KEYWORDS = {"_": 1, "N_": 1, "counted": 2, "P_": 2}
"""How many messages each function is given: one, or that of one and that of many."""
HEADER = "# Translations of Kompassrosen. The message is the sentence in bokmål; what stands in {braces} is kept.\n"


def extracted() -> Catalog:
    """Return a catalogue of all messages, with the files they stand in."""
    catalogue = Catalog(fuzzy=False)
    for message, file in found():
        catalogue.add(message, locations=[(file, 0)])
    return catalogue


def found() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Yield every message with the file it stands in."""
    for folder in FOLDERS:
        for path in sorted((HOUSE / folder).rglob("*.py")):
            for message in messages_in(path.read_text(encoding="utf-8")):
                yield message, path.relative_to(HOUSE).as_posix()
    yield from ((text, "data/own_texts.py") for text in (MADE_UP, PAGES, *WHERE, *COUNTED_BY.values()))
    yield from ((text, path.relative_to(HOUSE).as_posix()) for path, text in (*columns(), *plan_columns()))


def messages_in(source: str) -> Iterator[str | tuple[str, ...]]:
    """Yield the messages of a module in order, those in the arguments of another one too (Babel skips them)."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        wanted = KEYWORDS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        said = [one.value for one in call.args[:wanted] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if wanted and len(said) == wanted:
            yield said[0] if wanted == 1 else tuple(said)


def catalogue_of(code: str) -> Catalog:
    """Return the catalogue of a language; an empty one where it has none yet."""
    path = FOLDER / f"{code}.po"
    if not path.exists():
        return Catalog(locale=code, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def brought_up_to_date(code: str) -> Catalog:
    """Return the catalogue of a language with every message, those it lacks without a translation, and no other."""
    old = catalogue_of(code)
    new = Catalog(
        locale=code,
        header_comment=HEADER,
        fuzzy=False,
        project="Kompassrosen",
        creation_date=old.creation_date,
        revision_date=old.revision_date,
    )
    for message in extracted():
        if message.id:
            known = old.get(message.id)
            is_same = known is not None and known.pluralizable == message.pluralizable
            new.add(message.id, known.string if known and is_same else "", locations=message.locations)
    return new


def main() -> int:
    """Write the catalogues; return how many messages are still without a translation."""
    missing = 0
    for code in LANGUAGES:
        if code != SOURCE:
            catalogue = brought_up_to_date(code)
            with (FOLDER / f"{code}.po").open("wb") as file:
                write_po(file, catalogue, width=110, sort_output=True, include_lineno=False, omit_header=False)
            missing += sum(1 for message in catalogue if message.id and not any(_forms(message.string)))
    return missing


def _forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())


if __name__ == "__main__":
    sys.exit(min(main(), 1))
