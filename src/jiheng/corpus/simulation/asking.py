"""Conditions by which the forms behind a number are found: ``before=良``, ``budget>=1000000``."""

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from importlib import import_module
from pathlib import Path

from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.listing import COLUMNS, MONEY
from jiheng.corpus.store.layout import Arrow
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import phrase, series

_CONDITION = re.compile(r"\s*(?P<column>\w+)\s*(?P<sign><=|>=|!=|=|<|>)\s*(?P<value>.*?)\s*")
_SIGNS: dict[str, Callable[[Arrow, Arrow], Arrow]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_TRUTH = {"true": True, "false": False}


class Asked:
    """The forms of a simulation that meet all conditions.

    Args:
        path: the file of all its forms.
        conditions: as they are typed; none asks for every form.

    Raises:
        SimulationError: the file cannot be used, or a condition is not written as one.
    """

    def __init__(self, path: Path, conditions: tuple[str, ...]) -> None:
        # optional, and not typed
        dataset: Arrow = import_module("pyarrow.dataset")
        arrow: Arrow = import_module("pyarrow")
        self._filter = _filter(conditions)
        try:
            self._forms = dataset.dataset(path, format="parquet")
        except (OSError, arrow.ArrowException) as error:
            raise SimulationError(phrase("simulation.no-forms", path=called(path))) from error

    @property
    def count(self) -> int:
        """How many there are."""
        return self._forms.count_rows(filter=self._filter)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield the values of ``COLUMNS`` of each form; None for a blank."""
        for batch in self._forms.to_batches(columns=list(COLUMNS), filter=self._filter):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _filter(conditions: tuple[str, ...]) -> Arrow:
    found = [_condition(each) for each in conditions]
    whole = found[0] if found else None
    for each in found[1:]:
        whole = whole & each
    return whole


def _condition(text: str) -> Arrow:
    """Return one condition; without a value it asks for blanks, or for what is none."""
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise SimulationError(phrase("simulation.where-unwritten", text=text))
    name, sign, value = found["column"], found["sign"], found["value"]
    if name not in COLUMNS:
        known = series(COLUMNS)
        raise SimulationError(phrase("simulation.where-unknown", column=name, known=known))
    dataset: Arrow = import_module("pyarrow.dataset")
    column = dataset.field(name)
    if not value:
        return column.is_null() if sign == "=" else column.is_valid()
    return _SIGNS[sign](column, _value(name, value, text))


def _value(name: str, value: str, text: str) -> object:
    """Return the value as the column holds it."""
    if name == "changed" and value in _TRUTH:
        return _TRUTH[value]
    if name == "year" and value.isdecimal():
        return int(value)
    if name in (*MONEY, "year", "changed"):
        return _decimal(name, value, text)
    return value


def _decimal(name: str, value: str, text: str) -> Decimal:
    try:
        if name in MONEY:
            return Decimal(value).quantize(Decimal("0.01"))
    except InvalidOperation:
        pass
    raise SimulationError(phrase("simulation.where-value", text=text))
