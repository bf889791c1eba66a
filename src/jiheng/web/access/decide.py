"""May this person do this with this form now? Every check of the platform is this function."""

from enum import StrEnum

from msgspec import Struct

from jiheng.web.access.table import HIRED, roles_for
from jiheng.web.chain.route import load_route
from jiheng.web.chain.steps import (
    ANSWERING,
    CLEARING,
    DRAFTS,
    NEVER_OWN,
    REVIEWING,
    SETTLING,
    SUBMITTING,
    Action,
    Step,
)
from jiheng.web.people.roles import Role
from jiheng.web.rectification.states import NoticeState


class Ruling(StrEnum):
    """Yes, or why not."""

    ALLOWED = "allowed"
    OUT_OF_REACH = "out-of-reach"
    WRONG_STEP = "wrong-step"
    NO_ROLE = "no-role"
    OWN_FORM = "own-form"
    OWN_PROPOSAL = "own-proposal"
    NOT_NOW = "not-now"


class Post(Struct, frozen=True, kw_only=True):
    """A role, and the branch in which it is held.

    Attributes:
        holder: key of the person.
    """

    role: Role
    branch: str
    holder: int = 0


class OpenNotice(Struct, frozen=True, kw_only=True):
    """A notice of rectification that is not settled: whose turn it is, and who issued it."""

    state: NoticeState
    by: Role


class Situation(Struct, frozen=True, kw_only=True):
    """What has to be known of a form.

    Attributes:
        branch: of the unit whose form it is.
        is_own: the person is its filler, or wrote or submitted a version of it.
        last: the last action that moved it.
        is_returned: it was returned and has not been taken up since.
        asked_of: the step whose judges were asked to open a locked cell and have not answered.
        is_assigned: the person was given it to review.
        notice: the notice of rectification that is open.
        cleared: the last of the steps towards its publication.
        is_proposer: the person proposed its publication last.
    """

    branch: str
    route: str
    step: Step
    is_own: bool = False
    last: Action | None = None
    is_returned: bool = False
    asked_of: Step | None = None
    is_assigned: bool = False
    notice: OpenNotice | None = None
    cleared: Action | None = None
    is_proposer: bool = False


_WHILE_NOTICE = {
    Action.ISSUE_NOTICE: (None,),
    Action.SEND_BACK: (None,),
    Action.WITHDRAW: (None,),
    Action.FEED_BACK: (NoticeState.ISSUED,),
    Action.REFUSE_FEEDBACK: (NoticeState.FED_BACK,),
    Action.CLOSE_NOTICE: (NoticeState.FED_BACK,),
    Action.REVOKE_NOTICE: (NoticeState.ISSUED, NoticeState.FED_BACK),
}
"""How the open notice has to stand, None where there is to be none; the others do not ask."""


def decide(posts: tuple[Post, ...], action: Action, situation: Situation) -> Ruling:
    """Return whether somebody with these posts may do this with a form in this situation."""
    held = frozenset(post.role for post in posts if situation.branch.startswith(post.branch))
    if not situation.is_assigned:
        held -= HIRED
    if not held & _readers(situation.step):
        return Ruling.OUT_OF_REACH
    if not roles_for(action, situation.step):
        return Ruling.WRONG_STEP
    if not held & _entitled(action, situation):
        return Ruling.NO_ROLE
    if action in NEVER_OWN and situation.is_own:
        return Ruling.OWN_FORM
    if action in CLEARING - {Action.PROPOSE_PUBLICATION} and situation.is_proposer:
        return Ruling.OWN_PROPOSAL
    return Ruling.ALLOWED if _is_time_for(action, situation) else Ruling.NOT_NOW


_AFTER = {
    Action.PROPOSE_PUBLICATION: {None, Action.REVIEW_SECRECY, Action.MASK_TEXTS},
    Action.REVIEW_SECRECY: {Action.PROPOSE_PUBLICATION},
    Action.MASK_TEXTS: {Action.REVIEW_SECRECY, Action.MASK_TEXTS},
}
"""What came last before each step towards publication; a review waits for a proposal."""


def _readers(step: Step) -> frozenset[Role]:
    return roles_for(Action.READ, step)


def _entitled(action: Action, situation: Situation) -> frozenset[Role]:
    """The roles that may do this with this form: what is judged, by whom the route names."""
    roles = roles_for(action, situation.step)
    if action in REVIEWING:
        at = (action in ANSWERING and situation.asked_of) or situation.step
        roles &= frozenset(load_route(situation.route).judges(at))
    if action in SETTLING and situation.notice is not None:
        roles &= {situation.notice.by}
    return roles


def _is_time_for(action: Action, situation: Situation) -> bool:
    """Whether what happened last lets this follow."""
    state = situation.notice.state if situation.notice else None
    is_late = action in _WHILE_NOTICE and state not in _WHILE_NOTICE[action]
    if is_late or (action in CLEARING and situation.cleared not in _AFTER[action]):
        return False
    if action is Action.FILL:
        return situation.step in DRAFTS or state is NoticeState.ISSUED
    if action in {Action.RESUBMIT, Action.DECLARE, Action.HAND_IN}:
        return situation.is_returned == (action is Action.RESUBMIT)
    if action in ANSWERING or action is Action.ASK_OPENING:
        return (situation.asked_of is not None) == (action in ANSWERING)
    if action is Action.WITHDRAW:
        return situation.last in SUBMITTING
    return True
