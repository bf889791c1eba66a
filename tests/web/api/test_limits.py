"""Who calls too often waits; who guesses tokens is shut out; neither costs others anything."""

import pytest
from msgspec.structs import replace

from jiheng.web.api import meters
from jiheng.web.api.bearer import GUESSES
from jiheng.web.api.meters import LOT, Limit, spend
from jiheng.web.api.models import Meter
from tests.web.api.calling import Program, program_of

TWENTY = Limit(calls=20, seconds=60)


@pytest.fixture(autouse=True)
def _at_the_beginning_of_a_minute(monkeypatch, db):
    monkeypatch.setattr(meters, "_purses", {})
    monkeypatch.setattr(meters.time, "time", lambda: 6_000_000.0)


@pytest.fixture
def few_calls(settings):
    """Let a token call three times a minute, and an address twelve times."""
    settings.CONFIG = replace(settings.CONFIG, api_calls=3)


def test_as_many_calls_as_the_limit_says_are_granted():
    waits = [spend("token:1", TWENTY) for _ in range(25)]

    assert waits == [0] * 20 + [60] * 5


def test_the_next_minute_begins_anew(monkeypatch):
    for _ in range(20):
        spend("token:1", TWENTY)
    monkeypatch.setattr(meters.time, "time", lambda: 6_000_060.0)

    assert spend("token:1", TWENTY) == 0


def test_one_name_does_not_use_up_anothers_calls():
    for _ in range(20):
        spend("token:1", TWENTY)

    assert spend("token:2", TWENTY) == 0


def test_two_processes_grant_no_more_than_the_limit_together(monkeypatch):
    first = [spend("token:1", TWENTY) for _ in range(3)]
    monkeypatch.setattr(meters, "_purses", {})
    second = [spend("token:1", TWENTY) for _ in range(20)]

    assert first == [0, 0, 0]
    assert second == [0] * (20 - LOT) + [60] * LOT


def test_a_call_in_ten_asks_the_database(django_assert_num_queries):
    spend("token:1", TWENTY)
    with django_assert_num_queries(0):
        for _ in range(LOT - 1):
            spend("token:1", TWENTY)


def test_a_token_that_calls_too_often_is_told_when_to_come_again(city, few_calls):
    program = program_of(city.clerk)
    statuses = [program.get("/me").status_code for _ in range(4)]
    late = program.get("/me")

    assert statuses == [200, 200, 200, 429]
    assert late.headers["Retry-After"] == "60"
    assert late.json()["seconds"] == 60


def test_a_token_that_calls_too_often_hinders_no_other(city, few_calls):
    greedy, other = program_of(city.clerk), program_of(city.head)
    for _ in range(5):
        greedy.get("/me")

    assert other.get("/me").status_code == 200


def test_an_address_that_calls_too_often_waits_without_a_token_too(city, few_calls):
    statuses = [Program("").get("/me").status_code for _ in range(13)]

    assert statuses == [401] * 12 + [429]


def test_who_guesses_tokens_is_shut_out(city):
    program = program_of(city.clerk)
    for number in range(GUESSES.calls):
        Program(f"jiheng_{number}").get("/me")

    assert program.get("/me").json()["code"] == "api.refused.guessing"


def test_an_old_token_is_no_guess(city):
    old, program = program_of(city.head), program_of(city.clerk)
    old.client.get("/")
    city.head.is_active = False
    city.head.save()
    for _ in range(GUESSES.calls + 1):
        old.get("/me")

    assert program.get("/me").status_code == 200


def test_an_installation_can_do_without_an_api(city, settings):
    program = program_of(city.clerk)
    settings.CONFIG = replace(settings.CONFIG, api_calls=0)

    assert program.get("/me").json()["code"] == "api.refused.closed"
    assert not Meter.objects.exists()
