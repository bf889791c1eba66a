"""The GO checks, which look at goal tables, in reporting order."""

from jiheng.audit.check import Check, RunCheck
from jiheng.audit.checks.go01_goal_unmeasurable import goal_unmeasurable
from jiheng.audit.checks.go02_level_without_indicators import level_without_indicators
from jiheng.audit.checks.go03_benefit_unexplained import benefit_unexplained
from jiheng.audit.checks.go04_explanation_boilerplate import explanation_boilerplate
from jiheng.audit.checks.go05_request_differs_from_product import request_differs_from_product
from jiheng.audit.checks.go06_history_missing import history_missing
from jiheng.audit.checks.go07_targets_ignore_budget import targets_ignore_budget

CHECKS: tuple[Check[RunCheck], ...] = (
    goal_unmeasurable,
    level_without_indicators,
    benefit_unexplained,
    explanation_boilerplate,
    request_differs_from_product,
    history_missing,
    targets_ignore_budget,
)
