"""Which value of the pack a branch of the rule rests on."""

from jiheng.model.citation import Citation
from jiheng.rulebook.pack import Pack

NEGATIVE = frozenset({"kept", "inverse", "excess", "exceeded-zero", "at-limit"})
EQUAL = frozenset({"exact", "not-exact", "deviation", "equal-over-cost"})
PROPORTIONAL = frozenset({"attained", "proportional", "above-pass", "under-pass", "date-reached"})
TIERS = frozenset({"tier-met", "tier-partly", "tier-unmet", "date-late"})


def law(branch: str, direction: str | None, pack: Pack) -> Citation | None:
    """Return the source of the rule that was applied; None where no rule could be.

    Args:
        branch: name of the branch.
        direction: the operator that counts: what was reached under ``=`` rests on another value
            than what was reached under ``≥``.
    """
    if branch in PROPORTIONAL and direction in {"eq", "approx"}:
        return pack.equal.source
    if branch.startswith("over-"):
        return pack.over_completion.source
    if branch.startswith("execution-"):
        return pack.execution.source
    if branch.startswith("zero-target"):
        return pack.zero_target.source
    if branch.startswith("zero-budget"):
        return pack.zero_budget.source
    if branch == "satisfaction-band":
        return (pack.satisfaction_bands or pack.satisfaction).source
    groups = (
        (NEGATIVE, pack.negative.source),
        (EQUAL, pack.equal.source),
        (PROPORTIONAL, pack.pass_threshold.source),
        (TIERS, pack.tiers.source),
    )
    return next((source for group, source in groups if branch in group), None)
