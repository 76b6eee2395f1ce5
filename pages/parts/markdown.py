"""Text from outside stays text where Streamlit reads Markdown: no link, picture, sign or colour comes alive."""

import re

WORD_JOINER = "\u2060"  # seen by nobody, and enough to keep an address from becoming a link
ACTIVE = re.compile(r"([\\`*_\[\]<>#$~|&^])")
ADDRESS = re.compile(r"(:(?=\S)|@|\bwww(?=\.))", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """Return the text so written that Markdown shows it as it is."""
    return ACTIVE.sub(r"\\\1", ADDRESS.sub(rf"\1{WORD_JOINER}", text))
