"""审核队列: its figures, tabs, order, narrowing, batch and worksheet."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.lists.many import many
from tests.web.pages.browsing import at_browser, scripts_in, texts

WRONG = replace(FORM, total=replace(FORM.total, score="98"))
"""The total is not the sum of the scores: one error."""


@pytest.fixture
def queue(city):
    """Return the city with a waiting form with an error, one without, and one in each state."""
    record_at(city, Step.DEPARTMENT_REVIEW)
    record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    returned = record_at(city, Step.DEPARTMENT_REVIEW)
    send_back(order(city.reviewer, returned, reason="请核对"))
    record_at(city, Step.FINANCE_RECHECK)
    record_at(city, Step.SELF_EVALUATION)
    return city


def test_the_figures_add_up(queue):
    client = at_browser(queue.reviewer)

    assert texts(client, "/review/", ".strip p")[:2] == ["4 / 5 份", "2 份"]
    assert texts(client, "/review/", ".tabs a") == [
        "全部 5", "待审核 2", "已退回 1", "已通过 1", "未交 1"
    ]  # fmt: skip


def test_execution_is_told_by_money_and_by_mean(city):
    record_at(city, Step.DEPARTMENT_REVIEW)
    line = replace(FORM.funds.lines[0], adjusted_budget="20", executed="4")
    small = replace(FORM, funds=replace(FORM.funds, lines=(line,)))
    record_at(city, Step.DEPARTMENT_REVIEW, form=small)

    (text,) = texts(at_browser(city.reviewer), "/review/", ".strip > div:last-child")

    # (76 + 4) ÷ (80 + 20) = 80 %; (95 % + 20 %) ÷ 2 = 57.5 %
    assert text == "预算执行率80.0% 按金额按项目平均 57.5%"


def test_what_has_most_at_stake_comes_first(queue):
    waiting = texts(at_browser(queue.reviewer), "/review/?state=waiting", "tbody .n.error")

    links = texts(at_browser(queue.reviewer), "/review/?state=waiting", "tbody .counts")
    assert waiting == ["1"]
    assert links[0].startswith("1")


def test_the_points_at_stake_say_by_what_they_are_multiplied(queue):
    client = at_browser(queue.reviewer)

    # an error and two doubts: 3 × 1 + 2
    assert "100 × 5" in texts(client, "/review/?state=waiting", "td.num")


def test_only_forms_with_errors_on_request(queue):
    client = at_browser(queue.reviewer)

    assert texts(client, "/review/?faulty=1", ".tabs a")[0] == "全部 1"


def test_a_unit_alone_on_request(queue):
    client = at_browser(queue.reviewer)

    assert texts(client, f"/review/?unit={queue.centre.pk}", ".tabs a")[0] == "全部 5"
    assert texts(client, f"/review/?unit={queue.bureau.pk}", ".tabs a")[0] == "全部 0"


def test_units_show_how_far_they_are(queue):
    assert texts(at_browser(queue.reviewer), "/review/", ".units li") == ["云岭市就业服务中心4 / 5"]


def test_who_has_not_sent_can_be_reminded(queue):
    (text,) = texts(at_browser(queue.reviewer), "/review/", "#reminder")

    assert text == (
        "以下 1 份绩效表尚在“单位自评”，截至 2025-03-15，请抓紧办理：云岭市就业服务中心（职业技能培训补助）。"
    )


def test_a_fault_of_the_system_is_told_once(city):
    row = replace(FORM.indicators[0], actual="≥1260人")
    form = replace(FORM, indicators=(row, *FORM.indicators[1:]))
    record_at(city, Step.DEPARTMENT_REVIEW, form=form)
    record_at(city, Step.DEPARTMENT_REVIEW, form=form)

    assert texts(at_browser(city.reviewer), "/review/", ".once li") == [
        "实际完成值带有比较符号VA03有 2 份表如此。 由系统修正"
    ]


def test_only_what_waits_for_the_visitor_can_be_ticked(queue):
    page = at_browser(queue.reviewer).get("/review/").content.decode()

    assert page.count('type="checkbox" name="number"') == 2


def test_one_who_judges_nothing_has_no_queue(city):
    assert at_browser(city.clerk).get("/review/").status_code == 403


def test_a_stranger_sees_none_of_it(queue):
    client = at_browser(queue.budget)

    assert texts(client, "/review/?step=target-approval", ".tabs a")[0] == "全部 5"
    assert at_browser(queue.stranger).get("/review/").status_code == 403


def test_a_batch_returns_each_form_to_the_cells_of_its_own_findings(queue):
    faulty, clean = (
        FormRecord.objects.get(step=Step.DEPARTMENT_REVIEW, figures__errors=errors)
        for errors in (1, 0)
    )
    sent = {"number": [faulty.number, clean.number], "reason": "请核对总分", "propose": "1"}

    at_browser(queue.reviewer).post("/tasks/send-back/", {**sent, "next": "/review/"})

    returned = Event.objects.get(record=faulty, action=Action.SEND_BACK)
    paths = set(ReturnedCell.objects.filter(event=returned).values_list("path", flat=True))
    assert paths == {"total.score"}
    assert not ReturnedCell.objects.filter(event__record=clean).exists()


def test_a_batch_without_a_reason_returns_nothing_and_says_so_once(queue):
    numbers = list(
        FormRecord.objects.filter(step=Step.DEPARTMENT_REVIEW).values_list("number", flat=True)
    )
    client = at_browser(queue.reviewer)

    client.post("/tasks/send-back/", {"number": numbers, "next": "/review/"})

    assert texts(client, "/review/", ".told.error") == ["请写明理由。"]
    assert FormRecord.objects.filter(step=Step.DEPARTMENT_REVIEW).count() == 2


def test_a_batch_passes_no_version_that_the_list_did_not_show(queue):
    record = FormRecord.objects.filter(step=Step.DEPARTMENT_REVIEW).first()
    sent = {"number": record.number, f"version.{record.number}": "0", "next": "/review/"}

    at_browser(queue.reviewer).post("/tasks/review-department/", sent)

    record.refresh_from_db()
    assert record.step == Step.DEPARTMENT_REVIEW


def test_a_batch_leads_back_to_its_list_and_to_no_other_host(queue):
    client = at_browser(queue.reviewer)

    back = client.post("/tasks/review-department/", {"next": "/review/?state=waiting"})
    away = client.post("/tasks/review-department/", {"next": "https://example.com/"})

    assert (back.headers["Location"], away.headers["Location"]) == (
        "/review/?state=waiting",
        "/tasks/",
    )


def test_the_worksheet_holds_the_list_with_numbers_as_numbers(queue):
    answer = at_browser(queue.reviewer).get("/review/list.xlsx?state=waiting")

    head, first, second = load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)
    told = dict(zip(head, first, strict=True))
    assert (told["状态"], told["预算（万元）"], told["执行率（%）"], told["自评得分"]) == (
        "待审核", 80, 95, 98,
    )  # fmt: skip
    assert dict(zip(head, second, strict=True))["错误"] == 0


def test_a_formula_in_a_name_stays_text(city):
    name = '=HYPERLINK("http://example.com","点")'
    form = replace(FORM, project=replace(FORM.project, name=name))
    record_at(city, Step.DEPARTMENT_REVIEW, form=form)

    answer = at_browser(city.reviewer).get("/review/list.xlsx")

    cell = load_workbook(BytesIO(answer.content)).active["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)


def test_a_script_in_a_name_stays_text(city):
    name = "<script>alert(1)</script>"
    form = replace(FORM, project=replace(FORM.project, name=name))
    record_at(city, Step.DEPARTMENT_REVIEW, form=form)
    record_at(city, Step.SELF_EVALUATION, form=form)
    page = at_browser(city.reviewer).get("/review/").content.decode()

    assert scripts_in(page) == 0
    assert "&lt;script&gt;" in page


def test_six_hundred_forms_cost_no_more_questions_than_one(city, django_assert_max_num_queries):
    many(city, Step.DEPARTMENT_REVIEW, 600)
    client = at_browser(city.reviewer)
    client.get("/review/")

    with django_assert_max_num_queries(18):
        page = client.get("/review/?page=2")

    assert page.content.decode().count('type="checkbox" name="number"') == 50
