"""Marks drawn in HTML: strips in tables and cards, and the scale of a total. Positions are in per cent of the width.

Streamlit drops SVG, so that a mark is a span with a place of its own. Marks are hidden from screen readers: the same
figures stand beside them.
"""

from collections.abc import Sequence

from markupsafe import Markup

from reports.strip import Label, Scale, Strip

WIDTH_OF_A_LETTER = 0.47
"""Per cent of the width that a letter of a label takes, on a page 1 200 pixels wide."""


def strip(drawn: Strip) -> Markup:
    """Return a strip without labels."""
    return Markup(f'<span class="strip" aria-hidden="true">{_marks(drawn)}</span>')


def trail(shares: Sequence[float]) -> Markup:
    """Return small columns, the last one marked; `shares` are of the maximum, 0 to 1, oldest first."""
    columns = "".join(f'<i style="height:{100 * share:.0f}%"></i>' for share in shares)
    return Markup(f'<span class="trail" aria-hidden="true">{columns}</span>')


def scale(drawn: Scale) -> Markup:
    """Return a strip across the page with its labels, and its description for screen readers."""
    end = drawn.strip.end
    named = [(label, "label") for label in (*drawn.labels, *drawn.dots)]
    if drawn.printed:
        named.append((drawn.printed, "label printed-label"))
    below, lanes = _in_lanes(named, end)
    return Markup(
        '<div class="scale"><p class="unseen">{description}</p><div aria-hidden="true" style="--lanes:{lanes}">'
        '<div class="above">{above}</div><span class="strip">{printed}{marks}{dots}{own}</span>'
        '<div class="below"><span class="end" style="left:0%">0</span>{below}'
        '<span class="end" style="left:100%">{end:.0f}</span></div></div>'
        '<p class="few" aria-hidden="true">{few}</p></div>'
    ).format(
        description=drawn.description,
        lanes=lanes,
        above=_label(drawn.own, end, "own-label"),
        printed=Markup(_span("printed", drawn.printed.at, end)) if drawn.printed else "",
        marks=Markup(_marks(drawn.strip, own=False)),
        dots=Markup("".join(_span("other", dot.at, end) for dot in drawn.dots)),
        own=Markup(_span("own", drawn.own.at, end)),
        below=below,
        end=end,
        few=" · ".join(label.text for label, _kind in named),
    )


# Marks hold numbers and names of ours only, so they are plain text, not Markup: a page has hundreds of them.


def _marks(drawn: Strip, *, own: bool = True) -> str:
    end = drawn.end
    marks = []
    if drawn.minimum is not None and drawn.maximum is not None:
        marks.append(_bar("range", drawn.minimum, drawn.maximum, end))
    if drawn.q1 is not None and drawn.q3 is not None:
        marks.append(_bar("middle", drawn.q1, drawn.q3, end))
    for name, at in (("median", drawn.median), ("mean", drawn.mean), ("own", drawn.own if own else None)):
        if at is not None:
            marks.append(_span(name, at, end))
    return "".join(marks)


def _bar(name: str, start: float, stop: float, end: float) -> str:
    return f'<i class="{name}" style="left:{100 * start / end:.1f}%;width:{100 * (stop - start) / end:.1f}%"></i>'


def _span(name: str, at: float, end: float) -> str:
    return f'<i class="{name}" style="left:{100 * at / end:.1f}%"></i>'


def _label(label: Label, end: float, name: str, lane: int = 0) -> Markup:
    return Markup('<span class="{}" style="left:{:.1f}%;--lane:{}">{}</span>').format(
        name, 100 * label.at / end, lane, label.text
    )


def _in_lanes(labels: Sequence[tuple[Label, str]], end: float) -> tuple[Markup, int]:
    """Return the labels, one line lower where they would overlap, and how many lines they take.

    The outer ones come first, so that what is between them moves.
    """
    middle = sum(label.at for label, _kind in labels) / max(len(labels), 1)
    lanes: list[list[tuple[float, float]]] = []
    written = Markup("")
    for label, kind in sorted(labels, key=lambda named: -abs(named[0].at - middle)):
        at, half = 100 * label.at / end, WIDTH_OF_A_LETTER * (len(label.text) + 2) / 2
        free = (lane for lane, taken in enumerate(lanes) if all(at + half < a or at - half > b for a, b in taken))
        lane = next(free, len(lanes))
        lanes[lane : lane + 1] = [[*(lanes[lane] if lane < len(lanes) else []), (at - half, at + half)]]
        written += _label(label, end, kind, lane)
    return written, max(len(lanes), 1)
