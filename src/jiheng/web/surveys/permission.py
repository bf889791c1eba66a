"""Who may do what with a survey: a pure function beside the one of forms."""

from enum import StrEnum

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import Action, Step
from jiheng.web.people.roles import Role


class Deed(StrEnum):
    """What is done with a survey."""

    RUN = "run"
    """Begin it, make its codes."""
    KEY = "key"
    """Key in what came back on paper."""
    CLOSE = "close"


ASKING = (Step.MONITORING, Step.SELF_EVALUATION)
"""People are asked while the project runs, and until its results are handed in."""
_ROLES = {
    Deed.RUN: frozenset({Role.CLERK}),
    Deed.KEY: frozenset({Role.CLERK, Role.SECTION}),
    Deed.CLOSE: frozenset({Role.CLERK}),
}


def decide_survey(posts: tuple[Post, ...], situation: Situation, deed: Deed) -> Ruling:
    """Return whether somebody with these posts may do this with the surveys of a form.

    A survey that still runs when its form is handed in can be closed at any step.
    """
    if decide(posts, Action.READ, situation) is not Ruling.ALLOWED:
        return Ruling.OUT_OF_REACH
    held = {post.role for post in posts if situation.branch.startswith(post.branch)}
    if not held & _ROLES[deed]:
        return Ruling.NO_ROLE
    is_time = deed is Deed.CLOSE or situation.step in ASKING
    return Ruling.ALLOWED if is_time else Ruling.WRONG_STEP
