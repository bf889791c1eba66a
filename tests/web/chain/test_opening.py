"""A locked cell, asked for and opened."""

import pytest

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.actions.ask_opening import ask_opening
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.open_cell import open_cell
from jiheng.web.chain.actions.refuse_opening import refuse_opening
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import Event
from jiheng.web.chain.openness import open_paths, open_return, returned_cells
from jiheng.web.chain.order import CellRemark, Refused
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.tasks import waiting_for as tasks_of
from jiheng.web.forms.models import Change, FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from tests.web.chain.orders import cell, order
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts

TARGET = "indicators[0].target"
RETURNED = (CellRemark(path="indicators[1].actual"),)
OTHER = (CellRemark(path="indicators[0].actual"),)


def open_now(record):
    """Return the cells of a form that may be written in."""
    now = FormRecord.objects.get(pk=record.pk)
    return open_paths(form_of(now), now, returned_cells(now))


def asked(city, path=TARGET):
    """Return a form whose clerk has asked for a cell."""
    record = record_at(city, Step.SELF_EVALUATION)
    cells = (CellRemark(path=path),)
    ask_opening(order(city.clerk, record, reason="批复时写错了单位", cells=cells))
    return record


def returned_and_asked(city):
    """Return a form that was sent back to one cell and whose clerk needs another one."""
    record = record_at(city, Step.SELF_EVALUATION)
    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请核对", cells=RETURNED))
    ask_opening(order(city.clerk, record, reason="培训人数也错了", cells=OTHER))
    return record


def waiting_for(person):
    """Return the projects that wait for a person."""
    return [record.project for record in tasks_of(person, posts_of(person))]


def test_to_ask_opens_nothing_and_moves_nothing(city):
    record = asked(city)
    record.refresh_from_db()

    assert TARGET not in open_now(record)
    assert record.step == Step.SELF_EVALUATION


def test_who_approved_the_targets_sees_the_request_as_a_task_and_the_department_does_not(city):
    asked(city)

    assert waiting_for(city.budget) == ["职业技能培训补助"]
    assert waiting_for(city.reviewer) == []


def test_a_cell_that_a_return_left_locked_is_asked_of_who_reviews(city):
    returned_and_asked(city)

    assert waiting_for(city.reviewer) == ["职业技能培训补助"]
    assert waiting_for(city.budget) == []


def test_granting_opens_the_cell_and_what_depends_on_it(city):
    record = asked(city)
    before = open_now(record)

    open_cell(order(city.budget, record))

    assert open_now(record) - before == {TARGET}
    assert waiting_for(city.budget) == []


def test_what_was_granted_stands_beside_what_was_returned(city):
    record = returned_and_asked(city)

    open_cell(order(city.reviewer, record))

    assert {"indicators[1].actual", "indicators[0].actual", "indicators[0].score"} <= open_now(
        record
    )
    assert "indicators[2].actual" not in open_now(record)


def test_a_return_is_still_open_while_and_after_somebody_asks(city):
    record = returned_and_asked(city)
    before = open_return(FormRecord.objects.get(pk=record.pk))

    open_cell(order(city.reviewer, record))

    assert before == open_return(FormRecord.objects.get(pk=record.pk)) is not None
    assert Action.RESUBMIT in allowed_actions(city.clerk, FormRecord.objects.get(pk=record.pk))


def test_the_old_and_the_new_value_are_kept(city):
    record = asked(city)
    open_cell(order(city.budget, record))

    fill(order(city.clerk, record, changes=cell(TARGET, "≥1300人")))

    change = Change.objects.get(version__record=record)
    assert (change.path, change.old, change.new) == (TARGET, "≥1200人", "≥1300人")


def test_the_cell_closes_when_the_form_goes_on(city):
    record = returned_and_asked(city)
    open_cell(order(city.reviewer, record))

    resubmit(order(city.clerk, record, reason="已核对"))
    send_back(order(city.reviewer, record, reason="再核对", cells=RETURNED))

    assert "indicators[0].actual" not in open_now(record)


def test_a_request_that_nobody_answered_lapses_when_the_form_goes_on(city):
    record = asked(city)

    hand_in(order(city.clerk, record))
    send_back(order(city.reviewer, record, reason="请核对", cells=RETURNED))

    assert waiting_for(city.budget) == []


