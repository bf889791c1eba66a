"""What a text costs as the cell of a role, judged more closely than whole cells need it."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from jiheng.quantities import parse
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import (
    INDICATOR_COSTS,
    INDICATOR_SKIPS,
    MONEY_COSTS,
    MONEY_SKIPS,
    OTHER_SKIP,
    content_cost,
)
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.markup import plain
from jiheng.readers.text.recut.joints import _beginnings, _endings
from jiheng.rulebook.headings import is_level1, is_level2, without_blanks
from jiheng.rulebook.words import operators

NEVER = 9.0
"""Where not even a neighbour makes it likely."""
_POINTS = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?分?")
_AMOUNT = re.compile(r"-?(?:0|[1-9][\d,]{0,14})(?:\.\d{1,6})?(?:万?元)?")
_PERCENT = re.compile(r"(?:0|[1-9]\d{0,3})(?:\.\d{1,4})?[%％]?")
_DASHES = re.compile(r"[-—–―─/]+")
_SIGN = re.compile(r"[≥≤><=≧≦═⩾⩽＞＜＝]")
_DIGIT = re.compile(r"\d")
_DATES = re.compile(r"\d月.*\d月|\d年.*\d年")
_NATURES = frozenset("≥≤><=≧≦═⩾⩽＞＜＝") | {
    "定性", "定量", "正向", "反向", "逆向", "正向指标", "反向指标", ">=", "<=",
    "大于等于", "小于等于", "等于", "大于", "小于",
}  # fmt: skip
_MOST_POINTS = 100
_BAD_START = "。，、；：（()）)%％.·/"
_LATE = 2


@lru_cache(maxsize=50_000)
def indicator_fit(role: str, text: str, *, apart: bool) -> float:
    """Return what a text costs in a role of an indicator's row.

    Args:
        role: the role of the column.
        text: the text.
        apart: operator and unit stand in columns of their own.
    """
    shown = plain(text)
    plain_text = without_blanks(shown)
    if _TWO_NUMBERS.search(shown) and role not in _SENTENCES:
        return NEVER
    if role in _SENTENCES and re.match(r"[\d.]+\s", shown):
        return NEVER
    if role == "target" and apart:
        return _bare_target(plain_text)
    closely = _INDICATOR.get(role)
    if closely is not None:
        return closely(plain_text)
    return content_cost(INDICATOR_COSTS, role, kind_of(plain_text))


_BARE_NUMBER = 0.6
_TWO_NUMBERS = re.compile(r"\d\s+[\d.]")
_SENTENCES = {"reason", "review_reason", "method"}


def _bare_target(text: str) -> float:
    """Return the price of a target beside columns of its operator and its unit."""
    if _AMOUNT.fullmatch(text):
        return 0.0
    if _SIGN.match(text):
        return 4.0
    price = _value(text)
    return price + (1.5 if parse(text).kind == "number" else 0.0)


def _value(text: str) -> float:
    if _DASHES.fullmatch(text):
        return 1.0 if len(text) == 1 else 2.0
    if text[0] in _BAD_START or (text in _NATURES and text not in {"定性", "定量"}):
        return 8.0
    quantity = parse(text)
    kind = kind_of(text)
    price = _BARE_NUMBER if kind == "number" else content_cost(INDICATOR_COSTS, "target", kind)
    if text.startswith(("定性", "定量")) and text not in _NATURES:
        price += 2.5
    if _DIGIT.search(text):
        return price + _number_odds(text, quantity.flags)
    if quantity.kind == "text":
        return price + (0.2 if len(text) > 1 else 2.4)
    return price - 0.4 + _words_odds(text)


def _number_odds(text: str, flags: tuple[str, ...]) -> float:
    """Return the price of two numbers in one value, or of words that belong to a name."""
    odds = 0.0
    if "two-numbers" in flags or _DATES.search(text) or _is_twice(text):
        odds += 3.5
    if len(_SIGN.findall(text)) > 1 or _SIGN.search(text[1:]):
        odds += 3.5
    if re.match(r"[≥≤><=≧≦═⩾⩽＞＜＝]?(?:0\d|\.)", text):
        odds += 6.0
    lead = re.match(r"[^\d≥≤><=≧≦═⩾⩽＞＜＝]+", text)
    if (lead and _is_unit(lead[0])) or _AFTER_DEADLINE.search(text):
        odds += 3.5
    return odds + (1.2 if _ends_idly(text) else 0.0)


_AFTER_DEADLINE = re.compile(r"[前内底末]\d")


def _ends_idly(text: str) -> bool:
    """Whether a value says the same without its last character."""
    if len(text) < _SHORTEST_REASON or not "\u4e00" <= text[-1] <= "\u9fff":
        return False
    whole, shorter = parse(text), parse(text[:-1])
    if whole.unit is None or shorter.unit is None:
        return False
    return (whole.kind, whole.amount, whole.unit, whole.op) == (
        shorter.kind, shorter.amount, shorter.unit, shorter.op,
    )  # fmt: skip


def _words_odds(text: str) -> float:
    """Return the price of two values of words in one."""
    if _is_twice(text):
        return 3.0
    second = _beginnings().search(text, 2 * _LATE)
    first = _beginnings().match(text)
    return (1.0 if second else 0.0) + (0.0 if first else 0.4)


def _is_twice(text: str) -> bool:
    half = len(text) // 2
    return len(text) > 1 and text[:half] == text[half:]


def _name(text: str) -> float:
    price = content_cost(INDICATOR_COSTS, "name", kind_of(text))
    kind = kind_of(text)
    if kind == "empty-name":
        return 0.0
    bare = re.sub(r"^指标\d+[:：.、]", "", text)
    if not bare or bare[0] in _BAD_START:
        return NEVER
    if _SIGN.search(bare):
        price += 4.0
    price += 2.0 * bool(re.search(r"[\d%]$", bare)) + 0.7 * bool(_DIGIT.search(bare))
    price += {1: 4.0, 2: 1.5, 3: 0.3}.get(len(bare), 0.0)
    found = _endings().match(text)
    if found and found.end() < len(text) and is_level2(found[0]) and found[0].endswith("指标"):
        price += 3.0
    if bare.startswith("指标"):
        price += 2.5
    if _NATURE_AT_END.search(bare) or bare.endswith(_worded_operators()):
        price += 3.0
    price += 1.0 if bare.endswith(("是", "否")) else 0.0
    late = _beginnings().search(bare, _LATE)
    if late and len(bare) - late.start() > _SHORTEST_REASON and parse(bare[late.start() :]).kind in {"qualitative", "tier"}:
        price += 1.2
    return price


_NATURE_AT_END = re.compile(r"(?<![稳规确特])定[性量]$")


@cache
def _worded_operators() -> tuple[str, ...]:
    return tuple(word for spelt in operators().before.values() for word in spelt if len(word) > _LATE)


def _points(text: str) -> float:
    if _POINTS.fullmatch(text):
        return 0.0 if float(text.removesuffix("分")) <= _MOST_POINTS else 6.0
    if _DASHES.fullmatch(text):
        return 0.5 if len(text) == 1 else 1.6
    return NEVER


def _coefficient(text: str) -> float:
    return 0.0 if _PERCENT.fullmatch(text) else 0.8 if _DASHES.fullmatch(text) else NEVER


def _rate(text: str) -> float:
    if not _PERCENT.fullmatch(text):
        return NEVER
    return 0.0 if float(text.rstrip("%％")) <= _MOST_POINTS else 2.5


def _nature(text: str) -> float:
    return 0.0 if text in _NATURES else 7.0


def _unit(text: str) -> float:
    if _DIGIT.search(text) or text in _NATURES or _DASHES.fullmatch(text):
        return 7.0
    if len(text) > _LONGEST_UNIT:
        return 6.0
    return 0.15 / len(text) if _is_unit(text) else 2.0


_LONGEST_UNIT = 8


@cache
def _is_unit(text: str) -> bool:
    found = parse(f"7{text}")
    return found.kind == "number" and found.unit is not None and set(found.flags) <= {"scaled"}


def _is_core(text: str) -> float:
    return 0.0 if text in {"是", "否"} else 7.0


def _reason(text: str) -> float:
    if _DASHES.fullmatch(text):
        return 1.0
    if len(text) < _SHORTEST_REASON or text[0] in _BAD_START:
        return 6.0 if not text.isalpha() or len(text) == 1 else 2.0
    price = content_cost(INDICATOR_COSTS, "reason", kind_of(text))
    starts = re.match(r"[\d.]+(?!\d*[名个项人年月日%次户台家处所])", text)
    return price + (3.0 if starts else 0.0) + (2.0 if re.search(r"\d$", text) else 0.0)


_SHORTEST_REASON = 3


def _method(text: str) -> float:
    price = content_cost(INDICATOR_COSTS, "method", kind_of(text))
    return price + (3.0 if re.search(r"^[\d.]|[\d.]$", text) else 0.0)


def _side(text: str) -> float:
    return 0.0 if kind_of(text) == "side" else 8.0


def _level(role: str) -> Callable[[str], float]:
    is_level = is_level1 if role == "level1" else is_level2

    def price(text: str) -> float:
        if text[0] in _BAD_START:
            return NEVER
        if is_level(text):
            return content_cost(INDICATOR_COSTS, role, kind_of(text))
        if len(text) == 1 or _DIGIT.match(text):
            return NEVER
        return content_cost(INDICATOR_COSTS, role, kind_of(text))

    return price


_INDICATOR: dict[str, Callable[[str], float]] = {
    "side": _side,
    "level1": _level("level1"),
    "level2": _level("level2"),
    "name": _name,
    "target": _value,
    "adjusted_target": _value,
    "actual": _value,
    "review_actual": _value,
    "weight": _points,
    "score": _points,
    "review_score": _points,
    "deduction": _points,
    "coefficient": _coefficient,
    "deviation": _coefficient,
    "nature": _nature,
    "unit": _unit,
    "is_core": _is_core,
    "reason": _reason,
    "review_reason": _reason,
    "method": _method,
}


@lru_cache(maxsize=20_000)
def money_fit(role: str, text: str) -> float:
    """Return what a text costs in a role of the money block."""
    bare = without_blanks(text)
    if _TWO_NUMBERS.search(text) and role not in _SENTENCES:
        return NEVER
    if role == "label":
        if money_label(bare) is not None:
            return 0.0
        return NEVER if re.search(r"\d", bare) or len(bare) == 1 else 0.8 + 0.1 * len(bare)
    if role in {"weight", "score"}:
        return _points(bare)
    if role == "rate":
        return (len(bare) > 1) * 1.0 if _DASHES.fullmatch(bare) else _rate(bare)
    if role in {"initial_budget", "adjusted_budget", "executed"}:
        if _DASHES.fullmatch(bare):
            return 0.5 + (len(bare) > 1)
        return 0.0 if _AMOUNT.fullmatch(bare) else NEVER
    if role in {"reason", "method"}:
        return _reason(bare) if role == "reason" else _method(bare)
    return content_cost(MONEY_COSTS, role, kind_of(bare))


def indicator_skip(role: str | None) -> float:
    """Return the price of leaving a column of indicators empty."""
    return 0.0 if role is None else INDICATOR_SKIPS.get(role, OTHER_SKIP)


def money_skip(role: str | None) -> float:
    """Return the price of leaving a column of the money block empty."""
    return 0.0 if role is None else MONEY_SKIPS.get(role, OTHER_SKIP)
