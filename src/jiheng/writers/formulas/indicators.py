"""Points of indicators whose target and actual are a number with the same unit."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jiheng.model.quantity import Operator
from jiheng.rulebook.pack import Pack
from jiheng.scoring.scored import ScoredIndicator
from jiheng.writers.formulas.candidates import Candidate
from jiheng.writers.formulas.worksheet import Worksheet, shown_decimals
from jiheng.writers.layout.formula import Formula

_VALUE = re.compile(r'([≥≧⩾≤≦⩽<>=＝＜＞]?)(\d{1,12}(?:\.\d{1,4})?)([^\d\s"{}\x00-\x1f]{0,40})')
_KINDS = frozenset({"positive", "negative", "satisfaction"})


def indicator_scores(sheet: Worksheet) -> Iterator[Candidate]:
    """Yield scores that are a ratio times the weight, never more than the weight."""
    if not _is_simple(sheet.scored.pack):
        return
    for each in sheet.scored.indicators:
        row = f"indicators[{each.index}]"
        place = sheet.place(f"{row}.score")
        if place is None or not _is_plain(sheet, each):
            continue
        target, actual = _part(sheet, f"{row}.target", 0), _part(sheet, f"{row}.actual", 1)
        ratio = _ratio(each.direction, sheet.scored.pack)
        if target is None or actual is None or ratio is None or target[1] != actual[1]:
            continue
        share = _filled(ratio, target[0], actual[0])
        paths = (f"{row}.target", f"{row}.actual", f"{row}.weight")
        formula = Formula(
            pattern=sheet.rounded(f"{share}*{{2}}"),
            areas=tuple(sheet.area(path) for path in paths),
            shows=sheet.rounding(Decimal(each.item.low or 0) / 100),
            decimals=shown_decimals(sheet.text_at(place)) if sheet.text_at(place) else None,
        )
        yield Candidate(place=place, formula=formula)


def _is_simple(pack: Pack) -> bool:
    """Whether reached is full and nothing else than the ratio counts."""
    return (
        pack.pass_threshold.value is None
        and pack.over_completion.value.action in {"none", "reason"}
        and pack.satisfaction.value == "as-positive"
        and pack.rounding.value.order == "score-only"
    )


def _is_plain(sheet: Worksheet, scored: ScoredIndicator) -> bool:
    """Whether one score follows from the printed cells alone, and it is printed."""
    item, row = scored.item, f"indicators[{scored.index}]"
    return (
        item.kind in _KINDS
        and item.low is not None
        and item.low == item.high == item.printed
        and sheet.number(f"{row}.weight") is not None
        and sheet.number(f"{row}.score") is not None
        and scored.row.adjusted_target is None
    )


def _part(sheet: Worksheet, path: str, area: int) -> tuple[str, str] | None:
    """Return the expression of the number in a text cell, and its unit."""
    place = sheet.place(path)
    found = None if place is None else _VALUE.fullmatch(sheet.text_at(place))
    if found is None or Decimal(found[2]) <= 0:
        return None
    expression = f"{{{area}}}"
    for sign in (found[1], found[3]):
        if sign:
            expression = f'SUBSTITUTE({expression},"{sign}","")'
    return f"VALUE({expression})", found[3]


def _ratio(direction: Operator | None, pack: Pack) -> str | None:
    """Return what the weight is multiplied by, from target A and actual B."""
    if direction in {"ge", "gt"}:
        return "MIN(B/A,1)"
    if direction != "le":
        return None
    kinds = {
        "inverse": "MIN(A/B,1)",
        "zero": "IF(B<=A,1,0)",
        "excess": "MAX(MIN(2-B/A,1),0)",
    }
    return kinds[pack.negative.value]


def _filled(ratio: str, target: str, actual: str) -> str:
    """Return a ratio with the expressions of A and B in it."""
    return re.sub(r"\b[AB]\b", lambda name: target if name[0] == "A" else actual, ratio)
