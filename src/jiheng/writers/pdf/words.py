"""Texts as the typesetter takes them."""

import math
import re
from functools import cache

from jiheng.model.document import LINE_BREAK
from jiheng.writers.characters import printable

# Signs that glue their neighbours together would carry a line over the edge of its cell.
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2060": None, "\ufeff": None}
    | {"\t": " ", LINE_BREAK: "\n"}
)

# Advances of the Song font: its widest Latin letter is W, and its digits are narrower than +.
_SMALL = frozenset("0123456789 +-<=>.,:;()/")
_SQUARE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef≤≥≦≧×÷±·—…‰℃√□☑①-⑳“”‘’\U00020000-\U0003ffff]")
_ANY = 3.0

# Between two of these a line may end; digits, Latin letters and signs stay together.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[^\s{_IDEOGRAPH}]{{5,}}")

# How the headings of the forms are built: words of two signs, some of three, with little words
# before and after them.
_PARTS = re.compile(
    rf"""(?:
    [（(][^（()）]*[)）]
    | 可持续 | 偏差大 | 总金额 | 及拟采取的
    | [及和与或的未][{_IDEOGRAPH}]{{2}}
    | [{_IDEOGRAPH}]{{2}}[值数率性度后]
    | [{_IDEOGRAPH}]{{2}}
    | [^\s{_IDEOGRAPH}（(]+[{_IDEOGRAPH}]?
    | \s+ | .
    )[:：、,，]*""",
    re.VERBOSE | re.DOTALL,
)


def plain(text: str) -> str:
    r"""Return the text with blanks, hyphens and line ends of one kind.

    Example:
        >>> plain("12\u00a0345\v元")
        '12 345\n元'
    """
    return printable(text).translate(_PLAIN)


def widest(text: str) -> float:
    r"""Return the most that the text takes on one line, in squares of type.

    A bound, so that what surely fits need not be measured; no bound where the text has line ends.

    Example:
        >>> widest("20公里"), widest("甲\n乙")
        (3.2, inf)
    """
    if "\n" in text:
        return math.inf
    return round(sum(map(_widest_sign, text)), 1)


@cache
def _widest_sign(sign: str) -> float:
    if sign in _SMALL:
        return 0.58
    if sign.isascii():
        return 1.06
    return 1.0 if _SQUARE.match(sign) else _ANY


def longest_word(text: str) -> str:
    """Return the longest run of signs between which no line may end, if it is long at all.

    Example:
        >>> longest_word("年初预算86870000.00元"), longest_word("养护320公里")
        ('86870000.00', '')
    """
    return max((found[0] for found in _WORD.finditer(text)), key=widest, default="")


def parted(heading: str) -> tuple[str, ...]:
    """Return the words of a heading.

    Example:
        >>> parted("服务对象满意度指标 (10分)")
        ('服务', '对象', '满意度', '指标', ' ', '(10分)')
        >>> parted("偏差原因分析及改进措施")
        ('偏差', '原因', '分析', '及改进', '措施')
    """
    return tuple(found[0] for found in _PARTS.finditer(heading))


def upright(text: str) -> str:
    r"""Return the text with one sign a line.

    Example:
        >>> upright("满意度")
        '满\n意\n度'
    """
    return "\n".join(text)
