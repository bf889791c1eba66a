"""What the actions refuse, and what they leave behind."""

import pytest
from msgspec.structs import replace

from jiheng.web.chain.actions.approve_adjustment import approve_adjustment
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.report_monitoring import report_monitoring
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.review_target import review_target
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.actions.withdraw import withdraw
from jiheng.web.chain.models import Event, ReturnedCell, last_event
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.order import Achieved, Aspect, CellRemark, Order, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import Change, FormVersion
from jiheng.web.forms.saving import OutOfDate, form_of
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Appointment
from jiheng.web.people.roles import Role
from tests.web.chain.orders import cell, order
from tests.web.city import FORM, record_at

ACTUAL = "indicators[1].actual"


def returned(city, *paths):
    """Return a form that the bureau has sent back to these cells."""
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    cells = tuple(CellRemark(path=path) for path in paths)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))
    record.refresh_from_db()
    return record


def test_a_return_without_a_reason_is_refused(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    with pytest.raises(Refused, match=r"refused\.reason"):
        send_back(order(city.reviewer, record, reason=" "))


def test_a_return_to_an_approved_target_is_refused(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    cells = (CellRemark(path="indicators[0].target"),)

    with pytest.raises(Refused, match=r"refused\.no-cell"):
        send_back(order(city.reviewer, record, reason="目标太低", cells=cells))


def test_only_the_returned_cell_and_what_depends_on_it_open_again(city):
    record = returned(city, ACTUAL)

    assert open_paths(form_of(record), record, returned_cells(record)) == {
        "indicators[1].actual",
        "indicators[1].score",
        "indicators[1].reason",
        "total.score",
        "total.grade",
        "conclusion",
    }


def test_a_return_to_no_cell_opens_all_results(city):
    record = returned(city)
    opened = open_paths(form_of(record), record, returned_cells(record))

    assert {"indicators[0].actual", "funds.lines[0].executed", "goal.actual"} <= opened
    assert not {"indicators[0].target", "project.name", "indicators[0].weight"} & opened


def test_a_cell_that_is_not_open_is_not_saved(city):
    record = returned(city, ACTUAL)

    with pytest.raises(Refused, match=r"refused\.locked"):
        fill(order(city.clerk, record, changes=cell("indicators[0].actual", "1300人")))

    record.refresh_from_db()
    assert record.version == 1


def test_withdrawing_a_resubmission_does_not_open_more_than_the_return_did(city):
    record = returned(city, ACTUAL)
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    resubmit(order(city.clerk, record))
    withdraw(order(city.clerk, record))
    record.refresh_from_db()

    assert record.step == Step.SELF_EVALUATION
    assert returned_cells(record) == (ACTUAL,)


def test_a_resubmission_without_a_change_has_to_say_why(city):
    record = returned(city, ACTUAL)

    with pytest.raises(Refused, match=r"refused\.unchanged"):
        resubmit(order(city.clerk, record))
    resubmit(order(city.clerk, record, reason="台账就是72%，附台账复印件"))

    assert last_event(record).reason == "台账就是72%，附台账复印件"


def test_a_resubmission_notes_what_changed(city):
    record = returned(city, ACTUAL)
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))
    resubmit(order(city.clerk, record))

    noted = Entry.objects.get(action=Action.RESUBMIT)
    assert '"changed":"indicators[1].actual"' in noted.detail


def test_the_unit_withdraws_what_nobody_has_judged(city):
    record = record_at(city, Step.TARGET_DRAFT)
    declare(order(city.clerk, record))
    withdraw(order(city.head, record))
    record.refresh_from_db()

    assert record.step == Step.TARGET_DRAFT


def test_a_stranger_cannot_do_anything_with_a_form(city):
    record = record_at(city, Step.SELF_EVALUATION)

    with pytest.raises(Refused, match=r"ruling\.out-of-reach"):
        hand_in(order(city.stranger, record))


def test_a_colleague_fills_in_for_the_filler_and_it_is_noted(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.colleague, record, changes=cell(ACTUAL, "71%")))

    assert '"on_behalf_of":"李芳"' in Entry.objects.get(action=Action.FILL).detail
    assert FormVersion.objects.get(record=record, number=2).made_by == city.colleague


def test_a_reviewer_who_wrote_in_a_form_cannot_accept_it(city):
    Appointment.objects.create(
        person=city.colleague, role=Role.DEPARTMENT_REVIEWER, organisation=city.bureau
    )
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.colleague, record, changes=cell(ACTUAL, "71%")))
    hand_in(order(city.clerk, record))

    with pytest.raises(Refused, match=r"ruling\.own-form"):
        review_department(order(city.colleague, record))


