"""What is written for Streamlit's Markdown is escaped; tests/browser/test_untrusted_text.py shows that it suffices."""

import pytest

from pages.parts.markdown import escape_markdown

JOINED = "\u2060"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Nord-Odal", "Nord-Odal"),
        ("- Hemne", r"\- Hemne"),
        ("+ Hemne", r"\+ Hemne"),
        ("1. Hemne", r"1\. Hemne"),
        ("12) Hemne", r"12\) Hemne"),
        ("Hemne\n===", "Hemne\n\\==="),
        ("    Hemne", "Hemne"),
        ("Hemne -- Heim", f"Hemne -{JOINED}- Heim"),
        ("--", f"\\-{JOINED}-"),
        ("Hemne -> Heim", f"Hemne -{JOINED}\\> Heim"),
        ("Hemne <- Heim", f"Hemne \\<{JOINED}- Heim"),
        ("Hemne <-> Heim", f"Hemne \\<{JOINED}-\\> Heim"),
        (">= 3", f"\\>{JOINED}= 3"),
        ("<= 3", f"\\<{JOINED}= 3"),
        ("~= 3", f"\\~{JOINED}= 3"),
        ("Hemne--Heim, 2018: 433", "Hemne--Heim, 2018: 433"),
        ("*_`[x](https://example.org)", rf"\*\_\`\[x\](https:{JOINED}//example.org)"),
    ],
)
def test_text_is_escaped_where_markdown_or_streamlit_would_change_it(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped
