"""The invented city at its first start."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from jiheng.web.demo.city import Extent, NotEmpty, demo
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import add_organisation

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def documents() -> list[tuple[str, str, str]]:
    """Return every form with its number and step."""
    return list(FormRecord.objects.values_list("number", "step", "document"))


def test_the_city_is_not_put_beside_somebodys_data():
    add_organisation("望霞市", OrganisationKind.CITY)

    with pytest.raises(NotEmpty):
        demo()


def test_the_same_day_gives_the_same_city():
    with transaction.atomic():
        demo(Extent(departments=1, units=1), TODAY)
        first = documents()
        transaction.set_rollback(True)
    demo(Extent(departments=1, units=1), TODAY)

    assert len(first) == 10
    assert documents() == first
    assert Organisation.objects.count() == 3
