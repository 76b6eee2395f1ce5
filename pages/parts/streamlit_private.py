"""What we use of Streamlit beyond its public commands: three names here, and what the browser's side goes by.

`pages/style.css` and `pages/browser.js` find Streamlit's elements by `data-testid` and its state by attributes of the
element `stApp`; `browser.js` opens a link within the session by a `popstate` event, as Streamlit's own menu does.
None of it is promised by Streamlit. `tests/pages/test_streamlit_private.py` names what is gone after an upgrade, and
`tests/browser/test_soft_links.py` shows whether the rest still works.
"""

from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["ExpanderContainer", "UploadedFile", "is_in_a_visit"]


def is_in_a_visit() -> bool:
    """Return whether a visitor's script, callback or fragment runs in this thread."""
    return get_script_run_ctx(suppress_warning=True) is not None
