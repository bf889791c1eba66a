"""Who may do what with a row that was sent: a pure function beside the one of forms.

A row is sent, taken back and accepted by whoever may fill in its form; what is new is only who may
answer.
"""

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import Action, Step
from jiheng.web.people.roles import Role
from jiheng.web.sections.models import OPEN, State


def decide_answer(
    posts: tuple[Post, ...], situation: Situation, state: State, *, is_asked: bool
) -> Ruling:
    """Return whether somebody with these posts may fill in a row that was sent.

    Args:
        posts: where they hold which role.
        situation: of the form.
        state: of the row.
        is_asked: the row was sent to them.
    """
    held = any(
        post.role is Role.SECTION and situation.branch.startswith(post.branch) for post in posts
    )
    if not held or not is_asked or decide(posts, Action.READ, situation) is not Ruling.ALLOWED:
        return Ruling.OUT_OF_REACH
    if situation.step is not Step.SELF_EVALUATION:
        return Ruling.WRONG_STEP
    return Ruling.ALLOWED if state in OPEN else Ruling.NOT_NOW
