"""What a list asks of the database does not grow with its forms."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.platform_load.crowd import crowd
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import City, build_city, record_at
from tests.web.emptying import empty_database
from tests.web.pages.browsing import at_browser

FEW, MANY = 180, 420
MOST = 30

LISTS = [
    ("clerk", "/tasks/"),
    ("clerk", "/forms/"),
    ("clerk", "/hand-in/"),
    ("clerk", "/search/?q=N-0001"),
    ("clerk", "/imports/"),
    ("clerk", "/rows/"),
    ("section", "/rows/"),
    ("reviewer", "/tasks/"),
    ("reviewer", "/forms/?page=2"),
    ("reviewer", "/reminders/"),
    ("reviewer", "/review/"),
    ("performance", "/review/"),
    ("performance", "/review/list.xlsx"),
    ("performance", "/reminders/"),
    ("performance", "/search/?q=培训"),
    ("auditor", "/forms/"),
    ("auditor", "/forms/?sent=sent&kind=BU&at=2"),
    ("performance", "/dashboards/"),
    ("performance", "/dashboards/figures.xlsx"),
    ("reviewer", "/dashboards/?which=all"),
    ("audit_admin", "/journal/"),
    ("performance", "/publication/"),
    ("reviewer", "/publication/batches/"),
]


Asked = dict[tuple[str, str], int]
"""How often somebody's list asks the database."""


@pytest.fixture(scope="module")
def asked(django_db_setup, django_db_blocker) -> Iterator[tuple[Asked, Asked]]:
    """Return how often each list asks, at a few forms and at many, which are made once for all."""
    with django_db_blocker.unblock():
        city = build_city()
        browsers = {who: at_browser(getattr(city, who)) for who, _ in LISTS}
        models = models_in(city)
        crowd(models, FEW)
        few = {(who, address): questions(browsers[who], address) for who, address in LISTS}
        crowd(models, MANY)
        many = {(who, address): questions(browsers[who], address) for who, address in LISTS}
        yield few, many
        empty_database()


def models_in(city: City) -> list[FormRecord]:
    """Return three forms of 李芳: one that she fills in, one under review, one at its recheck."""
    records = [record_at(city, Step.SELF_EVALUATION) for _ in range(3)]
    for each in records[1:]:
        hand_in(Order(person=city.clerk, record=each.pk, version=1))
    review_department(Order(person=city.reviewer, record=records[2].pk, version=1))
    return list(FormRecord.objects.all())


def questions(browser: Client, address: str) -> int:
    """Return how often a page asks the database; the first visit is not counted."""
    assert browser.get(address).status_code == 200
    with CaptureQueriesContext(connection) as counted:
        browser.get(address)
    return len(counted)


@pytest.mark.parametrize(("who", "address"), LISTS)
def test_six_hundred_forms_ask_no_more_than_a_few(db, asked, who, address):
    few, many = asked

    assert many[who, address] == few[who, address]
    assert many[who, address] <= MOST
