"""What the form itself says of scoring: its notes and its column 得分计算方法."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.model.form import Form

STATED_READS = ("notes", "indicators.method", "funds.lines.method")

_BAND = r"%?[-~至–—](\d{1,3})%?(?:\(含\))?"
_TIERS = re.compile(rf"(?<!\d)100{_BAND}[、,;和]?\1{_BAND}[、,;和]?\2%?[-~至–—]0")
_EXCESS = re.compile(r"1-\(B-A\)/A", re.IGNORECASE)
_INVERSE = re.compile(r"(?<![A-Za-z])(?:[^/或,;。]{0,8}\(A\)/[^/或,;。]{0,8}\(B\)|A/B)")
_ZERO = re.compile(
    r"(?:超过|超出|突破|高于)(?:年度)?(?:指标值|目标值|指标|目标)的?,?(?:均)?(?:不得分|得0分|记0分|计0分)"
)
_LINEAR = re.compile(r"执行率(?:\(B/A\))?[×*xX]")


class Stated(Struct, frozen=True, kw_only=True):
    """Rules that one text of the form states; empty where it is silent.

    Attributes:
        tiers: lower ends of the first and second tier, in percent.
        negative: how it scores a ceiling that was exceeded, in the words of the rule packs.
        is_linear: it scores execution as rate × weight.
    """

    tiers: tuple[int, int] | None = None
    negative: tuple[str, ...] = ()
    is_linear: bool = False


def stated(text: str) -> Stated:
    """Return the rules that a note or a method cell states.

    Example:
        >>> stated("定性分为三档：100-80%（含）、80-50%（含）、50-0%").tiers
        (80, 50)
        >>> stated("反向指标：年度指标值（A）/全年实际值（B）×该指标分值").negative
        ('inverse',)
    """
    return _stated("".join(unicodedata.normalize("NFKC", text[:4000]).split()))


@lru_cache(maxsize=512)
def _stated(plain: str) -> Stated:
    tiers = _TIERS.search(plain)
    found = (("inverse", _INVERSE), ("excess", _EXCESS), ("zero", _ZERO))
    return Stated(
        tiers=(int(tiers[1]), int(tiers[2])) if tiers else None,
        negative=tuple(name for name, pattern in found if pattern.search(plain)),
        is_linear=_LINEAR.search(plain) is not None,
    )


def stated_rules(form: Form) -> tuple[tuple[str, Stated], ...]:
    """Return the rules that a form states, each with the first cell that states it so."""
    first: dict[str, str] = {}
    for path, text in _texts(form):
        if text:
            first.setdefault(text, path)
    return tuple((path, stated(text)) for text, path in first.items())


def _texts(form: Form) -> list[tuple[str, str | None]]:
    return [
        *((f"notes[{i}]", note) for i, note in enumerate(form.notes)),
        *((indicator_cell(i, "method"), row.method) for i, row in enumerate(form.indicators)),
        *((money_cell(i, "method"), line.method) for i, line in enumerate(form.funds.lines)),
    ]
