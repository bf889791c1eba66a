"""A project's form beside that of the year before."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.costs import is_named_whole
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.promised import Outcome, outcome_of
from jiheng.audit.facts.same_rows import same_rows
from jiheng.audit.years.moves import SOFTER, Kind, changed_by, move_of
from jiheng.audit.years.unit_costs import UnitCost, unit_costs
from jiheng.model.form import Form
from jiheng.rulebook.years import Thresholds
from jiheng.scoring.understanding import understand

_PERCENT = 100


class RowStep(Struct, frozen=True, kw_only=True):
    """One indicator from a year to the next.

    Attributes:
        before, now: its positions in both forms.
        move: how its target moved; None where nobody can say.
        promise: what became of the measure that was promised; None where none was.
    """

    before: int
    now: int
    move: Kind | None
    promise: Outcome | None


class CostStep(Struct, frozen=True, kw_only=True):
    """One unit cost from a year to the next; ``change`` is the part by which it rose."""

    before: UnitCost
    now: UnitCost
    change: Fraction | None
    is_jump: bool


class Comparison(Struct, frozen=True, kw_only=True):
    """What a form says beside the one before it.

    Attributes:
        gone: positions of earlier rows that are there no longer.
        new: positions of rows that were not there before.
    """

    rows: tuple[RowStep, ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]
    costs: tuple[CostStep, ...]

    @property
    def softer(self) -> tuple[RowStep, ...]:
        """The rows whose target a reviewer asks about."""
        return tuple(row for row in self.rows if row.move in SOFTER)

    @property
    def harder(self) -> tuple[RowStep, ...]:
        """The rows whose target asks for more."""
        return tuple(row for row in self.rows if row.move == "hardened")

    def promised(self, *outcomes: Outcome) -> tuple[RowStep, ...]:
        """Return the rows whose promise came to one of these."""
        return tuple(row for row in self.rows if row.promise in outcomes)


def compare(
    before: Form, now: Form, limits: Thresholds, renamed: Mapping[str, str] | None = None
) -> Comparison:
    """Return what changed from one year's form to the next one's.

    Args:
        before: the form of the earlier year.
        now: that of the later one.
        limits: from where on a change is told.
        renamed: bare name in the later form → in the earlier one, where somebody said so.
    """
    pairs = same_rows(before.indicators, now.indicators, renamed)
    earlier, later = {one for one, _ in pairs}, {other for _, other in pairs}
    return Comparison(
        rows=tuple(_row_step(before, now, pair, limits) for pair in pairs),
        gone=_others(before, earlier),
        new=_others(now, later),
        costs=_cost_steps(before, now, limits, renamed or {}),
    )


def _others(form: Form, paired: set[int]) -> tuple[int, ...]:
    """The rows with a name that are in no pair."""
    rows = enumerate(form.indicators)
    return tuple(at for at, row in rows if at not in paired and bare_name(row.name))


def _row_step(before: Form, now: Form, pair: tuple[int, int], limits: Thresholds) -> RowStep:
    one, other = before.indicators[pair[0]], now.indicators[pair[1]]
    is_budget = is_named_whole(one) and level2_of(one) == "cost"
    return RowStep(
        before=pair[0],
        now=pair[1],
        # A ceiling for all the money follows the budget, which is approved for itself.
        move=None if is_budget else move_of(understand(one), understand(other), limits),
        promise=outcome_of(one, other),
    )


def _cost_steps(
    before: Form, now: Form, limits: Thresholds, renamed: Mapping[str, str]
) -> tuple[CostStep, ...]:
    known = {each.key(): each for each in unit_costs(before)}
    steps: list[CostStep] = []
    for cost in unit_costs(now):
        earlier = known.get(cost.key(renamed))
        if earlier is not None:
            change = changed_by(earlier.yuan, cost.yuan)
            is_jump = change is not None and abs(change) * _PERCENT >= limits.unit_cost
            steps.append(CostStep(before=earlier, now=cost, change=change, is_jump=is_jump))
    return tuple(steps)
