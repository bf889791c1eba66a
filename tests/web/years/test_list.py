"""The list of the years: what changed since the year before."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Appointment
from jiheng.web.people.roles import Role
from tests.web.city import person, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.years.several import BEFORE, CONTENT, EMPLOYED, NOW, form_of_year, two_years

STEADY = form_of_year(2024, BEFORE.indicators[0], EMPLOYED, CONTENT)


def of_project(form, name):
    """Return the form under another project's name."""
    return replace(form, project=replace(form.project, name=name))


def test_a_project_stands_in_the_list_with_what_changed(city):
    two_years(city)

    rows = texts(at_browser(city.reviewer), "/years/", "tbody tr")
    assert rows == [
        "职业技能培训补助 2023 → 2024云岭市就业服务中心 0% 1 0 0 1 措施同文 1 +9.1% 99.5 → 99.5"
    ]


def test_tabs_count_and_narrow(city):
    two_years(city)
    two_years(city, of_project(BEFORE, "稳岗补贴"), of_project(STEADY, "稳岗补贴"))
    client = at_browser(city.performance)

    assert texts(client, "/years/", ".tabs a")[:3] == ["全部 2", "目标放宽 1", "改进未见效 2"]
    assert len(texts(client, "/years/?matter=softer", "tbody tr")) == 1


def test_the_project_with_most_softened_targets_stands_first(city):
    two_years(city, of_project(BEFORE, "稳岗补贴"), of_project(STEADY, "稳岗补贴"))
    two_years(city)

    first, _ = texts(at_browser(city.auditor), "/years/", "tbody th a")
    assert first == "职业技能培训补助"


def test_the_list_is_narrowed_to_a_department(city):
    two_years(city)
    client = at_browser(city.performance)

    assert len(texts(client, f"/years/?place={city.bureau.pk}", "tbody tr")) == 1
    assert len(texts(client, f"/years/?place={city.other_bureau.pk}", "tbody tr")) == 0


def test_a_department_sees_its_own_branch_only(city):
    two_years(city)
    other = person("heshui", "何水", Role.DEPARTMENT_REVIEWER, city.other_bureau)

    assert texts(at_browser(other), "/years/", "tbody tr") == []
    assert texts(at_browser(other), f"/years/?place={city.bureau.pk}", "tbody tr") == []


def test_who_reviews_one_branch_and_fills_in_another_has_only_the_first_in_the_list(city):
    two_years(city)
    other = person("heshui", "何水", Role.DEPARTMENT_REVIEWER, city.other_bureau)
    Appointment.objects.create(person=other, role=Role.CLERK, organisation=city.centre)

    assert texts(at_browser(other), "/years/", "tbody tr") == []


@pytest.mark.parametrize("who", ["clerk", "head", "section", "third_party", "system_admin"])
def test_whoever_sees_no_branch_of_units_has_no_list(city, who):
    client = at_browser(getattr(city, who))

    assert client.get("/years/").status_code == 403
    assert client.get("/years/list.xlsx").status_code == 403


def test_the_worksheet_holds_the_same_projects_and_no_formula(city):
    named = "=HYPERLINK(1)"
    two_years(city, of_project(BEFORE, named), of_project(NOW, named))

    answer = at_browser(city.performance).get("/years/list.xlsx?matter=softer")

    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]][1:7] == [
        named, "云岭市就业服务中心", 2023, 2024, 0, 1,
    ]  # fmt: skip
    assert sheet["B2"].data_type == "s"


def test_a_step_of_the_earlier_form_compares_the_later_one_anew(city):
    record = two_years(city)
    before = FormRecord.objects.get(year=2023)
    FormRecord.objects.filter(pk=before.pk).update(
        step=Step.DEPARTMENT_REVIEW, document=FormRecord.objects.get(pk=record.pk).document
    )
    sent = {"version": "1"}

    at_browser(city.reviewer).post(f"/forms/{before.number}/review-department/", sent)

    assert texts(at_browser(city.reviewer), "/years/?matter=softer", "tbody tr") == []


def test_a_project_of_one_year_is_not_in_the_list(city):
    record_at(city, Step.CLOSED)

    assert texts(at_browser(city.reviewer), "/years/", ".panel p") == [
        "这个年度还没有可以与上年对照的表：同一单位、同名的项目有两年的表，就会出现在这里。"
    ]


def questions(client, address):
    """Return how often a page asks the database; the first visit is not counted."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@pytest.mark.parametrize("address", ["/years/", "/years/list.xlsx"])
def test_many_projects_ask_no_more_of_the_database_than_a_few(city, address):
    client = at_browser(city.performance)
    for number in range(2):
        two_years(city, of_project(BEFORE, f"{number}"), of_project(NOW, f"{number}"))
    few = questions(client, address)
    for number in range(2, 12):
        two_years(city, of_project(BEFORE, f"{number}"), of_project(NOW, f"{number}"))

    assert questions(client, address) == few


def test_the_menu_leads_to_the_list(city):
    assert "跨年度对照" in texts(at_browser(city.reviewer), "/forms/", ".side a")
    assert "跨年度对照" not in texts(at_browser(city.clerk), "/forms/", ".side a")
