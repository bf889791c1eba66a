"""Who may do what at which step: the one table.

A route can only take away from it: it names who of these judges a form in its place.
"""

from functools import cache

from msgspec import Struct

from jiheng.web.chain.steps import DRAFTS, Action, Step
from jiheng.web.people.roles import Role


class Grant(Struct, frozen=True, kw_only=True):
    """These roles may do this at these steps, within their own branch."""

    action: Action
    steps: tuple[Step, ...]
    roles: tuple[Role, ...]


_ALL_STEPS = tuple(Step)
_UNIT = (Role.CLERK, Role.HEAD)
HIRED = frozenset({Role.THIRD_PARTY})
"""Whoever is one of them reaches only the forms that they were given (``sampling.Assignment``)."""
GIVEN = HIRED | {Role.PERFORMANCE_OFFICE}
"""Whoever is one of them can be given a form to review."""
_REVIEWED = (Step.FINANCE_RECHECK, Step.CLOSED)

TABLE = (
    Grant(
        action=Action.READ,
        steps=_ALL_STEPS,
        roles=(
            *_UNIT,
            Role.SECTION,
            Role.DEPARTMENT_REVIEWER,
            Role.BUDGET_OFFICE,
            Role.PERFORMANCE_OFFICE,
            Role.AUDITOR,
        ),
    ),
    # An evaluator that was hired sees what they were given, when the unit and its department are
    # done with it.
    Grant(
        action=Action.READ,
        steps=_REVIEWED,
        roles=(Role.THIRD_PARTY,),
    ),
    # After the self-evaluation only while a notice of rectification waits for the unit.
    Grant(action=Action.FILL, steps=(*DRAFTS, *_REVIEWED), roles=(Role.CLERK,)),
    # Files come in where a form is still to be written in; the finance bureau also puts the past
    # years' forms on the shelf.
    Grant(
        action=Action.IMPORT,
        steps=(Step.TARGET_DRAFT, Step.SELF_EVALUATION),
        roles=(Role.CLERK, Role.DEPARTMENT_REVIEWER, Role.PERFORMANCE_OFFICE),
    ),
    Grant(action=Action.IMPORT, steps=(Step.CLOSED,), roles=(Role.PERFORMANCE_OFFICE,)),
    Grant(action=Action.BEGIN, steps=(Step.TARGET_DRAFT,), roles=(Role.CLERK,)),
    Grant(action=Action.DECLARE, steps=(Step.TARGET_DRAFT,), roles=_UNIT),
    Grant(
        action=Action.REVIEW_TARGET,
        steps=(Step.TARGET_REVIEW,),
        roles=(Role.DEPARTMENT_REVIEWER,),
    ),
    Grant(
        action=Action.APPROVE_TARGET,
        steps=(Step.TARGET_APPROVAL,),
        roles=(Role.DEPARTMENT_REVIEWER, Role.BUDGET_OFFICE),
    ),
    Grant(action=Action.ASK_ADJUSTMENT, steps=(Step.MONITORING,), roles=(Role.CLERK,)),
    Grant(
        action=Action.APPROVE_ADJUSTMENT,
        steps=(Step.ADJUSTMENT,),
        roles=(Role.DEPARTMENT_REVIEWER, Role.BUDGET_OFFICE),
    ),
    Grant(action=Action.REPORT_MONITORING, steps=(Step.MONITORING,), roles=(Role.CLERK,)),
    Grant(action=Action.HAND_IN, steps=(Step.SELF_EVALUATION,), roles=_UNIT),
    Grant(action=Action.RESUBMIT, steps=(Step.TARGET_DRAFT, Step.SELF_EVALUATION), roles=_UNIT),
    Grant(
        action=Action.REVIEW_DEPARTMENT,
        steps=(Step.DEPARTMENT_REVIEW,),
        roles=(Role.DEPARTMENT_REVIEWER,),
    ),
    Grant(action=Action.RECHECK, steps=(Step.FINANCE_RECHECK,), roles=(Role.PERFORMANCE_OFFICE,)),
    Grant(
        action=Action.SEND_BACK,
        steps=(
            Step.TARGET_REVIEW,
            Step.TARGET_APPROVAL,
            Step.ADJUSTMENT,
            Step.DEPARTMENT_REVIEW,
            Step.FINANCE_RECHECK,
        ),
        roles=(Role.DEPARTMENT_REVIEWER, Role.BUDGET_OFFICE, Role.PERFORMANCE_OFFICE),
    ),
    Grant(
        action=Action.ASK_OPENING,
        steps=(Step.TARGET_DRAFT, Step.SELF_EVALUATION),
        roles=(Role.CLERK,),
    ),
    # Whoever judges the cell's own step answers: the route says who that is.
    *(
        Grant(
            action=action,
            steps=(Step.TARGET_DRAFT, Step.SELF_EVALUATION),
            roles=(Role.DEPARTMENT_REVIEWER, Role.BUDGET_OFFICE, Role.PERFORMANCE_OFFICE),
        )
        for action in (Action.OPEN_CELL, Action.REFUSE_OPENING)
    ),
    # Which row of last year's form one is says something of both years and changes neither.
    Grant(
        action=Action.LINK_ROWS,
        steps=_ALL_STEPS,
        roles=(Role.CLERK, Role.DEPARTMENT_REVIEWER, Role.PERFORMANCE_OFFICE),
    ),
    Grant(
        action=Action.WITHDRAW,
        steps=(
            Step.TARGET_REVIEW,
            Step.TARGET_APPROVAL,
            Step.ADJUSTMENT,
            Step.DEPARTMENT_REVIEW,
            Step.FINANCE_RECHECK,
        ),
        roles=_UNIT,
    ),
    Grant(
        action=Action.PROPOSE_PUBLICATION,
        steps=(Step.CLOSED,),
        roles=(Role.HEAD, Role.DEPARTMENT_REVIEWER),
    ),
    # Any of these, but never whoever proposed it.
    *(
        Grant(
            action=action,
            steps=(Step.CLOSED,),
            roles=(Role.HEAD, Role.DEPARTMENT_REVIEWER, Role.PERFORMANCE_OFFICE),
        )
        for action in (Action.REVIEW_SECRECY, Action.MASK_TEXTS)
    ),
    # A department has its own way to send a form back before the finance bureau has it.
    Grant(action=Action.ISSUE_NOTICE, steps=_REVIEWED, roles=(Role.PERFORMANCE_OFFICE,)),
    Grant(action=Action.ISSUE_NOTICE, steps=(Step.CLOSED,), roles=(Role.DEPARTMENT_REVIEWER,)),
    Grant(action=Action.FEED_BACK, steps=_REVIEWED, roles=_UNIT),
    # Of these, whoever issued the notice.
    *(
        Grant(
            action=action,
            steps=_REVIEWED,
            roles=(Role.DEPARTMENT_REVIEWER, Role.PERFORMANCE_OFFICE),
        )
        for action in (Action.REFUSE_FEEDBACK, Action.CLOSE_NOTICE, Action.REVOKE_NOTICE)
    ),
    Grant(
        action=Action.ADVISE,
        steps=(Step.CLOSED,),
        roles=(Role.BUDGET_OFFICE, Role.PERFORMANCE_OFFICE),
    ),
)


@cache
def roles_for(action: Action, step: Step) -> frozenset[Role]:
    """Return every role that may do this at this step somewhere."""
    return frozenset(
        role
        for grant in TABLE
        if grant.action is action and step in grant.steps
        for role in grant.roles
    )
