"""The little markup that text files carry: a few tags and Markdown's escapes."""

import html
import re

from jiheng.model.document import LINE_BREAK

_PARAGRAPH_END = re.compile(r"</p>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|p|strong|em|font|span|sup|sub|center)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|nbsp|amp|lt|gt|quot|ge|le);", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}\s+")


def plain(cell: str) -> str:
    r"""Return a cell's text without markup; paragraphs end in ``\n``, breaks are ``\v``.

    Example:
        >>> plain("<b>总 分</b>"), plain(r"≥\*\*"), plain("<p>一</p><p>二</p>")
        ('总 分', '≥**', '一\n二')
    """
    text = cell
    if "<" in text:
        text = _PARAGRAPH_END.sub("\n", text)
        text = _TAG.sub("", _BREAK.sub(LINE_BREAK, text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()).replace("\xa0", " "), text)
    return text.strip(" \t\r\n\v\f\u3000\xa0\ufeff")


def without_heading_mark(line: str) -> str:
    """Return a line without Markdown's leading number signs.

    Example:
        >>> without_heading_mark("# 自评表")
        '自评表'
    """
    return _HEADING.sub("", line.strip(), count=1)
