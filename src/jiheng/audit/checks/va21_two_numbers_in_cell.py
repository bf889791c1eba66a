"""VA21 two-numbers-in-cell."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.measures import are_alike, measure_of, measure_of_unit
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_NUMBERS = frozenset({"number", "range"})
# 2天1夜 is one stay, 12/12 is all of twelve, and what follows 其中 is a part of the number.
_ONE_THING = re.compile(r"\d天\d{1,3}夜|(?<!\d)(\d{1,12})/\1|其中")
_SIDES = ("宽", "高", "厚", "深", "径")


@check(
    code="VA21",
    name="two-numbers-in-cell",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="四川阆中市2021年度转移支付绩效自评表",
            places=("阆中",),
            pinpoint="建设里程：32.1公里 20 20",
            verified=False,
        ),
    ),
)
def two_numbers_in_cell(scored: ScoredForm) -> Iterator[Outcome]:
    """A value holds two numbers, and either may be meant.

    ## Why it matters
    Only one number can be compared with the other value; the rest goes unscored. Two numbers in a
    target are two indicators; two cells may also have run together.

    ## What to do
    Leave one number in the cell; make further ones indicators of their own.
    """
    for row in scored.indicators:
        target, actual = row_cells(row, "target", "actual")
        said = (
            (target, row.target, len(_numbers(row.target))),
            (actual, row.actual, len(_candidates(row))),
        )
        doubled = tuple((cell, value) for cell, value, numbers in said if numbers > 1)
        single = tuple(cell for cell, value, _ in said if value.is_number)
        if doubled:
            cells = (cell for cell, _ in doubled)
            yield fails(*cells, printed=doubled[0][1].raw, name=row.row.name)
        elif single:
            yield passes(*single)


def _numbers(value: Quantity) -> tuple[Quantity, ...]:
    """Return the numbers of a cell that holds several; () for a cell of one, or of none."""
    if _ONE_THING.search(value.normalised):
        return ()
    if value.kind == "list":
        return _of_one_kind(tuple(part for part in value.parts if _is_count(part)))
    if value.is_number and "two-numbers" in value.flags:
        further = parse(value.note)
        is_number = further.is_number and (further.unit or further.normalised.isdigit())
        return (value, further) if is_number else ()
    return ()


def _is_count(part: Quantity) -> bool:
    return part.kind in _NUMBERS and not (part.prefix or "").endswith(_SIDES)


def _of_one_kind(numbers: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return the numbers without frequencies and prices, where others stand beside them."""
    plain = tuple(number for number in numbers if "/" not in (number.dimension or ""))
    return plain or numbers


def _candidates(row: ScoredIndicator) -> tuple[Quantity, ...]:
    """Return the numbers of the actual value that the target may be compared with.

    办班12期，培训120人 beside a target in 人 leaves no choice.
    """
    numbers = _numbers(row.actual)
    wanted = measure_of(row.target)
    if wanted is None:
        return numbers
    own = tuple(number for number in numbers if measure_of_unit(number) in {wanted, None})
    return own or tuple(number for number in numbers if _may_answer(number, wanted))


def _may_answer(number: Quantity, wanted: str) -> bool:
    measure = measure_of_unit(number)
    return measure is None or are_alike(measure, wanted)
