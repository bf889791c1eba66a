"""Values that a narrow cell broke over two lines."""

import re

from jiheng.quantities.units import resolve

_LONGEST = 60
"""No narrow cell has a longer line."""

_LONG = 6
"""A shorter text may have lost a bracket."""
_MONTH = re.compile(r"\d年\d{1,2}月$")
_DAY = re.compile(r"\d{1,2}日(?:前|以前|之前)?|[底末]|[底末]?前|[上中下]旬")
_YEAR = re.compile(r"^\d{4}年\d{0,2}$|\d月\d{1,2}$")
_OF_YEAR = re.compile(r"(?:\d{0,2}月)?(?:\d{0,2}日)?(?:[底末]?前|底)?")
_CHANGED = re.compile(r"(?:同比|环比|[较比]上年)(?:上升|下降|增长|提高|降低|减少|增加)")
_EVERY = re.compile(r"^每[年月季周]$")
_PIECES = re.compile(r"\d个$")
_PER = re.compile(r"\d.*[^\d\W][/·]$")


def is_broken(upper: str, lower: str) -> bool:
    """Whether two lines are one cell.

    The upper ends inside brackets or a date, behind 万元/ or 15个 before their unit, or is 同比下降
    or 每月 before the number.

    Example:
        >>> is_broken("2022年12月", "底前"), is_broken("≤15个", "工作日"), is_broken("9件", "8件")
        (True, True, False)
    """
    if len(upper) > _LONGEST or len(lower) > _LONGEST:
        return False
    if _MONTH.search(upper):
        return _DAY.fullmatch(lower) is not None
    if _YEAR.search(upper):
        return _OF_YEAR.fullmatch(lower) is not None
    if open_brackets(upper) > 0:
        return len(upper) > _LONG and open_brackets(lower) < 0
    return _lacks_unit(upper, lower)


def _lacks_unit(upper: str, lower: str) -> bool:
    if _CHANGED.fullmatch(upper) or _EVERY.search(upper):
        return lower[0].isdigit()
    if _PIECES.search(upper):
        return resolve(f"个{lower}") is not None
    return _PER.search(upper) is not None and resolve(lower) is not None


def open_brackets(text: str) -> int:
    """Return how many more brackets open than close."""
    opened = text.count("(") + text.count("（")
    return opened - text.count(")") - text.count("）")
