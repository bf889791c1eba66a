"""Who may do what with the papers of a form: pure functions beside the one of forms."""

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.steps import EVALUATED, Action, Step
from jiheng.web.people.roles import Role
from jiheng.web.verdicts.permission import decide_scoring, reads_papers

SEALED_AT = (Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK, Step.CLOSED)
"""A form is sealed when it was handed in."""
ASKING = Role.PERFORMANCE_OFFICE
"""Whose forms are asked for evidence, or not, is theirs to say."""


def decide_attaching(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody may attach papers and take them away: whoever fills in results."""
    ruling = decide(posts, Action.FILL, situation)
    if ruling is Ruling.ALLOWED and situation.step not in EVALUATED:
        return Ruling.WRONG_STEP
    return ruling


def decide_attesting(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody may say that a paper is true: whoever scores the rows."""
    return decide_scoring(posts, situation)


def decide_sealing(posts: tuple[Post, ...], situation: Situation) -> Ruling:
    """Return whether somebody may have the sealed dossier: whoever reads all that is in it."""
    ruling = decide(posts, Action.READ, situation)
    if ruling is not Ruling.ALLOWED:
        return ruling
    if situation.step not in SEALED_AT:
        return Ruling.WRONG_STEP
    return Ruling.ALLOWED if reads_papers(posts, situation) else Ruling.NO_ROLE
