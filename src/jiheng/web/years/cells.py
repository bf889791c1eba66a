"""One indicator in one year, as the page of the years shows it."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.promised import Outcome
from jiheng.audit.years.comparison import RowStep
from jiheng.audit.years.moves import SOFTER, Kind, changed_by
from jiheng.model.decimals import decimal_words
from jiheng.model.form import Indicator
from jiheng.model.quantity import Quantity
from jiheng.scoring.understanding import Understood

_PERCENT = 100


class Change(Struct, frozen=True, kw_only=True):
    """How far a value is from the year before.

    Attributes:
        words: ``+5.2%``; of a share, points: ``+2``.
        is_points: the words are percentage points.
        is_good: towards what is better; None where nobody can say.
    """

    words: str
    is_points: bool
    is_good: bool | None = None


class Cell(Struct, frozen=True, kw_only=True):
    """An indicator in a year.

    Attributes:
        target, actual, score, weight: as printed.
        move: how the target moved since the year before; None where nobody can say.
        by: by how much it did.
        change: how the result did.
        promise: what became of the measure promised the year before, ``promised``.
    """

    target: str
    actual: str
    score: str
    weight: str
    move: Kind | None = None
    by: Change | None = None
    change: Change | None = None
    promise: Outcome | None = None
    promised: str = ""

    @property
    def is_softer(self) -> bool:
        """Whether a reviewer asks about the target."""
        return self.move in SOFTER


def cell_of(
    rows: Mapping[int, Indicator],
    read: Mapping[int, Understood],
    turn: int,
    step: RowStep | None,
) -> Cell:
    """Return an indicator in one of its years.

    Args:
        rows: its rows by year.
        read: the same, understood.
        turn: which year.
        step: what led to it from the year before.
    """
    row = rows[turn]
    plain = Cell(
        target=row.adjusted_target or row.target or "",
        actual=row.actual or "",
        score=row.score or "",
        weight=row.weight or "",
    )
    if step is None:
        return plain
    before, now = read[turn - 1], read[turn]
    return replace(
        plain,
        move=step.move,
        by=change_of(before.target, now.target),
        change=_result(before, now),
        promise=step.promise,
        promised=(rows[turn - 1].reason or "") if step.promise else "",
    )


def change_of(before: Quantity, now: Quantity) -> Change | None:
    """Return how far a number is from an earlier one of the same kind; None where it is none."""
    one, other = value_of(before), value_of(now)
    if one is None or other is None or before.dimension != now.dimension or one == other:
        return None
    if before.dimension == "ratio":
        return Change(words=_signed((other - one) * _PERCENT), is_points=True)
    part = changed_by(one, other)
    return None if part is None else Change(words=percent(part), is_points=False)


def percent(part: Fraction) -> str:
    """Return a part as a signed percentage of one place.

    Example:
        >>> percent(Fraction(1, 8)), percent(Fraction(-1, 3))
        ('+12.5%', '-33.3%')
    """
    return f"{_signed(part * _PERCENT)}%"


def _signed(number: Fraction) -> str:
    words = decimal_words(number, 1)
    return f"+{words}" if number > 0 else words


def _result(before: Understood, now: Understood) -> Change | None:
    change = change_of(before.actual, now.actual)
    if change is None or now.direction is None or before.direction is None:
        return change
    is_more = not change.words.startswith("-")
    return replace(change, is_good=is_more != (now.direction in {"le", "lt"}))
