"""XI24 target-already-reached."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# (2022年:61%), (上年实际完成96次)
_EARLIER = re.compile(
    r"(?:上一?年度?|去年|(?P<year>20\d\d)年度?)(?:实际)?(?:完成|达到|实现)?[值数]?[为是:]*"
    r"(?P<value>\d.{0,20})"
)
_FLOORS = frozenset({"ge", "gt", "eq"})


@check(
    code="XI24",
    name="target-already-reached",
    severity="warning",
    since="0.1.0",
    reads=(
        "year",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效目标审核：适当性、可行性", verified=False),
    ),
)
def target_already_reached(scored: ScoredForm) -> Iterator[Outcome]:
    """The target asks for less than an earlier year brought, as the target's cell itself says.

    The cell names the earlier result: ≥62%（2022年:61%）. The same again is no defect, since much
    work is done every year.

    ## Why it matters
    A target that was passed before the year began asks for nothing; next year's will be higher.

    ## What to do
    Set the target by the last results, or say why less can be expected.
    """
    for row in scored.indicators:
        earlier = _earlier(row.target, scored.form.year)
        if earlier is None:
            continue
        if _is_easier(row, earlier):
            yield fails(
                target_cell(row),
                printed=row.target.raw,
                expected=earlier.raw,
                name=row.row.name,
            )
        else:
            yield passes(target_cell(row))


def _earlier(target: Quantity, year: int | None) -> Quantity | None:
    """Return the result of an earlier year in a target's note, in the target's unit."""
    found = _EARLIER.fullmatch(target.note or "")
    if found is None or not target.is_number:
        return None
    if found["year"] and (year is None or int(found["year"]) >= year):
        return None
    earlier = parse(found["value"])
    is_plain = earlier.is_number and earlier.note is None
    return earlier if is_plain and earlier.dimension == target.dimension else None


def _is_easier(row: ScoredIndicator, earlier: Quantity) -> bool:
    asked, had = value_of(row.target) or 0, value_of(earlier) or 0
    return asked < had if row.direction in _FLOORS else asked > had
