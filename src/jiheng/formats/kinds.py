"""What kind of file some bytes are, judged by content alone."""

import re
from typing import Literal

from jiheng.formats.charset import has_wide_mark
from jiheng.formats.compound import SIGNATURE, CompoundFile
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import Phrase, phrase

Kind = Literal[
    "zip", "html", "mhtml", "text", "pdf", "png", "jpeg", "gif", "bmp", "tiff", "webp", "doc",
    "rtf", "word-xml", "xls", "excel-xml",
]  # fmt: skip

_READ: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"{\\rtf", "rtf"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
)
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_INK = re.compile(rb"[^\0\s]")
_HEAD = 4096
_BITMAP_RESERVED = slice(6, 10)

_MAIL = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_MULTIPART = re.compile(rb"multipart/related|text/html", re.IGNORECASE)
_OTHER_OFFICE_XML = re.compile(
    rb"<\?mso-application|schemas\.microsoft\.com/office/2006/xmlPackage"
)
_OFFICE_XML: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"<(?:\w+:)?wordDocument\b"), "word-xml"),
    (
        re.compile(rb"<(?:\w+:)?Workbook\b[^>]+urn:schemas-microsoft-com:office:spreadsheet"),
        "excel-xml",
    ),
)
_MARKUP_START = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|/?(?:html|head|body|meta|title|style"
    rb"|script|link|table|div|p|span|center|form|h[1-6]|font|section|article|main)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CELL_ENDS = (b"</td", b"</th", b"</tr")


def kind_of(data: bytes) -> Kind:
    """Return the kind; raises FormatError, with advice, for a kind that is never read."""
    if not _INK.search(data):
        raise FormatError(phrase("format.empty"))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if data.startswith(SIGNATURE):
        return _kind_of_compound(data)
    if known := _known(data):
        return known
    text = data.replace(b"\0", b"") if has_wide_mark(data) else data
    if b"\0" in text:
        raise FormatError(phrase("format.unknown-kind"))
    return _kind_of_text(text.removeprefix(b"\xef\xbb\xbf"))


def _kind_of_text(text: bytes) -> Kind:
    head = text[:_HEAD]
    for root, kind in _OFFICE_XML:
        if root.search(head):
            return kind
    if _OTHER_OFFICE_XML.search(head):
        raise FormatError(not_yet("office-xml"))
    if _MAIL.match(head) and _MULTIPART.search(head):
        return "mhtml"
    # Markdown made from scans carries its tables as HTML in the midst of text.
    if _MARKUP_START.match(head) or b"<html" in head.lower() or _has_table(text):
        return "html"
    return "text"


def _has_table(text: bytes) -> bool:
    lowered = text.lower()
    start = lowered.find(b"<table")
    return start >= 0 and any(lowered.find(end, start) >= 0 for end in _CELL_ENDS)


def _known(data: bytes) -> Kind | None:
    """Return the kind that the first bytes tell, or None; raises where it is never read."""
    for signature, refused in _REFUSED:
        if data.startswith(signature):
            raise FormatError(not_yet(refused))
    if data[4:8] == b"ftyp":
        raise FormatError(not_yet("heic"))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    for start, kind in _READ:
        if data.startswith(start) and _is_certain(start, data):
            return kind
    return None


def _is_certain(signature: bytes, data: bytes) -> bool:
    # "BM" may begin a text too; a bitmap has four zero bytes behind its size.
    return signature != b"BM" or data[_BITMAP_RESERVED] == b"\0\0\0\0"


def _kind_of_compound(data: bytes) -> Kind:
    names = CompoundFile(data).names
    if "EncryptedPackage" in names:
        raise FormatError(phrase("format.opening-password"))
    for stream, kind in _STREAMS:
        if stream in names:
            return kind
    raise FormatError(not_yet("ppt" if "PowerPoint Document" in names else "old-office"))


def not_yet(kind: str) -> Phrase:
    """Return the sentence that a kind of file cannot be read yet; ``format.kind`` names it."""
    return phrase("format.not-yet", kind=phrase(f"format.kind.{kind}"))
