"""The three administrators are apart: from one another, and from everybody else."""

import pytest

from jiheng.web.journal.models import Entry
from jiheng.web.people.appointing import NotApart, appoint, dismiss
from jiheng.web.people.loading import BadPeople, load_people
from jiheng.web.people.models import Appointment
from jiheng.web.people.roles import ADMINISTRATORS, Role

PAIRS = [(admin, other) for admin in ADMINISTRATORS for other in Role if other is not admin]
HOLDERS = {
    Role.SYSTEM_ADMIN: "system_admin",
    Role.SECURITY_ADMIN: "security_admin",
    Role.AUDIT_ADMIN: "audit_admin",
}


@pytest.mark.parametrize(("admin", "other"), PAIRS)
def test_an_administrator_becomes_nothing_else(city, admin, other):
    holder = getattr(city, HOLDERS[admin])

    with pytest.raises(NotApart, match="not-apart"):
        appoint(holder, other, city.bureau)

    assert Appointment.objects.get(person=holder).role == admin


@pytest.mark.parametrize("admin", ADMINISTRATORS)
def test_a_clerk_becomes_no_administrator(city, admin):
    with pytest.raises(NotApart, match="not-apart"):
        appoint(city.clerk, admin, city.city)


def test_a_clerk_can_be_a_head_besides(city):
    appoint(city.clerk, Role.HEAD, city.centre, city.security_admin)

    noted = Entry.objects.get(action="appoint")
    assert (noted.person_name, noted.subject) == ("安全", "lifang")
    assert noted.detail == '{"at":"云岭市就业服务中心","role":"head"}'


def test_nobody_gives_themselves_a_post(city):
    with pytest.raises(NotApart, match="own-post"):
        appoint(city.security_admin, Role.SECURITY_ADMIN, city.bureau, city.security_admin)


def test_nobody_takes_away_their_own_post(city):
    own = Appointment.objects.get(person=city.security_admin)

    with pytest.raises(NotApart, match="own-post"):
        dismiss(own, city.security_admin)


@pytest.mark.parametrize("who", ["system_admin", "audit_admin"])
def test_the_last_of_the_three_stays(city, who):
    post = Appointment.objects.get(person=getattr(city, who))

    with pytest.raises(NotApart, match="last"):
        dismiss(post, city.security_admin)


def test_a_post_that_is_taken_away_stands_in_the_journal(city):
    dismiss(Appointment.objects.get(person=city.clerk), city.security_admin)

    assert Entry.objects.get(action="dismiss").subject == "lifang"
    assert not Appointment.objects.filter(person=city.clerk).exists()


def test_a_file_that_mixes_them_adds_nobody(db):
    text = """
organisations: [{name: 云岭市, kind: city}]
people: [{username: qian, name: 钱进, posts: [{role: system-admin, at: 云岭市}, {role: auditor, at: 云岭市}]}]
"""

    with pytest.raises(BadPeople, match="qian"):
        load_people(text.encode())

    assert not Appointment.objects.exists()
