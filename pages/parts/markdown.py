"""Escaping of text for Streamlit's Markdown, including its emoji, icon and colour directives, symbols and autolinks."""

import re

WORD_JOINER = "\u2060"  # invisible, and stops Streamlit from making a link or a symbol of what it stands in
ACTIVE = re.compile(r"([\\`*_\[\]<>#$~|&^])")
ADDRESS = re.compile(r"(:(?=\S)|@|\bwww(?=\.))", re.IGNORECASE)
# Streamlit draws these as arrows, dashes and signs after Markdown is read, where a backslash is no longer there.
SYMBOL = re.compile(r"(?<!\S)([-<>~])(?=(?:->|>|-|=)(?!\S))")
# What begins a list, a line or a heading, and the indentation of code.
BEGINNING = re.compile(r"^(\d*)([-+=.)])", re.MULTILINE)
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """Return the text escaped so that Markdown shows it literally."""
    joined = SYMBOL.sub(rf"\1{WORD_JOINER}", ADDRESS.sub(rf"\1{WORD_JOINER}", text))
    return BEGINNING.sub(r"\1\\\2", INDENTATION.sub("", ACTIVE.sub(r"\\\1", joined)))
