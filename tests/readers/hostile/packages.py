"""Files made to hurt, and a limit on the memory that a refusal may take."""

import io
import random
import tracemalloc
import zipfile
from pathlib import Path

from jiheng.model.document import Document
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.opening import open_document
from tests.chinese import own_chinese
from tests.readers.documents.build import pack

NAME = "来件.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def read(data: bytes) -> Document:
    """Return the document."""
    return open_document(Path(NAME), data)


def refusal(data: bytes, language: str = "zh") -> str:
    """Return the sentence with which a file is refused, "" when it is read.

    Raises:
        AssertionError: the English of it holds Chinese beside the file's name.
    """
    try:
        read(data)
    except UnreadableInput as error:
        if own_chinese(error.said("en"), NAME):
            raise AssertionError(error.said("en")) from error
        return error.said(language)
    return ""


def refusal_within(data: bytes, megabytes: int) -> str:
    """Return the refusal; raises MemoryError when it took more memory than that."""
    tracemalloc.start()
    sentence = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    if peak > megabytes << 20:
        raise MemoryError(f"{peak >> 20} MB")
    return sentence


# A comment that packs badly, so that a large part passes the limit on the ratio.
NOISE = f"<!--{random.Random(1).randbytes(150_000).hex()}-->"


def word(body: str, before: str = "") -> bytes:
    """Return a Word document with this body."""
    root = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return pack({"word/document.xml": before + root})


def sheet(content: str, strings: str = "") -> bytes:
    """Return a workbook of one sheet with this content."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return pack(
        {
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
            '<sheet name="表" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">'
            f'<Relationship Id="a" Type="{R}/worksheet" Target="s.xml"/>'
            f'<Relationship Id="b" Type="{R}/sharedStrings" Target="t.xml"/></Relationships>',
            "xl/s.xml": f'<worksheet xmlns="{S}">{content}</worksheet>',
            "xl/t.xml": f'<sst xmlns="{S}">{strings}</sst>',
        }
    )


def zip_of(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a plain zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def with_false_size(data: bytes, part: str, size: int) -> bytes:
    """Return the zip file with another inflated size stated for a part, in both its headers."""
    changed = bytearray(data)
    name = part.encode()
    for mark, field, at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = changed.find(mark)
        while place >= 0 and changed[place + at : place + at + len(name)] != name:
            place = changed.find(mark, place + 1)
        changed[place + field : place + field + 4] = size.to_bytes(4, "little")
    return bytes(changed)
