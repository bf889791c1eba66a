"""What reviewed forms come to, for the sample's estimate and the dashboards."""

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.totals import Reviewed, reviewed_totals
from tests.web.city import record_at
from tests.web.verdicts.scoring import ALL, PEOPLE, WORK, given


def test_a_form_that_nobody_scored_is_absent(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert reviewed_totals([record.pk]) == {}


def test_a_scored_form_has_its_own_total_and_the_reviewers(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45.5"})

    assert reviewed_totals([record.pk]) == {
        record.pk: Reviewed(printed=99_50, low=95_00, high=95_00)
    }


def test_a_row_that_is_open_can_come_to_nothing_or_to_its_weight(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, WORK: "待定"})

    (found,) = reviewed_totals([record.pk]).values()
    assert (found.low, found.high) == (69_50, 99_50)


def test_what_finance_gave_outweighs_what_the_department_gave(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    FormRecord.objects.filter(pk=record.pk).update(step=Step.FINANCE_RECHECK)
    given(city.performance, record, {**ALL, WORK: "20"})

    (found,) = reviewed_totals([record.pk]).values()
    assert (found.low, found.high) == (89_50, 89_50)


def test_many_forms_are_asked_for_in_parts_and_not_one_by_one(city, django_assert_num_queries):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)

    with django_assert_num_queries(3):
        found = reviewed_totals(range(record.pk, record.pk + 12_000))

    assert list(found) == [record.pk]
