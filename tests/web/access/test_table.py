"""Who may do what at which step, written out by hand and held against the one table."""

import pytest
from msgspec.structs import replace

from jiheng.web.access.decide import OpenNotice, Post, Ruling, Situation, decide
from jiheng.web.chain.steps import ANSWERING, Action, Step
from jiheng.web.people.roles import Role
from jiheng.web.rectification.states import NoticeState

READS_ALL = """
read target-draft
read target-review
read target-approval
read monitoring
read adjustment
read self-evaluation
read department-review
read finance-recheck
read closed
"""

LINKS = """
link-rows target-draft
link-rows target-review
link-rows target-approval
link-rows monitoring
link-rows adjustment
link-rows self-evaluation
link-rows department-review
link-rows finance-recheck
link-rows closed
"""

SUBMITS = """
declare target-draft
resubmit target-draft
withdraw target-review
withdraw target-approval
withdraw adjustment
hand-in self-evaluation
resubmit self-evaluation
withdraw department-review
withdraw finance-recheck
"""

FEEDS_BACK = """
feed-back finance-recheck
feed-back closed
"""

EXPECTED = {
    Role.CLERK: READS_ALL
    + SUBMITS
    + LINKS
    + """
    begin target-draft
    import target-draft
    import self-evaluation
    fill target-draft
    fill self-evaluation
    ask-adjustment monitoring
    report-monitoring monitoring
    ask-opening target-draft
    ask-opening self-evaluation
    fill finance-recheck
    fill closed
    """
    + FEEDS_BACK,
    Role.HEAD: READS_ALL
    + SUBMITS
    + FEEDS_BACK
    + """
    propose-publication closed
    review-secrecy closed
    mask-texts closed
    """,
    Role.SECTION: READS_ALL,
    Role.DEPARTMENT_REVIEWER: READS_ALL
    + LINKS
    + """
    import target-draft
    import self-evaluation
    review-target target-review
    send-back target-review
    review-department department-review
    send-back department-review
    open-cell target-draft
    open-cell self-evaluation
    refuse-opening target-draft
    refuse-opening self-evaluation
    propose-publication closed
    review-secrecy closed
    mask-texts closed
    issue-notice closed
    """,
    Role.BUDGET_OFFICE: READS_ALL
    + """
    approve-target target-approval
    send-back target-approval
    approve-adjustment adjustment
    send-back adjustment
    advise closed
    """,
    Role.PERFORMANCE_OFFICE: READS_ALL
    + LINKS
    + """
    import target-draft
    import self-evaluation
    import closed
    recheck finance-recheck
    send-back finance-recheck
    review-secrecy closed
    mask-texts closed
    issue-notice finance-recheck
    issue-notice closed
    refuse-feedback finance-recheck
    refuse-feedback closed
    close-notice finance-recheck
    close-notice closed
    revoke-notice finance-recheck
    revoke-notice closed
    advise closed
    """,
    Role.THIRD_PARTY: """
    read finance-recheck
    read closed
    """,
    Role.AUDITOR: READS_ALL,
    Role.SYSTEM_ADMIN: "",
    Role.SECURITY_ADMIN: "",
    Role.AUDIT_ADMIN: "",
}

CLEARED_BEFORE = {
    Action.REVIEW_SECRECY: Action.PROPOSE_PUBLICATION,
    Action.MASK_TEXTS: Action.REVIEW_SECRECY,
}

WITH_UNIT = OpenNotice(state=NoticeState.ISSUED, by=Role.PERFORMANCE_OFFICE)
WITH_OFFICE = OpenNotice(state=NoticeState.FED_BACK, by=Role.PERFORMANCE_OFFICE)
NOTICES = {
    Action.FILL: WITH_UNIT,
    Action.FEED_BACK: WITH_UNIT,
    Action.REFUSE_FEEDBACK: WITH_OFFICE,
    Action.CLOSE_NOTICE: WITH_OFFICE,
    Action.REVOKE_NOTICE: WITH_OFFICE,
}
"""The notice that an action needs."""
UNIT = "1.2.3."
OWN = (Post(role=Role.CLERK, branch=UNIT),)


def listed(text: str) -> set[str]:
    """Return the lines of a table without their blanks."""
    return {line.strip() for line in text.splitlines() if line.strip()}


