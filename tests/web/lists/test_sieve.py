"""What an address lets through, and how a list says it."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.sieve import Sieve, sieve_in
from tests.web.dashboards.putting import GENEROUS, LATE, SILENT, WRONG, put
from tests.web.pages.browsing import at_browser, texts


@pytest.fixture
def forms(city):
    """Return the projects' forms of a year by what is wrong with them."""
    return {
        "right": put(city, Step.CLOSED),
        "late": put(city, Step.DEPARTMENT_REVIEW, form=LATE),
        "wrong": put(city, Step.SELF_EVALUATION, form=WRONG),
        "silent": put(city, Step.CLOSED, form=SILENT),
        "generous": put(city, Step.CLOSED, form=GENEROUS, at=city.bureau),
    }


def through(forms, **asked: str) -> set[str]:
    """Return which of the forms a sieve lets through."""
    found = sieve_in(asked).sifted(FormRecord.objects.all())
    return {name for name, record in forms.items() if record in found}


def test_forms_are_asked_for_by_how_far_they_are(forms):
    assert through(forms, sent="closed") == {"right", "silent", "generous"}
    assert through(forms, sent="waiting") == {"late"}
    assert through(forms, sent="unsent") == {"wrong"}
    assert through(forms, sent="sent") == {"right", "late", "silent", "generous"}


def test_forms_are_asked_for_by_kind_and_severity_of_their_findings(forms):
    assert through(forms, column="ar_error") == {"wrong"}
    assert through(forms, kind="AR", severity="error") == {"wrong"}
    assert "late" in through(forms, kind="BU")


def test_forms_are_asked_for_by_what_they_lack_and_by_their_grades(forms):
    assert through(forms, unrated="1") == {"silent"}
    assert through(forms, low="中", high="中") == {"generous"}
    assert through(forms, below="1") == {"generous"}


def test_an_organisation_is_asked_for_with_or_without_what_is_below_it(city, forms):
    assert through(forms, at=str(city.bureau.pk)) == set(forms)
    assert through(forms, at=str(city.bureau.pk), alone="1") == {"generous"}


@pytest.mark.parametrize(
    "name",
    ["sent", "found", "severity", "kind", "column", "mend", "rated", "scored", "spans", "below"],
)
def test_a_condition_that_means_nothing_is_left_out(name):
    assert sieve_in({name: "nonsense"}) == Sieve()


def test_an_address_says_again_what_it_asked_for():
    asked = {"year": "2024", "at": "7", "alone": "1", "step": "closed", "sent": "sent"}

    assert sieve_in(asked).query == "year=2024&at=7&alone=1&step=closed&sent=sent"


def test_a_narrowed_list_says_to_what_and_how_to_widen_it(city, forms):
    address = f"/forms/?at={city.bureau.pk}&sent=closed&column=xi_warning&grade=-&once=BU16:system"

    assert texts(at_browser(city.auditor), address, ".asked a") == [
        "云岭市人力资源和社会保障局及所属单位 ×",
        "已办结 ×",
        "核对结果：指标之间，疑点 ×",
        "只提示一次：执行率没有百分号 ×",
        "自评得分等次：不明 ×",
    ]


def test_a_list_of_findings_counts_them(forms, city):
    shown = texts(at_browser(city.auditor), "/forms/?column=ar_error", "h1 small")

    assert shown == ["1 份，1 项"]


def test_a_step_keeps_the_other_conditions(forms, city):
    client = at_browser(city.auditor)

    assert texts(client, "/forms/?sent=sent", ".tabs a") == ["全部 4", "部门审核 1", "已办结 3"]
    assert len(texts(client, "/forms/?sent=sent&step=closed", "tbody tr")) == 3


def test_conditions_that_nothing_meets_are_said_to_be_so(forms, city):
    assert texts(at_browser(city.auditor), "/forms/?column=id_error", ".panel p") == [
        "没有符合这些条件的表。去掉一个条件再看。"
    ]


def test_a_year_is_asked_for_whatever_the_desk_shows(city):
    put(city, Step.CLOSED)
    put(city, Step.CLOSED, year=2022)
    client = at_browser(city.auditor)

    assert texts(client, "/forms/?year=2022", ".crumbs") == ["2022 年度"]
    assert len(texts(client, "/forms/?year=2022", "tbody tr")) == 1
