"""The values of a row whose digits ran together, cut so that they agree with each other."""

from collections.abc import Sequence
from itertools import takewhile

from jiheng.readers.recognise.costs import INDICATOR_SKIPS, OTHER_SKIP
from jiheng.readers.text.recut.agree import indicator_odds
from jiheng.readers.text.recut.decode import Effort, readings
from jiheng.readers.text.recut.fits import indicator_fit
from jiheng.readers.text.recut.joints import soft_row

Row = dict[str, str]
"""The texts of a row by role."""

_POINTS = {"weight", "score", "coefficient", "deduction", "deviation"}
_VALUES = {"target", "adjusted_target", "actual", *_POINTS}
_FEWEST, _LONGEST, _WAYS = 2, 40, 80
_DIGITS = frozenset("0123456789.%")
_ODD_WEIGHT, _FULL_MARKS, _FAR, _BETTER = 2.0, 0.6, 0.6, 0.5
_DIGITS_OF_WEIGHT = 2
"""What was cut first stays unless another cut is so much better."""


def with_agreeing_values(row: Row, roles: Sequence[str], effort: Effort) -> Row:
    """Return a row with its run of bare digits cut anew, where another cut agrees better.

    90 | 10 | 100 | 10 is as likely as any other cut of 901010010 by its cells alone; that the full
    weight was earned for a target that was reached says which it is.
    """
    cells = [(role, text) for role, text in row.items() if role in _VALUES]
    behind = roles.index(cells[0][0]) if cells else 0
    run = [*takewhile(lambda cell: _DIGITS.issuperset(cell[1]), cells)]
    open_ = [role for role in roles[behind:] if role in _VALUES]
    if len(run) < _FEWEST or len(run) < len(cells):
        return row
    text = "".join(cell for _, cell in run)
    if len(text) > _LONGEST:
        return row
    found = readings(
        soft_row(0, text),
        lambda cell: [indicator_fit(role, cell, apart=False) for role in open_],
        [INDICATOR_SKIPS.get(role, OTHER_SKIP) for role in open_],
        effort,
        is_grid=False,
        most=_WAYS,
    )
    ways = [{open_[at]: cell for at, cell in reading.cells} for reading in found]
    if not ways:
        return row
    best = min(ways, key=lambda way: _odds(row, way))
    if _odds(row, best) + _BETTER > _odds(row, dict(run)):
        return row
    others = {role: cell for role, cell in row.items() if role not in _VALUES}
    return {role: {**others, **best}[role] for role in roles if role in others or role in best}


def _odds(row: Row, values: Row) -> float:
    """Return how badly values agree; an empty column is worse than any of them."""
    fits = sum(indicator_fit(role, text, apart=False) for role, text in values.items())
    empty = sum(INDICATOR_SKIPS.get(role, OTHER_SKIP) for role in _VALUES & {*row} - {*values})
    odds = _likelihood(values, is_share=row.get("unit") in {"%", "百分比"})
    return fits + empty + odds + indicator_odds({**row, **values})


def _likelihood(values: Row, *, is_share: bool) -> float:
    """Return the price of points and values that forms seldom hold."""
    weight, score = values.get("weight", ""), values.get("score", "")
    is_odd = weight in {"0", "00"} or len(weight.partition(".")[0]) > _DIGITS_OF_WEIGHT
    is_odd += is_share and _is_over_whole(values.get("target", ""))
    near = len(values.get("target", "")) - len(values.get("actual", ""))
    return _ODD_WEIGHT * is_odd - _FULL_MARKS * (weight == score) + _FAR * (abs(near) > 1)


def _is_over_whole(share: str) -> bool:
    number = share.partition(".")[0]
    return len(number) > len("100") or (len(number) == len("100") and number > "100")
