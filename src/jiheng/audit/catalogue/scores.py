"""The SC checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.sc01_reached_target_underscored import reached_target_underscored
from jiheng.audit.checks.sc02_shortfall_misscored import shortfall_misscored
from jiheng.audit.checks.sc03_kept_ceiling_underscored import kept_ceiling_underscored
from jiheng.audit.checks.sc04_exceeded_ceiling_misscored import exceeded_ceiling_misscored
from jiheng.audit.checks.sc05_equal_target_misscored import equal_target_misscored
from jiheng.audit.checks.sc06_over_completion_untreated import over_completion_untreated
from jiheng.audit.checks.sc07_same_situation_scored_apart import same_situation_scored_apart
from jiheng.audit.checks.sc08_score_outside_declared_tier import score_outside_declared_tier
from jiheng.audit.checks.sc09_met_target_in_lower_tier import met_target_in_lower_tier
from jiheng.audit.checks.sc10_tiers_differ_from_pack import tiers_differ_from_pack
from jiheng.audit.checks.sc11_full_marks_with_reason import full_marks_with_reason
from jiheng.audit.checks.sc12_zero_marks_unexplained import zero_marks_unexplained
from jiheng.audit.checks.sc13_execution_scored_otherwise import execution_scored_otherwise
from jiheng.audit.checks.sc14_points_below_pass_line import points_below_pass_line
from jiheng.audit.checks.sc15_satisfaction_misscored import satisfaction_misscored
from jiheng.audit.checks.sc16_deduction_misapplied import deduction_misapplied
from jiheng.audit.checks.sc17_rescaled_wrongly import rescaled_wrongly
from jiheng.audit.checks.sc18_cost_row_above_limit import cost_row_above_limit
from jiheng.audit.checks.sc19_stated_method_differs import stated_method_differs
from jiheng.audit.checks.sc20_full_marks_throughout import full_marks_throughout
from jiheng.audit.checks.sc21_scores_in_whole_points import scores_in_whole_points

CHECKS: tuple[Check[FormCheck], ...] = (
    reached_target_underscored,
    shortfall_misscored,
    kept_ceiling_underscored,
    exceeded_ceiling_misscored,
    equal_target_misscored,
    over_completion_untreated,
    same_situation_scored_apart,
    score_outside_declared_tier,
    met_target_in_lower_tier,
    tiers_differ_from_pack,
    full_marks_with_reason,
    zero_marks_unexplained,
    execution_scored_otherwise,
    points_below_pass_line,
    satisfaction_misscored,
    deduction_misapplied,
    rescaled_wrongly,
    cost_row_above_limit,
    stated_method_differs,
    full_marks_throughout,
    scores_in_whole_points,
)
