"""Texts as the typesetter takes them."""

import re

from jiheng.model.document import LINE_BREAK
from jiheng.writers.characters import printable

# Signs that glue their neighbours together would carry a line over the edge of its cell.
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2060": None, "\ufeff": None}
    | {"\t": " ", LINE_BREAK: "\n"}
)

# Between two of these a line may end; digits, Latin letters and signs stay together.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[^\s{_IDEOGRAPH}]{{5,}}")


def plain(text: str) -> str:
    r"""Return the text with blanks, hyphens and line ends of one kind.

    Example:
        >>> plain("12\u00a0345\v元")
        '12 345\n元'
    """
    return printable(text).translate(_PLAIN)


def longest_word(text: str) -> str:
    """Return the longest run of signs between which no line may end, if it is long at all.

    Example:
        >>> longest_word("年初预算86870000.00元"), longest_word("养护320公里")
        ('86870000.00', '')
    """
    return max((found[0] for found in _WORD.finditer(text)), key=len, default="")


def upright(text: str) -> str:
    r"""Return the text with one sign a line.

    Example:
        >>> upright("满意度")
        '满\n意\n度'
    """
    return "\n".join(text)
