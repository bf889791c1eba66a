"""Every check, in reporting order; one explicit tuple a group."""

from jiheng.audit.catalogue import (
    across_forms,
    arithmetic,
    goal_stage,
    identity,
    indicators,
    money,
    scores,
    texts,
    values,
)
from jiheng.audit.check import Check, FormCheck, RunCheck

FORM_CHECKS: tuple[Check[FormCheck], ...] = (
    *arithmetic.CHECKS,
    *money.CHECKS,
    *scores.CHECKS,
    *values.CHECKS,
    *indicators.CHECKS,
    *texts.CHECKS,
    *identity.CHECKS,
)

RUN_CHECKS: tuple[Check[RunCheck], ...] = (*across_forms.CHECKS, *goal_stage.CHECKS)
