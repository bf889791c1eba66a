"""Who may score the rows of a form: a pure function beside the one of forms.

Whoever may pass a form on may score it at that step; nobody scores what they had a hand in.
"""

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import Action, Step

PASSING = {
    Step.DEPARTMENT_REVIEW: Action.REVIEW_DEPARTMENT,
    Step.FINANCE_RECHECK: Action.RECHECK,
}
"""With which action a scored form goes on."""


def decide_scoring(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody with these posts may score the rows of a form now."""
    action = PASSING.get(situation.step)
    return Ruling.WRONG_STEP if action is None else decide(posts, action, situation)
