"""Small OFD packages around the objects that a test is about."""

import io
import zipfile

from jiheng.formats.ofd.book import documents
from jiheng.formats.package import Package
from jiheng.formats.pages.page import Page

NAMESPACE = "http://www.ofdspec.org/2016"
OFD = f'xmlns:ofd="{NAMESPACE}"'
ENTRY = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
AREA = "<ofd:PageArea><ofd:PhysicalBox>0 0 100 60</ofd:PhysicalBox></ofd:PageArea>"
ONE_PAGE = '<ofd:Page ID="1" BaseLoc="Page.xml"/>'


def element(name: str, inside: str) -> str:
    """Return the root of a part."""
    return f"<ofd:{name} {OFD}>{inside}</ofd:{name}>"


def content(objects: str) -> str:
    """Return the content of a page with one layer."""
    return f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content>'


def ofd(
    objects: str = "",
    *,
    page: str = "",
    common: str = AREA,
    pages: str = ONE_PAGE,
    document: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """Return a package: ``objects`` on its only page, ``parts`` beside it, all else as usual.

    Args:
        objects: of the layer of the page.
        page: what else the page says.
        common: what the pages have in common.
        pages: the list of pages.
        document: what else the document says.
        parts: by name; they come before the usual ones of the same name.
    """
    listed = f"<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>{document}"
    usual = {
        "OFD.xml": element("OFD", ENTRY),
        "Doc_0/Document.xml": element("Document", listed),
        "Doc_0/Page.xml": element("Page", page + content(objects)),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (usual | (parts or {})).items():
            package.writestr(name, part)
    return packed.getvalue()


def pages_of(data: bytes) -> list[object]:
    """Return all pages of a package."""
    with Package(data) as package:
        return [page for pages in documents(package) for page in pages]


def drawn(objects: str, common: str = AREA, parts: dict[str, str] | None = None) -> Page:
    """Return the page that objects make."""
    (page,) = pages_of(ofd(objects, common=common, parts=parts))
    if not isinstance(page, Page):
        raise TypeError(page)
    return page


def millimetres(*lengths: float) -> tuple[float, ...]:
    """Return lengths given in points in millimetres, to 1/100."""
    return tuple(round(length * 25.4 / 72, 2) for length in lengths)


PICTURE = '<ofd:ImageObject Boundary="0 0 100 50" ResourceID="7"/>'
RESOURCES = f"{AREA}<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"


def text(words: str, place: str = "10 10 80 5", attributes: str = "") -> str:
    """Return a text object in type of 4 mm."""
    return f'<ofd:TextObject Boundary="{place}" Size="4" {attributes}><ofd:TextCode X="0" Y="4">{words}</ofd:TextCode></ofd:TextObject>'


def words(page: object) -> str:
    """Return the letters of a page; "?" of one that can only be looked at."""
    return "".join(glyph.text for glyph in page.glyphs) if isinstance(page, Page) else "?"


def annotated(annotation: str) -> bytes:
    """Return a package whose page has an annotation."""
    listed = '<ofd:Page PageID="1"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page>'
    return ofd(
        document="<ofd:Annotations>Annots.xml</ofd:Annotations>",
        parts={
            "Doc_0/Annots.xml": element("Annotations", listed),
            "Doc_0/Annot.xml": element("PageAnnot", annotation),
        },
    )


def annotation(attributes: str, objects: str = text("已审", "1 1 9 5")) -> str:
    """Return an annotation, 20 mm from the left and 30 mm from the top."""
    appearance = f'<ofd:Appearance Boundary="20 30 40 9">{objects}</ofd:Appearance>'
    return f"<ofd:Annot {attributes}>{appearance}</ofd:Annot>"


def template(words: str, more: str = "") -> str:
    """Return a page that other pages use."""
    return element("Page", more + content(text(words)))


def composite(id_: int, objects: str) -> str:
    """Return a drawing that composite objects draw."""
    return f'<ofd:CompositeGraphicUnit ID="{id_}"><ofd:Content>{objects}</ofd:Content></ofd:CompositeGraphicUnit>'


def use(id_: int, place: str = "0 0 100 60") -> str:
    """Return an object that draws such a drawing."""
    return f'<ofd:CompositeObject ResourceID="{id_}" Boundary="{place}"/>'


def resources(*units: str) -> dict[str, str]:
    """Return the part that lists such drawings."""
    listed = f"<ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits>"
    return {"Doc_0/Res.xml": element("Res", listed)}