def situation(step: Step, action: Action, *, route: str = "common") -> Situation:
    """Return a form at a step, with what an action needs to have happened before."""
    return Situation(
        branch=UNIT,
        route=route,
        step=step,
        last=Action.HAND_IN,
        is_returned=action is Action.RESUBMIT,
        asked_of=Step.DEPARTMENT_REVIEW if action in ANSWERING else None,
        is_assigned=True,
        notice=NOTICES.get(action),
        cleared=CLEARED_BEFORE.get(action),
    )


def granted(role: Role, branch: str = UNIT, route: str = "common") -> set[str]:
    """Return everything that a role may do with a unit's form that somebody else wrote."""
    posts = (Post(role=role, branch=branch),)
    return {
        f"{action} {step}"
        for action in Action
        for step in Step
        if decide(posts, action, situation(step, action, route=route)) is Ruling.ALLOWED
    }


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_in_its_unit_what_the_table_says_and_nothing_else(role):
    assert granted(role) == listed(EXPECTED[role])


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_the_same_from_the_city_down(role):
    assert granted(role, branch="1.") == listed(EXPECTED[role])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("elsewhere", ["1.2.4.", "1.2.3.5.", "1.9.", "2."])
def test_a_role_elsewhere_may_do_nothing(role, elsewhere):
    assert granted(role, branch=elsewhere) == set()


def test_a_route_can_give_the_approval_to_the_department():
    reviewer = granted(Role.DEPARTMENT_REVIEWER, route="department-approves")
    office = granted(Role.BUDGET_OFFICE, route="department-approves")

    assert "approve-target target-approval" in reviewer
    assert "approve-target target-approval" not in office


def test_who_was_hired_may_do_nothing_with_a_form_that_they_were_not_given():
    hired = (Post(role=Role.THIRD_PARTY, branch="1."),)
    closed = Situation(branch=UNIT, route="common", step=Step.CLOSED)

    assert decide(hired, Action.READ, closed) is Ruling.OUT_OF_REACH


def test_nobody_reviews_a_form_that_they_wrote_in():
    posts = (Post(role=Role.DEPARTMENT_REVIEWER, branch="1.2."),)
    own = Situation(branch=UNIT, route="common", step=Step.DEPARTMENT_REVIEW, is_own=True)

    assert decide(posts, Action.REVIEW_DEPARTMENT, own) is Ruling.OWN_FORM
    assert decide(posts, Action.SEND_BACK, own) is Ruling.OWN_FORM
    assert decide(posts, Action.READ, own) is Ruling.ALLOWED


def test_a_returned_form_is_resubmitted_and_not_handed_in():
    returned = Situation(branch=UNIT, route="common", step=Step.SELF_EVALUATION, is_returned=True)

    assert decide(OWN, Action.HAND_IN, returned) is Ruling.NOT_NOW
    assert decide(OWN, Action.RESUBMIT, returned) is Ruling.ALLOWED


def test_what_was_passed_on_by_a_reviewer_cannot_be_withdrawn():
    passed = Situation(
        branch=UNIT,
        route="common",
        step=Step.FINANCE_RECHECK,
        last=Action.REVIEW_DEPARTMENT,
    )

    assert decide(OWN, Action.WITHDRAW, passed) is Ruling.NOT_NOW


def test_who_approved_a_target_is_asked_to_open_it_and_nobody_else():
    asked = Situation(
        branch=UNIT, route="common", step=Step.SELF_EVALUATION, asked_of=Step.TARGET_APPROVAL
    )
    office = (Post(role=Role.BUDGET_OFFICE, branch="1."),)
    reviewer = (Post(role=Role.DEPARTMENT_REVIEWER, branch="1.2."),)

    assert decide(office, Action.OPEN_CELL, asked) is Ruling.ALLOWED
    assert decide(reviewer, Action.OPEN_CELL, asked) is Ruling.NO_ROLE


def test_nobody_answers_what_nobody_asked_and_nobody_asks_twice():
    reviewer = (Post(role=Role.DEPARTMENT_REVIEWER, branch="1.2."),)
    quiet = Situation(branch=UNIT, route="common", step=Step.TARGET_DRAFT)
    asked = Situation(
        branch=UNIT, route="common", step=Step.TARGET_DRAFT, asked_of=Step.TARGET_REVIEW
    )

    assert decide(reviewer, Action.REFUSE_OPENING, quiet) is not Ruling.ALLOWED
    assert decide(OWN, Action.ASK_OPENING, asked) is Ruling.NOT_NOW


