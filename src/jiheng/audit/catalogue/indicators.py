"""The XI checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.xi01_cost_differs_from_spent import cost_differs_from_spent
from jiheng.audit.checks.xi02_cost_target_differs_from_budget import cost_target_differs_from_budget
from jiheng.audit.checks.xi03_price_times_count_differs import price_times_count_differs
from jiheng.audit.checks.xi04_parts_exceed_budget import parts_exceed_budget
from jiheng.audit.checks.xi05_control_rate_contradicts_execution import (
    control_rate_contradicts_execution,
)
from jiheng.audit.checks.xi06_money_arrived_but_no_cost import money_arrived_but_no_cost
from jiheng.audit.checks.xi07_nothing_done_yet_full import nothing_done_yet_full
from jiheng.audit.checks.xi08_short_yet_complete import short_yet_complete
from jiheng.audit.checks.xi09_quantity_and_spending_apart import quantity_and_spending_apart
from jiheng.audit.checks.xi10_rate_differs_from_counts import rate_differs_from_counts
from jiheng.audit.checks.xi11_part_exceeds_whole import part_exceeds_whole
from jiheng.audit.checks.xi12_indicator_repeated import indicator_repeated
from jiheng.audit.checks.xi13_indicator_misplaced import indicator_misplaced
from jiheng.audit.checks.xi14_kind_missing import kind_missing
from jiheng.audit.checks.xi15_indicator_too_heavy import indicator_too_heavy
from jiheng.audit.checks.xi16_target_in_name import target_in_name
from jiheng.audit.checks.xi17_strangers_asked import strangers_asked
from jiheng.audit.checks.xi18_goal_number_differs import goal_number_differs
from jiheng.audit.checks.xi19_price_above_standard import price_above_standard
from jiheng.audit.checks.xi20_late_yet_full import late_yet_full
from jiheng.audit.checks.xi21_deadline_is_year_end import deadline_is_year_end
from jiheng.audit.checks.xi22_recurring_deadline_undated import recurring_deadline_undated
from jiheng.audit.checks.xi23_benefit_restates_output import benefit_restates_output
from jiheng.audit.checks.xi24_target_already_reached import target_already_reached

CHECKS: tuple[Check[FormCheck], ...] = (
    cost_differs_from_spent,
    cost_target_differs_from_budget,
    price_times_count_differs,
    parts_exceed_budget,
    control_rate_contradicts_execution,
    money_arrived_but_no_cost,
    nothing_done_yet_full,
    short_yet_complete,
    quantity_and_spending_apart,
    rate_differs_from_counts,
    part_exceeds_whole,
    indicator_repeated,
    indicator_misplaced,
    kind_missing,
    indicator_too_heavy,
    target_in_name,
    strangers_asked,
    goal_number_differs,
    price_above_standard,
    late_yet_full,
    deadline_is_year_end,
    recurring_deadline_undated,
    benefit_restates_output,
    target_already_reached,
)
