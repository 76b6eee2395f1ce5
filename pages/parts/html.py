"""HTML for `st.html`."""

from markupsafe import Markup


class Html(Markup):
    """Escaped HTML in the form that `st.html` sends unchanged.

    Streamlit calls `_repr_html_` where there is one, and removes indentation from any other text line by line, which
    takes ten times as long as the rest of `st.html`.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)