def test_a_save_keeps_the_old_and_the_new_words(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell("indicators[1].reason", "统计口径调整")))

    change = Change.objects.get(version__record=record)
    assert (change.path, change.old, change.new) == (
        "indicators[1].reason",
        None,
        "统计口径调整",
    )


def test_a_save_that_changes_nothing_makes_no_version(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert fill(order(city.clerk, record, changes=cell(ACTUAL, "72%"))).version is None


def test_a_save_from_an_old_version_is_refused(city):
    record = record_at(city, Step.SELF_EVALUATION)
    fill(order(city.clerk, record, changes=cell(ACTUAL, "71%")))

    with pytest.raises(OutOfDate, match="version 2"):
        fill(Order(person=city.colleague, record=record.pk, version=1, changes=cell(ACTUAL, "75%")))


def test_what_was_refused_leaves_no_trace(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    before = Entry.objects.count()

    with pytest.raises(Refused):
        send_back(order(city.reviewer, record, reason=""))

    assert Entry.objects.count() == before
    assert not Event.objects.exists()
    assert not ReturnedCell.objects.exists()


def test_a_target_that_lacks_one_of_the_four_is_not_passed_on(city):
    record = record_at(city, Step.TARGET_REVIEW)
    three = (Aspect.COMPLETE, Aspect.RELEVANT, Aspect.FEASIBLE)

    with pytest.raises(Refused, match=r"refused\.aspects"):
        review_target(order(city.reviewer, record, aspects=three))


def test_targets_cannot_be_written_in_once_they_are_approved(city):
    record = record_at(city, Step.MONITORING)

    with pytest.raises(Refused, match=r"ruling\.wrong-step"):
        fill(order(city.clerk, record, changes=cell("indicators[0].target", "≥800人")))


def test_an_adjustment_changes_nothing_before_it_is_approved(city):
    record = record_at(city, Step.MONITORING)
    wish = cell("indicators[0].target", "≥1000人")
    ask_adjustment(order(city.clerk, record, changes=wish, reason="两个班停办"))
    record.refresh_from_db()

    assert form_of(record).indicators[0].target == "≥1200人"


def test_a_refused_adjustment_leaves_the_target_as_it_was(city):
    record = record_at(city, Step.MONITORING)
    wish = cell("indicators[0].target", "≥1000人")
    ask_adjustment(order(city.clerk, record, changes=wish, reason="两个班停办"))
    send_back(order(city.budget, record, reason="应先压减预算"))
    record.refresh_from_db()

    assert record.step == Step.MONITORING
    assert form_of(record).indicators[0].target == "≥1200人"


def test_an_adjusted_target_stands_beside_the_first_where_the_form_has_a_column(city):
    form = replace(FORM, layout="chongqing-2022", pack=None)
    record = record_at(city, Step.MONITORING, form=form)
    wish = cell("indicators[0].target", "≥1000人")
    ask_adjustment(order(city.clerk, record, changes=wish, reason="两个班停办"))
    approve_adjustment(order(city.budget, record))
    record.refresh_from_db()

    row = form_of(record).indicators[0]
    assert (row.target, row.adjusted_target) == ("≥1200人", "≥1000人")


def test_an_adjustment_without_another_target_is_refused(city):
    record = record_at(city, Step.MONITORING)
    same = cell("indicators[0].target", "≥1200人")

    with pytest.raises(Refused, match=r"refused\.no-proposal"):
        ask_adjustment(order(city.clerk, record, changes=same, reason="无"))


def test_an_adjustment_cannot_reach_a_cell_that_is_no_target(city):
    record = record_at(city, Step.MONITORING)

    with pytest.raises(Refused, match=r"refused\.no-proposal"):
        ask_adjustment(order(city.clerk, record, changes=cell("total.score", "100"), reason="无"))


def test_whoever_approves_an_adjustment_may_judge_the_form_later(city):
    Appointment.objects.create(
        person=city.budget, role=Role.PERFORMANCE_OFFICE, organisation=city.city
    )
    record = record_at(city, Step.MONITORING)
    wish = cell("indicators[0].target", "≥1000人")
    ask_adjustment(order(city.clerk, record, changes=wish, reason="两个班停办"))
    approve_adjustment(order(city.budget, record))
    type(record).objects.filter(pk=record.pk).update(step=Step.FINANCE_RECHECK)
    recheck(order(city.budget, record))
    record.refresh_from_db()

    assert record.step == Step.CLOSED


def test_a_report_that_leaves_out_an_indicator_is_refused(city):
    record = record_at(city, Step.MONITORING)
    one = (Achieved(path="indicators[0]", done="700人", forecast=None),)

    with pytest.raises(Refused, match=r"refused\.progress"):
        report_monitoring(order(city.clerk, record, achieved=one))
