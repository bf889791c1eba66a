"""What the numbers of one form say of one another."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from jiheng.model.form import Form, Indicator, MoneyLine
from jiheng.model.paths import value_at

Values = Mapping[str, Fraction | None]
"""Path of a field → its number; None where it holds none."""

_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,9})?")
_UNITS = "%分元"
_FULL = Fraction(100)
_HALF = Fraction(1, 2)


class Sum(NamedTuple):
    """The parts together are the whole; None for a whole of 100."""

    parts: tuple[str, ...]
    whole: str | None

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that it speaks of."""
        return self.parts if self.whole is None else (*self.parts, self.whole)

    def holds(self, values: Values) -> bool | None:
        """Return whether it is so; None where a number is not one."""
        parts = [values[path] for path in self.parts]
        whole = _FULL if self.whole is None else values[self.whole]
        numbers = [part for part in parts if part is not None]
        if whole is None or len(numbers) < len(parts):
            return None
        return sum(numbers, Fraction(0)) == whole


class Rate(NamedTuple):
    """The rate is what was spent of a budget, in per cent, rounded as it is printed."""

    executed: str
    budget: str
    rate: str
    places: int

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that it speaks of."""
        return (self.executed, self.budget, self.rate)

    def holds(self, values: Values) -> bool | None:
        """Return whether it is so; None where a number is not one."""
        executed, budget, rate = (values[path] for path in self.paths)
        if executed is None or not budget or rate is None:
            return None
        return abs(executed / budget * 100 - rate) <= _HALF / 10**self.places


class Bound(NamedTuple):
    """A score is no higher than its weight."""

    score: str
    weight: str

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that it speaks of."""
        return (self.score, self.weight)

    def holds(self, values: Values) -> bool | None:
        """Return whether it is so; None where a number is not one."""
        score, weight = values[self.score], values[self.weight]
        return None if score is None or weight is None else score <= weight


Relation = Sum | Rate | Bound


def number_of(text: str | None) -> Fraction | None:
    """Return the number that a cell prints; None where it prints none.

    Example:
        >>> number_of("1,940,000"), number_of("97.5%"), number_of("≥95%"), number_of(None)
        (Fraction(1940000, 1), Fraction(195, 2), None, None)
    """
    plain = "" if text is None else text.replace(",", "").replace("，", "").strip().rstrip(_UNITS)
    return Fraction(plain) if _NUMBER.fullmatch(plain) else None


def number_at(form: Form, path: str) -> Fraction | None:
    """Return the number that a field prints; None where it prints none."""
    value = value_at(form, path)
    return number_of(value) if isinstance(value, str) else None


def weights_of(form: Form) -> tuple[str, ...]:
    """Return the paths of the weights that together make the whole."""
    rows = tuple((f"indicators[{at}]", row) for at, row in enumerate(form.indicators))
    scored = _scored_line(form)
    counted = rows if scored is None else (*rows, scored)
    return tuple(f"{path}.weight" for path, row in counted if row.weight is not None)


def relations_of(form: Form) -> tuple[Relation, ...]:
    """Return the relations between the numbers that a form prints."""
    rows = tuple((f"indicators[{at}]", row) for at, row in enumerate(form.indicators))
    scored = _scored_line(form)
    relations: list[Relation] = [
        *_totals(form, rows, scored),
        *_headings(rows),
        *_rates(form),
        *_parts(form),
    ]
    counted = rows if scored is None else (*rows, scored)
    relations += [
        Bound(f"{path}.score", f"{path}.weight")
        for path, row in counted
        if row.score is not None and row.weight is not None
    ]
    return tuple(relations)


def _scored_line(form: Form) -> tuple[str, MoneyLine] | None:
    """Return the money line that is scored with its path."""
    lines = enumerate(form.funds.lines)
    return next(((f"funds.lines[{at}]", line) for at, line in lines if line.score), None)


def _totals(
    form: Form,
    rows: tuple[tuple[str, Indicator], ...],
    scored: tuple[str, MoneyLine] | None,
) -> Iterator[Relation]:
    """Yield that the scores make the total, and the weights 100."""
    counted = rows if scored is None else (*rows, scored)
    scores = tuple(f"{path}.score" for path, row in counted if row.score is not None)
    if form.total.score is not None and len(scores) > 1:
        yield Sum(scores, "total.score")
    weights = weights_of(form)
    if len(weights) > 1:
        yield Sum(weights, None if form.total.weight is None else "total.weight")


def _headings(rows: tuple[tuple[str, Indicator], ...]) -> Iterator[Relation]:
    """Yield that the weights below a heading make the points in it."""
    for (_, points), group in groupby(rows, key=lambda row: (row[1].level1, row[1].level1_points)):
        under = tuple(group)
        weights = tuple(f"{path}.weight" for path, row in under if row.weight is not None)
        if points is not None and weights:
            yield Sum(weights, f"{under[0][0]}.level1_points")


def _rates(form: Form) -> Iterator[Relation]:
    for at, line in enumerate(form.funds.lines):
        path = f"funds.lines[{at}]"
        budget = "initial_budget" if line.adjusted_budget is None else "adjusted_budget"
        if line.rate is not None and line.executed is not None and getattr(line, budget):
            places = len(line.rate.rstrip(_UNITS).partition(".")[2])
            yield Rate(f"{path}.executed", f"{path}.{budget}", f"{path}.rate", places)


def _parts(form: Form) -> Iterator[Relation]:
    """Yield that the lines that belong to no other but the first make it, column by column."""
    lines = form.funds.lines
    if not lines:
        return
    first = lines[0]
    parts = [at for at, line in enumerate(lines) if at and line.of in {None, first.label}]
    for column in ("initial_budget", "adjusted_budget", "executed"):
        paths = tuple(f"funds.lines[{at}].{column}" for at in parts if getattr(lines[at], column))
        if paths and getattr(first, column):
            yield Sum(paths, f"funds.lines[0].{column}")


def falls_short(form: Form) -> bool:
    """Whether the weights make less than the whole that is printed, or than 100."""
    weights = [number_at(form, path) for path in weights_of(form)]
    whole = number_of(form.total.weight) or _FULL
    return bool(weights) and sum(weight or 0 for weight in weights) < whole


def ends_early(form: Form) -> bool:
    """Whether rows have scores and no total is there, or a total without scores."""
    has_scores = any(row.score is not None for row in form.indicators)
    return (form.total.score is None) == has_scores


def makes_total(form: Form) -> bool:
    """Whether nothing says that the scores make another total."""
    sums = (each for each in relations_of(form) if isinstance(each, Sum))
    return not any(
        each.whole == "total.score"
        and each.holds({path: number_at(form, path) for path in each.paths}) is False
        for each in sums
    )
