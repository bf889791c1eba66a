"""Names of SpreadsheetML, transitional or strict."""

import re
from functools import cache

from jiheng.formats.errors import FormatError
from jiheng.formats.xml import Element
from jiheng.rulebook.phrases import phrase

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
RELATION_IDS = tuple(f"{{{uri}}}id" for uri in _RELATIONS)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


class Names:
    """Qualified names of one of the two namespaces."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self.cell = self("c")
        self.value = self("v")
        self.formula = self("f")
        self.inline = self("is")
        self.text = self("t")
        self.phonetic = self("rPh")
        self.row = self("row")

    def __call__(self, name: str) -> str:
        """Return the qualified name."""
        return self._prefix + name


@cache
def _names(uri: str) -> Names:
    return Names(f"{{{uri}}}")


def names_of(root: Element, part: str) -> Names:
    """Return the names that a part uses; raises FormatError when it is of no workbook."""
    uri = root.tag.rpartition("}")[0].removeprefix("{")
    if uri not in _MAIN:
        raise FormatError(phrase("format.not-workbook", part=part))
    return _names(uri)


def child(parent: Element, name: str) -> Element | None:
    """Return the first child of that qualified name."""
    return next(parent.iterchildren(name), None)


def rich_text(holder: Element, names: Names) -> str:
    """Return the text of a string item without its phonetic guide."""
    if len(holder) == 1 and holder[0].tag == names.text:
        return unescape(holder[0].text or "")
    if child(holder, names.phonetic) is None:
        return unescape("".join([each.text or "" for each in holder.iter(names.text)]))
    kept = [each for each in holder if each.tag != names.phonetic]
    return unescape("".join(text.text or "" for each in kept for text in each.iter(names.text)))


def unescape(text: str) -> str:
    r"""Return the text with ``_x000D_`` and the like as the characters they stand for.

    Example:
        >>> unescape("上行_x000A_下行")
        '上行\n下行'
    """
    return _ESCAPE.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if code in _SURROGATES else chr(code)
