"""How much of its budget a form's project has spent."""

import re
from fractions import Fraction

from jiheng.model.form import Form
from jiheng.rulebook.pack import Pack

# Thousands of digits cannot be computed with, and are no amount.
_NUMBER = re.compile(r"(?![\d.]{30})\d+(\.\d+)?")


def execution_rate(form: Form, pack: Pack) -> str | None:
    """Return executed money over the pack's budget in percent, else the rate as printed."""
    line = form.total_line
    if line is None:
        return None
    base = line.initial_budget if pack.money_base.value == "initial" else line.adjusted_budget
    budget, executed = _money(base), _money(line.executed)
    if budget and executed is not None:
        return percent(executed / budget)
    return with_sign(line.rate)


def percent(share: Fraction) -> str:
    """Return a share in percent, two places, rounded half up.

    Example:
        >>> percent(Fraction(17461600, 86870000))
        '20.10%'
    """
    hundredths = (share.numerator * 20000 + share.denominator) // (share.denominator * 2)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def with_sign(rate: str | None) -> str | None:
    """Return a rate with its percent sign.

    Example:
        >>> with_sign("20.10"), with_sign("100%"), with_sign(None)
        ('20.10%', '100%', None)
    """
    if rate is None or not _NUMBER.fullmatch(rate.strip()):
        return rate
    return f"{rate.strip()}%"


def _money(text: str | None) -> Fraction | None:
    bare = (text or "").replace(",", "").replace("，", "").strip()
    return Fraction(bare) if _NUMBER.fullmatch(bare) else None
