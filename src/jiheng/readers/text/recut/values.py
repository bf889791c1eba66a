"""What a text costs as a target, an actual value, an operator or a unit."""

import re
from functools import cache

from jiheng.quantities import parse
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_COSTS, content_cost
from jiheng.readers.text.recut.edges import value_openings

SIGNS = "≥≤><=≧≦═⩾⩽＞＜＝"
BAD_START = "。，、；：（()）)%％.·/"
NATURES = frozenset(SIGNS) | {
    "定性", "定量", "定性指标", "定量指标", "正向", "反向", "逆向", "正向指标", "反向指标",
    ">=", "<=", "大于等于", "小于等于", "等于", "大于", "小于",
}  # fmt: skip
DASHES = re.compile(r"[-—–―─/]+")
DIGIT = re.compile(r"\d")
SIGN = re.compile(rf"[{SIGNS}]")
PLACEHOLDER = re.compile(rf"[(（]?[{SIGNS}]{{1,2}}\*+[^()（）{SIGNS}]{{0,6}}[)）]?")
"""What a template leaves for a number in an indicator's name, such as (≥**%)."""
_TWO_SIGNS = re.compile(r"^[<>]=(?=.)")
_BARE = re.compile(r"-?(?:0|[1-9][\d,]{0,14})(?:\.\d{1,6})?")
_DATES = re.compile(r"\d月.*\d月|\d年.*\d年")
_AFTER_DEADLINE = re.compile(r"[前内底末]\d")
_BAD_NUMBER = re.compile(rf"[{SIGNS}]?(?:0\d|\.)")
_LEAD = re.compile(rf"[^\d{SIGNS}]+")
_BARE_NUMBER = 0.6
_TWO_IN_ONE, _NO_NUMBER, _IDLE = 3.5, 6.0, 1.2
_LONGEST_UNIT, _SHORTEST_IDLE, _SECOND = 8, 3, 4


def value_fit(text: str) -> float:
    """Return what a text costs as a value that is one cell with operator and unit."""
    if DASHES.fullmatch(text):
        return 1.0 if len(text) == 1 else 2.0
    text = _TWO_SIGNS.sub("≥", text)
    if PLACEHOLDER.search(text):
        return _NO_NUMBER
    if text[0] in BAD_START or (text in NATURES and text not in {"定性", "定量"}):
        return 8.0
    kind = kind_of(text)
    price = _BARE_NUMBER if kind == "number" else content_cost(INDICATOR_COSTS, "target", kind)
    if text.startswith(("定性", "定量")) and text not in NATURES:
        price += 2.5
    quantity = parse(text)
    if DIGIT.search(text):
        return price + _number_odds(text, quantity.flags)
    if quantity.kind == "text":
        return price + (0.2 if len(text) > 1 else 2.4)
    return price - 0.4 + _words_odds(text)


def bare_value_fit(text: str) -> float:
    """Return what a text costs as a target beside columns of its operator and its unit."""
    if _BARE.fullmatch(text):
        return 0.0
    if SIGN.match(text):
        # Beside a column of units alone the sign stays with its number.
        return 1.0 if _BARE.fullmatch(text.lstrip(SIGNS)) else 4.0
    return value_fit(text) + (1.5 if parse(text).kind == "number" else 0.0)


def nature_fit(text: str) -> float:
    """Return what a text costs as an operator or a kind of indicator."""
    return 0.0 if text in NATURES else 7.0


def unit_fit(text: str) -> float:
    """Return what a text costs as a unit; of 万元 and 元 the longer fits better."""
    if DIGIT.search(text) or text in NATURES or DASHES.fullmatch(text):
        return 7.0
    if len(text) > _LONGEST_UNIT:
        return 6.0
    return 0.15 / len(text) if _is_unit(text) else 2.0


@cache
def _is_unit(text: str) -> bool:
    found = parse(f"7{text}")
    return found.kind == "number" and found.unit is not None and set(found.flags) <= {"scaled"}


def _number_odds(text: str, flags: tuple[str, ...]) -> float:
    """Return the price of two numbers in one value, or of words that belong to a neighbour."""
    lead = _LEAD.match(text)
    is_double = "two-numbers" in flags or _DATES.search(text) or _is_twice(text)
    is_behind_another = (lead and _is_unit(lead[0])) or _AFTER_DEADLINE.search(text)
    return (
        _TWO_IN_ONE * bool(is_double)
        + _TWO_IN_ONE * bool(SIGN.search(text[1:]))
        + _TWO_IN_ONE * bool(is_behind_another)
        + _NO_NUMBER * bool(_BAD_NUMBER.match(text))
        + _IDLE * _ends_idly(text)
    )


def _words_odds(text: str) -> float:
    """Return the price of two values of words in one."""
    if _is_twice(text):
        return 3.0
    second = value_openings().search(text, _SECOND)
    first = value_openings().match(text)
    return (1.0 if second else 0.0) + (0.0 if first else 0.4)


def _is_twice(text: str) -> bool:
    half = len(text) // 2
    return len(text) > 1 and text[:half] == text[half:]


def _ends_idly(text: str) -> bool:
    """Whether a value says the same without its last character."""
    if len(text) < _SHORTEST_IDLE or not "\u4e00" <= text[-1] <= "\u9fff":
        return False
    whole, shorter = parse(text), parse(text[:-1])
    if whole.unit is None or shorter.unit is None:
        return False
    same = ("kind", "amount", "unit", "op")
    return all(getattr(whole, name) == getattr(shorter, name) for name in same)
