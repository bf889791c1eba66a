"""How far the demonstration's projects are by a month, and targets that are raised."""

import re
from random import Random

from jiheng.model.form import Form, Indicator
from jiheng.web.chain.order import Achieved

_NUMBER = re.compile(r"\d+")
_COUNTED = re.compile(r"(≥|=|≤|不少于|不低于)?\d+(?!\d*[%年月.])")
_YEAR = 12


def countable(form: Form) -> tuple[str, str]:
    """Return the first row whose target counts something, and this target."""
    rows = ((f"indicators[{at}]", row.target or "") for at, row in enumerate(form.indicators))
    return next((row for row in rows if _COUNTED.match(row[1])), ("indicators[0]", "1"))


def raised(target: str, percent: int) -> str:
    """Return a target with its number raised.

    Example:
        >>> raised("≥120人", 20), raised("不少于4次", 5)
        ('≥144人', '不少于5次')
    """
    return _NUMBER.sub(
        lambda found: str(int(found[0]) + max(1, int(found[0]) * percent // 100)), target, count=1
    )


def achieved_by(form: Form, month: int, about: str) -> tuple[Achieved, ...]:
    """Return what a clerk reports of each row at the end of a month."""
    dice = Random(about)
    return tuple(
        Achieved(path=f"indicators[{at}]", done=_done(row, month, dice), forecast=_forecast(row))
        for at, row in enumerate(form.indicators)
        if row.target
    )


def _done(row: Indicator, month: int, dice: Random) -> str:
    if not _COUNTED.match(row.target or ""):
        return dice.choice(("正在实施", "按计划推进", "达到预期"))
    share = month * dice.choice((40, 80, 95, 100, 105, 130))
    return _NUMBER.sub(
        lambda found: str(int(found[0]) * share // (_YEAR * 100)), row.actual or "0", count=1
    )


def _forecast(row: Indicator) -> str:
    return row.actual if row.actual and _COUNTED.match(row.target or "") else "能够完成"