def test_an_action_at_another_step_is_refused_for_the_step():
    closed = Situation(branch=UNIT, route="common", step=Step.CLOSED)

    assert decide(OWN, Action.HAND_IN, closed) is Ruling.WRONG_STEP


OFFICE = (Post(role=Role.PERFORMANCE_OFFICE, branch="1."),)
REVIEWER = (Post(role=Role.DEPARTMENT_REVIEWER, branch="1.2."),)


def closed(notice: OpenNotice | None, *, is_own: bool = False) -> Situation:
    """Return a closed form with a notice."""
    return Situation(branch=UNIT, route="common", step=Step.CLOSED, notice=notice, is_own=is_own)


def test_a_closed_form_is_written_in_only_while_a_notice_waits_for_the_unit():
    assert decide(OWN, Action.FILL, closed(None)) is Ruling.NOT_NOW
    assert decide(OWN, Action.FILL, closed(WITH_OFFICE)) is Ruling.NOT_NOW
    assert decide(OWN, Action.FILL, closed(WITH_UNIT)) is Ruling.ALLOWED


def test_the_office_that_issued_a_notice_settles_it_and_no_other():
    assert decide(OFFICE, Action.CLOSE_NOTICE, closed(WITH_OFFICE)) is Ruling.ALLOWED
    assert decide(REVIEWER, Action.CLOSE_NOTICE, closed(WITH_OFFICE)) is Ruling.NO_ROLE


def test_there_is_one_notice_at_a_time():
    assert decide(OFFICE, Action.ISSUE_NOTICE, closed(None)) is Ruling.ALLOWED
    assert decide(REVIEWER, Action.ISSUE_NOTICE, closed(WITH_UNIT)) is Ruling.NOT_NOW


def test_nobody_issues_or_settles_a_notice_on_a_form_that_they_wrote_in():
    assert decide(OFFICE, Action.ISSUE_NOTICE, closed(None, is_own=True)) is Ruling.OWN_FORM
    assert decide(OFFICE, Action.CLOSE_NOTICE, closed(WITH_OFFICE, is_own=True)) is Ruling.OWN_FORM


def test_a_form_with_an_open_notice_is_neither_sent_back_nor_withdrawn():
    noticed = Situation(
        branch=UNIT,
        route="common",
        step=Step.FINANCE_RECHECK,
        last=Action.HAND_IN,
        notice=WITH_UNIT,
    )

    assert decide(OFFICE, Action.SEND_BACK, noticed) is Ruling.NOT_NOW
    assert decide(OWN, Action.WITHDRAW, noticed) is Ruling.NOT_NOW
    assert decide(OFFICE, Action.RECHECK, noticed) is Ruling.ALLOWED


def test_who_proposed_a_publication_does_not_review_it_nor_release_names():
    posts = (Post(role=Role.DEPARTMENT_REVIEWER, branch="1.2."),)
    proposed = Situation(
        branch=UNIT,
        route="common",
        step=Step.CLOSED,
        cleared=Action.PROPOSE_PUBLICATION,
        is_proposer=True,
    )
    reviewed = replace(proposed, cleared=Action.REVIEW_SECRECY)

    assert decide(posts, Action.REVIEW_SECRECY, proposed) is Ruling.OWN_PROPOSAL
    assert decide(posts, Action.MASK_TEXTS, reviewed) is Ruling.OWN_PROPOSAL
    assert decide(posts, Action.PROPOSE_PUBLICATION, reviewed) is Ruling.ALLOWED


def test_nobody_reviews_for_publication_what_nobody_proposed():
    posts = (Post(role=Role.PERFORMANCE_OFFICE, branch="1."),)
    closed = Situation(branch=UNIT, route="common", step=Step.CLOSED)

    assert decide(posts, Action.REVIEW_SECRECY, closed) is Ruling.NOT_NOW
    assert decide(posts, Action.MASK_TEXTS, closed) is Ruling.NOT_NOW
