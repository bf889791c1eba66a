"""The page of a review: the unit's row, the rules' score, the fields, what it comes to."""

import pytest
from msgspec.structs import replace

from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.models import ReturnedCell
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.models import Assessment, RowScore
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.verdicts.scoring import ALL, MONEY, PEOPLE, PLEASED, WORK, given

WRONG = replace(FORM, total=replace(FORM.total, score="98"))
LOW = replace(FORM.indicators[0], actual="1080人")
OVERSCORED = replace(FORM, indicators=(LOW, *FORM.indicators[1:]))
"""1080 of 1200 people, for which the unit gave itself all points."""
HTMX = {"HTTP_HX_REQUEST": "true"}


def address(record) -> str:
    """Return where a form is reviewed."""
    return f"/review/{record.number}/"


def scores(**typed: str) -> dict[str, str]:
    """Return what a page sends with scores in some of its fields."""
    rows = {"money": MONEY, "people": PEOPLE, "work": WORK, "pleased": PLEASED}
    return {"version": "1"} | {f"score.{rows[name]}": text for name, text in typed.items()}


def returned_and_mended(city, record) -> None:
    """Send the form back to two cells, of which its clerk mends one."""
    cells = (CellRemark(path=f"{PEOPLE}.actual"), CellRemark(path=f"{WORK}.actual"))
    send_back(order(city.reviewer, record, reason="请核对人数和就业率", cells=cells))
    was = f'{{"{PEOPLE}.actual": "1260人"}}'
    sent = {"was": was, f"{PEOPLE}.actual": "1259人"}
    at_browser(city.clerk).post(f"/forms/{record.number}/cells/", sent)
    resubmit(order(city.clerk, record, reason="就业率与台账一致"))


def test_every_row_has_the_units_values_and_the_rules_score(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=OVERSCORED)
    client = at_browser(city.reviewer)

    assert texts(client, address(record), "#row-indicators-0 td")[:5] == [
        "≥1200人",
        "1080人",
        "50",
        "50",
        "45",
    ]
    assert texts(client, address(record), "#row-funds-lines-0 td")[:5] == [
        "80 万元",
        "76 万元执行率 95%",
        "10",
        "9.5",
        "9.5",
    ]


