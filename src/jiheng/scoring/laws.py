"""Which value of the pack a branch of the rule rests on."""

from jiheng.model.citation import Citation
from jiheng.rulebook.pack import Pack, Sourced
from jiheng.scoring.scored import ItemKind

_NEGATIVE = ("kept", "inverse", "excess", "exceeded-zero", "at-limit")
_EQUAL = ("exact", "not-exact", "deviation", "equal-over-cost")
_REACHED = (
    "attained",
    "proportional",
    "above-pass",
    "under-pass",
    "date-reached",
    "below-zero-missed",
)
_WORDS = ("tier-met", "tier-partly", "tier-unmet", "date-late")

FIELD_OF_BRANCH: dict[str, str] = {
    **dict.fromkeys(_NEGATIVE, "negative"),
    **dict.fromkeys(_EQUAL, "equal"),
    **dict.fromkeys(_REACHED, "pass_threshold"),
    **dict.fromkeys(_WORDS, "tiers"),
    "satisfaction-band": "satisfaction_bands",
    "ceiling": "total_ceilings",
    "ceiling-open": "total_ceilings",
    "cost-limit": "cost_limit",
    "cost-limit-open": "cost_limit",
}
"""Field of ``Pack`` by branch."""

FIELD_OF_FAMILY = (
    ("over-", "over_completion"),
    ("execution-", "execution"),
    ("zero-target", "zero_target"),
    ("zero-budget", "zero_budget"),
)
"""Field of ``Pack`` by the beginning of the branch's name."""


def field_of(branch: str, kind: ItemKind) -> str | None:
    """Return the field of ``Pack`` that a branch rests on; None where no rule could be applied.

    Args:
        branch: name of the branch.
        kind: which rule family was asked; what is reached under ``=``, or by satisfaction, rests
            on another value than what is reached under ``≥``.
    """
    field = FIELD_OF_BRANCH.get(branch)
    if field is None:
        families = (field for start, field in FIELD_OF_FAMILY if branch.startswith(start))
        field = next(families, None)
    like_positive = {"equal", "negative", "satisfaction"}
    return kind if field == "pass_threshold" and kind in like_positive else field


def law(branch: str, kind: ItemKind, pack: Pack) -> Citation | None:
    """Return the source of the rule that was applied; None where no rule could be."""
    field = field_of(branch, kind)
    if field is None:
        return None
    value: Sourced[object] = getattr(pack, field)
    return value.source
