"""A target as people print it, what became of it, and how much of it that is."""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.sectors import Draft, Kind
from jiheng.corpus.style import Style

FULL = Fraction(1)
LATE = Fraction(1, 2)
"""What is left of the points when a deadline is missed, and when words are partly true."""

_WHOLE = 100_00
"""100 % in 1/100 percent."""


class Value(Struct, frozen=True, kw_only=True):
    """One pair of target and actual.

    Attributes:
        attained: the share of the points that the actual value earns, at most 1.
        exceeds: the target is exceeded by a good part.
        operator: what stands before the number of the target.
        unit: what stands behind it.
    """

    target: str
    actual: str
    attained: Fraction = FULL
    exceeds: bool = False
    operator: str | None = None
    unit: str | None = None


class Setting(Struct, frozen=True, kw_only=True):
    """What a value of one form depends on.

    Attributes:
        budget: the budget in 万元 as printed in targets.
        spent: what was spent of it, in 万元.
        short: whether this target shall be missed.
        most: the highest price, in yuan, that the money pays for all that is counted.
    """

    year: int
    budget: str
    spent: str
    style: Style
    short: bool
    most: int | None = None


def some_value(draft: Draft, setting: Setting, dice: Random) -> Value:
    """Return a target and an actual value for an indicator."""
    value = _KINDS[draft.kind](draft, setting, dice)
    if setting.style.apart:
        value = _plain(value)
    if setting.style.spells and value.operator in _SPELT:
        value = _spelt(value)
    if setting.style.bare and value.unit and value.actual.endswith(value.unit):
        return replace(value, actual=value.actual.removesuffix(value.unit))
    return value


_SPELT = {"≥": "大于等于", "≤": "小于等于", "=": "等于"}
_PLAIN = {"不少于": "≥", "不低于": "≥", None: "="}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _plain(value: Value) -> Value:
    """Return a target of one sign, one number and one unit, if it has a unit at all."""
    number = _NUMBER.search(value.target)
    if value.unit is None or number is None:
        return value
    if value.target.endswith("以上"):
        operator = "≥"
    elif value.target.endswith("以内"):
        operator = "≤"
    else:
        operator = _PLAIN.get(value.operator, value.operator or "")
    target = f"{operator}{number[0]}{value.unit}"
    return replace(value, target=target, operator=operator)


def _spelt(value: Value) -> Value:
    """Return a value with its operator as words; the actual value is left as it is."""
    sign = value.operator or ""
    spelt = _SPELT[sign]
    return replace(value, target=spelt + value.target.removeprefix(sign), operator=spelt)