def test_headings_stand_once_beside_their_rows(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert texts(at_browser(city.reviewer), address(record), ".level") == [
        "年度资金总额",
        "产出指标",
        "数量指标",
        "效益指标",
        "社会效益指标",
        "满意度指标",
        "服务对象满意度指标",
    ]


def test_before_anybody_scored_the_page_says_so(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert texts(at_browser(city.reviewer), address(record), ".strip > div") == [
        "自评得分99.5 优",
        "规则复算得分99.5 优",
        "部门复核得分— 未打分",
        "预算执行95.0% 76 / 80 万元",
    ]


def test_scores_are_saved_and_the_form_stays(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    answer = client.post(f"{address(record)}scores/", scores(money="9.5", people="40"))

    record.refresh_from_db()
    assert answer.headers["Location"].startswith(address(record))
    assert record.step == Step.DEPARTMENT_REVIEW
    assert texts(client, address(record), "#reviewed") == [
        "部门复核得分（2 行未定）49.5–89.5 差–良"
    ]
    assert texts(client, address(record), "#sum-note") == ["另有 40 分未定，定后为 49.5–89.5"]


def test_a_form_with_open_rows_has_no_button_to_pass_it(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, WORK: "待定"})
    client = at_browser(city.reviewer)

    assert texts(client, address(record), "#passing button[disabled]") == ["审核通过"]
    assert texts(client, address(record), ".not-yet") == ["还有 1 行未定，定分后才能通过。"]


def test_the_last_scores_can_come_with_the_decision(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = scores(money="9.5", people="45", work="30", pleased="10")
    at_browser(city.reviewer).post(f"{address(record)}review-department/", sent)

    record.refresh_from_db()
    assert record.step == Step.FINANCE_RECHECK
    assert Assessment.objects.get(record=record).low == 94_50


def test_what_is_no_score_stays_in_its_field_with_the_reason(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.reviewer).post(
        f"{address(record)}review-department/", scores(people="五十一", work="30")
    )

    page = answer.content.decode()
    record.refresh_from_db()
    assert (answer.status_code, record.step) == (409, Step.DEPARTMENT_REVIEW)
    assert 'value="五十一"' in page
    assert "复核得分要写数字（最多两位小数）或“待定”。" in page


def test_with_htmx_only_what_changed_comes_back(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    answer = at_browser(city.reviewer).post(
        f"{address(record)}scores/", scores(people="45"), **HTMX
    )

    page = answer.content.decode()
    assert 'id="row-indicators-0-seen" name="seen.indicators[0]" value="1"' in page
    assert "45–95" in page
    assert "row-indicators-1" not in page


def test_with_htmx_a_row_that_was_not_saved_says_why(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {PEOPLE: "40"})

    answer = at_browser(city.reviewer).post(
        f"{address(record)}scores/", scores(people="45"), **HTMX
    )

    assert answer.status_code == 409
    assert "赵强 给的是 40" in answer.content.decode()


def test_the_units_scores_are_taken_over_where_the_rules_allow_them(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=OVERSCORED)
    client = at_browser(city.reviewer)
    sent = scores(money="", people="", work="", pleased="9") | {"take": "1"}
    client.post(f"{address(record)}scores/", sent)

    told = RowScore.objects.filter(assessment__record=record).values_list("row", "score")
    assert dict(told) == {MONEY: 9_50, WORK: 30_00, PLEASED: 9_00}


def test_an_opinion_that_was_noted_is_there_again(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    client = at_browser(city.reviewer)
    client.post(f"{address(record)}scores/", {"version": "1", "reason": "等单位回话"})

    assert texts(client, address(record), "#reason") == ["等单位回话"]


def test_an_opinion_goes_with_the_return_and_is_no_draft_any_more(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    client = at_browser(city.reviewer)
    client.post(f"{address(record)}scores/", {"version": "1", "reason": "等单位回话"})
    client.post(f"{address(record)}send-back/", {"version": "1", "reason": "请改总分"})

    assert Assessment.objects.get(record=record).opinion == ""


def test_an_open_row_with_its_reason_is_proposed_for_the_return(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)
    sent = scores(work="待定") | {f"reason.{WORK}": "请附就业台账"}
    client.post(f"{address(record)}scores/", sent)

    (reason,) = texts(client, address(record), "#reason")
    assert reason.endswith("培训后就业率·实际完成值：请附就业台账")
    assert "培训后就业率·实际完成值" in texts(client, address(record), ".cells input[checked] + b")


def test_a_score_that_is_not_the_units_is_marked(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    client = at_browser(city.reviewer)
    page = client.get(address(record)).content.decode()

    assert page.count('class="differs"') == 1


def test_finance_sees_what_the_department_gave(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    review_department(order(city.reviewer, record))
    client = at_browser(city.performance)

    assert texts(client, address(record), "#row-indicators-0 .earlier") == ["部门 45"]
    assert texts(client, address(record), "#reviewed") == ["部门复核得分94.5 优"]


def test_enter_takes_the_departments_score_over_at_finance(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    review_department(order(city.reviewer, record))
    page = at_browser(city.performance).get(address(record)).content.decode()

    assert 'name="score.indicators[0]" value="" maxlength="12"' in page
    assert 'data-self="50" data-take="45"' in page


def test_a_score_of_what_changed_since_stands_beside_its_field(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    returned_and_mended(city, record)
    client = at_browser(city.reviewer)

    assert texts(client, address(record), "#row-indicators-0 .stale") == ["50 单位已改，请重定"]
    assert 'name="score.indicators[0]" value=""' in client.get(address(record)).content.decode()


def test_what_came_back_is_held_against_what_was_asked(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    returned_and_mended(city, record)
    client = at_browser(city.reviewer)

    assert texts(client, address(record), ".line.bad") == [
        "退回的格中 1 格未改：培训后就业率·实际完成值"
    ]
    assert texts(client, address(record), "#row-indicators-0 td")[1] == "1260人 1259人"


def test_findings_that_are_gone_are_told_apart_from_those_that_are_left(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    cells = (CellRemark(path="total.score"),)
    send_back(order(city.reviewer, record, reason="请核对总分", cells=cells))
    sent = {"was": '{"total.score": "98"}', "total.score": "99.5"}
    at_browser(city.clerk).post(f"/forms/{record.number}/cells/", sent)
    resubmit(order(city.clerk, record))
    client = at_browser(city.reviewer)

    assert texts(client, address(record), ".found h2 small") == ["退回时 3 项，已改 1 项"]
    assert len(texts(client, address(record), ".found .good")) == 1


def test_what_is_seen_by_whoever_may_not_score_has_no_fields(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    review_department(order(city.reviewer, record))
    client = at_browser(city.reviewer)

    assert texts(client, address(record), "[data-score]") == []
    assert texts(client, address(record), ".decide") == []
    assert texts(client, address(record), "#row-indicators-0 .give") == ["45"]


def test_a_form_of_ones_own_has_no_fields(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(filler=city.reviewer)

    assert texts(at_browser(city.reviewer), address(record), "[data-score]") == []


def test_targets_are_reviewed_as_the_official_form(city):
    record = record_at(city, Step.TARGET_REVIEW)
    client = at_browser(city.reviewer)

    assert texts(client, address(record), ".scores") == []
    assert len(texts(client, address(record), ".paper")) == 1


def test_scores_are_saved_only_for_whoever_may_give_them(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    answers = [
        at_browser(who).post(f"{address(record)}scores/", scores(people="1")).status_code
        for who in (city.clerk, city.colleague, city.stranger, city.auditor, city.performance)
    ]

    assert answers == [403, 403, 404, 403, 409]
    assert not RowScore.objects.exists()


def test_a_script_in_a_reason_stays_text(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = scores(people="45") | {f"reason.{PEOPLE}": "</textarea><script>alert(1)</script>"}
    client = at_browser(city.reviewer)
    client.post(f"{address(record)}scores/", sent)

    assert "<script>alert(1)" not in client.get(address(record)).content.decode()


def test_what_was_said_of_an_open_row_goes_with_its_cell(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)
    sent = scores(work="待定") | {f"reason.{WORK}": "请附就业台账"}
    more = {"reason": "请补材料", "cell": f"{WORK}.actual"}
    client.post(f"{address(record)}send-back/", sent | more)

    assert ReturnedCell.objects.get(event__record=record).remark == "请附就业台账"


HOSTILE = {
    "nothing": "",
    "very long": "长" * 20_000,
    "a huge number": "9" * 400,
    "other digits": "٣²",
    "a path": "../../etc/passwd",
    "a template": "{{ 7 * 7 }}{% debug %}",
    "infinite": "1e999",
    "no number": "NaN",
}


@pytest.mark.parametrize("name", ["score", "clause", "reason", "seen", "due", "version", "take"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_is_sent_breaks_the_saving_of_scores(city, name, text):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = scores(people="45") | {f"seen.{PEOPLE}": "0", "reason": "请核对"}
    key = name if name in {"due", "version", "take"} else f"{name}.{PEOPLE}"

    answer = at_browser(city.reviewer).post(f"{address(record)}scores/", sent | {key: text})

    assert answer.status_code in {302, 409}


@pytest.mark.parametrize("row", ["", "indicators[99]", "total", "indicators[0].score", "'; --"])
def test_a_row_that_the_form_has_not_is_refused(city, row):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    sent = {"version": "1", f"score.{row}": "1"}

    answer = at_browser(city.reviewer).post(f"{address(record)}scores/", sent)

    assert answer.status_code == 409
    assert not RowScore.objects.exists()
