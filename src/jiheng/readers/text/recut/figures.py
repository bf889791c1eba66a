"""What a text costs as points, a share, or a cell of the money block."""

import re
from collections.abc import Callable
from functools import lru_cache

from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.recut.sentences import method_fit, reason_fit
from jiheng.readers.text.recut.values import DASHES, DIGIT
from jiheng.rulebook.headings import without_blanks

NEVER = 9.0
"""Where not even a neighbour makes it likely."""
TWO_NUMBERS = re.compile(r"\d\s+[\d.]")
_POINTS = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?分?")
_AMOUNT = re.compile(r"-?(?:0|[1-9][\d,]{0,14})(?:\.\d{1,6})?(?:万?元)?")
_PERCENT = re.compile(r"(?:0|[1-9]\d{0,3})(?:\.\d{1,4})?[%％]?")
_WHOLE = 100


def points_fit(text: str) -> float:
    """Return what a text costs as a weight or a score."""
    if _POINTS.fullmatch(text):
        return 0.0 if float(text.removesuffix("分")) <= _WHOLE else 6.0
    if DASHES.fullmatch(text):
        return 0.5 if len(text) == 1 else 1.6
    return NEVER


def coefficient_fit(text: str) -> float:
    """Return what a text costs as a share of the points."""
    if DASHES.fullmatch(text):
        return 0.8
    return 0.0 if _PERCENT.fullmatch(text) else NEVER


@lru_cache(maxsize=20_000)
def money_fit(role: str, text: str) -> float:
    """Return what a text costs in a role of the money block; its first column holds labels."""
    if not without_blanks(text) or (TWO_NUMBERS.search(text) and role not in {"reason", "method"}):
        return NEVER
    fit = _MONEY.get(role)
    return NEVER if fit is None else fit(without_blanks(text))


def _label(text: str) -> float:
    if money_label(text) is not None:
        return 0.0
    return NEVER if DIGIT.search(text) or len(text) == 1 else 0.8 + 0.1 * len(text)


def _amount(text: str) -> float:
    if DASHES.fullmatch(text):
        return 0.5 + (len(text) > 1)
    return 0.0 if _AMOUNT.fullmatch(text) else NEVER


def _rate(text: str) -> float:
    if DASHES.fullmatch(text):
        return 1.0 if len(text) > 1 else 0.0
    if not _PERCENT.fullmatch(text):
        return NEVER
    return 0.0 if float(text.rstrip("%％")) <= _WHOLE else 2.5


_MONEY: dict[str, Callable[[str], float]] = {
    "label": _label,
    "initial_budget": _amount,
    "adjusted_budget": _amount,
    "executed": _amount,
    "weight": points_fit,
    "rate": _rate,
    "score": points_fit,
    "method": method_fit,
    "reason": reason_fit,
}
