"""The TX checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.tx01_outcome_repeats_goal import outcome_repeats_goal
from jiheng.audit.checks.tx02_outcome_misses_goal import outcome_misses_goal
from jiheng.audit.checks.tx03_outcome_without_facts import outcome_without_facts
from jiheng.audit.checks.tx04_reason_missing import reason_missing
from jiheng.audit.checks.tx05_reason_is_slogan import reason_is_slogan
from jiheng.audit.checks.tx06_reason_without_measure import reason_without_measure
from jiheng.audit.checks.tx07_reason_contradicts_numbers import reason_contradicts_numbers
from jiheng.audit.checks.tx08_reason_repeated import reason_repeated
from jiheng.audit.checks.tx09_problems_denied import problems_denied
from jiheng.audit.checks.tx10_text_of_another_unit import text_of_another_unit
from jiheng.audit.checks.tx11_text_too_long import text_too_long
from jiheng.audit.checks.tx12_cited_document_newer import cited_document_newer
from jiheng.audit.checks.tx13_typing_slip import typing_slip
from jiheng.audit.checks.tx14_goal_label_missing import goal_label_missing

CHECKS: tuple[Check[FormCheck], ...] = (
    outcome_repeats_goal,
    outcome_misses_goal,
    outcome_without_facts,
    reason_missing,
    reason_is_slogan,
    reason_without_measure,
    reason_contradicts_numbers,
    reason_repeated,
    problems_denied,
    text_of_another_unit,
    text_too_long,
    cited_document_newer,
    typing_slip,
    goal_label_missing,
)
