"""The invented city of ``jiheng serve --demo``."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.demo.city import NotEmpty, demo
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.writing import first_break
from jiheng.web.people.models import Person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation

pytestmark = pytest.mark.django_db


def test_the_city_has_forms_at_every_step_and_a_user_for_every_role():
    accounts = demo()

    assert {account.role for account in accounts} == set(Role)
    assert set(FormRecord.objects.values_list("step", flat=True)) == set(Step)
    assert first_break() is None


def test_a_second_start_gives_new_passwords_and_no_second_city():
    first = demo()
    count = FormRecord.objects.count()
    second = demo()

    person = Person.objects.get(username=second[0].username)
    assert FormRecord.objects.count() == count
    assert person.check_password(second[0].password)
    assert not person.check_password(first[0].password)


def test_the_city_is_not_put_beside_somebodys_data():
    add_organisation("云岭市", OrganisationKind.CITY)

    with pytest.raises(NotEmpty):
        demo()
