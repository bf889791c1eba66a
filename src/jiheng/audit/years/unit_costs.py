"""单位成本: what one unit of what was done cost, where units allow to say so."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.money_block import total_row
from jiheng.audit.facts.names import bare_name
from jiheng.model.form import Form, Indicator
from jiheng.scoring.understanding import understand

_NOT_COUNTED = frozenset({"ratio", "money", "time", "month", "working-day", None})


class UnitCost(Struct, frozen=True, kw_only=True):
    """What one unit cost in a year.

    Attributes:
        kind: a unit price that the form prints, or all money spent over the one thing counted.
        name: of the row: the price, or what was counted.
        index: of the row.
        yuan: the cost.
        per: the unit below the stroke, as printed.
    """

    kind: Literal["price", "average"]
    name: str
    index: int
    yuan: Fraction
    per: str

    def key(self, renamed: Mapping[str, str] | None = None) -> str:
        """Return what is the same for the same cost of the year before, where it had its name."""
        name = bare_name(self.name)
        return f"{self.kind}|{(renamed or {}).get(name, name)}|{self.per}"


def unit_costs(form: Form) -> tuple[UnitCost, ...]:
    """Return the unit costs of a form: its prices, and the average where one thing is counted.

    Where several things are counted, the money was not spent on one of them alone.
    """
    return (*_prices(form), *_averages(form))


def _prices(form: Form) -> Iterator[UnitCost]:
    for index, row in enumerate(form.indicators):
        read = understand(row)
        dimension, _, per = (read.actual.dimension or "").partition("/")
        yuan = value_of(read.actual)
        if dimension == "money" and per and yuan is not None and level2_of(row) == "cost":
            below = (read.actual.unit or "").partition("/")[2] or per
            yield UnitCost(kind="price", name=row.name, index=index, yuan=yuan, per=below)


def _averages(form: Form) -> Iterator[UnitCost]:
    line = total_row(form)
    counted = [index for index, row in enumerate(form.indicators) if _is_counted(row)]
    if line is None or not line.executed or len(counted) != 1:
        return
    index = counted[0]
    done = understand(form.indicators[index]).actual
    number = value_of(done)
    if number is not None and number > 0 and done.dimension not in _NOT_COUNTED:
        # Per 万人 would be another unit than per 人: the amount is in base units already.
        unit = (done.unit or "").lstrip("十百千万亿")
        name = form.indicators[index].name
        yuan = line.executed / number
        yield UnitCost(kind="average", name=name, index=index, yuan=yuan, per=unit)


def _is_counted(row: Indicator) -> bool:
    return level2_of(row) == "quantity"
