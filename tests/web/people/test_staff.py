"""系统管理员: people come, leave, forget their passwords; a list brings many."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Appointment, Organisation, Person, Proposal, create_person
from tests.web.city import PASSWORD
from tests.web.pages.browsing import at_browser, texts

NEW = {"username": "malan", "name": "马兰", "role": "clerk"}
LIST = """
organisations:
  - {name: 云岭市水质监测站, kind: unit, above: 云岭市水务局}
people:
  - {username: malan, name: 马兰, posts: [{role: clerk, at: 云岭市水质监测站}]}
"""


def first_password(page: str) -> str:
    """Return the password that a page shows."""
    (found,) = re.findall(r"<code>(.+?)</code>", page)
    return found


def handed_in(text: str | bytes, name: str = "people.yaml") -> dict:
    """Return a list as a browser sends it."""
    data = text.encode() if isinstance(text, str) else text
    return {"file": SimpleUploadedFile(name, data)}


def worksheet(*rows: tuple[str, ...]) -> bytes:
    """Return an Excel file with these lines."""
    book, target = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def test_a_new_person_gets_a_first_password_that_is_shown_once(city):
    client = at_browser(city.system_admin)

    page = client.post("/people/", {**NEW, "home": city.centre.pk}).content.decode()

    person = Person.objects.get(username="malan")
    assert person.check_password(first_password(page))
    assert person.must_change
    assert "<code>" not in client.get("/people/").content.decode()


def test_the_wanted_post_is_only_proposed(city):
    at_browser(city.system_admin).post("/people/", {**NEW, "home": city.centre.pk})

    assert not Appointment.objects.filter(person__username="malan").exists()
    assert Proposal.objects.get().role == "clerk"
    assert Entry.objects.filter(action="propose", subject="malan", person_name="席统").exists()


def test_whoever_has_the_first_password_must_change_it_before_anything_else(city):
    page = at_browser(city.system_admin).post("/people/", {**NEW, "home": city.centre.pk})
    first = first_password(page.content.decode())
    client = Client()
    client.post("/log-in/", {"username": "malan", "password": first})

    assert client.get("/forms/").headers["Location"] == "/password/"
    assert "请先换成自己的密码" in client.get("/password/").content.decode()

    new = {"old_password": first, "new_password1": "ShanLin-2025", "new_password2": "ShanLin-2025"}
    client.post("/password/", new)
    assert client.get("/forms/").status_code == 200


def test_the_first_password_is_no_new_one(city):
    page = at_browser(city.system_admin).post("/people/", {**NEW, "home": city.centre.pk})
    first = first_password(page.content.decode())
    client = Client()
    client.post("/log-in/", {"username": "malan", "password": first})
    same = {"old_password": first, "new_password1": first, "new_password2": first}

    assert "新密码不能与原密码相同" in client.post("/password/", same).content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"username": "lifang"}, "用户名已被使用：lifang"),
        ({"username": "马 兰"}, "用户名须为"),
        ({"username": "../etc"}, "用户名须为"),
        ({"name": ""}, "姓名须为"),
        ({"name": "<script>alert(1)</script>"}, "姓名须为"),
    ],
)
def test_what_names_nobody_is_refused_with_a_sentence(city, changed, sentence):
    sent = {**NEW, "home": city.centre.pk, **changed}

    answer = at_browser(city.system_admin).post("/people/", sent)

    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert not Person.objects.filter(username="malan").exists()


def test_a_reset_password_ends_the_old_one_and_every_session(city):
    at_work = Client()
    at_work.post("/log-in/", {"username": "lifang", "password": PASSWORD})

    page = at_browser(city.system_admin).post(f"/people/{city.clerk.pk}/reset/")

    person = Person.objects.get(username="lifang")
    assert person.check_password(first_password(page.content.decode()))
    assert at_work.get("/forms/").status_code == 302
    assert Entry.objects.filter(action="reset-password", subject="lifang").exists()


def test_somebody_who_is_disabled_is_out_at_once_and_can_come_back(city):
    at_work = Client()
    at_work.post("/log-in/", {"username": "lifang", "password": PASSWORD})
    admin = at_browser(city.system_admin)

    admin.post(f"/people/{city.clerk.pk}/disable/")
    assert at_work.get("/forms/").status_code == 302

    admin.post(f"/people/{city.clerk.pk}/enable/")
    answer = Client().post("/log-in/", {"username": "lifang", "password": PASSWORD})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("who", ["security_admin", "audit_admin", "system_admin"])
@pytest.mark.parametrize("change", ["reset", "disable"])
def test_no_administrator_takes_over_an_administrator(city, who, change):
    other = getattr(city, who)
    client = at_browser(city.system_admin)

    client.post(f"/people/{other.pk}/{change}/")

    other.refresh_from_db()
    assert other.check_password(PASSWORD)
    assert other.is_active


def test_a_person_of_another_branch_does_not_exist(city):
    province = Organisation.objects.get(name="云山省")
    far = create_person("yuanfang", "袁方", PASSWORD, province)
    client = at_browser(city.system_admin)

    assert client.post(f"/people/{far.pk}/reset/").status_code == 404
    assert "袁方" not in client.get("/people/").content.decode()


def test_people_are_found_by_a_part_of_their_name(city):
    names = texts(at_browser(city.system_admin), "/people/?q=李", "tbody tr td:nth-child(2)")

    assert names == ["李芳"]


def test_a_list_brings_organisations_and_people(city):
    client = at_browser(city.system_admin)

    page = client.post("/people/import/", handed_in(LIST)).content.decode()

    person = Person.objects.get(username="malan")
    assert person.check_password(first_password(page))
    assert person.home.name == "云岭市水质监测站"
    assert Proposal.objects.get().person == person


def test_the_same_list_is_a_worksheet_too(city):
    rows = worksheet(
        ("机构", "机构类别", "上级机构", "用户名", "姓名", "岗位"),
        ("云岭市水质监测站", "单位", "云岭市水务局", "malan", "马兰", "填报人"),
        ("云岭市水质监测站", "", "", "niuhe", "牛禾", "单位负责人"),
    )

    at_browser(city.system_admin).post("/people/import/", handed_in(rows, "people.xlsx"))

    wanted = [(each.person.name, each.role) for each in Proposal.objects.all()]
    assert wanted == [("马兰", "clerk"), ("牛禾", "head")]


def test_the_empty_worksheet_has_the_headings_and_the_choices(city):
    answer = at_browser(city.system_admin).get("/people/people.xlsx")

    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[1]] == [
        "机构", "机构类别", "上级机构", "用户名", "姓名", "岗位",
    ]  # fmt: skip
    assert len(sheet.data_validations.dataValidation) == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("people: [", "名单读不出来"),
        (
            "people: [{username: q, name: 钱, home: 月球局}]",
            "没有这个机构，或不在您的范围内：月球局",
        ),
        (
            "people: [{username: q, name: 钱, home: 云山省}]",
            "没有这个机构，或不在您的范围内：云山省",
        ),
        ("organisations: [{name: 月球省, kind: province}]", "请写明上级机构：月球省"),
        ("people: [{username: q, name: 钱}]", "请写明所在机构"),
        ("a: &a [*a]", "名单读不出来"),
        (b"PK\x03\x04 no archive", "名单读不出来"),
        (
            worksheet(("机构", "岗位", "用户名"), ("云岭市水务局", "船长", "q")),
            "没有这种类别或岗位：船长",
        ),
    ],
)
def test_a_list_with_a_mistake_adds_nobody(city, text, sentence):
    answer = at_browser(city.system_admin).post("/people/import/", handed_in(text))

    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert not Person.objects.filter(username="q").exists()


def test_a_list_of_three_megabytes_is_refused(city):
    answer = at_browser(city.system_admin).post("/people/import/", handed_in(b"#" * 3 * 2**20))

    assert answer.status_code == 409
    assert "不超过 2 MB" in answer.content.decode()
