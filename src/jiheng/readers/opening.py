"""One file, of whatever kind, read into a Document."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from jiheng.formats import limits
from jiheng.formats.doc import check_doc
from jiheng.formats.errors import FormatError
from jiheng.formats.kinds import Kind, kind_of, not_yet
from jiheng.formats.ofd.volume import ENTRY
from jiheng.formats.package import Package
from jiheng.formats.relationships import main_part
from jiheng.formats.xml import parse_xml
from jiheng.model.document import Block, Document, Format
from jiheng.readers.docx import read_docx
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.html import read_html, read_mhtml
from jiheng.readers.ofd import read_ofd
from jiheng.readers.office import OldKind, converted
from jiheng.readers.pictured import needing_scan
from jiheng.readers.text import read_text
from jiheng.readers.xls import read_xls
from jiheng.readers.xlsx import read_xlsx
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import cause_of


def open_document(path: Path, data: bytes | None = None, name: str | None = None) -> Document:
    """Return what one file holds; its kind is decided by its content, never by its suffix.

    Args:
        path: the file.
        data: its bytes, where they are at hand already.
        name: the name to call it by in messages; the path when not given.

    Raises:
        UnreadableInput: the file is missing, empty, damaged, unsafe or of a kind not read yet.
    """
    called = name or str(path)
    try:
        content = _load(path) if data is None else data
        _check_size(len(content))
        kind, blocks = _read(content)
    except FormatError as error:
        raise UnreadableInput(phrase("format.refused", path=called, cause=error.told)) from error
    return Document(
        path=called, format=kind, sha256=hashlib.sha256(content).hexdigest(), blocks=blocks
    )


def _read(content: bytes) -> tuple[Format, tuple[Block, ...]]:
    kind = kind_of(content)
    if kind == "zip":
        return _read_package(content)
    for known, named, read in _READERS:
        if kind == known:
            return named, read(content)
    raise FormatError(not_yet(kind))


def _read_package(content: bytes) -> tuple[Format, tuple[Block, ...]]:
    with Package(content) as package:
        if package.has(ENTRY):
            return "ofd", read_ofd(package)
        part = main_part(package)
        if part.holds == "document":
            return "docx", read_docx(package, part.name)
        return "xlsx", read_xlsx(package, part.name)


def _read_pdf(content: bytes) -> tuple[Block, ...]:
    # Loading pdfium takes as long as reading three forms.
    from jiheng.readers.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(content)


def _read_scan(content: bytes) -> tuple[Block, ...]:
    # What tells letters in pictures is large, and not everyone has it installed.
    with needing_scan(phrase("picture.extra")):
        from jiheng.readers.scan import read_scan  # noqa: PLC0415

        return read_scan(content)


def _read_doc(content: bytes) -> tuple[Block, ...]:
    check_doc(content)
    return _read_converted("doc", content)


def _read_old_xml(kind: OldKind, content: bytes) -> tuple[Block, ...]:
    # Parsed for what is refused in any XML; LibreOffice might fetch what a document type names.
    parse_xml(content, "XML")
    return _read_converted(kind, content)


def _read_converted(kind: OldKind, content: bytes) -> tuple[Block, ...]:
    return _read_package(converted(content, kind))[1]


_PICTURES: tuple[Kind, ...] = ("png", "jpeg", "gif", "bmp", "tiff", "webp")

_READERS: tuple[tuple[Kind, Format, Callable[[bytes], tuple[Block, ...]]], ...] = (
    ("html", "html", read_html),
    ("mhtml", "html", read_mhtml),
    ("text", "text", read_text),
    ("pdf", "pdf", _read_pdf),
    *((kind, "image", _read_scan) for kind in _PICTURES),
    ("xls", "xls", read_xls),
    ("doc", "doc", _read_doc),
    ("rtf", "doc", partial(_read_converted, "rtf")),
    ("word-xml", "doc", partial(_read_old_xml, "word-xml")),
    ("excel-xml", "xls", partial(_read_old_xml, "excel-xml")),
)


def _load(path: Path) -> bytes:
    try:
        # Asked first: a file of many gigabytes must not be read to learn that it is too big.
        _check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise FormatError(phrase("format.cannot-open", cause=cause_of(error))) from error


def _check_size(size: int) -> None:
    if size > limits.MAX_FILE_BYTES:
        allowed = limits.MAX_FILE_BYTES // limits.MEGABYTE
        raise FormatError(
            phrase(
                "format.file-too-large", size=str(-(-size // limits.MEGABYTE)), most=str(allowed)
            )
        )
