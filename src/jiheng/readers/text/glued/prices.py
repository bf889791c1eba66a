"""What a text costs as a cell of a form without separators, closer than whole cells need it."""

import re

from jiheng.quantities import parse
from jiheng.quantities.units import resolve
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.glued.cuts import LEVEL
from jiheng.readers.text.recut.figures import NEVER
from jiheng.readers.text.recut.fits import indicator_fit
from jiheng.rulebook.headings import without_blanks

_WORDY = {"name", "reason", "method"}
_VALUES = {"target", "adjusted_target", "actual"}
_CLOSED, _ODD = {"unit", "nature", "operator", "is_core"}, 3.0
"""Columns that hold one of a few words, and what any other costs there."""
_NUMBER_IN_WORDS, _LEVEL_AS_NAME = 0.8, 4.0
_LONG_NAME, _BEGINS_WITH_NUMBER = 8, 3.0
_SECOND_NUMBER, _IDLE_NUMBER, _WORDS_BESIDE = 1.2, 2.0, 3.0
_OWN_UNIT, _UNENDED = 0.5, 2.0
_UNHEADED, _EACH_LETTER = 0.6, 0.1
_SENTENCE, _SENTENCE_BESIDE_UNIT = 10, 6
"""So many Chinese characters beside a number are a sentence, or the name of the next row."""

_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*")
_LETTER = re.compile(r"[\u4e00-\u9fff]")
_WORDED = {"text", "norm", "qualitative", "tier"}
_DATE = re.compile(r"\d[年月]|[-—~至]\d")
_WORDS_AT_SHARE = re.compile(r".%|%.")
_OPEN_END = re.compile(r"[、，,；:：]$")
_IN_NO_NAME = re.compile(r"(?<![*\d])%|\d{5}|\d%|([\u4e00-\u9fff]{2,12})\1")
"""A share, a long number or the same words twice."""
_ODD_VALUES = tuple(
    re.compile(odd)
    for odd in (
        r"^\D{0,2}[\d.,]+[\u4e00-\u9fff]{6,}",
        r"[\u4e00-\u9fff()（）、]{6,}[\d.,]+$",
        r"\d[是否]$",
        r"\d{4}(?:\.\d+)?%",
    )
)
"""A number and the beginning of the next row, or the end of a name and its number."""


def cell_fit(role: str, cell: str, *, apart: bool) -> float:
    """Return what a text costs as the cell of a role.

    Args:
        role: the role of the column.
        cell: the text.
        apart: operator and unit stand in columns of their own.
    """
    if role.startswith(UNKNOWN):
        return _unheaded(cell)
    fit = indicator_fit(role, cell, apart=apart)
    if role in _CLOSED and (fit > _ODD or _WORDS_AT_SHARE.search(cell)):
        return NEVER
    if role == "target" and apart:
        fit = min(fit, indicator_fit(role, cell, apart=False) + _OWN_UNIT)
    if role in _VALUES:
        fit += _value_odds(cell, apart=apart)
    if role in _WORDY:
        fit += _words_odds(cell)
    if role == "name" and apart and _ends_with_unit(cell):
        fit += _OWN_UNIT
    if role == "name" and len(cell) >= _LONG_NAME and kind_of(cell) == "value":
        fit -= _BEGINS_WITH_NUMBER
    return fit + _UNENDED * bool(_OPEN_END.search(cell))


def _ends_with_unit(cell: str) -> bool:
    """Whether the last one or two characters are a unit: 检修次数次."""
    return any(resolve(cell[-length:]) is not None for length in (1, 2))


def _unheaded(cell: str) -> float:
    """Return what a text costs below an unknown heading, which must not swallow rows."""
    return _UNHEADED + _EACH_LETTER * len(cell) + _SECOND_NUMBER * len(_NUMBERS.findall(cell))


def _words_odds(cell: str) -> float:
    """Return the price of words with numbers in them, or of a level."""
    numbers = len(_NUMBERS.findall(cell))
    odds = _NUMBER_IN_WORDS * numbers + _SECOND_NUMBER * max(0, numbers - 1)
    odds += _LEVEL_AS_NAME if LEVEL.fullmatch(cell) else 0.0
    return odds + (_IDLE_NUMBER if _IN_NO_NAME.search(cell) else 0.0)


def _value_odds(cell: str, *, apart: bool) -> float:
    """Return the price of a value with a number that is not what it is about."""
    numbers = len(_NUMBERS.findall(cell)) - bool(_DATE.search(cell))
    if numbers < 1:
        return _IDLE_NUMBER * cell.endswith("%")
    quantity = parse(without_blanks(cell))
    is_idle = quantity.kind in _WORDED or "unknown-unit" in quantity.flags
    beside = sum(bool(odd.search(cell)) for odd in _ODD_VALUES)
    beside += len(_LETTER.findall(cell)) >= (_SENTENCE_BESIDE_UNIT if apart else _SENTENCE)
    return _SECOND_NUMBER * (numbers - 1) + _IDLE_NUMBER * is_idle + _WORDS_BESIDE * beside
