"""Operators that character recognition took for a letter or a digit: 二4艘, W3%, 290%.

None of them is certain, so that each is in doubt; the field carries the likeliest reading.
"""

import re
from decimal import Decimal

from msgspec.structs import replace

from jiheng.model.form import Doubt, Indicator
from jiheng.readers.recognise.found import Found
from jiheng.rulebook.headings import theme_of_name

_LOOKALIKE = re.compile(r"([W二])\s*(\d.*)")
_TWO = re.compile(r"2(\d{1,3}(?:\.\d+)?%)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIGN = re.compile(r"[≥≤=]")
_AT_LEAST, _AT_MOST, _EQUAL = "≥", "≤", "="
_WHOLE = 100
"""Per cent: what a share cannot exceed."""

Candidates = tuple[str, ...]
"""What a printed value may mean, the likeliest first."""


def with_operators(rows: tuple[Indicator, ...]) -> Found[tuple[Indicator, ...]]:
    """Return the indicators with misread operators as they were most likely meant."""
    is_scanned = any(_is_odd(row.target) or _is_odd(row.actual) for row in rows)
    if not is_scanned:
        return Found(value=rows, cells={})
    echoes = any(_has_sign(row.actual) for row in rows)
    mended: list[Indicator] = []
    doubts: list[Doubt] = []
    for at, row in enumerate(rows):
        meant: dict[str, Candidates] = {}
        if target := _target(row):
            meant["target"] = target
        if actual := _actual(row, target[0] if target else row.target, echoes=echoes):
            meant["actual"] = actual
        mended.append(replace(row, **{field: found[0] for field, found in meant.items()}))
        doubts += [
            Doubt(
                at=f"indicators[{at}].{field}",
                text=getattr(row, field),
                candidates=found,
                reason="ocr",
            )
            for field, found in meant.items()
        ]
    return Found(value=tuple(mended), cells={}, doubts=tuple(doubts))


def _is_odd(text: str | None) -> bool:
    """Whether a value begins with what is no digit and no operator, or is no share of a whole."""
    if text is None:
        return False
    two = _TWO.fullmatch(text)
    if two is None:
        return bool(_LOOKALIKE.fullmatch(text))
    return _number(text) > _WHOLE >= _number(two[1])


def _has_sign(text: str | None) -> bool:
    """Whether a value begins with an operator, or with what may be one misread."""
    return text is not None and (bool(_SIGN.match(text)) or _is_odd(text))


def _target(row: Indicator) -> Candidates:
    printed = row.target or ""
    found = _LOOKALIKE.fullmatch(printed)
    if found is not None:
        signs = _signs(row, found[2]) if found[1] == "二" else (_AT_MOST,)
        return tuple(f"{sign}{found[2]}" for sign in signs)
    two = _TWO.fullmatch(printed)
    if two is None:
        return ()
    meant = f"{_AT_LEAST}{two[1]}"
    is_likelier = _is_odd(printed) or _is_reached(row, two[1])
    return (meant, printed) if is_likelier else (printed, meant)


def _signs(row: Indicator, rest: str) -> Candidates:
    """Return what 二 stands for: ≥, unless no more than the number can be meant."""
    echoed = _SIGN.match(row.actual or "")
    if echoed is not None:
        return (echoed[0],)
    wanted, got = _number(rest), _number(row.actual)
    is_price = "元/" in rest or theme_of_name(row.name) == "成本"
    is_whole = rest.endswith("%") and wanted >= _WHOLE
    if wanted == 0 or is_price or (is_whole and got <= wanted):
        return (_EQUAL, _AT_LEAST)
    return (_AT_LEAST, _EQUAL)


def _is_reached(row: Indicator, rest: str) -> bool:
    """Whether full points were given for a value that only reaches the smaller target."""
    got = _number(row.actual)
    is_full = row.score is not None and row.score == row.weight
    return is_full and _number(rest) <= got < _number(row.target)


def _actual(row: Indicator, target: str | None, *, echoes: bool) -> Candidates:
    """Return what an actual value that repeats its target's operator may mean."""
    printed = row.actual or ""
    sign = _SIGN.match(target or "")
    found = _LOOKALIKE.fullmatch(printed)
    if found is not None:
        own = _AT_MOST if found[1] == "W" else sign[0] if sign else _AT_LEAST
        return (f"{own}{found[2]}",)
    two = _TWO.fullmatch(printed)
    if two is None or not echoes:
        return ()
    meant = f"{_AT_LEAST}{two[1]}"
    return (meant, printed) if _is_odd(printed) else (printed, meant)


def _number(text: str | None) -> Decimal:
    """Return the first number of a text, 0 without any."""
    found = _NUMBER.search(text or "")
    return Decimal(found[0]) if found else Decimal(0)
