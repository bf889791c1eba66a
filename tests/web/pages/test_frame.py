"""The frame around every page: year, menu, search, help, and what it costs."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from tests.web.city import FORM, record_at
from tests.web.lists.many import many
from tests.web.pages.browsing import at_browser, texts

LATER = replace(FORM, year=2025, project=replace(FORM.project, name="春风行动招聘补助"))


def test_the_menu_lists_what_a_role_has_a_use_for(city):
    assert texts(at_browser(city.clerk), "/help/", ".side a") == [
        "工作台", "新建绩效表", "批量导入", "盖章扫描件", "整改台账", "结果应用", "绩效表"
    ]  # fmt: skip
    assert texts(at_browser(city.reviewer), "/help/", ".side a") == [
        "批量导入", "审核队列", "催办", "绩效公开", "整改台账", "结果应用", "通报", "统计看板",
        "绩效表", "跨年度对照"
    ]  # fmt: skip
    assert texts(at_browser(city.section), "/help/", ".side a") == [
        "科室任务", "整改台账", "结果应用", "绩效表"
    ]  # fmt: skip
    assert texts(at_browser(city.auditor), "/help/", ".side a") == [
        "抽查复核", "整改台账", "结果应用", "统计看板", "绩效表", "跨年度对照"
    ]  # fmt: skip
    assert texts(at_browser(city.audit_admin), "/help/", ".side a") == ["日志"]


def test_the_menu_shows_where_one_is_on_every_page_of_a_form(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)

    for page in (
        "",
        "evidence/",
        "measures/",
        "measures/0/",
        "surveys/",
        "versions/",
        "card/?row=0",
    ):
        here = texts(client, f"/forms/{record.number}/{page}", ".side [aria-current]")
        assert (page, here) == (page, ["绩效表"])


def test_who_only_judges_begins_at_the_queue(city):
    assert at_browser(city.reviewer).get("/").headers["Location"] == "/review/"
    assert at_browser(city.clerk).get("/").headers["Location"] == "/tasks/"
    assert at_browser(city.section).get("/").headers["Location"] == "/rows/"


def test_the_first_year_shown_is_the_one_in_which_most_waits(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.MONITORING, form=LATER)
    record_at(city, Step.SELF_EVALUATION)

    assert texts(at_browser(city.clerk), "/tasks/", ".year summary") == ["2024 年度"]


def test_the_year_holds_for_every_list_until_it_is_changed(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.SELF_EVALUATION, form=LATER)
    client = at_browser(city.clerk)

    answer = client.post("/year/", {"year": "2024", "next": "/forms/"})

    assert answer.headers["Location"] == "/forms/"
    assert texts(client, "/forms/", "tbody th") == ["职业技能培训补助"]
    assert texts(client, "/tasks/", "tbody th") == ["职业技能培训补助"]
    assert texts(client, "/search/?q=补助", "tbody th") == ["春风行动招聘补助", "职业技能培训补助"]


def test_what_waits_in_another_year_is_not_forgotten(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.SELF_EVALUATION, form=LATER)
    client = at_browser(city.clerk)

    assert texts(client, "/tasks/", "form.told") == ["2024 年度还有 1 份待办。 切换过去"]
    assert texts(client, "/tasks/", ".year button") == ["2025 年度 1", "2024 年度 1"]


def test_a_year_without_forms_cannot_be_chosen(city):
    record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)

    client.post("/year/", {"year": "1999", "next": "https://example.com/"})

    assert texts(client, "/tasks/", ".year summary") == ["2024 年度"]


def test_the_switch_of_the_year_leads_to_no_other_host(city):
    answer = at_browser(city.clerk).post("/year/", {"year": "1", "next": "https://example.com/"})

    assert answer.headers["Location"] == "/"


def test_the_search_finds_project_unit_and_number(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)

    for wanted in ("技能培训", "就业服务", record.number.lower()):
        assert texts(client, f"/search/?q={wanted}", "tbody th") == ["职业技能培训补助"]


def test_the_search_finds_nothing_of_others(city):
    record_at(city, Step.SELF_EVALUATION)

    assert texts(at_browser(city.stranger), "/search/?q=培训", "tbody th") == []


def test_the_frame_costs_six_questions_at_most(city):
    many(city, Step.DEPARTMENT_REVIEW, 600)
    client = at_browser(city.reviewer)
    client.get("/help/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/help/")

    reading = [each["sql"] for each in asked if each["sql"].startswith("SELECT")]
    assert len(reading) <= 6


def test_no_list_asks_once_a_row(city, django_assert_max_num_queries):
    many(city, Step.SELF_EVALUATION, 600)
    client = at_browser(city.clerk)
    client.get("/tasks/")

    for address in ("/tasks/", "/forms/?page=3", "/search/?q=培训", "/hand-in/"):
        with django_assert_max_num_queries(16):
            assert client.get(address).status_code == 200


def test_a_part_of_a_page_costs_no_frame(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    page = client.get(f"/review/{record.number}/", HTTP_HX_REQUEST="true").content.decode()

    assert "<header" not in page
    assert page.lstrip().startswith('<div id="walk"')
