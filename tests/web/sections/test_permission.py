"""Who may answer for a row, as a table of cases."""

import pytest

from jiheng.web.access.decide import Post, Ruling, Situation
from jiheng.web.chain.steps import Step
from jiheng.web.people.roles import Role
from jiheng.web.sections.models import State
from jiheng.web.sections.permission import decide_answer

UNIT = "1.2.3."
HERE = Situation(branch=UNIT, route="common", step=Step.SELF_EVALUATION)


def ruled(role=Role.SECTION, branch=UNIT, situation=HERE, state=State.WAITING, is_asked=True):
    """Return the ruling on somebody with one post."""
    return decide_answer((Post(role=role, branch=branch),), situation, state, is_asked=is_asked)


@pytest.mark.parametrize("branch", [UNIT, "1.2."])
def test_a_section_of_unit_or_department_answers_what_it_was_asked(branch):
    assert ruled(branch=branch) is Ruling.ALLOWED


@pytest.mark.parametrize("branch", ["1.2.4.", "1.3.", "2."])
def test_a_section_elsewhere_does_not(branch):
    assert ruled(branch=branch) is Ruling.OUT_OF_REACH


def test_a_section_that_was_not_asked_does_not():
    assert ruled(is_asked=False) is Ruling.OUT_OF_REACH


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.SECTION])
def test_no_other_role_answers(role):
    assert ruled(role=role) is Ruling.OUT_OF_REACH


@pytest.mark.parametrize("step", [each for each in Step if each is not Step.SELF_EVALUATION])
def test_an_answer_has_its_time(step):
    there = Situation(branch=UNIT, route="common", step=step)

    assert ruled(situation=there) is Ruling.WRONG_STEP


@pytest.mark.parametrize("state", [State.ACCEPTED, State.TAKEN_BACK])
def test_a_closed_row_takes_no_answer(state):
    assert ruled(state=state) is Ruling.NOT_NOW
