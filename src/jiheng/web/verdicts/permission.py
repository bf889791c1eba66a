"""Who may score the rows of a form: a pure function beside the one of forms.

Whoever may pass a form on may score it at that step, and whoever was given it after a draw, also
when it is closed; nobody scores what they had a hand in.
"""

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import Action, Step
from jiheng.web.people.roles import Role

PASSING = {
    Step.DEPARTMENT_REVIEW: Action.REVIEW_DEPARTMENT,
    Step.FINANCE_RECHECK: Action.RECHECK,
}
"""With which action a scored form goes on."""
READING_PAPERS = (
    Role.DEPARTMENT_REVIEWER,
    Role.BUDGET_OFFICE,
    Role.PERFORMANCE_OFFICE,
    Role.THIRD_PARTY,
    Role.AUDITOR,
)
"""Whose papers the working papers are, at every step at which they see the form."""


GIVEN_AT = (Step.FINANCE_RECHECK, Step.CLOSED)
"""The steps at which a form that was drawn is scored by whoever was given it."""


def decide_scoring(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody with these posts may score the rows of a form now."""
    if situation.is_assigned and situation.step in GIVEN_AT:
        ruling = decide(posts, Action.READ, situation)
        is_own = ruling is Ruling.ALLOWED and situation.is_own
        return Ruling.OWN_FORM if is_own else ruling
    action = PASSING.get(situation.step)
    return Ruling.WRONG_STEP if action is None else decide(posts, action, situation)


def reads_papers(posts: tuple[Post, ...], situation: Situation) -> bool:
    """Return whether somebody with these posts may see what is not told to the unit."""
    here = tuple(
        post
        for post in posts
        if post.role in READING_PAPERS and situation.branch.startswith(post.branch)
    )
    return decide(here, Action.READ, situation) is Ruling.ALLOWED
