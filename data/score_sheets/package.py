"""Looks at a file before anything opens it: is it a workbook at all, and safe to unpack?"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from data.norwegian import number
from data.score_sheets import limits
from data.score_sheets.finding import Notes

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
CHUNK = 1 << 16
SAVE_AS_XLSX = "Åpne den i Excel eller LibreOffice, lagre den som .xlsx og prøv igjen."
TAKE_TEMPLATE = "Bruk malen, som er en .xlsx-fil."
ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']+)""")


class Unsafe(Exception):
    """The file is not opened; the first argument is what was found, the second what to do."""


def looks_safe(content: bytes, notes: Notes) -> bool:
    """Take down a stop where the file is no workbook or not safe to open, and tell if it may be opened."""
    try:
        _refuse_by_first_bytes(content)
        _refuse_by_parts(content, notes)
    except Unsafe as unsafe:
        notes.add("stop", None, *unsafe.args)
        return False
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        notes.add("stop", None, "Filen er skadet og kan ikke pakkes ut", "Hent den på nytt der den kom fra.")
        return False
    return True


def _refuse_by_first_bytes(content: bytes) -> None:
    if not content:
        raise Unsafe("Filen er tom", "Velg filen på nytt; kanskje ble den ikke lastet helt opp.")
    if len(content) > limits.FILE_BYTES:
        raise Unsafe(
            f"Filen er på {number(len(content) / 1e6, 1)} MB, og grensen er {number(limits.FILE_BYTES / 1e6)} MB",
            "Ta bort bilder og ark som ikke hører til skåringen.",
        )
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED_PACKAGE in content:
            raise Unsafe("Filen er beskyttet med passord", "Ta bort passordet i Excel og lagre filen på nytt.")
        raise Unsafe("Filen er i det gamle Excel-formatet .xls", SAVE_AS_XLSX)
    if not content.startswith(b"PK"):
        raise Unsafe(f"Filen er ingen Excel-arbeidsbok, men {_kind(content)}", f"{SAVE_AS_XLSX} {TAKE_TEMPLATE}")


def _kind(content: bytes) -> str:
    signs = {
        b"\x89PNG": "et bilde",
        b"\xff\xd8": "et bilde",
        b"GIF8": "et bilde",
        b"%PDF": "en PDF",
        b"<": "en nettside",
    }
    for sign, kind in signs.items():
        if content.startswith(sign):
            return kind
    return "en fil av et annet slag" if b"\0" in content[:1000] else "ren tekst"


def _refuse_by_parts(content: bytes, notes: Notes) -> None:
    with ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        _refuse_by_listing(parts)
        left = limits.UNPACKED_BYTES
        for part in parts:
            left -= _unpacked_size(package, part, left)
        _mention_what_is_left_out(parts, notes)


def _refuse_by_listing(parts: list[ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unsafe("Filen er beskyttet med passord", "Ta bort passordet og lagre filen på nytt.")
    if "[Content_Types].xml" not in names:
        raise Unsafe("Filen er et pakket arkiv, men ingen Excel-arbeidsbok", TAKE_TEMPLATE)
    if len(set(names)) != len(names):
        raise Unsafe("Filen har flere deler med samme navn", SAVE_AS_XLSX)
    if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        raise _too_big()


def _too_big() -> Unsafe:
    return Unsafe(
        f"Filen blir større enn {number(limits.UNPACKED_BYTES / 1e6)} MB når den pakkes ut",
        "Ta bort bilder, ark og tomme rader som ikke hører til skåringen.",
    )


def _unpacked_size(package: ZipFile, part: ZipInfo, left: int) -> int:
    """Return how large the part really is, whatever it says of itself; never unpack more than is left."""
    size, end, marks, markup = 0, b"", 0, part.filename.lower().endswith((".xml", ".rels", ".vml"))
    most = limits.CELL_MARKS if part.filename.startswith(("xl/worksheets/", "xl/sharedStrings")) else limits.OTHER_MARKS
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            # A mark of four letters becomes an object of four hundred.
            marks += chunk.count(b"<")
            if size > left or marks > most:
                raise _too_big()
            if markup:
                _refuse_entities(end + chunk, first=size == len(chunk))
                end = chunk[-16:]
    return size


def _refuse_entities(text: bytes, *, first: bool) -> None:
    # Written here and not left to defusedxml, which makes openpyxl parse in pure Python at half the speed.
    foreign = first and ((named := ENCODING.search(text[:200])) and named[1].lower() not in (b"utf-8", b"us-ascii"))
    if foreign or b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:
        raise Unsafe("Filen inneholder koder som en arbeidsbok ikke skal ha", SAVE_AS_XLSX)


def _mention_what_is_left_out(parts: list[ZipInfo], notes: Notes) -> None:
    names = [part.filename.lower() for part in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        notes.information(None, "Filen inneholder makroer", "De blir ikke kjørt og ikke tatt med.")
    if any("externallink" in name for name in names):
        notes.information(None, "Filen har koblinger til andre filer", "De blir ikke fulgt; de lagrede tallene brukes.")
