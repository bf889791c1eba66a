"""PDF, OFD and old office files that somebody made to hurt."""

import struct
import zlib
from collections.abc import Iterator
from random import Random

from benchmarks.hostile_folder.evil_office import cut, laid_named, packed
from benchmarks.hostile_folder.good import as_ofd, as_pdf, as_xls
from benchmarks.hostile_folder.subject import Subject, holding

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf_of(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of these objects; the first is its catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(body))
    )


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>"


def _looping() -> bytes:
    return pdf_of([_CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"])


def _many() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(100_000))
    pages = b"<</Type/Pages/Kids[%s]/Count 100000>>" % kids
    return pdf_of([_CATALOGUE, pages, _PAGE % b""])


def _bomb() -> bytes:
    packer = zlib.compressobj(9)
    block = b"0 0 m 9 9 l S\n" * 80_000
    data = b"".join(packer.compress(block) for _ in range(400)) + packer.flush()
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    contents = _stream(data, b"/Filter/FlateDecode")
    return pdf_of([_CATALOGUE, pages, _PAGE % b"/Contents 4 0 R", contents])


def _locked() -> bytes:
    key = b"<%s>" % (b"00" * 32)
    standard = b"<</Filter/Standard/V 1/R 2/O %s/U %s/P -4>>" % (key, key)
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    ident = b"/Encrypt 4 0 R/ID[<00><00>]"
    return pdf_of([_CATALOGUE, pages, _PAGE % b"", standard], ident)


def _scripted() -> bytes:
    """Return a form whose catalogue runs a script when it is opened."""
    script = b"/OpenAction<</S/JavaScript/JS(while(true){app.launchURL('http://x')})>>"
    data = as_pdf(laid_named("带脚本的PDF项目"))
    place = (
        data.rindex(b"/Type /Catalog")
        if b"/Type /Catalog" in data
        else data.rindex(b"/Type/Catalog")
    )
    return data[:place] + script + data[place:]


def _ring_of_sectors() -> bytes:
    """Return a compound file whose table of sectors leads round and round."""
    free = 0xFFFFFFFF
    head = _COMPOUND + bytes(16)
    head += struct.pack(
        "<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    head += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 1, 3, 2, *[free] * 124)
    name = "Workbook".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack(
        "<H2B3I36xIQ", 18, 2, 1, free, free, free, 2, 1 << 30
    )
    return head + table + entry.ljust(512, b"\0") * 3


def page_files(dice: Random) -> Iterator[Subject]:
    """Yield them."""
    pdf = as_pdf(laid_named("完整的项目"))
    yield Subject(name="页/绕圈.pdf", lay=holding(_looping()), why="PDF")
    yield Subject(name="页/十万页.pdf", lay=holding(_many), why="页")
    yield Subject(name="页/炸弹.pdf", lay=holding(_bomb), why="上限")
    yield Subject(name="页/加密.pdf", lay=holding(_locked()), why="密码")
    yield Subject(name="页/半截.pdf", lay=holding(cut(pdf, dice)), why="PDF")
    yield Subject(name="页/乱.pdf", lay=holding(b"%PDF-1.4\n" + dice.randbytes(9000)), why="PDF")
    yield Subject(name="页/脚本.pdf", lay=holding(_scripted()), projects=("带脚本的PDF项目",))
    ofd = as_ofd(laid_named("完整的项目"))
    yield Subject(name="页/半截.ofd", lay=holding(cut(ofd, dice)), why="压缩包已损坏")
    yield Subject(
        name="页/炸弹.ofd", lay=holding(lambda: packed({"OFD.xml": bytes(300 << 20)})), why="上限"
    )
    xls = as_xls(laid_named("完整的项目"))
    yield Subject(name="页/绕圈.xls", lay=holding(_ring_of_sectors()), why="已损坏")
    yield Subject(name="页/半截.xls", lay=holding(cut(xls, dice)), why="已损坏")
    yield Subject(name="页/乱.doc", lay=holding(_COMPOUND + dice.randbytes(9000)), why="已损坏")
