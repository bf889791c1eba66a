"""How long a session lives, and how seldom that is written down."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from jiheng.web.people import waking
from tests.web.city import City

PAGE = "/password/"


@pytest.fixture
def browser(city: City, client: Client) -> Client:
    """Return the clerk's browser, logged in and at work."""
    client.force_login(city.clerk, backend="django.contrib.auth.backends.ModelBackend")
    client.get(PAGE)
    return client


def end_of_session() -> float:
    """Return when the only session ends."""
    return Session.objects.get().expire_date.timestamp()


def test_a_page_right_after_another_writes_nothing(browser):
    before = end_of_session()
    browser.get(PAGE)

    assert end_of_session() == before


def test_a_page_a_minute_later_prolongs_the_session(browser, monkeypatch):
    before = end_of_session()
    later = waking.time.time() + 61
    monkeypatch.setattr(waking.time, "time", lambda: later)
    browser.get(PAGE)

    assert end_of_session() > before


def test_who_was_idle_for_too_long_is_logged_out(browser):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert browser.get(PAGE).status_code == 302


def test_a_visitor_who_has_not_logged_in_gets_no_session(client, db):
    client.get("/log-in/")

    assert not Session.objects.exists()
