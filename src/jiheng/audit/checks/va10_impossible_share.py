"""VA10 impossible-share."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import bare_name, mentions
from jiheng.model.citation import Citation
from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA10",
    name="impossible-share",
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
            title="绩效指标取值惯例",
            pinpoint="比率以100%为上限",
            verified=False,
        ),
    ),
)
def impossible_share(scored: ScoredForm) -> Iterator[Outcome]:
    """A share that cannot exceed 100 % is printed above it, or with "at least 100 %".

    ## Why it matters
    A satisfaction of 290 % is a slip of the pen or of the scanner; "≥100%" can only be met.

    ## What to do
    Correct the number; write =100% where all is meant.
    """
    for row in scored.indicators:
        if not _is_share(row):
            continue
        for field, value in (("target", row.target), ("actual", row.actual)):
            yield from _outcome(row, field, value)


def _is_share(row: ScoredIndicator) -> bool:
    name = bare_name(row.row.name)
    words = value_words()
    return name.endswith(words.share_endings) and not mentions(name, words.may_exceed)


def _outcome(row: ScoredIndicator, field: str, value: Quantity) -> Iterator[Outcome]:
    if not value.is_number or value.dimension != "ratio" or value.amount is None:
        return
    (cell,) = row_cells(row, field)
    whole = PER_UNIT * value.over
    name = row.row.name
    is_all = field == "target" and value.amount == whole
    if value.amount > whole or (is_all and value.op == "gt"):
        yield fails(cell, printed=value.raw, name=name)
    elif is_all and value.op == "ge":
        yield fails(cell, message="fails-bound", printed=value.raw, expected="=100%", name=name)
    else:
        yield passes(cell)
