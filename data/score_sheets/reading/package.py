"""Checks before a file is opened: that it is a workbook, and safe to unpack."""

import re
import zlib
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from data.language import Sentence, _, joined
from data.score_sheets import limits
from data.score_sheets.finding import FindingCollector

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
MARKUP = (".xml", ".rels", ".vml")
ENCRYPTED = 0x1
CHUNK = 1 << 16
ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']+)""")


class Unsafe(Exception):
    """The file is not a workbook, or not safe to open.

    Attributes:
        code: the code of the finding.
        found: what was found, a sentence without its full stop.
        remedy: what to do, in whole sentences.
    """

    def __init__(self, code: str, found: Sentence, remedy: Sentence) -> None:
        """Keep the parts of a finding."""
        super().__init__(found)
        self.code = code
        self.found = found
        self.remedy = remedy


def save_as_xlsx() -> Sentence:
    """Return the remedy for a workbook that cannot be opened as it is."""
    return _("Åpne den i Excel eller LibreOffice, lagre den som .xlsx og prøv igjen.")


def _use_template() -> Sentence:
    return _("Bruk malen, som er en .xlsx-fil.")


def looks_safe(content: bytes, collector: FindingCollector) -> bool:
    """Return whether the file may be opened; if not, add a finding of severity stop."""
    try:
        _refuse_by_first_bytes(content)
        _refuse_by_parts(content, collector)
    except Unsafe as unsafe:
        collector.stop(unsafe.code, unsafe.found, unsafe.remedy)
        return False
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        found = _("Filen er skadet og kan ikke pakkes ut")
        collector.stop("damaged_file", found, _("Hent den på nytt der den kom fra."))
        return False
    return True


def _refuse_by_first_bytes(content: bytes) -> None:
    if not content:
        remedy = _("Velg filen på nytt; kanskje ble den ikke lastet helt opp.")
        raise Unsafe("empty_file", _("Filen er tom"), remedy)
    if len(content) > limits.FILE_BYTES:
        found = _(
            "Filen er på {size:tenths} MB, og grensen er {most:number} MB",
            size=len(content) / 1e6,
            most=limits.FILE_BYTES / 1e6,
        )
        raise Unsafe("file_too_large", found, _("Ta bort bilder og ark som ikke hører med."))
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED_PACKAGE in content:
            remedy = _("Ta bort passordet i Excel og lagre filen på nytt.")
            raise Unsafe("password", _("Filen er beskyttet med passord"), remedy)
        raise Unsafe("old_excel_format", _("Filen er i det gamle Excel-formatet .xls"), save_as_xlsx())
    if not content.startswith(b"PK"):
        code, found = _kind_of_file(content)
        known_format = code in ("open_document", "old_xml_format")
        raise Unsafe(code, found, save_as_xlsx() if known_format else joined(save_as_xlsx(), _use_template()))


def _kind_of_file(content: bytes) -> tuple[str, Sentence]:
    """Return code and sentence (without its full stop) for the type of a file that is no workbook."""
    if content.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8")):
        return "file_is_picture", _("Filen er ingen Excel-arbeidsbok, men et bilde")
    if content.startswith(b"%PDF"):
        return "file_is_pdf", _("Filen er ingen Excel-arbeidsbok, men en PDF")
    beginning = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(b"<") and b"opendocument" in beginning:
        return "open_document", _("Filen er i OpenDocument-formatet (.fods)")
    if beginning.startswith(b"<") and (b"Excel.Sheet" in beginning or b"office:spreadsheet" in beginning):
        return "old_xml_format", _("Filen er i det gamle Excel-formatet XML-regneark 2003")
    if beginning.startswith(b"<"):
        return "file_is_web_page", _("Filen er ingen Excel-arbeidsbok, men en nettside")
    if b"\0" in content[:1000]:
        return "file_is_something_else", _("Filen er ingen Excel-arbeidsbok, men en fil av et annet slag")
    return "file_is_text", _("Filen er ingen Excel-arbeidsbok, men ren tekst")


def _refuse_by_parts(content: bytes, collector: FindingCollector) -> None:
    with ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        _refuse_other_workbooks(package, {part.filename for part in parts if not part.flag_bits & ENCRYPTED})
        _refuse_by_listing(parts)
        left = limits.UNPACKED_BYTES
        for part in parts:
            left -= _unpacked_size(package, part, left)
        _note_what_is_left_out(parts, collector)


