"""Texts as the typesetter takes them, and where their lines may end."""

import re

from jiheng.model.document import LINE_BREAK
from jiheng.writers.characters import printable

# Signs that glue their neighbours together would carry a line over the edge of its cell.
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2060": None, "\ufeff": None}
    | {"\t": " ", LINE_BREAK: "\n"}
)

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_OPENING = "(（《〈【〔「『“‘\\["
_CLOSING = ")）》〉】〕」』”’\\],，.。;；:：!！?？、%％…"

# An ideograph, or a word or number, with the signs that cannot stand at an edge of a line.
_UNIT = re.compile(
    rf"[{_OPENING}]*(?:[{_IDEOGRAPH}]|[^\s{_IDEOGRAPH}{_OPENING}]+)?[{_CLOSING}]*\s*",
)

# How the headings of the forms are built: words of two signs, some of three, with little words
# before and after them.
_PARTS = re.compile(
    rf"""[{_OPENING}]*(?:
    (?<=[（(])[^（()）]{{1,4}}(?=[)）])
    | 可持续 | 偏差大 | 总金额 | 及拟采取的
    | [及和与或的未][{_IDEOGRAPH}]{{2}}
    | [{_IDEOGRAPH}]{{2}}[值数率性度后](?![质量])
    | [{_IDEOGRAPH}]{{2}}
    | [^\s{_IDEOGRAPH}{_OPENING}]+[{_IDEOGRAPH}]?
    | .
    )[{_CLOSING}]*\s*""",
    re.VERBOSE | re.DOTALL,
)


def plain(text: str) -> str:
    r"""Return the text with hyphens and line ends of one kind, and blanks that all can be counted.

    Readers of PDF take blanks side by side for one, unless they are of two kinds.

    Example:
        >>> plain("12\u00a0345\v元"), plain("一   二")
        ('12 345\n元', '一 \xa0 二')
    """
    return printable(text).translate(_PLAIN).replace("  ", " \u00a0")


def units(text: str) -> tuple[str, ...]:
    """Return the pieces of one line between which it may be broken, with the blanks after them.

    Example:
        >>> units("共1,200人 (含“两劳”)。")
        ('共', '1,200', '人 ', '(含', '“两', '劳”)。')
    """
    return tuple(found[0] for found in _UNIT.finditer(text) if found[0])


def parts(heading: str) -> tuple[str, ...]:
    """Return the words of a heading, with the blanks after them.

    Example:
        >>> parts("服务对象满意度指标 (10分)")
        ('服务', '对象', '满意度', '指标 ', '(10分)')
        >>> parts("偏差原因分析及改进措施")
        ('偏差', '原因', '分析', '及改进', '措施')
    """
    return tuple(found[0] for found in _PARTS.finditer(heading))
