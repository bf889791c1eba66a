"""What kind of file some bytes are, judged by content alone."""

import re
from typing import Literal

from jiheng.formats.charset import has_wide_mark
from jiheng.formats.errors import FormatError

Kind = Literal["zip", "html", "mhtml", "text"]

_SAVE_AS = "请另存为 docx 或 xlsx 后再读"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF 文件"),
    (b"{\\rtf", "RTF 文件"),
    (b"\x89PNG\r\n", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"BM", "BMP 图片"),
    (b"II*\0", "TIFF 图片"),
    (b"MM\0*", "TIFF 图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "旧版 Word（.doc）或 WPS 文字（.wps）文件"),
    ("Workbook", "旧版 Excel（.xls）或 WPS 表格（.et）文件"),
    ("Book", "旧版 Excel（.xls）文件"),
    ("PowerPoint Document", "旧版 PowerPoint（.ppt）文件"),
)
_INK = re.compile(rb"[^\0\s]")
_HEAD = 4096
_BITMAP_RESERVED = slice(6, 10)

_MAIL = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_MULTIPART = re.compile(rb"multipart/related|text/html", re.IGNORECASE)
_OFFICE_XML = re.compile(
    rb"<\?mso-application|<(?:\w+:)?wordDocument|schemas\.microsoft\.com/office/2006/xmlPackage"
    rb"|<(?:\w+:)?Workbook\b[^>]+urn:schemas-microsoft-com:office:spreadsheet"
)
_MARKUP_START = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|/?(?:html|head|body|meta|title|style"
    rb"|script|link|table|div|p|span|center|form|h[1-6]|font|section|article|main)\b)",
    re.IGNORECASE | re.DOTALL,
)
_CELL_ENDS = (b"</td", b"</th", b"</tr")


def kind_of(data: bytes) -> Kind:
    """Return the kind; raises FormatError, with advice, for a kind that cannot be read yet."""
    if not _INK.search(data):
        raise FormatError("文件是空的")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    _refuse_known(data)
    text = data.replace(b"\0", b"") if has_wide_mark(data) else data
    if b"\0" in text:
        raise FormatError(f"认不出的文件格式（不是 docx、xlsx、html 或文本），{_SAVE_AS}")
    return _kind_of_text(text.removeprefix(b"\xef\xbb\xbf"))


def _kind_of_text(text: bytes) -> Kind:
    head = text[:_HEAD]
    if _OFFICE_XML.search(head):
        raise FormatError(f"这一版还不能读 Word/Excel 2003 XML 文件，{_SAVE_AS}")
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


def _refuse_known(data: bytes) -> None:
    if data.startswith(_COMPOUND):
        raise FormatError(_compound_cause(data))
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and _is_certain(signature, data):
            raise FormatError(f"这一版还不能读{what}，{_SAVE_AS}")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise FormatError(f"这一版还不能读 WebP 图片，{_SAVE_AS}")
    if data[4:8] == b"ftyp":
        raise FormatError(f"这一版还不能读 HEIC 图片或视频，{_SAVE_AS}")


def _is_certain(signature: bytes, data: bytes) -> bool:
    # "BM" may begin a text too; a bitmap has four zero bytes behind its size.
    return signature != b"BM" or data[_BITMAP_RESERVED] == b"\0\0\0\0"


def _compound_cause(data: bytes) -> str:
    if _stream("EncryptedPackage") in data:
        return "文件设有打开密码，请去掉密码后重新保存"
    for stream, what in _STREAMS:
        if _stream(stream) in data:
            return f"这一版还不能读{what}，{_SAVE_AS}"
    return f"这一版还不能读旧版 Office 文件，{_SAVE_AS}"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")
