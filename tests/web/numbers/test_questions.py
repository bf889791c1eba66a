"""What a list asks of the database does not grow with its forms."""

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
from tests.web.city import City, record_at
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


@pytest.fixture
def models(city: City) -> list[FormRecord]:
    """Return three forms of 李芳: one that she fills in, one under review, one at its recheck."""
    records = [record_at(city, Step.SELF_EVALUATION) for _ in range(3)]
    for each in records[1:]:
        hand_in(Order(person=city.clerk, record=each.pk, version=1))
    review_department(Order(person=city.reviewer, record=records[2].pk, version=1))
    return list(FormRecord.objects.all())


def questions(browser: Client, address: str) -> int:
    """Return how often a page asks the database; the first visit is not counted."""
    assert browser.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(address)
    return len(asked)


@pytest.mark.parametrize(("who", "address"), LISTS)
def test_six_hundred_forms_ask_no_more_than_a_few(city, models, who, address):
    browser = at_browser(getattr(city, who))
    crowd(models, FEW)
    few = questions(browser, address)
    crowd(models, MANY)
    many = questions(browser, address)

    assert many == few
    assert many <= MOST
