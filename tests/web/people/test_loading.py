"""Organisations and people come from a file."""

import re
from pathlib import Path

import pytest

from jiheng.web.journal.models import Entry
from jiheng.web.people.loading import BadPeople, load_people
from jiheng.web.people.models import Appointment, Organisation, Person

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[3] / "docs"


def example() -> bytes:
    """Return the file that the documentation shows."""
    page = (DOCS / "platform.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return found.encode()


def test_the_documented_file_makes_a_branch_with_its_people():
    load_people(example())

    station = Organisation.objects.get(name="云岭市水质监测站")
    assert station.branch.count(".") == 3
    assert Appointment.objects.get(organisation=station).person.name == "钱进"


def test_a_new_person_logs_in_with_the_first_password():
    first, _ = load_people(example())

    assert Person.objects.get(username=first.username).check_password(first.password)


def test_who_is_there_already_keeps_their_password():
    load_people(example())

    assert load_people(example()) == ()
    assert Person.objects.count() == 2
    assert Appointment.objects.count() == 2


def test_appointments_stand_in_the_journal():
    load_people(example())

    assert Entry.objects.filter(action="appoint", subject="qianjin").count() == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("organisations: [{name: 云岭市, kind: galaxy}]", "galaxy"),
        ("organisations: [{name: 水质站, kind: unit, above: 水务局}]", "水务局"),
        ("people: [{username: q, name: 钱进, posts: [{role: clerk, at: 水质站}]}]", "水质站"),
        ("people: [", "parsing"),
    ],
)
def test_a_file_with_a_mistake_adds_nothing(text, complaint):
    with pytest.raises(BadPeople, match=complaint):
        load_people(text.encode())

    assert Person.objects.count() == 0
    assert Organisation.objects.count() == 0
