"""The BU checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.bu01_rate_differs import rate_differs
from jiheng.audit.checks.bu02_execution_misscored import execution_misscored
from jiheng.audit.checks.bu03_sources_differ_from_total import sources_differ_from_total
from jiheng.audit.checks.bu04_grant_differs_from_parts import grant_differs_from_parts
from jiheng.audit.checks.bu05_overspent import overspent
from jiheng.audit.checks.bu06_sub_line_scored import sub_line_scored
from jiheng.audit.checks.bu07_budget_of_zero import budget_of_zero
from jiheng.audit.checks.bu08_adjustment_unexplained import adjustment_unexplained
from jiheng.audit.checks.bu09_low_rate_unexplained import low_rate_unexplained
from jiheng.audit.checks.bu10_total_above_ceiling import total_above_ceiling
from jiheng.audit.checks.bu11_money_unit_implausible import money_unit_implausible
from jiheng.audit.checks.bu13_spent_to_the_cent import spent_to_the_cent
from jiheng.audit.checks.bu14_low_rate_full_outputs import low_rate_full_outputs
from jiheng.audit.checks.bu15_prose_in_money_cell import prose_in_money_cell
from jiheng.audit.checks.bu16_rate_without_sign import rate_without_sign

CHECKS: tuple[Check[FormCheck], ...] = (
    rate_differs,
    execution_misscored,
    sources_differ_from_total,
    grant_differs_from_parts,
    overspent,
    sub_line_scored,
    budget_of_zero,
    adjustment_unexplained,
    low_rate_unexplained,
    total_above_ceiling,
    money_unit_implausible,
    spent_to_the_cent,
    low_rate_full_outputs,
    prose_in_money_cell,
    rate_without_sign,
)
