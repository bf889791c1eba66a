"""The ceiling that the execution rate puts on a form's total."""

from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack
from jiheng.scoring import kernels
from jiheng.scoring.branches import BRANCH_NAMES, CEILING, NOT_LIMITED
from jiheng.scoring.figures import about, percent_text
from jiheng.scoring.laws import law
from jiheng.scoring.rules import NO_LIMIT, Rules
from jiheng.scoring.scored import CappedTotal

Rate = tuple[int, int]


def total_under(ends: tuple[int, int], rate: Rate | None, rules: Rules) -> tuple[int, int]:
    """Return the lowest and highest total, under the ceilings of the execution rate."""
    low, high, _ = kernels.total(*ends, *(rate or (0, 0)), rules)
    return low, high


def capped_total(rate: Rate | None, rules: Rules, pack: Pack, language: str) -> CappedTotal | None:
    """Return the ceiling of a form's total in words, or None where none holds for its rate.

    Args:
        rate: executed / budget; None where it cannot be said.
        rules: the pack's numbers.
        pack: the rules.
        language: of the sentence.
    """
    _, most, branch = kernels.total(0, NO_LIMIT - 1, *(rate or (0, 0)), rules)
    if branch == NOT_LIMITED:
        return None
    key = BRANCH_NAMES[branch]
    values = {"most": format_points(most)}
    if rate is not None:
        values |= {"rate": percent_text(*rate), "about": about(rate, rate)}
    return CappedTotal(
        most=most if branch == CEILING else None,
        arithmetic=say(f"arithmetic.{key}", language, **values),
        law=law(key, "execution", pack),
    )
