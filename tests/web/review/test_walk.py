"""The walk: one form after the other, decided beside the list, with and without JavaScript."""

from msgspec.structs import replace

from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts

WRONG = replace(FORM, total=replace(FORM.total, score="98"))
HTMX = {"HTTP_HX_REQUEST": "true"}


def test_the_walk_begins_where_most_is_at_stake(city):
    record_at(city, Step.DEPARTMENT_REVIEW)
    wrong = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)

    answer = at_browser(city.reviewer).get("/review/first/")

    assert answer.headers["Location"] == f"/review/{wrong.number}/"


def test_with_nothing_waiting_the_walk_says_so(city):
    client = at_browser(city.reviewer)

    assert client.get("/review/first/").headers["Location"] == "/review/"
    assert texts(client, "/review/", ".told") == ["没有待审核的表。"]


def test_a_reason_is_made_of_the_findings_and_their_cells_are_ticked(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    client = at_browser(city.reviewer)

    (reason,) = texts(client, f"/review/{record.number}/", "#reason")
    assert reason.startswith("请核对以下各处，改正或说明原因： 1. ")
    assert "98" in reason
    assert texts(client, f"/review/{record.number}/", ".cells input[checked] + b") == ["总分·得分"]


def test_without_findings_no_reason_is_put_into_anybodys_mouth(city):
    record = record_at(city, Step.TARGET_REVIEW)

    assert texts(at_browser(city.reviewer), f"/review/{record.number}/", "#reason") == [""]


def test_a_hint_alone_asks_for_nothing(city):
    row = replace(FORM.indicators[0], actual="≥1200人")
    goal = replace(FORM.goal, actual="已按计划开展培训。")
    form = replace(FORM, goal=goal, indicators=(row, *FORM.indicators[1:]))
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=form)
    client = at_browser(city.reviewer)

    assert texts(client, f"/review/{record.number}/", ".finding.info") != []
    assert "培训人数·实际完成值" not in texts(
        client, f"/review/{record.number}/", ".cells input[checked] + b"
    )


def test_after_a_decision_the_next_form_is_there(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    answer = client.post(f"/review/{first.number}/review-department/", {"version": "1"})

    first.refresh_from_db()
    assert first.step == Step.FINANCE_RECHECK
    assert answer.headers["Location"] == f"/review/{second.number}/"
    assert texts(client, f"/review/{second.number}/", ".stops h2 small") == ["已审 1 / 2"]


def test_after_the_last_of_the_list_come_those_that_were_passed_over(city):
    over = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    last = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.reviewer).post(
        f"/review/{last.number}/review-department/", {"version": "1"}
    )

    assert answer.headers["Location"] == f"/review/{over.number}/"


