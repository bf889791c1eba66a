"""The cells that are worked out from others: sums and rates. Nobody types in them.

What they are to say is what the checks hold against them (AR01, AR03, BU01), so a cell that is
computed is never a finding. Every other cell, each row's score among them, is the unit's own.
"""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.execution_rate import printed_rate
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.money_block import MoneyRow, base_field, money_rows
from jiheng.audit.facts.rescaling import rescaling_of
from jiheng.audit.facts.totals import due_total
from jiheng.model.points import format_points, parse_points
from jiheng.model.quantity import PER_UNIT
from jiheng.scoring.scored import ScoredForm


class Computed(Struct, frozen=True, kw_only=True):
    """A cell and what it works out to.

    Attributes:
        is_right: what stands there says so already, to the decimals that it prints.
    """

    path: str
    text: str
    is_right: bool


def computed_cells(scored: ScoredForm) -> tuple[Computed, ...]:
    """Return the cells of a form that its other cells decide; one that they leave open is none."""
    return (*_rates(scored), *_total_score(scored), *_total_weight(scored))


def _rates(scored: ScoredForm) -> Iterator[Computed]:
    # 预算执行率 = 全年执行数 ÷ 预算数
    for row in money_rows(scored.form):
        budget, executed = row.amount(base_field(scored, row.line)), row.executed
        has_rate = row.index == 0 or row.line.rate is not None
        if has_rate and budget and executed is not None and executed >= 0:
            yield _rate(scored, row, executed / budget)


def _rate(scored: ScoredForm, row: MoneyRow, rate: Fraction) -> Computed:
    printed = printed_rate(row.line.rate)
    tolerance = Fraction(scored.pack.tolerance.value.rate, PER_UNIT)
    words = percent_words(rate)
    return Computed(
        path=f"funds.lines[{row.index}].rate",
        text=words if printed is None or printed.has_sign else words.removesuffix("%"),
        is_right=printed is not None and printed.agrees(rate, tolerance),
    )


def _total_score(scored: ScoredForm) -> Iterator[Computed]:
    due = due_total(scored)
    is_open = scored.capped is not None and scored.capped.most is None
    if due is None or is_open or rescaling_of(scored) is not None:
        return
    printed = scored.printed_total
    is_right = printed is not None and abs(printed - due) <= scored.pack.tolerance.value.points
    yield Computed(path="total.score", text=format_points(due), is_right=is_right)


def _total_weight(scored: ScoredForm) -> Iterator[Computed]:
    weights = [item.weight for item in scored.items if item.weight is not None]
    if weights:
        due = sum(weights)
        is_right = parse_points(scored.form.total.weight) == due
        yield Computed(path="total.weight", text=format_points(due), is_right=is_right)
