"""The working paper and the feedback: what they say, and to whom they are given."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from jiheng.model.check_code import check_code
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser
from tests.web.verdicts.scoring import ALL, PEOPLE, WORK, given

WRONG = replace(FORM, total=replace(FORM.total, score="98"))


def printed(client, record, paper: str) -> str:
    """Return the text of a paper as it is printed, without blanks and line ends."""
    answer = client.get(f"/forms/{record.number}/{paper}/pdf/")
    with PdfDocument(b"".join(answer.streaming_content)) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return "".join(text.split())


def status(person, record, paper: str) -> int:
    """Return what somebody gets who asks for a paper."""
    return at_browser(person).get(f"/forms/{record.number}/{paper}/pdf/").status_code


def scored(city, record, **said: str) -> None:
    """Score all rows as their unit did, and one of them with clause and reason."""
    given(city.reviewer, record, {each: text for each, text in ALL.items() if each != PEOPLE})
    sent = {"version": "1"} | {f"{name}.{PEOPLE}": text for name, text in said.items()}
    at_browser(city.reviewer).post(f"/review/{record.number}/scores/", sent)


def test_the_working_paper_holds_every_row_with_the_three_scores_and_why(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    scored(city, record, score="45.5", clause="over_completion", reason="台账只有1180人")
    text = printed(at_browser(city.reviewer), record, "working-paper")

    for each in (
        "项目支出绩效自评复核底稿",
        "云岭市就业服务中心",
        "培训人数≥1200人1260人50505045.5",
        "台账只有1180人",
        "培训后就业率≥70%72%30303030",
        "年度资金总额预算执行80万元76万元（执行率95%）109.59.59.5",
        "合计10099.599.595",
        "复核人：赵强",
    ):
        assert each in text


def test_the_working_paper_names_the_version_by_its_check_code(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    code = check_code(form_of(record))

    assert f"自评表第1版（校验码{code}）" in printed(
        at_browser(city.reviewer), record, "working-paper"
    )


def test_the_working_paper_says_which_clause_nobody_has_read(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    scored(city, record, score="45.5", clause="over_completion")
    text = printed(at_browser(city.reviewer), record, "working-paper")

    assert "条款出处超额完成财预〔2020〕10号《项目支出绩效评价管理办法》" in text
    assert "未核" in text.partition("条款出处")[2]


def test_a_working_paper_of_nothing_says_so(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert "尚未逐行打分。" in printed(at_browser(city.reviewer), record, "working-paper")


def test_the_finance_bureaus_paper_says_what_the_department_gave(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    review_department(order(city.reviewer, record))
    given(city.performance, record, {**ALL, PEOPLE: "40"})

    assert "505040部门45" in printed(at_browser(city.performance), record, "working-paper")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("clerk", 404),
        ("colleague", 404),
        ("head", 404),
        ("section", 404),
        ("stranger", 404),
        ("third_party", 404),
        ("system_admin", 404),
        ("reviewer", 200),
        ("budget", 200),
        ("performance", 200),
        ("auditor", 200),
    ],
)
def test_a_review_that_is_under_way_is_not_told_to_the_unit(city, who, expected):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)

    papers = ("working-paper", "feedback")
    assert [status(getattr(city, who), record, each) for each in papers] == [expected] * 2


def test_the_feedback_of_a_return_names_cells_day_and_words(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    sent = {"version": "1", "reason": "请与台账核对", "due": "2031-03-01", "cell": "total.score"}
    at_browser(city.reviewer).post(f"/review/{record.number}/send-back/", sent)
    text = printed(at_browser(city.clerk), record, "feedback")

    for each in (
        "云岭市就业服务中心：",
        "你单位《职业技能培训补助》2024年度绩效自评表经部门审核，下列各处请改正或说明原因。",
        "请于2031-03-01前改好重新提交。",
        "请与台账核对",
        "1总分·得分98总分栏为98，各项得分之和为99.5",
        "赵强",
    ):
        assert each in text


def test_the_feedback_shows_what_stood_in_the_cell_when_it_was_returned(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    cells = (CellRemark(path="total.score", remark="请加总"),)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))
    sent = {"was": '{"total.score": "98"}', "total.score": "99.5"}
    at_browser(city.clerk).post(f"/forms/{record.number}/cells/", sent)

    assert "1总分·得分98请加总" in printed(at_browser(city.clerk), record, "feedback")


def test_the_feedback_of_a_form_that_passed_names_the_rows_that_were_scored_otherwise(city):
    record = record_at(city, Step.FINANCE_RECHECK)
    given(city.performance, record, {**ALL, WORK: "25"})
    sent = {"version": "1", "reason": "就业率缺少台账"}
    at_browser(city.performance).post(f"/review/{record.number}/recheck/", sent)
    text = printed(at_browser(city.head), record, "feedback")

    assert "就业率缺少台账" in text
    assert "1培训后就业率30→25" in text
    assert "总分：自评99.5优，复核94.5优。" in text


def test_the_unit_has_no_feedback_before_anybody_judged(city):
    record = record_at(city, Step.SELF_EVALUATION)

    assert status(city.clerk, record, "feedback") == 404


def test_a_draft_says_that_it_was_not_sent(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)

    assert "草稿，未发出" in printed(at_browser(city.reviewer), record, "feedback")


def test_a_feedback_of_nothing_says_so(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    review_department(order(city.reviewer, record))
    FormRecord.objects.filter(pk=record.pk).update(step=Step.CLOSED)

    assert "没有要改正的，也没有另给得分的行。" in printed(
        at_browser(city.clerk), record, "feedback"
    )


@pytest.mark.parametrize("paper", ["working-paper", "feedback"])
def test_a_paper_comes_as_a_word_file_too(city, paper):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, {**ALL, PEOPLE: "45"})
    answer = at_browser(city.reviewer).get(f"/forms/{record.number}/{paper}/docx/")
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as file:
        text = file.read("word/document.xml").decode()

    assert "培训人数" in text


def test_a_paper_comes_in_no_other_format(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    client = at_browser(city.reviewer)

    assert client.get(f"/forms/{record.number}/working-paper/xlsx/").status_code == 404


def test_targets_have_no_papers(city):
    record = record_at(city, Step.TARGET_REVIEW)

    assert status(city.reviewer, record, "working-paper") == 404
