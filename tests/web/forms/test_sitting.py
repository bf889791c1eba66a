"""A version is what one person wrote in one sitting; the journal tells it when it is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.withdraw import withdraw
from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import Change, FormVersion
from jiheng.web.forms.saving import CellChange, form_of, save_changes
from jiheng.web.forms.sitting import REST
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from tests.web.chain.orders import order
from tests.web.city import record_at

ACTUAL = "indicators[1].actual"


@pytest.fixture
def record(city):
    """Return 李芳's form at its self-evaluation."""
    return record_at(city, Step.SELF_EVALUATION)


def write(record, person, text, path=ACTUAL):
    """Save one cell as a page does after a few keys."""
    record.refresh_from_db()
    save_changes(record, (CellChange(path=path, new=text),), person)


def numbers(record):
    """Return the versions' numbers in their order."""
    return list(FormVersion.objects.filter(record=record).values_list("number", flat=True))


def rest(record):
    """Let the last save be as long ago as ends a sitting."""
    long_ago = timezone.now() - REST - timedelta(seconds=1)
    FormVersion.objects.filter(record=record).update(made_at=long_ago)


def test_many_saves_of_one_sitting_are_one_version(city, record):
    write(record, city.clerk, "7")
    write(record, city.clerk, "71")
    write(record, city.clerk, "71%")

    assert record.version == 4
    assert numbers(record) == [1, 4]


def test_a_version_says_what_stood_there_first_and_what_stands_there_last(city, record):
    write(record, city.clerk, "7")
    write(record, city.clerk, "71%")

    (change,) = Change.objects.all()
    assert (change.path, change.old, change.new) == (ACTUAL, "72%", "71%")


def test_what_was_changed_back_is_no_change(city, record):
    write(record, city.clerk, "7")
    write(record, city.clerk, "72%")

    assert not Change.objects.exists()


def test_somebody_else_begins_a_version(city, record):
    write(record, city.clerk, "71%")
    write(record, city.colleague, "75%")
    write(record, city.clerk, "73%")

    assert numbers(record) == [1, 2, 3, 4]


def test_after_a_rest_a_version_begins(city, record):
    write(record, city.clerk, "71%")
    rest(record)
    write(record, city.clerk, "73%")

    assert numbers(record) == [1, 2, 3]


def test_after_an_event_a_version_begins(city, record):
    write(record, city.clerk, "71%")
    hand_in(order(city.clerk, record))
    withdraw(order(city.clerk, record))
    write(record, city.clerk, "73%")

    assert numbers(record) == [1, 2, 3]
    assert [each.new for each in changed_since(record, 2)] == ["73%"]


def test_a_version_holds_the_form_as_it_was_left(city, record):
    write(record, city.clerk, "7")
    write(record, city.clerk, "71%")

    version = FormVersion.objects.get(record=record, number=3)
    assert form_of(version).indicators[1].actual == "71%"


def test_the_journal_tells_at_once_who_writes(city, record):
    write(record, city.colleague, "7")

    assert '"on_behalf_of":"李芳"' in Entry.objects.get(action="fill").detail


def test_the_journal_tells_every_cell_once_when_the_sitting_is_over(city, record):
    write(record, city.clerk, "7")
    write(record, city.clerk, "71%")
    hand_in(order(city.clerk, record))

    (told,) = Entry.objects.filter(action="filled")
    assert '"indicators[1].actual":"72% → 71%"' in told.detail
    assert told.person == city.clerk.pk
    assert first_break() is None


def test_a_hundred_saves_leave_two_entries(city, record):
    for number in range(100):
        write(record, city.clerk, str(number))
    hand_in(order(city.clerk, record))

    assert Entry.objects.filter(action__in=("fill", "filled")).count() == 2
