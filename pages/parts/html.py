"""HTML for `st.html`."""

from collections.abc import Iterable

from markupsafe import Markup, escape


class Html(Markup):
    """Escaped HTML in the form that `st.html` sends unchanged.

    Streamlit calls `_repr_html_` where there is one, and removes indentation from any other text line by line, which
    takes ten times as long as the rest of `st.html`.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def markup(template: str, *values: object) -> Markup:
    """Return the HTML of a template whose values are escaped, unless they are HTML already.

    The same as `Markup(template).format(*values)` at a fifth of its time, without format specifications.
    """
    return Markup(template.format(*[value if type(value) is Markup else escape(value) for value in values]))


def joined_html(parts: Iterable[Markup]) -> Markup:
    """Return pieces of HTML as one; unlike `Markup.join` it does not look at each of them again."""
    return Markup("".join(parts))
