"""Names of municipalities in the form they are compared in, and other ways of writing them."""

import re

EXAMPLE = " (eksempel)"
OFFICE = re.compile(r"\s+(kommune|kommun|stad|herred)$")
PLACE = re.compile(r"\s*(\([^()]*\)| i [^()]+)$")
SAMI_LETTERS = str.maketrans("áčđŋšŧžǥǩ", "acdnstzgk")
"""Written with and without their marks, also in the registers themselves."""
BETWEEN_LANGUAGES = re.compile(r"\s+[-–—]\s+|\s*/\s*")


def comparable_name(name: str) -> str:
    """Return the name for comparison: case folded, without soft hyphens, Sámi marks and the ending ` kommune`."""
    folded = name.removesuffix(EXAMPLE).casefold().replace("\u00ad", "").translate(SAMI_LETTERS)
    return OFFICE.sub("", folded.strip())


def spellings(name: str) -> list[tuple[str, ...]]:
    """Return the ways to understand a name, each as the comparable names that must all be those of the municipality.

    `Porsanger - Porsáŋgu` is two names of one, `Bø (Telemark)` and `Bø i Telemark` say where it is, and
    `Göteborgs stad` is a genitive.
    """
    whole = comparable_name(name)
    genitive = whole.removesuffix("s") if OFFICE.search(name.casefold().strip()) else whole
    return [(whole,), (genitive,), (PLACE.sub("", whole),), tuple(BETWEEN_LANGUAGES.split(whole))]
