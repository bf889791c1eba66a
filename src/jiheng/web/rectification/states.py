"""How a notice of rectification stands, and what results can be used for: closed lists."""

from enum import StrEnum


class NoticeState(StrEnum):
    """Whose turn it is with a notice."""

    ISSUED = "issued"
    FED_BACK = "fed-back"
    CLOSED = "closed"
    REVOKED = "revoked"


OPEN = (NoticeState.ISSUED, NoticeState.FED_BACK)
"""Of these a form has one at most."""


class Use(StrEnum):
    """What the results of a year advise for the next year's budget, the best first."""

    PRIORITY = "priority"
    KEEP = "keep"
    ADJUST = "adjust"
    REDUCE = "reduce"
    AFTER_RECTIFICATION = "after-rectification"
    CANCEL = "cancel"
