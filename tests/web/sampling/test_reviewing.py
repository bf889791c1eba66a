"""What was drawn is scored by whoever was given it, row by row, and counts in the results."""

from datetime import timedelta

import pytest

from jiheng.web import clock
from jiheng.web.access.decide import Post, Ruling, Situation
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.roles import Role
from jiheng.web.sampling.models import Draw, Entry
from jiheng.web.sampling.results import results
from jiheng.web.sampling.sample import assign, sample
from jiheng.web.verdicts.permission import decide_scoring
from tests.web.pages.browsing import at_browser, texts
from tests.web.verdicts.scoring import ALL, PEOPLE, given


def drawn_at(draw: Draw, step: Step) -> FormRecord:
    """Return a form of the sample that stands at a step; there the draw is taken care of."""
    keys = Entry.objects.filter(draw=draw).exclude(chance="").values("record")
    record = FormRecord.objects.filter(pk__in=keys)[0]
    record.step = step
    record.save()
    return record


def give(office, draw: Draw, record: FormRecord) -> None:
    """Give a form to 顾平."""
    due = clock.today() + timedelta(days=30)
    assign(office.city.performance, draw.pk, (record.number,), office.city.third_party.pk, due)


@pytest.mark.parametrize("step", [Step.FINANCE_RECHECK, Step.CLOSED])
def test_who_was_hired_scores_what_they_were_given(office, step):
    draw = office.drawn()
    record = drawn_at(draw, step)
    give(office, draw, record)

    assert given(office.city.third_party, record, {**ALL, PEOPLE: "40"}) == ()

    found = results(draw, sample(draw))
    (result,) = [each for each in found.drawn if each.reviewed]
    assert (result.task.record.pk, result.difference) == (record.pk, -10_00)
    assert (found.whole.settled, found.whole.pending) == (1, 5)


def test_who_was_hired_scores_nothing_else(office):
    record = drawn_at(office.drawn(), Step.CLOSED)

    with pytest.raises(Refused):
        given(office.city.third_party, record, ALL)


def test_the_office_scores_a_closed_form_only_where_it_was_given_it(office):
    draw = office.drawn()
    record = drawn_at(draw, Step.CLOSED)

    with pytest.raises(Refused):
        given(office.city.performance, record, ALL)
    due = clock.today() + timedelta(days=30)
    assign(office.city.performance, draw.pk, (record.number,), office.city.performance.pk, due)
    assert given(office.city.performance, record, ALL) == ()


def test_the_departments_own_review_is_no_result_of_the_draw(office):
    draw = office.drawn()
    record = drawn_at(draw, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(organisation=office.city.centre)
    given(office.city.reviewer, record, ALL)

    assert results(draw, sample(draw)).whole.settled == 0


def test_nobody_scores_what_they_wrote_even_if_it_was_given_to_them():
    hired = (Post(role=Role.THIRD_PARTY, branch="1."),)
    own = Situation(
        branch="1.2.3.", route="common", step=Step.CLOSED, is_own=True, is_assigned=True
    )

    assert decide_scoring(hired, own) is Ruling.OWN_FORM


def test_the_hired_walk_from_their_list_through_what_they_were_given(office):
    draw = office.drawn()
    record = drawn_at(draw, Step.CLOSED)
    give(office, draw, record)
    browser = at_browser(office.city.third_party)

    page = browser.get("/draws/tasks/").content.decode()
    assert f'href="/review/{record.number}/?step=given"' in page
    assert texts(browser, f"/review/{record.number}/", ".stops li b") == [record.project]
    sent = {"version": "1", "step": "given", f"score.{PEOPLE}": "40"}
    browser.post(f"/review/{record.number}/scores/", sent)
    assert "待定" in " ".join(texts(browser, "/draws/tasks/", "tbody td"))


def test_what_was_not_given_to_the_hired_cannot_be_opened_for_review(office):
    record = drawn_at(office.drawn(), Step.CLOSED)

    answer = at_browser(office.city.third_party).get(f"/review/{record.number}/?step=given")
    assert answer.status_code == 404
