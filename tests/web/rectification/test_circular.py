"""通报: a draft whose numbers are those of the lists; nobody is named unless it is wished."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.steps import Step
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.wishes import UseWish
from tests.web.chain.orders import order
from tests.web.city import FORM, person, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.rectification.notices import noticed, wrong_record


@pytest.fixture
def year(city):
    """Return the city with forms that wait, are judged and are closed, and what followed."""
    record_at(city, Step.SELF_EVALUATION)
    record_at(city, Step.DEPARTMENT_REVIEW)
    wrong = wrong_record(city)
    noticed(city, wrong)
    wish = UseWish(use=Use.REDUCE, amount=60_0000_0000)
    advise(order(city.budget, wrong, reason="执行率偏低"), wish)
    return city


def said(client, address="/circular/"):
    """Return all paragraphs of the draft."""
    return "\n".join(texts(client, address, ".letter p"))


def test_it_says_how_many_forms_are_due_handed_in_and_closed(year):
    told = said(at_browser(year.performance))

    assert "应报送项目支出绩效自评表 3 份，涉及 1 个单位" in told
    assert "已报送 2 份，占 66.7%，其中已办结 1 份；未报送 1 份" in told


def test_its_numbers_are_those_of_the_list_of_forms(year):
    client = at_browser(year.performance)
    tabs = texts(client, "/forms/", "nav.tabs a")

    assert tabs == ["全部 3", "单位自评 1", "部门审核 1", "已办结 1"]
    assert texts(client, "/circular/", ".letter .sum td")[:5] == ["合计", "3", "2", "1", "1"]


def test_execution_is_told_by_money_and_by_mean(year):
    assert "预算合计 160 万元，执行 152 万元，按金额计算的执行率为 95.0%，按项目平均为 95.0%" in (
        said(at_browser(year.performance))
    )


def test_findings_are_counted_by_kind_and_by_check(year):
    client = at_browser(year.performance)

    assert "有错误的 0 份，共有错误 0 条、疑点 5 条" in said(client)
    kinds = ["得分", "0", "1", "指标之间", "0", "4", "合计", "0", "5"]
    assert texts(client, "/circular/", ".letter td")[10:19] == kinds
    assert "SC15" in texts(client, "/circular/", ".letter td")


def test_rectification_and_the_use_of_results_are_those_of_their_lists(year):
    told = said(at_browser(year.performance))

    assert "共下达整改通知 1 份，待整改 1 份（其中逾期 0 份）" in told
    assert (
        "已办结的 1 份自评表中，1 份提出了下一年度预算意见；其中 1 份提出建议预算，合计 60 万元"
        in told
    )
    assert "没有读到全文的成文依据" in told


def test_nobody_is_named_unless_the_office_wishes_it(year):
    client = at_browser(year.performance)

    assert "云岭市就业服务中心" not in client.get("/circular/").content.decode()
    assert "尚未报齐的单位：云岭市就业服务中心。" in said(client, "/circular/?named=1")
    assert "涉及单位：云岭市就业服务中心。" in said(client, "/circular/?named=1")


def test_departments_stand_in_the_order_of_the_tree_and_add_up(year):
    bureau = add_organisation("云岭市教育局", OrganisationKind.DEPARTMENT, year.city)
    school = add_organisation("云岭市第一小学", OrganisationKind.UNIT, bureau)
    clerk = person("songjia", "宋佳", Role.CLERK, school)
    record_at(replace(year, centre=school, clerk=clerk), Step.CLOSED)
    client = at_browser(year.performance)

    names = texts(client, "/circular/", ".letter table:first-of-type tr td:first-child")
    assert names[:3] == ["云岭市人力资源和社会保障局", "云岭市教育局", "合计"]
    assert "应报送项目支出绩效自评表 1 份" in said(client, f"/circular/?department={bureau.pk}")


def test_a_department_writes_about_its_own_branch(year):
    assert texts(at_browser(year.reviewer), "/circular/", ".letter h2") == [
        "关于云岭市人力资源和社会保障局2024年度 项目支出绩效自评情况的通报"
    ]


def test_a_year_without_forms_gives_no_draft(city):
    client = at_browser(city.performance)

    assert texts(client, "/circular/", ".letter") == []
    assert client.get("/circular/docx/").status_code == 404


def test_the_word_file_says_what_the_page_says(year):
    answer = at_browser(year.performance).get("/circular/docx/")

    document = (
        ZipFile(BytesIO(b"".join(answer.streaming_content))).read("word/document.xml").decode()
    )
    assert "项目支出绩效自评情况的通报" in document
    assert "应报送项目支出绩效自评表 3 份" in document
    assert ".docx" in answer.headers["Content-Disposition"]


def test_the_pdf_file_says_what_the_page_says(year):
    answer = at_browser(year.performance).get("/circular/pdf/?named=1")

    text = PdfDocument(b"".join(answer.streaming_content))[0].get_textpage().get_text_range()
    assert "自评情况的通报" in text
    assert "尚未报齐的单位" in text.replace("\r\n", "")


def test_another_kind_of_file_there_is_not(year):
    assert at_browser(year.performance).get("/circular/xlsx/").status_code == 404


@pytest.mark.parametrize("who", ["clerk", "head", "auditor", "stranger", "system_admin"])
def test_nobody_else_writes_circulars(year, who):
    client = at_browser(getattr(year, who))

    assert client.get("/circular/").status_code == 403
    assert client.get("/circular/docx/").status_code == 403


def test_the_draft_asks_no_more_for_many_forms(year, django_assert_max_num_queries):
    for _ in range(6):
        record_at(year, Step.CLOSED, form=FORM)
    client = at_browser(year.performance)
    client.get("/circular/")

    with django_assert_max_num_queries(24):
        client.get("/circular/")
