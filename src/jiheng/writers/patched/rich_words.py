"""A text of a workbook whose letters may be replaced while its fonts stay."""

from collections.abc import Iterator

from lxml import etree

from jiheng.formats.xlsx.names import Names, child, unescape
from jiheng.formats.xml import Element
from jiheng.writers.inplace.spreadsheet import spreadsheet_text
from jiheng.writers.patched.letters import Letters


def raw_text(item: Element, names: Names) -> str:
    """Return the text of a string item with its line ends as they are stored."""
    return "".join(unescape(text.text or "") for text, _ in _texts(item, names))


def with_letters(item: Element, names: Names, letters: Letters, prefix: str) -> str:
    """Return what stands in a string item, as XML, with the letters as they are now."""
    texts = tuple(_texts(item, names))
    if len(texts) <= 1:
        words = text_xml(letters.whole(), prefix)
        font = texts[0][1] if texts else ""
        return f"<{prefix}r>{font}{words}</{prefix}r>" if font else words
    pieces: list[str] = []
    at = 0
    for text, font in texts:
        start, at = at, at + len(unescape(text.text or ""))
        words = text_xml(letters.between(start, at), prefix)
        pieces.append(f"<{prefix}r>{font}{words}</{prefix}r>")
    return "".join(pieces)


def text_xml(text: str, prefix: str) -> str:
    """Return a text as the element of a string item."""
    return f'<{prefix}t xml:space="preserve">{spreadsheet_text(text)}</{prefix}t>'


def _texts(item: Element, names: Names) -> Iterator[tuple[Element, str]]:
    """Yield the texts of an item, each with its font; a phonetic guide is no text."""
    for each in item:
        if each.tag == names.text:
            yield each, ""
        elif each.tag == names("r"):
            font = child(each, names("rPr"))
            written = "" if font is None else etree.tostring(font, with_tail=False).decode()
            for text in each.iterchildren(names.text):
                yield text, written
