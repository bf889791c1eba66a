"""Who may bring a scan: a pure function beside the one of forms."""

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import Action, Step
from jiheng.web.people.roles import Role

HANDED_IN = (Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK, Step.CLOSED)
"""A form is printed and stamped when the unit is done with it."""
_UNIT = frozenset({Role.CLERK, Role.HEAD})


def decide_scan(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody with these posts may bring the scan of a form in this situation."""
    if decide(posts, Action.READ, situation) is not Ruling.ALLOWED:
        return Ruling.OUT_OF_REACH
    held = {post.role for post in posts if situation.branch.startswith(post.branch)}
    if not held & _UNIT:
        return Ruling.NO_ROLE
    return Ruling.ALLOWED if situation.step in HANDED_IN else Ruling.WRONG_STEP


def may_bring_any(posts: tuple[Post, ...]) -> bool:
    """Whether somebody has forms of which they may bring scans."""
    return any(post.role in _UNIT for post in posts)
