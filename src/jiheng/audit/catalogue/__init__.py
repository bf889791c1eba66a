"""Every check, in reporting order; one explicit tuple a group."""

from jiheng.audit.catalogue import (
    across_forms,
    arithmetic,
    goal_stage,
    identity,
    indicators,
    money,
    papers,
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
    *papers.CHECKS,
)

RUN_CHECKS: tuple[Check[RunCheck], ...] = (*across_forms.CHECKS, *goal_stage.CHECKS)

_EVERY = (*FORM_CHECKS, *RUN_CHECKS)
_GROUPS = tuple(dict.fromkeys(check.code[:2] for check in _EVERY))
ALL_CHECKS = tuple(sorted(_EVERY, key=lambda check: (_GROUPS.index(check.code[:2]), check.code)))
"""Every check by group and number, whether it looks at one form or at several."""
