"""The money block: amounts that add up, and the points for spending them."""

import re
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.sectors import wording
from jiheng.corpus.style import Style
from jiheng.model.form import Funds, MoneyLine
from jiheng.model.points import format_points
from jiheng.rulebook.layouts import Layout, MoneyLabel

_USUAL_POINTS = 10
_POINTS = re.compile(r"(\d+)分")

_FEN = {"元": 100, "万元": 1_000_000}
"""Cents in one unit of a form's money."""


class Money(Struct, frozen=True, kw_only=True):
    """The block, and what the indicators need of it.

    Attributes:
        points: the score of the year's total, in 1/100 point, as much of it as was spent.
        budget: the year's total in 万元, as a target prints it.
        spent: what was spent of it.
    """

    funds: Funds
    points: int
    budget: str
    spent: str


class _Sum(Struct, frozen=True, kw_only=True):
    """One line's amounts, in cents."""

    initial: int
    adjusted: int
    executed: int


def execution_points(layout: Layout) -> int:
    """Return the points for execution in 1/100 point; 0 where the form does not score it."""
    headings = {column.role: column.heading for column in layout.money_columns}
    if not headings.keys() & {"weight", "score"}:
        return 0
    told = _POINTS.search(headings.get("score", ""))
    if told is not None:
        return int(told[1]) * 100
    return int(layout.heading_weight or _USUAL_POINTS) * 100


def some_money(layout: Layout, style: Style, dice: Random) -> Money:
    """Return a money block in the unit of the layout."""
    total = _total(layout, style, dice)
    # Rounded once: the printed rate in 1/100 percent is what the points are computed from.
    rate = (total.executed * 2_00_00 + total.adjusted) // (2 * total.adjusted)
    full = execution_points(layout)
    points = (2 * rate * full + 1_00_00) // (2 * 1_00_00)
    is_moved = total.initial != total.adjusted
    amounts = _split(layout.money_lines, total, dice)
    heading = layout.heading_weight
    lines = tuple(_line(label, amounts[label.label], layout, style) for label in layout.money_lines)
    first = _scored(lines[0], rate, (full, points), style, dice)
    if is_moved:
        told = (dice.choice(wording().adjustments), first.reason)
        first = replace(first, reason="；".join(text for text in told if text))
    funds = Funds(unit=layout.money_unit, heading_weight=heading, lines=(first, *lines[1:]))
    return Money(
        funds=funds,
        points=points,
        budget=_printed(total.adjusted, "万元", cents=False),
        spent=_printed(total.executed, "万元", cents=False),
    )


def _total(layout: Layout, style: Style, dice: Random) -> _Sum:
    step = _FEN["万元"] // dice.choice((1, 1, 1, 10, 100))
    adjusted = dice.randint(12, 4000) * step * (1 if step == _FEN["万元"] else 7)
    has_both = {"initial_budget", "adjusted_budget"} <= set(layout.money_roles)
    moved = has_both and in_hundred(dice, 15) and not style.tidy
    initial = adjusted * dice.choice((80, 90, 120)) // 100 if moved else adjusted
    share = dice.choice((100_00, 100_00, 98_35, dice.randint(82_00, 99_99)))
    executed = adjusted * share // 100_00
    # Whole 1/100 of the printed unit: a form does not print more.
    grain = _FEN[layout.money_unit] // 100
    return _Sum(
        initial=initial // grain * grain, adjusted=adjusted, executed=executed // grain * grain
    )


def _split(labels: tuple[MoneyLabel, ...], total: _Sum, dice: Random) -> dict[str, _Sum]:
    """Return the amounts of every line: parts add up to what they are parts of."""
    amounts = {labels[0].label: total} if labels else {}
    tops = [label.label for label in labels[1:] if label.of in {None, labels[0].label}]
    amounts |= _shares(tops, total, dice)
    for parent in tops:
        parts = [label.label for label in labels if label.of == parent]
        amounts |= _shares(parts, amounts[parent], dice)
    none = _Sum(initial=0, adjusted=0, executed=0)
    return {label.label: amounts.get(label.label, none) for label in labels}


def _shares(names: list[str], whole: _Sum, dice: Random) -> dict[str, _Sum]:
    """Return a whole divided among lines: mostly all in the first one, sometimes in two."""
    none = _Sum(initial=0, adjusted=0, executed=0)
    shares = dict.fromkeys(names, none)
    if not names:
        return shares
    if len(names) == 1 or in_hundred(dice, 65):
        return shares | {names[0]: whole}
    part = dice.randint(2, 8)
    adjusted = _tenth(whole.adjusted, part)
    # A tenth of whole units, so that the rest prints as short as the whole.
    first = _Sum(
        initial=_tenth(whole.initial, part),
        adjusted=adjusted,
        # Rounding must not leave more for the rest than the rest may spend.
        executed=max(_tenth(whole.executed, part), whole.executed - (whole.adjusted - adjusted)),
    )
    rest = _Sum(
        initial=whole.initial - first.initial,
        adjusted=whole.adjusted - first.adjusted,
        executed=whole.executed - first.executed,
    )
    return shares | {names[0]: first, dice.choice(names[1:]): rest}


def _tenth(amount: int, parts: int) -> int:
    return amount * parts // 10 // _FEN["万元"] * _FEN["万元"]


def _line(label: MoneyLabel, amounts: _Sum, layout: Layout, style: Style) -> MoneyLine:
    def printed(amount: int) -> str | None:
        return _printed(amount, layout.money_unit, style.cents) if amount else style.zero

    return MoneyLine(
        label=label.label,
        of=label.of,
        initial_budget=printed(amounts.initial),
        adjusted_budget=printed(amounts.adjusted),
        executed=printed(amounts.executed),
    )


def _scored(
    line: MoneyLine, rate: int, points: tuple[int, int], style: Style, dice: Random
) -> MoneyLine:
    reason = dice.choice(wording().measures) if rate < 90_00 else None  # noqa: PLR2004
    return MoneyLine(
        label=line.label,
        of=line.of,
        initial_budget=line.initial_budget,
        adjusted_budget=line.adjusted_budget,
        executed=line.executed,
        weight=format_points(points[0]),
        rate=_rate(rate, style),
        score=format_points(points[1]),
        method=dice.choice(wording().methods),
        reason=reason,
    )


def _rate(rate: int, style: Style) -> str:
    whole, rest = divmod(rate, 100)
    shown = str(whole) if style.whole_rate and not rest else f"{whole}.{rest:02d}"
    return shown + "%" * style.rate_sign


def _printed(amount: int, unit: str, cents: bool) -> str:
    """Return cents as an amount in the unit, without zeros behind the point unless wanted."""
    units, rest = divmod(amount, _FEN[unit])
    digits = f"{rest:0{len(str(_FEN[unit])) - 1}d}"
    short = digits.rstrip("0")
    if cents:
        short = short.ljust(2, "0")
    return f"{units}.{short}" if short else str(units)
