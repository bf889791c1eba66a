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
"""These judge a form, so whoever wrote in it may not do them."""

ANSWERING = frozenset({Action.OPEN_CELL, Action.REFUSE_OPENING})
"""These answer a request that a locked cell be opened."""

CLEARING = frozenset({Action.PROPOSE_PUBLICATION, Action.REVIEW_SECRECY, Action.MASK_TEXTS})
"""These bring a closed form to the public; whoever proposes it does nothing else of them."""

BESIDE_A_RETURN = frozenset(
    {Action.WITHDRAW, Action.RESUBMIT, Action.ASK_OPENING, Action.OPEN_CELL, Action.REFUSE_OPENING}
)
"""These leave a return as it is until somebody judges the form again."""

EVALUATED = (Step.SELF_EVALUATION, Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK, Step.CLOSED)
"""From here on the form has results that can be scored and audited."""
