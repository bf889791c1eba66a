"""XML of untrusted files, parsed without network, entities or document types."""

import re
from typing import TypeAlias

from lxml import etree

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import Phrase, phrase

__all__ = ["Element", "attribute", "local_name", "parse_xml"]

# lxml has no public name for the type of its elements.
Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]

# A document type stands before the first element, after at most comments and instructions.
_DOCTYPE = re.compile(rb"(?:[^<]|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_WIDE_HEAD = re.compile(rb"^(?:\xff\xfe|\xfe\xff|<\x00|\x00<)")


def parse_xml(data: bytes, part: str) -> Element:
    """Return the root element; comments and processing instructions are left out.

    Args:
        data: the part's bytes.
        part: its name, for the message.

    Raises:
        FormatError: not well-formed, too many nodes, or any DOCTYPE.
    """
    elements = data.count(b"<") - data.count(b"</")
    if elements + 2 * data.count(b"=") > limits.MAX_NODES:
        raise FormatError(phrase("format.part-nodes", part=part, most=str(limits.MAX_NODES)))
    wide = _WIDE_HEAD.match(data)
    if _DOCTYPE.match(data.replace(b"\0", b"") if wide else data):
        raise FormatError(phrase("format.part-doctype", part=part))
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(_cause(part, str(error))) from error
    # The search above does not know every encoding; the parser does.
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError(phrase("format.part-doctype", part=part))
    return root


def local_name(tag: object) -> str:
    """Return the name without its namespace; "" for what is not an element.

    Example:
        >>> local_name("{http://example.org/a}row"), local_name("row")
        ('row', 'row')
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its local name, whatever its namespace.

    Only for places where two attributes cannot differ by namespace alone.
    """
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def _cause(part: str, error: str) -> Phrase:
    # The parser has caps of its own, on depth and on the length of one text.
    if "XML_PARSE_HUGE" in error:
        return phrase("format.part-past-parser", part=part)
    return phrase("format.part-not-xml", part=part)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        collect_ids=False,
    )
