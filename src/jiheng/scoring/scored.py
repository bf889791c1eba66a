"""A form with its values understood and its scores recomputed."""

from typing import Literal

from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.model.form import Form, Indicator
from jiheng.model.proof import FormProofs
from jiheng.model.quantity import Operator, Quantity
from jiheng.rulebook.pack import Pack

ItemKind = Literal[
    "execution", "positive", "negative", "equal", "date", "qualitative", "satisfaction", "unscored"
]


class ScoredItem(Struct, frozen=True, kw_only=True):
    """One scored cell.

    Attributes:
        at: path of the score's cell: ``indicators[3].score``, ``funds.lines[0].score``.
        kind: which rule family was applied.
        weight: points at stake, 1/100 point; None when blank.
        printed: the score as printed, 1/100 point; None when blank.
        low: lowest score that the rule allows, 1/100 point; None when it cannot be said.
        high: highest such score.
        ruled: lowest and highest before the deduction that the form declares; None where it
            declares none.
        branch: which branch of the rule was taken, such as ``attained`` or ``over-deducted``.
        ratio: actual / target (or the execution rate) as numerator and denominator.
        inferred: the direction was not printed but inferred.
        arithmetic: the calculation as one would write it on paper.
        law: the source of the rule that was applied.
    """

    at: str
    kind: ItemKind
    weight: int | None
    printed: int | None
    low: int | None
    high: int | None
    ruled: tuple[int, int] | None = None
    branch: str
    ratio: tuple[int, int] | None = None
    inferred: bool = False
    arithmetic: str
    law: Citation | None = None

    @property
    def by_rule(self) -> tuple[int | None, int | None]:
        """Lowest and highest score before a deduction."""
        return self.ruled or (self.low, self.high)


class ScoredIndicator(Struct, frozen=True, kw_only=True):
    """One indicator, its values understood and its score recomputed.

    Attributes:
        index: position in ``form.indicators``.
        target: the target that counts: the adjusted one where there is one.
        direction: the operator that counts, printed or inferred.
        direction_printed: whether the operator stands in the form.
    """

    index: int
    row: Indicator
    target: Quantity
    actual: Quantity
    direction: Operator | None
    direction_printed: bool
    item: ScoredItem


class CappedTotal(Struct, frozen=True, kw_only=True):
    """What the execution rate allows a form's total to be.

    Attributes:
        most: 1/100 point; None where the rate cannot be said.
        arithmetic: why, as one would write it on paper.
        law: the source of the ceilings.
    """

    most: int | None
    arithmetic: str
    law: Citation | None


class ScoredForm(Struct, frozen=True, kw_only=True):
    """One form under one rule pack.

    Attributes:
        execution: the scored money line; None when the form has no money block.
        rate: executed / budget as numerator and denominator; None when it cannot be said.
        budget: the budget that the rate divides by, in 1/10,000 yuan.
        executed: in 1/10,000 yuan.
        printed_sum: sum of the printed scores, 1/100 point; None when none is printed.
        capped: the ceiling that the execution rate puts on the total; None where none holds.
        low: lowest total that the rules allow, 1/100 point; None when nothing can be scored.
        high: highest such total.
        proofs: how strong the proof of each point is; None where nobody looked for any.
    """

    form: Form
    pack: Pack
    pack_why: str = ""
    execution: ScoredItem | None
    rate: tuple[int, int] | None
    budget: Quantity | None
    executed: Quantity | None
    indicators: tuple[ScoredIndicator, ...]
    printed_total: int | None
    printed_sum: int | None
    capped: CappedTotal | None = None
    low: int | None
    high: int | None
    proofs: FormProofs | None = None

    @property
    def items(self) -> tuple[ScoredItem, ...]:
        """Execution first, then the indicators in the form's order."""
        rows = tuple(indicator.item for indicator in self.indicators)
        return rows if self.execution is None else (self.execution, *rows)
