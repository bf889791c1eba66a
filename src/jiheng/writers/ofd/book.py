"""Pages → the parts of an OFD package."""

import hashlib
from itertools import count

from jiheng.formats.pages.page import Page
from jiheng.writers.archive import pack
from jiheng.writers.ofd.sheet import NAMESPACE, OPENED, content, page_area

_FONT = 1
_FONT_NAME = "宋体"
_FOLDER = "Doc_0"


def write_ofd(pages: tuple[Page, ...]) -> bytes:
    """Return an OFD file with the letters and ruling lines of these pages, at least one.

    Type is 宋体 of the machine that shows it; each letter stands where it stood.
    """
    ids = count(_FONT + 1)
    listed = tuple((next(ids), f"Pages/Page_{index}/Content.xml") for index in range(len(pages)))
    contents = tuple(content(page, _FONT, ids) for page in pages)
    names = (f"{_FOLDER}/{place}" for _, place in listed)
    return pack(
        (
            ("OFD.xml", _entry(contents)),
            (f"{_FOLDER}/Document.xml", _document(pages[0], listed, next(ids))),
            (f"{_FOLDER}/PublicRes.xml", _resources()),
            *zip(names, contents, strict=True),
        )
    )


def _entry(contents: tuple[str, ...]) -> str:
    # The same pages are the same document; a number by chance would change the bytes.
    id_ = hashlib.sha256("".join(contents).encode()).hexdigest()[:32]
    return (
        f'{OPENED}<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="1.0" DocType="OFD"><ofd:DocBody>'
        f"<ofd:DocInfo><ofd:DocID>{id_}</ofd:DocID></ofd:DocInfo>"
        f"<ofd:DocRoot>{_FOLDER}/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )


def _document(first: Page, listed: tuple[tuple[int, str], ...], most: int) -> str:
    pages = "".join(f'<ofd:Page ID="{id_}" BaseLoc="{place}"/>' for id_, place in listed)
    return (
        f'{OPENED}<ofd:Document xmlns:ofd="{NAMESPACE}"><ofd:CommonData>'
        f"<ofd:MaxUnitID>{most}</ofd:MaxUnitID><ofd:PageArea>{page_area(first)}</ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )


def _resources() -> str:
    return (
        f'{OPENED}<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="Res"><ofd:Fonts>'
        f'<ofd:Font ID="{_FONT}" FontName="{_FONT_NAME}" FamilyName="{_FONT_NAME}"/>'
        "</ofd:Fonts></ofd:Res>"
    )
