"""The TX checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.tx01_outcome_repeats_goal import outcome_repeats_goal
from jiheng.audit.checks.tx04_reason_missing import reason_missing
from jiheng.audit.checks.tx05_reason_is_slogan import reason_is_slogan
from jiheng.audit.checks.tx06_reason_without_measure import reason_without_measure
from jiheng.audit.checks.tx12_cited_document_newer import cited_document_newer
from jiheng.audit.checks.tx13_typing_slip import typing_slip
from jiheng.audit.checks.tx14_goal_label_missing import goal_label_missing

CHECKS: tuple[Check[FormCheck], ...] = (
    outcome_repeats_goal,
    reason_missing,
    reason_is_slogan,
    reason_without_measure,
    cited_document_newer,
    typing_slip,
    goal_label_missing,
)
