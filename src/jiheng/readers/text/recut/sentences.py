"""What a text costs as a name, a reason or a method."""

import re
from functools import cache

from jiheng.quantities import parse
from jiheng.quantities.wording import says_none
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_COSTS, content_cost
from jiheng.readers.text.recut.edges import value_openings, whole_words
from jiheng.readers.text.recut.values import BAD_START, DASHES, DIGIT, PLACEHOLDER, SIGN
from jiheng.rulebook.headings import is_level2
from jiheng.rulebook.words import operators

UNLIKELY = 9.0
_ORDINAL = re.compile(r"^指标\d+[:：.、]")
_NATURE_AT_END = re.compile(r"(?<![稳规确特])定[性量]$")
_VALUE_AT_END = re.compile(r"[\d%]$")
_COUNTED = "名个项人年月日%次户台家处所座条栋辆套件份亩村镇县市区标类批期天"
_NUMBER_FIRST = re.compile(rf"[\d.]+(?!\d*[{_COUNTED}])")
_NUMBER_AT_EDGE = re.compile(r"^[\d.]|[\d.]$")
_TOO_SHORT = {1: 4.0, 2: 1.5, 3: 0.3}
_EARLIEST_VALUE = 2
_NO_NAME = 2.5
"""A row that holds more than an ordinal has a name behind it."""
_NO_REASON = {"无", "暂无"}
_NO_DEVIATION = re.compile(r"无[^。]{0,4}(?:偏差|差异|调整|变化|需|问题|原因|法)")
"""What else a reason says that begins with 无."""
_SHORTEST_REASON = _LONGEST_ENDING = 3


def name_fit(text: str) -> float:
    """Return what a text costs as the name of an indicator, its ordinal included."""
    kind = kind_of(text)
    bare = PLACEHOLDER.sub("", _ORDINAL.sub("", text))
    if kind == "empty-name":
        return _NO_NAME
    if not bare or bare[0] in BAD_START:
        return UNLIKELY
    return (
        content_cost(INDICATOR_COSTS, "name", kind)
        + _TOO_SHORT.get(len(bare), 0.0)
        + 4.0 * bool(SIGN.search(bare))
        + 2.0 * bool(_VALUE_AT_END.search(bare))
        + 0.7 * bool(DIGIT.search(bare))
        + _words_of_neighbours(bare)
    )


def _words_of_neighbours(name: str) -> float:
    """Return the price of what belongs to the cells before or behind the name."""
    level = whole_words().match(name)
    is_led = level and level.end() < len(name) and is_level2(level[0])
    late = value_openings().search(name, _EARLIEST_VALUE)
    tail = name[late.start() :] if late else ""
    is_followed = len(tail) > _LONGEST_ENDING and parse(tail).kind in {"qualitative", "tier"}
    is_judged = _NATURE_AT_END.search(name) or name.endswith(_worded_operators())
    return (
        3.0 * bool(is_led)
        + 2.5 * name.startswith("指标")
        + 3.0 * bool(is_judged)
        + 1.0 * name.endswith(("是", "否"))
        + 1.2 * is_followed
        + 1.5 * (name.startswith("无") and not says_none(name))
    )


@cache
def _worded_operators() -> tuple[str, ...]:
    spelt = (word for words in operators().before.values() for word in words)
    return tuple(word for word in spelt if len(word) > _EARLIEST_VALUE)


def reason_fit(text: str) -> float:
    """Return what a text costs as a reason."""
    if DASHES.fullmatch(text):
        return 1.0
    if text in _NO_REASON:
        return 0.4
    if len(text) < _SHORTEST_REASON or text[0] in BAD_START:
        return 2.0 if text.isalpha() and len(text) > 1 else 6.0
    price = content_cost(INDICATOR_COSTS, "reason", kind_of(text))
    is_led = text.startswith("无") and not _NO_DEVIATION.match(text)
    return price + 3.0 * bool(_NUMBER_FIRST.match(text)) + 2.0 * text[-1].isdigit() + 1.5 * is_led


def method_fit(text: str) -> float:
    """Return what a text costs as a method of scoring."""
    price = content_cost(INDICATOR_COSTS, "method", kind_of(text))
    return price + 3.0 * bool(_NUMBER_AT_EDGE.search(text))
