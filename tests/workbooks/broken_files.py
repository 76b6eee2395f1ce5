"""Files that are no score sheet at all, or not safe to open, each with the code and the words of what is said of it."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from tests.workbooks.edits import repacked, unchanged

TEMPLATE = "Bruk malen, som er en .xlsx-fil."
SAVE = "Åpne den i Excel eller LibreOffice, lagre den som .xlsx og prøv igjen."


def _archive(_: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("les meg.txt", "hei")
    return stream.getvalue()


def _bomb(content: bytes) -> bytes:
    return repacked(content, unchanged, xl__media=b"0" * 30_000_000)


def _lying_bomb(content: bytes) -> bytes:
    """Thirty million bytes that say they are thirty."""
    packed = _bomb(content)
    return packed.replace((30_000_000).to_bytes(4, "little"), (30).to_bytes(4, "little"))


def _entities(name: str, part: bytes) -> bytes:
    declaration = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return part.replace(b"<worksheet", declaration + b"<worksheet", 1) if name.endswith("sheet1.xml") else part


def _wide_letters(name: str, part: bytes) -> bytes:
    if not name.endswith("sheet1.xml"):
        return part
    return ('<?xml version="1.0" encoding="UTF-16"?>' + part.decode()).encode("utf-16")


def _far_encoding(name: str, part: bytes) -> bytes:
    declaration = b'<?xml version="1.0"' + b" " * 300 + b'encoding="utf-7"?>'
    return declaration + part[part.index(b"<worksheet") :] if name.endswith("sheet1.xml") else part


def _strict(_: str, part: bytes) -> bytes:
    return part.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    )


def _open_document(_: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<x/>")
    return stream.getvalue()


def _broken_styles(name: str, part: bytes) -> bytes:
    return part[: len(part) // 2] if name.endswith("styles.xml") else part


def _encrypted_flag(content: bytes) -> bytes:
    """The first part says that it is encrypted, in both places where it says so."""
    changed = bytearray(content)
    changed[6] |= 1
    changed[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def _many_parts(content: bytes) -> bytes:
    return repacked(content, unchanged, **{f"xl__media{count}": b"" for count in range(600)})


def _broken_sheet(name: str, part: bytes) -> bytes:
    return part[: len(part) // 2] if name.endswith("sheet2.xml") else part


def _broken_number(name: str, part: bytes) -> bytes:
    return part.replace(b"<v>7.5</v>", b"<v>7.5.5</v>") if name.endswith("sheet2.xml") else part


TOO_BIG = "Filen blir større enn 20 MB når den pakkes ut. Ta bort bilder, ark og tomme rader som ikke hører med."
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BROKEN: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "empty": (lambda _: b"", "empty_file", "Filen er tom. Velg filen på nytt; kanskje ble den ikke lastet helt opp."),
    "csv renamed": (
        lambda _: b"Kode;Poeng\n1.1;7,5\n",
        "file_is_text",
        f"Filen er ingen Excel-arbeidsbok, men ren tekst. {SAVE} {TEMPLATE}",
    ),
    "picture renamed": (
        lambda _: b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "file_is_picture",
        f"Filen er ingen Excel-arbeidsbok, men et bilde. {SAVE} {TEMPLATE}",
    ),
    "web page renamed": (
        lambda _: b"<html>",
        "file_is_web_page",
        f"Filen er ingen Excel-arbeidsbok, men en nettside. {SAVE} {TEMPLATE}",
    ),
    "old xls": (lambda _: OLD, "old_excel_format", f"Filen er i det gamle Excel-formatet .xls. {SAVE}"),
    "encrypted by Excel": (
        lambda _: OLD + "EncryptedPackage".encode("utf-16-le"),
        "password",
        "Filen er beskyttet med passord. Ta bort passordet i Excel og lagre filen på nytt.",
    ),
    "encrypted archive": (
        _encrypted_flag,
        "password",
        "Filen er beskyttet med passord. Ta bort passordet og lagre filen på nytt.",
    ),
    "other archive": (_archive, "file_is_archive", f"Filen er et pakket arkiv, men ingen Excel-arbeidsbok. {TEMPLATE}"),
    "half a file": (
        lambda content: content[: len(content) // 2],
        "damaged_file",
        "Filen er skadet og kan ikke pakkes ut. Hent den på nytt der den kom fra.",
    ),
    "too large": (
        lambda content: content + b"\0" * 10_000_000,
        "file_too_large",
        "Filen er på 10,0 MB, og grensen er 10 MB. Ta bort bilder og ark som ikke hører med.",
    ),
    "zip bomb": (
        _bomb,
        "unpacked_too_large",
        TOO_BIG,
    ),
    "zip bomb that lies": (
        _lying_bomb,
        "damaged_file",
        "Filen er skadet og kan ikke pakkes ut. Hent den på nytt der den kom fra.",
    ),
    "many parts": (
        _many_parts,
        "unpacked_too_large",
        TOO_BIG,
    ),
    "entity expansion": (
        lambda content: repacked(content, _entities),
        "foreign_markup",
        f"Filen inneholder koder som en arbeidsbok ikke skal ha. {SAVE}",
    ),
    "sixteen-bit letters": (
        lambda content: repacked(content, _wide_letters),
        "foreign_markup",
        f"Filen inneholder koder som en arbeidsbok ikke skal ha. {SAVE}",
    ),
    "entities in a part of another name": (
        lambda content: repacked(content, unchanged, xl__styles=b" " * 9 + b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"),
        "foreign_markup",
        f"Filen inneholder koder som en arbeidsbok ikke skal ha. {SAVE}",
    ),
    "sixteen-bit entities in a part of another name": (
        lambda content: repacked(content, unchanged, xl__styles="<!DOCTYPE x []><x/>".encode("utf-16")),
        "foreign_markup",
        f"Filen inneholder koder som en arbeidsbok ikke skal ha. {SAVE}",
    ),
    "encoding named far into the declaration": (
        lambda content: repacked(content, _far_encoding),
        "foreign_markup",
        f"Filen inneholder koder som en arbeidsbok ikke skal ha. {SAVE}",
    ),
    "strict OOXML": (
        lambda content: repacked(content, _strict),
        "strict_workbook",
        "Filen er lagret som «Strict Open XML-regneark», som vi ikke kan lese. "
        "Åpne den i Excel, velg «Excel-arbeidsbok (.xlsx)» under Lagre som, og prøv igjen.",
    ),
    "ODS": (_open_document, "open_document", f"Filen er i OpenDocument-formatet (.ods). {SAVE}"),
    "FODS": (
        lambda _: b'\xef\xbb\xbf<?xml version="1.0"?>\n<office:document xmlns:o="urn:oasis:names:tc:opendocument">',
        "open_document",
        f"Filen er i OpenDocument-formatet (.fods). {SAVE}",
    ),
    "XML spreadsheet 2003": (
        lambda _: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "old_xml_format",
        f"Filen er i det gamle Excel-formatet XML-regneark 2003. {SAVE}",
    ),
    "xlsb": (
        lambda content: repacked(content, unchanged, xl__workbook=b"\x83\x01"),
        "binary_workbook",
        f"Filen er i det binære Excel-formatet .xlsb. {SAVE}",
    ),
    "half a part": (
        lambda content: repacked(content, _broken_styles),
        "unreadable_workbook",
        f"Filen kan ikke leses: delen xl/styles.xml i den er skadet. {SAVE}",
    ),
    "half a sheet": (
        lambda content: repacked(content, _broken_sheet),
        "unreadable_workbook",
        f"Filen kan ikke leses: arket «Poeng» er skadet. {SAVE}",
    ),
    "number that is none": (
        lambda content: repacked(content, _broken_number),
        "unreadable_workbook",
        f"Filen kan ikke leses: arket «Poeng» er skadet. {SAVE}",
    ),
}