def test_with_htmx_the_next_form_comes_in_the_same_answer(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", "reason": "请核对总分", "cell": "total.score"}

    answer = at_browser(city.reviewer).post(f"/review/{first.number}/send-back/", sent, **HTMX)

    page = answer.content.decode()
    assert answer.headers["HX-Push-Url"] == f"/review/{second.number}/"
    assert page.startswith('<div id="walk"')
    assert "《职业技能培训补助》：退回，已办理。" in page
    assert ReturnedCell.objects.get(event__record=first).path == "total.score"


def test_what_was_said_of_one_form_is_not_said_of_the_next(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", "reason": "请核对总分"}

    answer = at_browser(city.reviewer).post(f"/review/{first.number}/send-back/", sent, **HTMX)

    assert '<textarea id="reason"' in answer.content.decode()
    assert "请核对总分" not in answer.content.decode()


def test_what_was_proposed_for_a_return_is_no_opinion_of_a_form_that_is_passed(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    client = at_browser(city.reviewer)
    (proposed,) = texts(client, f"/review/{record.number}/", "#reason")

    client.post(f"/review/{record.number}/review-department/", {"version": "1", "reason": proposed})

    assert Event.objects.get(record=record).reason == ""


def test_an_opinion_in_ones_own_words_goes_with_the_form(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    sent = {"version": "1", "reason": "总分已电话核实"}
    at_browser(city.reviewer).post(f"/review/{record.number}/review-department/", sent)

    assert Event.objects.get(record=record).reason == "总分已电话核实"


def test_after_the_last_form_the_queue_says_that_all_is_done(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)
    address = f"/review/{record.number}/review-department/"

    answer = client.post(address, {"version": "1"}, **HTMX)

    assert answer.headers["HX-Redirect"] == "/review/"
    assert "待审核的表都审完了。" in texts(client, "/review/", ".told")


def test_what_somebody_else_has_judged_meanwhile_is_said_and_skipped(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    review_department(order(city.reviewer, first))
    sent = {"version": "1", "step": "department-review"}
    client = at_browser(city.reviewer)

    answer = client.post(f"/review/{first.number}/review-department/", sent)

    assert answer.headers["Location"] == f"/review/{second.number}/"
    assert texts(client, f"/review/{second.number}/", ".told.error[role=status]") == [
        "《职业技能培训补助》没有办理，已跳过：这份表现在不在这一步。"
    ]


def test_a_form_that_changed_meanwhile_is_said_and_skipped(city):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    answer = client.post(f"/review/{first.number}/review-department/", {"version": "0"})

    first.refresh_from_db()
    assert first.step == Step.DEPARTMENT_REVIEW
    assert "已跳过" in texts(client, answer.headers["Location"], ".told.error[role=status]")[0]


def test_a_return_without_a_reason_stays_with_its_form(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", "reason": " "}

    answer = at_browser(city.reviewer).post(f"/review/{record.number}/send-back/", sent)

    record.refresh_from_db()
    assert (answer.status_code, record.step) == (409, Step.DEPARTMENT_REVIEW)
    assert "请写明理由。" in answer.content.decode()


def test_a_target_is_reviewed_for_all_four_aspects(city):
    record = record_at(city, Step.TARGET_REVIEW)
    client = at_browser(city.reviewer)
    address = f"/review/{record.number}/review-target/"

    some = client.post(address, {"version": "1", "aspect": ["complete"]})
    client.post(
        address, {"version": "1", "aspect": ["complete", "relevant", "appropriate", "feasible"]}
    )

    record.refresh_from_db()
    assert (some.status_code, record.step) == (409, Step.TARGET_APPROVAL)


def test_a_form_that_comes_back_shows_what_was_changed(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    cells = (CellRemark(path="indicators[0].actual"),)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))
    was = '{"indicators[0].actual": "1260人"}'
    sent = {"was": was, "indicators[0].actual": "1259人"}
    at_browser(city.clerk).post(f"/forms/{record.number}/cells/", sent)
    resubmit(order(city.clerk, record))

    client = at_browser(city.reviewer)
    assert texts(client, f"/review/{record.number}/", ".changed-cells li") == [
        "培训人数·实际完成值按退回意见1260人1259人"
    ]
    assert texts(client, f"/review/{record.number}/", ".comeback p") == ["上次退回意见 请核对"]


def test_a_form_that_comes_back_as_it_was_says_so_and_why(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    send_back(order(city.reviewer, record, reason="请核对"))
    resubmit(order(city.clerk, record, reason="已与台账核对，无误"))

    assert texts(at_browser(city.reviewer), f"/review/{record.number}/", ".comeback p") == [
        "上次退回意见 请核对",
        "单位说明 已与台账核对，无误",
        "退回后没有改动任何一格。",
    ]


def test_a_form_of_ones_own_is_shown_without_buttons(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(filler=city.reviewer)
    client = at_browser(city.reviewer)

    assert texts(client, f"/review/{record.number}/", ".decide") == []
    assert texts(client, "/review/", "tbody input") == []


def test_nobody_judges_through_the_walk_what_they_may_not_judge(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    address = f"/review/{record.number}/review-department/"

    answers = [
        at_browser(who).post(address, {"version": "1"}).status_code
        for who in (city.clerk, city.colleague, city.stranger, city.auditor)
    ]

    record.refresh_from_db()
    assert (answers, record.step) == ([403, 403, 404, 403], Step.DEPARTMENT_REVIEW)


def test_only_judgements_are_made_on_the_walk(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.reviewer).post(f"/review/{record.number}/hand-in/", {"version": "1"})

    assert answer.status_code == 404


def test_a_form_says_where_it_stands_in_the_queue_and_why(city):
    record_at(city, Step.DEPARTMENT_REVIEW)
    wrong = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)

    assert texts(at_browser(city.reviewer), f"/review/{wrong.number}/", ".place") == [
        "待审核第 1 份，共 2 份涉及 100 分 ×（3 × 错误 1 + 疑点 2）"
    ]
