"""What waits for whom: the question to the database gives what the one table of access says."""

import pytest
from django.db.models import Q

from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import posts_of, ruling_on
from jiheng.web.chain.route import ROUTES
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import JUDGE_DUTIES, UNIT_DUTIES, owed_by_others, waiting_for
from jiheng.web.forms.models import FormRecord
from tests.web.city import person, record_at
from tests.web.pages.test_urls import WHO

PEOPLE = [who for who in WHO if who != "nobody"]


@pytest.fixture
def forms(city):
    """Return the city with a form at every step of both routes."""
    for route in ROUTES:
        for step in Step:
            record_at(city, step, route=route)
    return city


def decided(somebody) -> set[str]:
    """Return the forms that wait for somebody, asked one by one of the table of access."""
    return {
        record.number
        for record in FormRecord.objects.all()
        for action in (*UNIT_DUTIES, *JUDGE_DUTIES)
        if ruling_on(somebody, action, record) is Ruling.ALLOWED
        and (action in JUDGE_DUTIES or record.filler == somebody)
    }


@pytest.mark.parametrize("who", PEOPLE)
def test_the_database_finds_what_the_table_allows(forms, who):
    somebody = getattr(forms, who)

    found = set(waiting_for(somebody, posts_of(somebody)).values_list("number", flat=True))

    assert found == decided(somebody)


def test_a_form_never_waits_for_the_judgement_of_who_wrote_it(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    both = person("hebing", "何兵", "department-reviewer", city.bureau)
    FormRecord.objects.filter(pk=record.pk).update(filler=both)

    assert not waiting_for(both, posts_of(both)).exists()
    assert decided(both) == set()


def test_units_owe_what_stands_with_them(forms):
    owed = owed_by_others(forms.reviewer, posts_of(forms.reviewer))

    assert set(owed.values_list("step", flat=True)) == {
        Step.TARGET_DRAFT,
        Step.MONITORING,
        Step.SELF_EVALUATION,
    }
    assert not owed.filter(~Q(organisation=forms.centre)).exists()