def _count(draft: Draft, setting: Setting, dice: Random) -> Value:
    wanted = dice.randint(draft.low, draft.high)
    got = wanted + (wanted * dice.randrange(1, 12) // 100 if in_hundred(dice, 40) else 0)
    if setting.short:
        got = max(1, wanted * dice.randrange(80, 99) // 100)
    operator = dice.choice(("≥", "≥", "≥", "=", ""))
    return _numbers(draft, (operator, wanted, got), setting)


def _bound(draft: Draft, setting: Setting, dice: Random) -> Value:
    wanted = dice.randint(draft.low, draft.high)
    got = wanted - 1 if setting.short and wanted > 1 else wanted + dice.randrange(3)
    operator = dice.choice(("不少于", "不低于", "≥"))
    return _numbers(draft, (operator, wanted, got), setting)


def _numbers(draft: Draft, numbers: tuple[str, int, int], setting: Setting) -> Value:
    operator, wanted, got = numbers
    shown = operator if setting.style.echoes and operator in {"≥", "="} else ""
    return Value(
        target=f"{operator}{wanted}{draft.unit}",
        actual=f"{shown}{got}{draft.unit}",
        attained=min(FULL, Fraction(got, wanted)),
        exceeds=got * 10 > wanted * 11,
        operator=operator or None,
        unit=draft.unit,
    )


def _share(draft: Draft, setting: Setting, dice: Random) -> Value:
    wanted = dice.randint(draft.low, draft.high) * 100
    # Far above its target, a share would have to be explained.
    top = min(_WHOLE, wanted * 6 // 5)
    got = dice.choice((wanted, (wanted + top) // 2, top, dice.randint(wanted, top)))
    if setting.short:
        got = wanted * dice.randrange(85, 99) // 100
    operator = "=" if wanted == _WHOLE else dice.choice(("≥", "≥", "≥", "", "suffix"))
    shown = operator if setting.style.echoes and operator in {"≥", "="} else ""
    bare = f"{_percent(wanted)}%"
    return Value(
        target=f"{bare}以上" if operator == "suffix" else operator + bare,
        actual=f"{shown}{_percent(got)}%",
        attained=min(FULL, Fraction(got, wanted)),
        operator=operator.removesuffix("suffix") or None,
        unit="%",
    )


def _percent(hundredths: int) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def _ceiling(draft: Draft, setting: Setting, dice: Random) -> Value:
    wanted = dice.randint(draft.low, draft.high)
    got = dice.randint(max(1, wanted // 2), wanted)
    if setting.short:
        got = wanted + max(1, wanted // 4)
    wordy = in_hundred(dice, 25)
    shown = "≤" if setting.style.echoes and not wordy else ""
    target = f"控制在{wanted}{draft.unit}以内" if wordy else f"≤{wanted}{draft.unit}"
    return Value(
        target=target,
        actual=f"{shown}{got}{draft.unit}",
        attained=min(FULL, Fraction(wanted, got)),
        operator=None if wordy else "≤",
        unit=draft.unit,
    )


def _deadline(_draft: Draft, setting: Setting, dice: Random) -> Value:
    month, year = dice.randint(5, 11), setting.year
    target = dice.choice((f"{year}年{month}月底前", f"{year}年{month}月30日前", f"{month}月底前"))
    done = month + 1 if setting.short else dice.randint(max(2, month - 3), month)
    day = dice.randint(3, 26)
    actual = dice.choice((f"{year}年{done}月{day}日", f"{year}年{done}月", f"{done}月{day}日"))
    return Value(target=target, actual=actual, attained=LATE if setting.short else FULL)


def _monthly(_draft: Draft, setting: Setting, dice: Random) -> Value:
    day = dice.randint(8, 20)
    actual = f"每月{day - dice.randrange(4)}日前" if in_hundred(dice, 50) else "达成年度指标"
    if setting.short:
        return Value(target=f"每月{day}日前", actual=f"每月{day + 3}日前", attained=LATE)
    return Value(target=f"每月{day}日前", actual=actual)


def _words(draft: Draft, setting: Setting, dice: Random) -> Value:
    if setting.short:
        actual = dice.choice(("部分达成年度指标并具有一定效果", "有所改善"))
        return Value(target=draft.unit, actual=actual, attained=Fraction(4, 5))
    actual = dice.choice(("达成年度指标", f"已{draft.unit}", draft.unit, draft.unit))
    return Value(target=draft.unit, actual=actual)


def _none(draft: Draft, _setting: Setting, dice: Random) -> Value:
    operator = dice.choice(("", "=", "≤"))
    return Value(
        target=f"{operator}0{draft.unit}",
        actual=f"0{draft.unit}",
        operator=operator or None,
        unit=draft.unit,
    )


def _price(draft: Draft, setting: Setting, dice: Random) -> Value:
    high = draft.high if setting.most is None else min(draft.high, setting.most)
    wanted = dice.randint(draft.low, max(draft.low, high))
    operator = dice.choice(("", "=", "≤"))
    got = wanted - (wanted * dice.randrange(6) // 100 if operator == "≤" else 0)
    return Value(
        target=f"{operator}{wanted}{draft.unit}",
        actual=f"{got}{draft.unit}",
        operator=operator or None,
        unit=draft.unit,
    )


def _budget(_draft: Draft, setting: Setting, dice: Random) -> Value:
    # In a cell of its own, an operator has to be said; a budget is not to be met, but kept.
    operator = "≤" if setting.style.apart else dice.choice(("≤", "≤", ""))
    return Value(
        target=f"{operator}{setting.budget}万元",
        actual=f"{setting.spent}万元",
        operator=operator or None,
        unit="万元",
    )


_KINDS: dict[Kind, Callable[[Draft, Setting, Random], Value]] = {
    "count": _count,
    "bound": _bound,
    "share": _share,
    "ceiling": _ceiling,
    "deadline": _deadline,
    "monthly": _monthly,
    "words": _words,
    "none": _none,
    "price": _price,
    "budget": _budget,
}
