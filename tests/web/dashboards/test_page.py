"""统计看板: who sees it, what it says, and where its numbers lead."""

import pytest

from jiheng.web.chain.steps import Step
from tests.web.dashboards.putting import busy, put
from tests.web.dashboards.reading import numbers, said_by, table
from tests.web.pages.browsing import at_browser, texts

WHICH = ["sent", "closed", "all"]


@pytest.mark.parametrize("which", WHICH)
def test_every_number_leads_to_as_many_forms_or_findings(city, which):
    busy(city)
    client = at_browser(city.performance)

    shown = numbers(client, f"/dashboards/?year=2024&which={which}&open={city.bureau.pk}")

    wrong = [each for each in shown if each.value not in said_by(client, each.href)]
    assert wrong == []
    assert len(shown) > 80


def test_it_shows_the_forms_that_were_handed_in(city):
    busy(city)

    rows = table(at_browser(city.performance), "/dashboards/?year=2024")

    # 80 + 120 + 80 + 80 万元 were budgeted in the bureau, 76 + 60 + 76 + 76 spent; the one form
    # that does not say what was spent is left out
    assert rows[0][1:5] == ["5 / 7", "360.00", "288.00", "80.0%"]
    assert rows[-1][1:5] == ["6 / 9", "440.00", "364.00", "82.7%"]


def test_an_organisation_is_opened_by_a_link(city):
    busy(city)
    client = at_browser(city.performance)

    rows = table(client, f"/dashboards/?year=2024&open={city.bureau.pk}")

    assert [row[0].partition("云岭市")[2] for row in rows[:4]] == [
        "人力资源和社会保障局云岭市人力资源和社会保障局（2 个单位）",
        "就业服务中心",
        "人力资源和社会保障局本级",
        "水务局",
    ]


def test_a_unit_that_owes_everything_is_said_to(city):
    put(city, Step.TARGET_DRAFT)
    put(city, Step.CLOSED, at=city.other_bureau)

    rows = table(at_browser(city.performance), "/dashboards/")

    assert rows[0][1:] == ["0 / 1", "尚未提交"]


def test_a_year_without_forms_says_so(city):
    put(city, Step.TARGET_DRAFT)

    assert texts(at_browser(city.performance), "/dashboards/", "main > p.soft") == [
        "这一年度还没有这样的自评表。换一个年度、机构或范围再看。"
    ]


def test_years_stand_side_by_side(city):
    busy(city)
    shown = texts(at_browser(city.performance), "/dashboards/?year=2024", ".years thead th")

    assert shown == ["核对结果", "2024", "2023", "2022"]


@pytest.mark.parametrize("who", ["reviewer", "budget", "performance", "auditor", "head"])
def test_whoever_answers_for_a_branch_sees_its_dashboard(city, who):
    busy(city)

    assert at_browser(getattr(city, who)).get("/dashboards/").status_code == 200


@pytest.mark.parametrize(
    "who",
    [
        "clerk",
        "section",
        "third_party",
        "stranger",
        "system_admin",
        "security_admin",
        "audit_admin",
    ],
)
def test_nobody_else_does(city, who):
    busy(city)

    assert at_browser(getattr(city, who)).get("/dashboards/").status_code == 403


@pytest.mark.parametrize("who", ["reviewer", "head"])
@pytest.mark.parametrize("place", ["city", "other_bureau"])
def test_what_lies_outside_ones_branch_is_not_there(city, who, place):
    busy(city)
    key = getattr(city, place).pk

    assert at_browser(getattr(city, who)).get(f"/dashboards/?at={key}").status_code == 404
    assert at_browser(getattr(city, who)).get(f"/forms/?at={key}").status_code == 404


def test_a_head_sees_the_own_unit_alone(city):
    busy(city)

    rows = table(at_browser(city.head), "/dashboards/?year=2024")

    assert [row[1] for row in rows] == ["4 / 6", "4 / 6"]


@pytest.mark.parametrize("address", ["?at=x", "?at=-1", "?at=999999999999999999999", "?at=0"])
def test_an_organisation_that_is_none_is_not_there(city, address):
    assert at_browser(city.auditor).get(f"/dashboards/{address}").status_code == 404


@pytest.mark.parametrize(
    "address", ["?year=x", "?which=x", "?open=x", "?year=99999999999", "?open=٣"]
)
def test_what_means_nothing_in_an_address_is_passed_over(city, address):
    busy(city)

    assert at_browser(city.auditor).get(f"/dashboards/{address}").status_code == 200
