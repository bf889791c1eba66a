"""The checks that look at all forms of a run, in reporting order."""

from jiheng.audit.check import Check, RunCheck
from jiheng.audit.checks.bu17_carry_over_not_shown import carry_over_not_shown
from jiheng.audit.checks.bu18_money_in_two_projects import money_in_two_projects
from jiheng.audit.checks.cf01_project_without_form import project_without_form
from jiheng.audit.checks.cf02_approved_goals_changed import approved_goals_changed
from jiheng.audit.checks.cf03_target_lowered import target_lowered
from jiheng.audit.checks.cf04_figure_repeated_for_others import figure_repeated_for_others
from jiheng.audit.checks.cf05_opposite_directions import opposite_directions
from jiheng.audit.checks.cf06_satisfaction_always_the_same import satisfaction_always_the_same
from jiheng.audit.checks.cf07_scores_all_alike import scores_all_alike
from jiheng.audit.checks.cf08_promise_not_kept import promise_not_kept
from jiheng.audit.checks.cf09_score_jumps import score_jumps
from jiheng.audit.checks.cf10_monitoring_contradicted import monitoring_contradicted
from jiheng.audit.checks.cf12_summary_differs import summary_differs
from jiheng.audit.checks.cf13_report_inconsistent import report_inconsistent
from jiheng.audit.checks.cf14_review_unexplained import review_unexplained
from jiheng.audit.checks.cf15_review_far_below import review_far_below
from jiheng.audit.checks.cf16_published_version_differs import published_version_differs
from jiheng.audit.checks.cf19_grade_without_effect import grade_without_effect

CHECKS: tuple[Check[RunCheck], ...] = (
    carry_over_not_shown,
    money_in_two_projects,
    project_without_form,
    approved_goals_changed,
    target_lowered,
    figure_repeated_for_others,
    opposite_directions,
    satisfaction_always_the_same,
    scores_all_alike,
    promise_not_kept,
    score_jumps,
    monitoring_contradicted,
    summary_differs,
    report_inconsistent,
    review_unexplained,
    review_far_below,
    published_version_differs,
    grade_without_effect,
)

OF_ONE_PROJECT: tuple[Check[RunCheck], ...] = (
    carry_over_not_shown,
    promise_not_kept,
    score_jumps,
    monitoring_contradicted,
)
"""Those that hold a project's form against its own earlier ones, and need no other project."""
