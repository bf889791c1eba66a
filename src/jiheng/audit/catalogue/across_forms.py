"""The CF checks, which look at all forms of a run, in reporting order."""

from jiheng.audit.check import Check, RunCheck
from jiheng.audit.checks.cf01_project_without_form import project_without_form
from jiheng.audit.checks.cf02_approved_goals_changed import approved_goals_changed
from jiheng.audit.checks.cf04_figure_repeated_for_others import figure_repeated_for_others
from jiheng.audit.checks.cf05_opposite_directions import opposite_directions
from jiheng.audit.checks.cf06_satisfaction_always_the_same import satisfaction_always_the_same
from jiheng.audit.checks.cf07_scores_all_alike import scores_all_alike
from jiheng.audit.checks.cf12_summary_differs import summary_differs
from jiheng.audit.checks.cf16_published_version_differs import published_version_differs

CHECKS: tuple[Check[RunCheck], ...] = (
    project_without_form,
    approved_goals_changed,
    figure_repeated_for_others,
    opposite_directions,
    satisfaction_always_the_same,
    scores_all_alike,
    summary_differs,
    published_version_differs,
)
