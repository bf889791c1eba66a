"""The steps of a form and what can be done with it: closed lists."""

from enum import StrEnum


class Step(StrEnum):
    """Where a form stands."""

    TARGET_DRAFT = "target-draft"
    TARGET_REVIEW = "target-review"
    TARGET_APPROVAL = "target-approval"
    MONITORING = "monitoring"
    ADJUSTMENT = "adjustment"
    SELF_EVALUATION = "self-evaluation"
    DEPARTMENT_REVIEW = "department-review"
    FINANCE_RECHECK = "finance-recheck"
    CLOSED = "closed"


class Action(StrEnum):
    """What a person does with a form."""

    READ = "read"
    BEGIN = "begin"
    FILL = "fill"
    IMPORT = "import"
    DECLARE = "declare"
    REVIEW_TARGET = "review-target"
    APPROVE_TARGET = "approve-target"
    ASK_ADJUSTMENT = "ask-adjustment"
    APPROVE_ADJUSTMENT = "approve-adjustment"
    REPORT_MONITORING = "report-monitoring"
    HAND_IN = "hand-in"
    RESUBMIT = "resubmit"
    REVIEW_DEPARTMENT = "review-department"
    RECHECK = "recheck"
    SEND_BACK = "send-back"
    WITHDRAW = "withdraw"
    ASK_OPENING = "ask-opening"
    OPEN_CELL = "open-cell"
    REFUSE_OPENING = "refuse-opening"
    LINK_ROWS = "link-rows"
    ISSUE_NOTICE = "issue-notice"
    FEED_BACK = "feed-back"
    REFUSE_FEEDBACK = "refuse-feedback"
    CLOSE_NOTICE = "close-notice"
    REVOKE_NOTICE = "revoke-notice"
    ADVISE = "advise"
    PROPOSE_PUBLICATION = "propose-publication"
    REVIEW_SECRECY = "review-secrecy"
    MASK_TEXTS = "mask-texts"


SUBMITTING = frozenset({Action.DECLARE, Action.HAND_IN, Action.RESUBMIT, Action.ASK_ADJUSTMENT})
"""After these the form waits for somebody else, and can be withdrawn."""

REVIEWING = frozenset(
    {
        Action.REVIEW_TARGET,
        Action.APPROVE_TARGET,
        Action.APPROVE_ADJUSTMENT,
        Action.REVIEW_DEPARTMENT,
        Action.RECHECK,
        Action.SEND_BACK,
        Action.OPEN_CELL,
        Action.REFUSE_OPENING,
    }
)
"""These judge a form at its step: the route says who does."""

SETTLING = frozenset({Action.REFUSE_FEEDBACK, Action.CLOSE_NOTICE, Action.REVOKE_NOTICE})
"""These settle a notice of rectification, and belong to the office that issued it."""

NEVER_OWN = REVIEWING | SETTLING | {Action.ISSUE_NOTICE, Action.ADVISE}
"""Whoever had a hand in a form does not do these with it."""

ANSWERING = frozenset({Action.OPEN_CELL, Action.REFUSE_OPENING})
"""These answer a request that a locked cell be opened."""

CLEARING = frozenset({Action.PROPOSE_PUBLICATION, Action.REVIEW_SECRECY, Action.MASK_TEXTS})
"""These bring a closed form to the public; whoever proposes it does nothing else of them."""

BESIDE_A_RETURN = frozenset(
    {Action.WITHDRAW, Action.RESUBMIT, Action.ASK_OPENING, Action.OPEN_CELL, Action.REFUSE_OPENING}
)
"""These leave a return as it is until somebody judges the form again."""

DRAFTS = (Step.TARGET_DRAFT, Step.SELF_EVALUATION)
"""Here the unit writes in the form."""

EVALUATED = (Step.SELF_EVALUATION, Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK, Step.CLOSED)
"""From here on the form has results that can be scored and audited."""
