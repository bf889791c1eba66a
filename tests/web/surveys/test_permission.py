"""Who may run a survey, key in its papers and close it, as a table of cases."""

import pytest

from jiheng.web.access.decide import Post, Ruling, Situation
from jiheng.web.chain.steps import Step
from jiheng.web.people.roles import Role
from jiheng.web.surveys.permission import Deed, decide_survey

UNIT = "1.2.3."
OTHERS = [role for role in Role if role not in {Role.CLERK, Role.SECTION}]


def ruled(role=Role.CLERK, deed=Deed.RUN, branch=UNIT, step=Step.SELF_EVALUATION):
    there = Situation(branch=UNIT, route="common", step=step)
    return decide_survey((Post(role=role, branch=branch),), there, deed)


@pytest.mark.parametrize("deed", list(Deed))
def test_the_units_clerk_does_everything(deed):
    assert ruled(deed=deed) is Ruling.ALLOWED


def test_a_section_keys_in_papers_and_nothing_else():
    assert [ruled(Role.SECTION, deed) for deed in (Deed.RUN, Deed.KEY, Deed.CLOSE)] == [
        Ruling.NO_ROLE,
        Ruling.ALLOWED,
        Ruling.NO_ROLE,
    ]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_does_any_of_it(role):
    assert Ruling.ALLOWED not in {ruled(role, deed) for deed in Deed}


@pytest.mark.parametrize("deed", list(Deed))
def test_for_a_clerk_elsewhere_there_is_no_survey(deed):
    assert ruled(deed=deed, branch="1.2.4.") is Ruling.OUT_OF_REACH


@pytest.mark.parametrize("step", [Step.TARGET_DRAFT, Step.DEPARTMENT_REVIEW, Step.CLOSED])
def test_people_are_asked_while_the_project_runs(step):
    assert ruled(step=step) is Ruling.WRONG_STEP


def test_a_survey_that_still_runs_is_closed_at_any_step():
    assert ruled(deed=Deed.CLOSE, step=Step.CLOSED) is Ruling.ALLOWED
