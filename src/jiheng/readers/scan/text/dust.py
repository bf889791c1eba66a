"""Dust beside the words of a cell, which the network sees as signs of their own."""

import re
from collections.abc import Sequence

from jiheng.rulebook.headings import is_heading

_STRAY = r"[^\u4e00-\u9fff\d(（)）\s]|[一丨丶]"
_AT_ENDS = re.compile(rf"^(?:{_STRAY}|1)|(?:{_STRAY})$")
_MOST = 2
_LONE_STROKE = re.compile(r"[^\w\u4e00-\u9fff%‰]|[DCIl|一丨丶]")
_OPENING, _CLOSING = "(（", ")）"
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


def as_heading(lines: Sequence[str]) -> tuple[str, ...] | None:
    """Return the lines of a label or heading without a stray sign at their ends.

    A stroke before a word may be seen as a 1; behind it, it numbers the word.

    None where they are no known heading without it, or are one as they stand.

    Example:
        >>> as_heading(["生态效益", "指标D"]), as_heading(["养护里程-"]), as_heading(["分值"])
        (('生态效益', '指标'), None, None)
    """
    if is_heading("".join(lines)):
        return None
    bare = [_AT_ENDS.sub("", line) for line in lines]
    gone = sum(map(len, lines)) - sum(map(len, bare))
    return tuple(bare) if 0 < gone <= _MOST and is_heading("".join(bare)) else None


def is_dust(line: str, others: Sequence[str]) -> bool:
    """Whether a line of a cell is no more than a stroke below or above words.

    Args:
        line: what it says.
        others: all lines of the cell.

    Example:
        >>> is_dust("/", ["按比例计分。"]), is_dust("5", ["按比例计分。"]), is_dust("/", ["7"])
        (True, False, False)
        >>> is_dust(")", ["项目资金", "(万元", ")"])
        False
    """
    if line in _CLOSING and _count(_OPENING, others) >= _count(_CLOSING, others):
        return False
    return bool(_LONE_STROKE.fullmatch(line)) and any(map(_WORD.search, others))


def _count(signs: str, lines: Sequence[str]) -> int:
    return sum(line.count(sign) for line in lines for sign in signs)
