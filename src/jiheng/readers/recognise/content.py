"""What kind of thing a cell holds, judged by its text alone."""

import re
from functools import lru_cache

from jiheng.quantities.units import resolve
from jiheng.rulebook.headings import (
    bare,
    heading_points,
    headings,
    is_level1,
    is_level2,
    is_numbered_goal,
    without_blanks,
)

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?分?")
_MONEY = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?:万?元)?(?:\([^()]{1,60}\))?")
_PERCENT = re.compile(r"-?\d+(?:\.\d+)?%")
_VALUE = re.compile(r"[W二](?=\d)|[≥≤><=≧≦═⩾⩽~±]|大于|小于|等于|不少于|不低于|不超过|不高于|\d")
_SENTENCE = re.compile(r"[。;]|(?<!\d),|,(?!\d)")
_DASH = re.compile(r"[-—–―─━/*\\]+")
_EMPTY_NAME = re.compile(r"(?:指标\d+[:：]?)?(?:\.{2,}|…+|。{2,}|·{3,})?")
_MARKED_NAME = re.compile(r"指标\d{1,2}[:：.、\u4e00-\u9fff]")
_LEVEL_LIKE = re.compile(
    r"(?!.*(?:达成|完成|达到|实现|预期|超过))[\u4e00-\u9fff]{2,8}(?:指标|\(\d+(?:\.\d+)?分\))"
)
_METHOD = re.compile(
    r"[记计得]满分|来?[记计打]分|计算方[法式]|×(?:该?指标)?(?:分值|权重)|评分标准|扣.{0,4}分|得满分"
    r"|不得分|得\d+(?:\.\d+)?分[,;]|[,;].{0,6}得\d+(?:\.\d+)?分$"
)
LEVELS = frozenset({"level1", "level1-points", "level2", "both"})
"""Kinds of headings of levels."""

MOST_POINTS = 200
LONGEST_VALUE = 24
SHORTEST_METHOD = 4


@lru_cache(maxsize=20_000)
def kind_of(text: str) -> str:
    """Return one of the kinds that the cost tables know.

    ``side``, ``level1``, ``level1-points``, ``level2``, ``both``, ``empty-name``, ``marked-name``,
    ``dash``, ``number``, ``amount``, ``percent``, ``sign`` (a lone operator), ``nature`` (定性),
    ``unit``, ``choice`` (是, 否), ``value``, ``method``, ``level-like`` (制度指标, a level that no
    list knows), ``words``, ``prose``.
    """
    plain = without_blanks(text)
    level = _level_kind(plain)
    if level:
        return level
    if _EMPTY_NAME.fullmatch(plain):
        return "empty-name"
    if _MARKED_NAME.match(plain):
        return "marked-name"
    if _DASH.fullmatch(plain):
        return "dash"
    return _numeric_kind(plain) or _listed_kind(plain) or _worded_kind(plain)


def _level_kind(plain: str) -> str | None:
    if len(plain) > LONGEST_VALUE:
        return None
    if is_level1(plain):
        if heading_points(plain):
            return "level1-points"
        if bare(plain) in headings().side:
            return "side"
        return "both" if is_level2(plain) else "level1"
    if is_level2(plain):
        return "level2"
    return "side" if bare(plain) in headings().side or is_numbered_goal(plain) else None


def _numeric_kind(plain: str) -> str | None:
    if _NUMBER.fullmatch(plain):
        return "number" if float(plain.removesuffix("分")) <= MOST_POINTS else "amount"
    if _MONEY.fullmatch(plain):
        return "amount"
    return "percent" if _PERCENT.fullmatch(plain) else None


def _listed_kind(plain: str) -> str | None:
    """Return the kind of a cell that holds one word of a closed list."""
    if plain in headings().signs:
        return "sign"
    if plain in headings().natures:
        return "nature"
    if plain in headings().choices:
        return "choice"
    return "unit" if resolve(plain) is not None else None


def _worded_kind(plain: str) -> str:
    if len(plain) > SHORTEST_METHOD and _METHOD.search(plain):
        return "method"
    if len(plain) <= LONGEST_VALUE and _VALUE.match(plain) and not _SENTENCE.search(plain):
        return "value"
    if _LEVEL_LIKE.fullmatch(plain):
        return "level-like"
    return "prose" if len(plain) > LONGEST_VALUE or _SENTENCE.search(plain) else "words"
