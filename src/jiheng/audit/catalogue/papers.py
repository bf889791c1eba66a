"""The checks that hold a form against its own papers, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.cf17_satisfaction_unproven import satisfaction_unproven
from jiheng.audit.checks.cf18_score_unproven import score_unproven

CHECKS: tuple[Check[FormCheck], ...] = (satisfaction_unproven, score_unproven)