def test_a_refusal_needs_a_reason_and_leaves_the_cell_locked(city):
    record = asked(city)

    with pytest.raises(Refused, match=r"refused\.reason"):
        refuse_opening(order(city.budget, record))
    refuse_opening(order(city.budget, record, reason="请走目标调整"))

    assert TARGET not in open_now(record)
    assert waiting_for(city.budget) == []


def test_a_request_needs_a_reason(city):
    record = record_at(city, Step.SELF_EVALUATION)

    with pytest.raises(Refused, match=r"refused\.reason"):
        ask_opening(order(city.clerk, record, cells=(CellRemark(path=TARGET),)))


@pytest.mark.parametrize("path", ["indicators[0].actual", "indicators[0].review_score", "nonsense"])
def test_what_is_open_or_not_the_units_cannot_be_asked_for(city, path):
    record = record_at(city, Step.SELF_EVALUATION)
    cells = (CellRemark(path=path),)

    with pytest.raises(Refused, match=r"refused\.not-locked"):
        ask_opening(order(city.clerk, record, reason="要改", cells=cells))


def test_a_second_request_waits_for_the_first_ones_answer(city):
    record = asked(city)

    with pytest.raises(Refused, match=r"ruling\.not-now"):
        ask_opening(order(city.colleague, record, reason="也要", cells=(CellRemark(path=TARGET),)))


def test_nobody_opens_cells_of_a_form_that_they_wrote_in(city):
    record = asked(city)
    FormRecord.objects.filter(pk=record.pk).update(filler=city.budget)

    with pytest.raises(Refused, match=r"ruling\.own-form"):
        open_cell(order(city.budget, record))


@pytest.mark.parametrize("who", ["colleague", "head", "auditor", "reviewer", "stranger"])
def test_who_was_not_asked_opens_nothing(city, who):
    record = asked(city)

    with pytest.raises(Refused, match=r"ruling\."):
        open_cell(order(getattr(city, who), record))


def test_request_and_answer_stand_in_history_and_journal(city):
    record = asked(city)
    open_cell(order(city.budget, record))

    assert list(Event.objects.filter(record=record).values_list("action", flat=True)) == [
        "ask-opening",
        "open-cell",
    ]
    assert {"ask-opening", "open-cell"} <= set(Entry.objects.values_list("action", flat=True))


def test_the_page_of_the_request_has_the_chosen_cell_ticked(city):
    record = record_at(city, Step.SELF_EVALUATION)
    address = f"/forms/{record.number}/ask-opening/?cell={TARGET}"

    assert texts(at_browser(city.clerk), address, "label:has(input[checked])") == [
        "培训人数·年度指标值"
    ]


def test_what_was_ticked_stays_ticked_where_the_reason_was_forgotten(city):
    record = record_at(city, Step.SELF_EVALUATION)
    sent = {"version": "1", "cell": TARGET}

    answer = at_browser(city.clerk).post(f"/forms/{record.number}/ask-opening/", sent)

    assert answer.status_code == 409
    assert f'value="{TARGET}" checked' in answer.content.decode()


def test_who_asked_goes_on_in_the_form(city):
    record = record_at(city, Step.SELF_EVALUATION)
    sent = {"version": "1", "cell": TARGET, "reason": "批复时写错了单位"}

    answer = at_browser(city.clerk).post(f"/forms/{record.number}/ask-opening/", sent)

    assert answer["Location"] == f"/forms/{record.number}/"


def test_the_page_of_the_answer_leads_to_the_refusal(city):
    record = asked(city)
    address = f"/forms/{record.number}/open-cell/"

    assert texts(at_browser(city.budget), address, ".button.bad") == ["不予开放"]


def test_the_page_of_the_answer_shows_what_is_asked_and_why(city):
    record = asked(city)
    client = at_browser(city.budget)
    address = f"/forms/{record.number}/open-cell/"

    assert texts(client, address, ".changed li") == ["培训人数·年度指标值：≥1200人"]
    assert "批复时写错了单位" in client.get(address).content.decode()
