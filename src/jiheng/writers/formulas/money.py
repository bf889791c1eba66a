"""The execution rate and its points."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jiheng.writers.formulas.candidates import Candidate
from jiheng.writers.formulas.worksheet import Worksheet, fixed, shown_decimals
from jiheng.writers.layout.formula import Formula

_RATE = re.compile(r"\d+(?:\.(\d+))?(%?)")
_BLANK_PLACES = 2
_BUDGETS = ("adjusted_budget", "initial_budget")


def rates(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield the rate of each money line: what was spent over the budget that the pack names."""
    for index in range(len(sheet.scored.form.funds.lines)):
        line = f"funds.lines[{index}]"
        place, base = sheet.place(f"{line}.rate"), _base(sheet, line)
        if place is None or base is None:
            continue
        printed = sheet.text_at(place)
        found = _RATE.fullmatch(printed)
        ratio = _ratio(sheet, line, base)
        if found is not None and ratio is not None:
            yield Candidate(
                place=place,
                formula=_rate(sheet, line, base, found, ratio),
            )
        elif index == 0 and not printed and _is_blank(sheet, line, base):
            pattern = f"{_ready('{0},{1}', 2)}ROUND({{0}}/{{1}},{_BLANK_PLACES + 2})))"
            areas = (sheet.area(f"{line}.executed"), sheet.area(base))
            blank = Formula(
                pattern=pattern, areas=areas, shows="", kind="percent", decimals=_BLANK_PLACES
            )
            yield Candidate(place=place, formula=blank)


def _rate(sheet: Worksheet, line: str, base: str, found: re.Match[str], ratio: Fraction) -> Formula:
    decimals, is_percent = len(found[1] or ""), bool(found[2])
    value = f"{fixed(ratio * 100, decimals):f}"
    inner = f"{{0}}/{{1}},{decimals + 2}" if is_percent else f"{{0}}/{{1}}*100,{decimals}"
    return Formula(
        pattern=f"{_ready('{0},{1}', 2)}ROUND({inner})))",
        areas=(sheet.area(f"{line}.executed"), sheet.area(base)),
        shows=value + found[2],
        kind="percent" if is_percent else "number",
        decimals=decimals or None,
    )


def execution_score(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield the points of the rate where they follow it in a straight line."""
    rule, line = sheet.scored.pack.execution.value, "funds.lines[0]"
    place, base = sheet.place(f"{line}.score"), _base(sheet, line)
    if place is None or base is None or rule.kind != "linear":
        return
    if sheet.place(f"{line}.weight") is None:
        return
    shows = _points(sheet, line, base)
    if shows is None:
        return
    rounding = sheet.scored.pack.rounding.value
    rate = "{0}/{1}"
    if rounding.order == "rate-first":
        rate = f"ROUND({rate},{rounding.rate_places + 2})"
    rate = f"MIN({rate},1)" if rule.capped else rate
    weighed = sheet.rounded(f"{rate}*{{2}}")
    formula = Formula(
        pattern=f"{_ready('{0},{1},{2}', 3)}{weighed}))",
        areas=tuple(sheet.area(path) for path in (f"{line}.executed", base, f"{line}.weight")),
        shows=shows,
        decimals=shown_decimals(sheet.text_at(place)),
    )
    yield Candidate(place=place, formula=formula)


def _points(sheet: Worksheet, line: str, base: str) -> str | None:
    """Return the points as they are now; "" for an empty form, None where they are open."""
    item = sheet.scored.execution
    ratio, weight = _ratio(sheet, line, base), sheet.number(f"{line}.weight")
    if ratio is None:
        return "" if _is_blank(sheet, line, base) else None
    is_certain = item is not None and item.low is not None and item.low == item.high
    if weight is None or item is None or item.low is None or not is_certain:
        return None
    return sheet.rounding(Decimal(item.low) / 100)


def _ready(cells: str, count: int) -> str:
    """Return the beginning that leaves the cell blank until all others are filled."""
    return f'IF(COUNT({cells})<{count},"",IF({{1}}<=0,"",'


def _base(sheet: Worksheet, line: str) -> str | None:
    """Return the path of the budget that the rate divides by."""
    wanted = f"{sheet.scored.pack.money_base.value}_budget"
    found = [
        f"{line}.{name}"
        for name in sorted(_BUDGETS, key=lambda name: name != wanted)
        if sheet.place(f"{line}.{name}") is not None
    ]
    filled = [path for path in found if not sheet.is_empty(path)]
    return next(iter((*filled, *found)), None)


def _ratio(sheet: Worksheet, line: str, base: str) -> Fraction | None:
    executed, budget = sheet.number(f"{line}.executed"), sheet.number(base)
    if executed is None or budget is None or budget <= 0 or executed < 0:
        return None
    return Fraction(executed) / Fraction(budget)


def _is_blank(sheet: Worksheet, line: str, base: str) -> bool:
    return sheet.is_empty(f"{line}.executed") and sheet.is_empty(base)
