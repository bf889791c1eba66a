"""A package is made by the worker, once, for whoever may still release it."""

import pytest

from jiheng.web.people.models import Appointment
from jiheng.web.publication.making import ask, last_making, run_making
from jiheng.web.publication.models import Making, Package
from jiheng.web.publication.packing import Unfit
from tests.web.publication.cleared import batch_of, cleared, worked


@pytest.fixture
def batch(city):
    """Return a batch with one form that is cleared."""
    cleared(city)
    return batch_of(city)


def test_the_worker_releases_what_was_asked_for(city, batch):
    ask(batch, city.reviewer)
    worked()

    assert Package.objects.get().released_by == city.reviewer
    assert last_making(batch).package == Package.objects.get()


def test_who_asks_again_meanwhile_waits_for_the_same(city, batch):
    first, second = ask(batch, city.reviewer), ask(batch, city.performance)

    assert (second, Making.objects.count()) == (first, 1)


def test_what_a_killed_worker_had_ended_is_not_made_again(city, batch):
    making = ask(batch, city.reviewer)
    worked()
    run_making.func(making.pk)

    assert Package.objects.count() == 1


def test_who_lost_the_post_meanwhile_releases_nothing(city, batch):
    ask(batch, city.reviewer)
    Appointment.objects.filter(person=city.reviewer).delete()
    worked()

    assert not Package.objects.exists()
    assert last_making(batch).why == "refused.not-yours"


def test_a_form_that_changes_meanwhile_leaves_no_half_of_a_package(city, batch, monkeypatch):
    def moved_on(*_):
        raise Unfit("refused.moved-on")

    monkeypatch.setattr("jiheng.web.publication.making.publish", moved_on)
    ask(batch, city.reviewer)
    worked()

    assert not Package.objects.exists()
    assert last_making(batch).why == "refused.moved-on"


def test_a_fault_is_told_and_does_not_stand_in_the_way_of_the_next(city, batch, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("jiheng.web.publication.making.proven", lambda _: 1 // 0)
        ask(batch, city.reviewer)
        worked()
    fault = last_making(batch).why
    ask(batch, city.reviewer)
    worked()

    assert fault == "refused.fault"
    assert last_making(batch).package.edition == 1
