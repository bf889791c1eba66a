"""整改台账: by state, by department, by day; on screen and as a worksheet."""

from datetime import date
from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.web.chain.actions.revoke_notice import revoke_notice
from jiheng.web.chain.steps import Step
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation
from jiheng.web.rectification.models import Notice
from tests.web.chain.orders import order
from tests.web.city import person, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.rectification.notices import LEDGER, WISH, fed_back, noticed, wrong_record

TABS = "nav.tabs a"


@pytest.fixture
def three(city):
    """Return the city with a late notice, one that was fed back, one that was revoked."""
    late = noticed(city, wrong_record(city))
    Notice.objects.filter(pk=late.pk).update(due=date(2025, 1, 31))
    fed_back(city, wrong_record(city))
    revoked = wrong_record(city)
    noticed(city, revoked)
    revoke_notice(order(city.performance, revoked, reason="通知有误"))
    return city


def cells(client, address):
    """Return the texts of a worksheet, row by row."""
    book = load_workbook(BytesIO(client.get(address).content))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_every_state_is_counted_and_what_is_late_besides(three):
    assert texts(at_browser(three.auditor), "/rectification/", TABS) == [
        "全部 3", "待整改 1", "已逾期 1", "待核对 1", "已销号 0", "已撤销 1"
    ]  # fmt: skip


def test_a_state_leads_to_its_notices(three):
    client = at_browser(three.clerk)

    assert texts(client, "/rectification/?state=late", "tbody .tag-bad") == ["已逾期"]
    assert texts(client, "/rectification/?state=closed", "tbody th") == []
    assert len(texts(client, "/rectification/?state=nonsense", "tbody th")) == 3


def test_what_is_late_stands_first(three):
    shown = texts(at_browser(three.clerk), "/rectification/", "tbody td:nth-of-type(5)")

    assert shown == ["已逾期", "待核对", "已撤销"]


def test_whoever_is_of_another_branch_sees_nothing_of_it(three):
    record_at(replace(three, centre=three.other_bureau, clerk=three.stranger), Step.CLOSED)
    client = at_browser(three.stranger)

    assert texts(client, "/rectification/", ".year summary") == ["2024 年度"]
    assert texts(client, "/rectification/", "tbody th") == []
    assert len(cells(client, "/rectification/ledger.xlsx")) == 1


def test_departments_add_up_to_the_total(three):
    bureau = add_organisation("云岭市教育局", OrganisationKind.DEPARTMENT, three.city)
    school = add_organisation("云岭市第一小学", OrganisationKind.UNIT, bureau)
    clerk = person("songjia", "宋佳", Role.CLERK, school)
    noticed(three, wrong_record(replace(three, centre=school, clerk=clerk)))
    client = at_browser(three.performance)

    assert texts(client, "/rectification/", ".departments tr td:nth-of-type(1)") == ["3", "1", "4"]
    assert texts(client, f"/rectification/?department={bureau.pk}", TABS)[0] == "全部 1"


def test_the_worksheet_has_a_row_for_every_demand(three):
    head, *rows = cells(at_browser(three.performance), "/rectification/ledger.xlsx")

    assert head[:4] == ["表号", "项目", "单位", "主管部门"]
    assert len(rows) == 6
    assert {row[3] for row in rows} == {"云岭市人力资源和社会保障局"}
    assert [row[9] for row in rows] == ["已逾期", "已逾期", None, None, None, None]


def test_what_looks_like_a_formula_stays_text_in_the_worksheet(city):
    formula = replace(LEDGER, found='=HYPERLINK("http://example.com")')
    noticed(city, wrong_record(city), replace(WISH, demands=(formula,)))
    client = at_browser(city.performance)
    book = load_workbook(BytesIO(client.get("/rectification/ledger.xlsx").content))

    assert book.active["L2"].value == '=HYPERLINK("http://example.com")'
    assert book.active["L2"].data_type == "s"


def test_a_long_ledger_asks_no_more_than_a_short_one(city, django_assert_max_num_queries):
    for _ in range(8):
        noticed(city, wrong_record(city))
    client = at_browser(city.performance)
    client.get("/rectification/")

    with django_assert_max_num_queries(14):
        client.get("/rectification/")
    with django_assert_max_num_queries(10):
        client.get("/rectification/ledger.xlsx")
