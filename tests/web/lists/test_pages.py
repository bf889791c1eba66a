"""工作台, the list of forms, and handing in several at once."""

from msgspec.structs import replace

from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.lists.many import many
from tests.web.pages.browsing import at_browser, texts

WRONG = replace(FORM, total=replace(FORM.total, score="98"))
BLANK = replace(
    FORM,
    indicators=(FORM.indicators[0], replace(FORM.indicators[1], actual=None), FORM.indicators[2]),
)


def test_what_is_due_first_stands_first(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.MONITORING)

    steps = texts(at_browser(city.clerk), "/tasks/", "tbody td:nth-child(2)")
    assert steps == ["运行监控", "单位自评"]


def test_a_deadline_that_has_passed_is_said(city):
    record_at(city, Step.SELF_EVALUATION)

    assert texts(at_browser(city.clerk), "/tasks/", ".late") == ["2025-03-15 已逾期"]


def test_what_was_handed_in_can_be_withdrawn_from_the_list(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)
    client.post(f"/forms/{record.number}/hand-in/", {"version": "1"})
    shown = texts(client, "/tasks/", ".plain-rows button")

    client.post(f"/forms/{record.number}/withdraw/", {"version": "1"})

    record.refresh_from_db()
    assert (shown, record.step) == (["撤回"], Step.SELF_EVALUATION)


def test_an_empty_desk_says_what_to_do(city):
    assert texts(at_browser(city.clerk), "/tasks/", ".panel .hint") == [
        "新的一年从“新建绩效表”开始；别的年度在右上角切换。"
    ]


def test_the_way_to_work_leads_to_the_first_empty_cell(city):
    record = record_at(city, Step.SELF_EVALUATION, form=BLANK)
    client = at_browser(city.clerk)

    to = client.get(f"/forms/{record.number}/next/").headers["Location"]

    address, _, anchor = to.partition("#")
    page = client.get(address).content.decode()
    assert f'id="{anchor}"' in page


def test_the_way_to_work_leads_to_the_cell_of_a_return(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.clerk)
    cells = (CellRemark(path="indicators[2].actual"),)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))

    to = client.get(f"/forms/{record.number}/next/").headers["Location"]

    cell = f'[data-path="indicators[2].actual"][id="{to.partition("#")[2]}"]'
    assert len(texts(client, f"/forms/{record.number}/", cell)) == 1


def test_the_way_to_work_of_a_running_year_is_its_monitoring(city):
    record = record_at(city, Step.MONITORING)

    to = at_browser(city.clerk).get(f"/forms/{record.number}/next/").headers["Location"]

    assert to == f"/forms/{record.number}/report-monitoring/"


def test_a_list_is_paged_by_fifty_and_its_count_is_right(city):
    many(city, Step.SELF_EVALUATION, 120)
    client = at_browser(city.clerk)

    assert len(texts(client, "/forms/?page=3", "tbody tr")) == 20
    assert texts(client, "/forms/", ".turn span") == ["第 1 / 3 页，共 120 份"]
    assert texts(client, "/forms/", "h1 small") == ["120 份"]


def test_a_list_is_sorted_by_a_click_on_its_heading(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.SELF_EVALUATION, form=WRONG)
    client = at_browser(city.clerk)

    assert texts(client, "/forms/?sort=printed", "tbody td:nth-child(6)") == ["98", "99.5"]
    assert texts(client, "/forms/?sort=printed&down=1", "tbody td:nth-child(6)") == ["99.5", "98"]
    assert texts(client, "/forms/?sort=nonsense", "tbody td:nth-child(6)") == ["99.5", "98"]


def test_steps_are_sorted_along_the_chain(city):
    for step in (Step.CLOSED, Step.SELF_EVALUATION, Step.TARGET_DRAFT):
        record_at(city, step)

    shown = texts(at_browser(city.auditor), "/forms/?sort=step", "tbody td:nth-child(3)")
    assert shown == ["目标申报", "单位自评", "已办结"]


def test_a_list_shows_one_step_on_request(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.MONITORING)
    client = at_browser(city.auditor)

    assert texts(client, "/forms/", ".tabs a") == ["全部 2", "运行监控 1", "单位自评 1"]
    assert len(texts(client, "/forms/?step=monitoring", "tbody tr")) == 1


def test_several_forms_are_handed_in_with_one_declaration(city):
    first = record_at(city, Step.SELF_EVALUATION)
    second = record_at(city, Step.SELF_EVALUATION)
    versions = {f"version.{each.number}": "1" for each in (first, second)}
    sent = {"number": [first.number, second.number], "declared": "1", **versions}

    at_browser(city.clerk).post("/hand-in/", sent)

    assert FormRecord.objects.filter(step=Step.DEPARTMENT_REVIEW).count() == 2
    reasons = set(Event.objects.filter(action=Action.HAND_IN).values_list("reason", flat=True))
    assert reasons == {"已核对，本单位对所填内容的真实性、准确性负责。"}


def test_without_the_declaration_nothing_is_handed_in(city):
    record = record_at(city, Step.SELF_EVALUATION)

    answer = at_browser(city.clerk).post("/hand-in/", {"number": record.number})

    record.refresh_from_db()
    assert (answer.status_code, record.step) == (409, Step.SELF_EVALUATION)
    assert "请先勾选声明，再提交。" in answer.content.decode()


def test_a_form_with_errors_is_not_ticked_beforehand(city):
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.SELF_EVALUATION, form=WRONG)
    page = at_browser(city.clerk).get("/hand-in/").content.decode()

    assert page.count('name="number"') == 2
    assert page.count(" checked>") == 1


def test_nobody_hands_in_the_forms_of_a_colleague(city):
    record = record_at(city, Step.SELF_EVALUATION)
    sent = {"number": record.number, f"version.{record.number}": "1", "declared": "1"}

    for who in (city.colleague, city.stranger, city.reviewer):
        at_browser(who).post("/hand-in/", sent)

    record.refresh_from_db()
    assert record.step == Step.SELF_EVALUATION


def test_a_form_with_empty_cells_cannot_be_handed_in_with_others(city):
    record_at(city, Step.SELF_EVALUATION, form=BLANK)
    client = at_browser(city.clerk)

    assert texts(client, "/tasks/", "tbody td:last-child") == ["接着填 还有 1 格要填"]
    assert client.get("/hand-in/").content.decode().count('name="number"') == 0


def test_drafts_are_declared_with_one_declaration_too(city):
    record = record_at(city, Step.TARGET_DRAFT)
    sent = {"number": record.number, f"version.{record.number}": "1", "declared": "1"}

    at_browser(city.clerk).post("/hand-in/", sent)

    record.refresh_from_db()
    assert record.step == Step.TARGET_REVIEW


def test_with_nothing_empty_the_way_to_work_leads_to_what_is_in_question(city):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)

    to = at_browser(city.clerk).get(f"/forms/{record.number}/next/").headers["Location"]

    page = at_browser(city.clerk).get(to).content.decode()
    assert f'id="{to.partition("#")[2]}"' in page