def _refuse_by_listing(parts: list[ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & ENCRYPTED for part in parts):
        remedy = _("Ta bort passordet og lagre filen på nytt.")
        raise Unsafe("password", _("Filen er beskyttet med passord"), remedy)
    if "[Content_Types].xml" not in names:
        found = _("Filen er et pakket arkiv, men ingen Excel-arbeidsbok")
        raise Unsafe("file_is_archive", found, _use_template())
    if len(set(names)) != len(names):
        raise Unsafe("parts_of_same_name", _("Filen har flere deler med samme navn"), save_as_xlsx())
    if len(parts) > limits.PARTS or sum(part.file_size for part in parts) > limits.UNPACKED_BYTES:
        raise _too_big()


def _too_big() -> Unsafe:
    return Unsafe(
        "unpacked_too_large",
        _("Filen blir større enn {most:number} MB når den pakkes ut", most=limits.UNPACKED_BYTES / 1e6),
        _("Ta bort bilder, ark og tomme rader som ikke hører med."),
    )


def _refuse_other_workbooks(package: ZipFile, names: set[str]) -> None:
    """Refuse workbooks of other formats, and of Excel's strict variant, in which openpyxl finds no sheets."""
    if "mimetype" in names and b"opendocument" in _beginning(package, "mimetype"):
        raise Unsafe("open_document", _("Filen er i OpenDocument-formatet (.ods)"), save_as_xlsx())
    if "xl/workbook.bin" in names:
        raise Unsafe("binary_workbook", _("Filen er i det binære Excel-formatet .xlsb"), save_as_xlsx())
    if "xl/workbook.xml" in names and STRICT in _beginning(package, "xl/workbook.xml"):
        remedy = _("Åpne den i Excel, velg «Excel-arbeidsbok (.xlsx)» under Lagre som, og prøv igjen.")
        raise Unsafe(
            "strict_workbook", _("Filen er lagret som «Strict Open XML-regneark», som vi ikke kan lese"), remedy
        )


def _beginning(package: ZipFile, name: str) -> bytes:
    with package.open(name) as stream:
        return stream.read(CHUNK)


def damaged_part(content: bytes) -> str | None:
    """Return the name of the first part of a safe package that is no well-formed XML though it is named so."""
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.lower().endswith(MARKUP):
                try:
                    # No entities: the package has been searched for them.
                    ElementTree.fromstring(package.read(name))
                except ElementTree.ParseError:
                    return name
    return None


def _unpacked_size(package: ZipFile, part: ZipInfo, left: int) -> int:
    """Return the unpacked size of a part; stop beyond `left` bytes, since sizes stated in the archive can be false."""
    size, end, marks, markup = 0, b"", 0, part.filename.lower().endswith(MARKUP)
    most = limits.CELL_MARKS if part.filename.startswith(("xl/worksheets/", "xl/sharedStrings")) else limits.OTHER_MARKS
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            # Counted, since an XML element of four bytes becomes an object of four hundred.
            marks += chunk.count(b"<")
            if size > left or marks > most:
                raise _too_big()
            first = size == len(chunk)
            # The content types decide what is parsed, not the name: `xl/styles.bin` may be markup.
            markup = markup or (first and b"<" in chunk[:4])
            if _has_declarations(end + chunk) or (markup and _is_in_other_encoding(chunk, first=first)):
                found = _("Filen inneholder koder som en arbeidsbok ikke skal ha")
                raise Unsafe("foreign_markup", found, save_as_xlsx())
            # The end is kept for the next check, as a declaration can be split between chunks.
            end = chunk[-32:]
    return size


def _has_declarations(text: bytes) -> bool:
    # Not left to defusedxml, with which openpyxl parses in pure Python at half the speed.
    if b"\0" in text:  # in 16-bit letters every other byte is zero
        text = text.replace(b"\0", b"")
    return b"<!DOCTYPE" in text or b"<!ENTITY" in text


def _is_in_other_encoding(chunk: bytes, *, first: bool) -> bool:
    named = ENCODING.search(chunk[: chunk.find(b"?>") + 1]) if first and b"<?xml" in chunk[:8] else None
    return b"\0" in chunk or (named is not None and named[1].lower() not in (b"utf-8", b"us-ascii"))


def _note_what_is_left_out(parts: list[ZipInfo], collector: FindingCollector) -> None:
    names = [part.filename.lower() for part in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        remedy = _("De blir ikke kjørt og ikke tatt med.")
        collector.information("macros", None, _("Filen inneholder makroer"), remedy)
    if any("externallink" in name for name in names):
        remedy = _("De blir ikke fulgt; de lagrede tallene brukes.")
        collector.information("external_links", None, _("Filen har koblinger til andre filer"), remedy)
