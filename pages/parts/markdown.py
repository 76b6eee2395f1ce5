"""Escaping of text for Streamlit's Markdown, including its emoji, icon and colour directives and autolinks."""

import re

WORD_JOINER = "\u2060"  # invisible, and stops Streamlit from making a link of an address
ACTIVE = re.compile(r"([\\`*_\[\]<>#$~|&^])")
ADDRESS = re.compile(r"(:(?=\S)|@|\bwww(?=\.))", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """Return the text escaped so that Markdown shows it literally."""
    return ACTIVE.sub(r"\\\1", ADDRESS.sub(rf"\1{WORD_JOINER}", text))
