"""Which branch of a rule a kernel took: whole numbers, and their names for people."""

ATTAINED = 0
PROPORTIONAL = 1
ABOVE_PASS = 2
UNDER_PASS = 3
OVER_REASON = 4
OVER_POINTS = 5
OVER_SHARE = 6
OVER_JUDGED = 7
OVER_UNSETTLED = 8
KEPT = 9
INVERSE = 10
EXCESS = 11
EXCEEDED_ZERO = 12
AT_LIMIT = 13
EXACT = 14
NOT_EXACT = 15
DEVIATION = 16
EQUAL_OVER_COST = 17
ZERO_TARGET_MET = 18
ZERO_TARGET_MISSED = 19
ZERO_TARGET_OPEN = 20
BELOW_ZERO = 21
EXECUTION_LINEAR = 22
EXECUTION_CAPPED = 23
EXECUTION_BAND = 24
EXECUTION_BAND_OR_DONE = 25
ZERO_BUDGET_OPEN = 26
ZERO_BUDGET_FULL = 27
ZERO_BUDGET_ZERO = 28
ZERO_BUDGET_SPENT = 29
SATISFACTION_BAND = 30
DATE_REACHED = 31
DATE_LATE = 32
DATE_OPEN = 33
TIER_MET = 34
TIER_PARTLY = 35
TIER_UNMET = 36
CEILING = 37
CEILING_OPEN = 38
COST_LIMIT = 39
COST_LIMIT_OPEN = 40
BELOW_ZERO_MISSED = 41
EXECUTION_OVERSPENT = 42
UNDECIDED = 43
BLANK_ACTUAL = 44
BLANK_TARGET = 45
UNSCORED = 46
BLANK_MONEY = 47
IN_RANGE = 48
OUT_OF_RANGE = 49
TWO_READINGS = 50

NOT_LIMITED = -1
"""No branch of its own: what a limit left as it was."""

BRANCH_NAMES: tuple[str, ...] = (
    "attained",
    "proportional",
    "above-pass",
    "under-pass",
    "over-reason",
    "over-deducted-points",
    "over-deducted",
    "over-judged",
    "over-unsettled",
    "kept",
    "inverse",
    "excess",
    "exceeded-zero",
    "at-limit",
    "exact",
    "not-exact",
    "deviation",
    "equal-over-cost",
    "zero-target-met",
    "zero-target-missed",
    "zero-target-open",
    "below-zero",
    "execution-linear",
    "execution-capped",
    "execution-band",
    "execution-band-or-done",
    "zero-budget-open",
    "zero-budget-full",
    "zero-budget-zero",
    "zero-budget-spent",
    "satisfaction-band",
    "date-reached",
    "date-late",
    "date-open",
    "tier-met",
    "tier-partly",
    "tier-unmet",
    "ceiling",
    "ceiling-open",
    "cost-limit",
    "cost-limit-open",
    "below-zero-missed",
    "execution-overspent",
    "undecided",
    "blank-actual",
    "blank-target",
    "unscored",
    "blank-money",
    "in-range",
    "out-of-range",
    "two-readings",
)
"""Name of each branch, at its number's place."""
