"""Next year's drafts from this year's forms: whatever is run twice makes nothing twice."""

import pytest
from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Appointment
from jiheng.web.rollover.carrying import Carried, carry, closed_forms
from jiheng.web.rollover.command import _carried
from tests.web.city import FORM, record_at


@pytest.fixture
def closed(city):
    """Return 李芳's form of 2024, which is closed."""
    return record_at(city, Step.CLOSED)


def drafts() -> list[FormRecord]:
    """Return the forms of 2025."""
    return list(FormRecord.objects.filter(year=2025))


def test_the_draft_has_the_targets_and_nothing_of_what_was_done(city, closed):
    assert carry(closed, 2025, city.clerk) is Carried.MADE

    (draft,) = drafts()
    row = form_of(draft).indicators[0]
    assert (row.name, row.target, row.weight) == ("培训人数", "≥1200人", "50")
    assert (row.actual, row.score) == (None, None)
    assert (draft.step, draft.project) == (Step.TARGET_DRAFT, "职业技能培训补助")


def test_the_form_of_the_year_before_stays_as_it_is(city, closed):
    carry(closed, 2025, city.clerk)

    closed.refresh_from_db()
    assert form_of(closed) == FORM


def test_running_it_twice_makes_one_draft(city, closed):
    carry(closed, 2025, city.clerk)

    assert carry(closed, 2025, city.colleague) is Carried.THERE
    assert len(drafts()) == 1


def test_a_draft_that_was_given_another_name_is_not_made_again(city, closed):
    carry(closed, 2025, city.clerk)
    FormRecord.objects.filter(year=2025).update(project="职业技能提升")

    assert carry(closed, 2025, city.clerk) is Carried.THERE


def test_a_project_that_has_its_form_already_gets_no_second_one(city, closed):
    record_at(city, Step.MONITORING, form=replace(FORM, year=2025))

    assert carry(closed, 2025, city.clerk) is Carried.THERE
    assert len(drafts()) == 1


def test_without_anybody_named_the_filler_of_the_year_before_goes_on(city, closed):
    carry(closed, 2025, None)

    assert drafts()[0].filler == city.clerk


def test_a_filler_who_left_is_followed_by_a_colleague(city, closed):
    Appointment.objects.filter(person=city.clerk).delete()

    carry(closed, 2025, None)

    assert drafts()[0].filler == city.colleague


def test_a_unit_without_clerks_gets_no_draft(city, closed):
    Appointment.objects.filter(person__in=[city.clerk, city.colleague]).delete()

    assert carry(closed, 2025, None) is Carried.NOBODY
    assert drafts() == []


def test_the_journal_says_what_a_draft_was_made_from(city, closed):
    carry(closed, 2025, city.clerk)

    entry = Entry.objects.get(action="roll-over")
    assert entry.subject == drafts()[0].number
    assert closed.number in entry.detail


def test_only_closed_forms_of_the_branch_are_carried_by_the_command(city, closed):
    record_at(city, Step.FINANCE_RECHECK)

    assert list(closed_forms(city.bureau.branch, 2024)) == [closed]
    assert list(closed_forms(city.other_bureau.branch, 2024)) == []
    assert list(closed_forms("", 2023)) == []


def test_the_command_says_how_many_it_made(city, closed, capsys):
    assert _carried(2025, "云岭市", "zh") == 0
    assert _carried(2025, "云岭市", "zh") == 0

    first, second = capsys.readouterr().out.splitlines()
    assert first == "2025 年度：已结转 1 份，原已有 0 份，没有填报人而未结转 0 份。"
    assert second == "2025 年度：已结转 0 份，原已有 1 份，没有填报人而未结转 0 份。"


def test_the_command_knows_no_other_organisation(city, capsys):
    assert _carried(2025, "云岭县", "zh") == 2
    assert "没有名为“云岭县”的机构。" in capsys.readouterr().err
