"""The sentences that say what goes where when municipalities are merged or split."""

from itertools import groupby

import polars as pl

from data.norwegian import day, listed, number


def border_sentences(changes: pl.DataFrame) -> list[str]:
    """Return one sentence or two a municipality that was merged or split, in order of date and name."""
    rows = changes.sort("date", "name", "to_name").to_dicts()
    return [_sentence(name, list(parts)) for (_, name), parts in groupby(rows, lambda row: (row["date"], row["name"]))]


def _sentence(name: str, parts: list[dict[str, object]]) -> str:
    since = day(parts[0]["date"])  # type: ignore[arg-type]
    if len(parts) == 1 and parts[0]["share"] == 1:
        return f"{name} går inn i {parts[0]['to_name']} fra {since}."
    where = listed([f"{_share(part)} til {part['to_name']} ({_place(part)})" for part in parts])
    return (
        f"{name} er delt fra {since}: {where}. Andelene gjelder innbyggere og er anslag; poengene gjelder hele "
        "kommunen slik den var, og er ikke delt."
    )


def _share(part: dict[str, object]) -> str:
    return f"om lag {number(100 * float(str(part['share'])))}\u00a0%"


def _place(part: dict[str, object]) -> str:
    return str(part["note"]).split(";")[0]
