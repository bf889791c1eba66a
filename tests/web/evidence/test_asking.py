"""A year is asked for evidence, or not: only then what lacks it is a finding."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.evidence.asking import ask_for_evidence, is_asked, tell_forms
from jiheng.web.forms.summary import read_summary
from jiheng.web.lists.models import Figures
from tests.web.city import record_at
from tests.web.evidence.papers import attached


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


def switch(city, *, ask):
    ask_for_evidence(city.performance, city.city, 2024, ask=ask)
    tell_forms.call(city.city.pk, 2024)


def codes(record):
    record.refresh_from_db()
    return read_summary(record.summary).codes["warning"].keys() & {"CF17", "CF18"}


def test_nobody_asks_for_evidence_by_default(record):
    assert codes(record) == set()


def test_papers_alone_make_no_finding_of_what_lacks_them(city, record):
    attached(city.clerk, record)

    assert codes(record) == set()


def test_in_a_year_that_is_asked_what_lacks_evidence_is_a_finding(city, record):
    before = Figures.objects.get(record=record).cf_warning

    switch(city, ask=True)

    assert codes(record) == {"CF17", "CF18"}
    assert Figures.objects.get(record=record).cf_warning > before


def test_a_form_that_begins_later_is_asked_too(city):
    switch(city, ask=True)

    assert codes(record_at(city, Step.SELF_EVALUATION)) == {"CF17", "CF18"}


def test_another_year_is_not_asked(city, record):
    ask_for_evidence(city.performance, city.city, 2023, ask=True)

    assert not is_asked(city.centre, 2024)


def test_another_branch_is_not_asked(city, record):
    ask_for_evidence(city.performance, city.other_bureau, 2024, ask=True)

    assert not is_asked(city.centre, 2024)


def test_who_asks_no_more_leaves_forms_as_they_were(city, record):
    before = record.summary
    switch(city, ask=True)

    switch(city, ask=False)

    record.refresh_from_db()
    assert (record.papers, record.summary) == ("", before)
