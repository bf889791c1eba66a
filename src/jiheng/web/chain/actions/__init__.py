"""One file an action; each says who may, changes the form, and leaves its trace."""

from collections.abc import Callable

from msgspec import Struct

from jiheng.web.chain.actions.approve_adjustment import approve_adjustment
from jiheng.web.chain.actions.approve_target import approve_target
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.actions.ask_opening import ask_opening
from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.mask_texts import mask_texts
from jiheng.web.chain.actions.open_cell import open_cell
from jiheng.web.chain.actions.propose_publication import propose_publication
from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.refuse_opening import refuse_opening
from jiheng.web.chain.actions.report_monitoring import report_monitoring
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.actions.review_target import review_target
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.actions.withdraw import withdraw
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Action


class Move(Struct, frozen=True, kw_only=True):
    """An action that moves a form.

    Attributes:
        asks: what the person has to say with it: ``reason``, ``cells``, ``locked`` (cells that
            are not open), ``aspects``, ``targets``, ``progress``; ``request`` shows what was asked
            for, ``page`` is a page of the action's own; an action that asks nothing is a single
            button.
        is_batch: it can be done with many forms at once.
    """

    action: Action
    perform: Callable[[Order], Event]
    asks: tuple[str, ...] = ()
    is_batch: bool = False


MOVES = (
    Move(action=Action.DECLARE, perform=declare, is_batch=True),
    Move(action=Action.REVIEW_TARGET, perform=review_target, asks=("aspects",)),
    Move(action=Action.APPROVE_TARGET, perform=approve_target, is_batch=True),
    Move(action=Action.ASK_ADJUSTMENT, perform=ask_adjustment, asks=("targets", "reason")),
    Move(action=Action.APPROVE_ADJUSTMENT, perform=approve_adjustment),
    Move(action=Action.REPORT_MONITORING, perform=report_monitoring, asks=("progress",)),
    Move(action=Action.HAND_IN, perform=hand_in, is_batch=True),
    Move(action=Action.RESUBMIT, perform=resubmit, asks=("note",)),
    Move(action=Action.REVIEW_DEPARTMENT, perform=review_department, is_batch=True),
    Move(action=Action.RECHECK, perform=recheck, is_batch=True),
    Move(action=Action.SEND_BACK, perform=send_back, asks=("reason", "cells"), is_batch=True),
    Move(action=Action.WITHDRAW, perform=withdraw),
    Move(action=Action.ASK_OPENING, perform=ask_opening, asks=("reason", "locked")),
    Move(action=Action.OPEN_CELL, perform=open_cell, asks=("request",)),
    Move(action=Action.REFUSE_OPENING, perform=refuse_opening, asks=("request", "reason")),
    Move(action=Action.PROPOSE_PUBLICATION, perform=propose_publication, is_batch=True),
    Move(action=Action.REVIEW_SECRECY, perform=review_secrecy, asks=("page",), is_batch=True),
    Move(action=Action.MASK_TEXTS, perform=mask_texts, asks=("page",)),
)
"""In the order in which their buttons stand."""
