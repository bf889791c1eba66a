"""The kinds of files that are read, and how each is made of forms."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from benchmarks.paged_reading.printing import converted, printed
from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import pages_of
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut
from jiheng.writers.ofd import write_ofd
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx

Made = Callable[[Sequence[LaidOut]], list[bytes]]


class Typed(Struct, frozen=True, kw_only=True):
    """A kind of file whose letters are there to be had.

    Attributes:
        make: forms → files, all at once, since programs take long to start.
        peers: the libraries that read it too.
    """

    name: str
    title: str
    suffix: str
    make: Made
    peers: tuple[str, ...] = ()


class Pictured(Struct, frozen=True, kw_only=True):
    """A picture of a page, in one of its degrees of damage."""

    name: str
    title: str
    way: str
    degree: int
    peers: tuple[str, ...] = ("img2table", "rapidocr")


def _each(write: Callable[[LaidOut], bytes]) -> Made:
    return lambda laid: [write(each) for each in laid]


def _as_xls(laid: Sequence[LaidOut]) -> list[bytes]:
    return converted([write_xlsx(each) for each in laid], "xlsx", "xls")


def _as_ofd(laid: LaidOut) -> bytes:
    pages = pages_of(write_pdf((laid,)))
    return write_ofd(tuple(page for page in pages if isinstance(page, Page)))


def _pdf(name: str, title: str, producer: str) -> Typed:
    return Typed(
        name=name,
        title=title,
        suffix=".pdf",
        make=lambda laid: printed(laid, producer),
        peers=("pdfplumber", "img2table"),
    )


TYPED = (
    Typed(name="docx", title="docx", suffix=".docx", make=_each(write_docx)),
    Typed(name="xlsx", title="xlsx", suffix=".xlsx", make=_each(write_xlsx)),
    Typed(name="html", title="html", suffix=".html", make=_each(write_html)),
    Typed(name="xls", title="xls, LibreOffice from xlsx", suffix=".xls", make=_as_xls),
    Typed(name="ofd", title="OFD, our writer", suffix=".ofd", make=_each(_as_ofd)),
    _pdf("pdf", "PDF, our writer", "own"),
    _pdf("pdf-docx", "PDF, LibreOffice from docx", "docx"),
    _pdf("pdf-xlsx", "PDF, LibreOffice from xlsx", "xlsx"),
    _pdf("pdf-html", "PDF, Chromium from html", "html"),
)

PICTURED = tuple(
    Pictured(name=f"{way}-{degree}", title=f"{way}, degree {degree}", way=way, degree=degree)
    for way in ("scan", "photo")
    for degree in (1, 2, 3)
)
