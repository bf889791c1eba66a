"""What it costs to read two words that follow each other as one cell."""

import re

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.text.broken_values import is_broken, open_brackets
from jiheng.readers.text.narrow.widths import is_full, width_of

APART = 5.0
"""Words that a blank parts are one cell no more than two numbers are."""
_FULL, _PERHAPS_FULL, _NOT_FULL = 0.05, 0.3, 1.5
"""A cell goes on in the next line where its own one is full."""
_UNIT_BEHIND_NUMBER, _NUMBER_BEHIND_WORDS = 0.4, 1.2
"""Some copies set blanks around numbers."""
_TWICE = 2.0
_BEHIND_SENTENCE = 0.5
_VALUE_AGAIN = 1.0
_VALUE_IN_NAME = _WORDS_BEHIND_VALUE = 1.5
_FEWEST_WORDS = 4
VALUES = {"target", "actual", "adjusted_target", "review_actual"}
SENTENCES = {"reason", "method", "review_reason"}
_VALUE_KINDS = {"value", "percent", "amount", "number"}
_NO_NAME_KINDS = {"sign", "nature", "choice"}
_BEGINS = "0123456789≥≤><=＝≧≦"
CHINESE = re.compile("[\u4e00-\u9fff]")
_NUMBER_ENDS = re.compile(r"[0-9a-zA-Z%]$")
_GOES_ON = re.compile(r"[,;:，；：、]$|^\d{1,2}\.$")
"""In sentences a blank may stand behind a comma, or behind the number of one."""
_DATE = re.compile(
    r"^每[年月季周] \d|\d (?:年|月|日)|(?:\d{4}年(?:\d{1,2}月)?|\d月) \d|\d[月日] [前底末]"
    r"|^[年月] \d"
)
_WANTS_VALUE = re.compile(
    r"(?:提高|降低|下降|增长|上升|减少|增加|达到?|为|约|超过|大于|小于|等于|不[低少高]于|第|至|到|每[年月季周旬]"
    r"|[~≥≤><=＝\-—(（])$"
)


def price_on_line(cell: str, upper: str, lower: str) -> float:
    """Return the price of going on with a cell behind a blank.

    Example:
        >>> price_on_line("公路12", "12", "公里"), price_on_line("养护里程", "养护里程", "已完成")
        (0.4, 5.0)
    """
    is_open = open_brackets(cell) > 0 or _GOES_ON.search(upper) or lower.startswith(("(", "（"))
    if is_open or _DATE.search(f"{upper} {lower}"):
        return _FULL
    if _NUMBER_ENDS.search(upper) and CHINESE.match(lower):
        return _UNIT_BEHIND_NUMBER
    is_number = CHINESE.match(upper[-1]) and lower[0].isdigit()
    return _NUMBER_BEHIND_WORDS if is_number else APART


def price_below(role: str, cell: str, line: str, lower: str, width: float | None) -> float:
    """Return the price of going on with a cell in the next line.

    Args:
        role: the role of the column.
        cell: the cell so far.
        line: its last line so far.
        lower: the first word of the next line.
        width: how wide the column is, None when it is not known.
    """
    if is_broken(line, lower) or _DATE.search(f"{line} {lower}"):
        return _FULL
    if line[-1].isdigit() and lower[0].isdigit():
        return APART
    if line == lower:
        return _TWICE
    odds = _odds(role, cell, lower)
    if not is_full(line, lower, width or max(width_of(line), width_of(lower))):
        return odds + _NOT_FULL
    return odds + (_PERHAPS_FULL if width is None else _FULL)


def are_one_value(upper: str, lower: str, *, on_line: bool) -> bool:
    """Whether two words are parts of one value: of a date, or a number and what it needs."""
    return _DATE.search(f"{upper} {lower}") is not None if on_line else is_broken(upper, lower)


def _odds(role: str, cell: str, lower: str) -> float:
    """Return what it costs more to go on with a cell that seems to be whole."""
    if role in SENTENCES:
        return _BEHIND_SENTENCE if cell.endswith("。") else 0.0
    kind = kind_of(lower)
    is_value = lower[0] in _BEGINS and kind in _VALUE_KINDS
    if role == "name":
        is_whole = is_value or kind in _NO_NAME_KINDS or cell.endswith("。")
        return _VALUE_IN_NAME if is_whole else 0.0
    if role not in VALUES:
        return 0.0
    has_value = any(map(str.isdigit, cell))
    if is_value:
        is_wanted = cell[-1].isdigit() or _WANTS_VALUE.search(cell)
        return 0.0 if is_wanted else _VALUE_AGAIN * (1 + has_value)
    is_wordy = len(CHINESE.findall(lower)) >= _FEWEST_WORDS
    return _WORDS_BEHIND_VALUE if has_value and is_wordy else 0.0
