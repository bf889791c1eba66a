"""陈静 leads a draw over its pages; others see of it what concerns them, or that there is none."""

import pytest
from django.utils import timezone

from jiheng.web import clock
from jiheng.web.people.models import Appointment
from jiheng.web.sampling.models import Draw, Kind
from jiheng.web.sampling.running import paper_of
from tests.web.pages.browsing import at_browser, texts
from tests.web.sampling.office import APPEARS, NUMBER

OPEN = ["/", "/plan/"]
FROZEN = ["/", "/population/", "/sample/", "/how/", "/frozen.json"]
DRAWN = [*FROZEN, "/draw.json", "/results/", "/results.csv"]


def sent_plan(office, **said: str) -> dict[str, str]:
    """Return the plan's form as the office fills it in."""
    at = timezone.localtime(clock.now() + APPEARS)
    return {
        "title": "2024年度自评抽查",
        "organisation": str(office.city.city.pk),
        "year": "2024",
        "basis": "size",
        "limits": "50,200",
        "total": "6",
        "weigh": "money",
        "least": "10000",
        "source": "双色球第2026031期开奖号码",
        "day": at.date().isoformat(),
        "time": "21:30",
        **said,
    }


def test_the_office_plans_a_draw_and_sees_its_strata(office):
    browser = at_browser(office.city.performance)

    answer = browser.post("/draws/new/", sent_plan(office), follow=True)

    assert answer.redirect_chain[0][1] == 302
    page = answer.redirect_chain[0][0]
    assert texts(browser, page, ".rows tbody th") == [
        "不足 50 万元",
        "50 万元至不足 200 万元",
        "200 万元及以上",
    ]
    assert texts(browser, page, ".rows tfoot td") == ["12", "1,970", "6", "50.0%"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"title": " "}, "请写名称。"),
        ({"source": ""}, "请写明用哪个公开数。"),
        ({"day": "2020-01-01"}, "公开数的公布时间要在现在以后。"),
        ({"day": "soon"}, "公开数的公布时间要在现在以后。"),
        ({"total": "0"}, "共抽几份请写 1 到 5000 的整数。"),
        ({"total": "9" * 30}, "共抽几份请写 1 到 5000 的整数。"),
        ({"limits": "200,50"}, "金额分档请写从小到大的整数，用逗号隔开，最多 8 个。"),
        ({"year": "20240"}, "请写四位数的年度。"),
        ({"least": "9" * 15}, "每份至少按多少元计，写得太大了。"),
    ],
)
def test_a_plan_that_cannot_be_is_asked_for_again(office, wrong, why):
    answer = at_browser(office.city.performance).post("/draws/new/", sent_plan(office, **wrong))

    assert answer.status_code == 409
    assert why in answer.content.decode()
    assert not Draw.objects.exists()


def test_the_whole_way_over_the_pages(office):
    browser = at_browser(office.city.performance)
    browser.post("/draws/new/", sent_plan(office))
    draw = Draw.objects.get()
    browser.post(f"/draws/{draw.pk}/steps/commit/")
    browser.post(f"/draws/{draw.pk}/steps/freeze/")
    with clock.at(clock.now() + 2 * APPEARS):
        number = {"number": NUMBER, "again": NUMBER}
        browser.post(f"/draws/{draw.pk}/steps/number/", number)
    browser.post(f"/draws/{draw.pk}/steps/pick/")

    assert Draw.objects.get().state == "drawn"
    assert "已抽取 6 份" in " ".join(texts(browser, f"/draws/{draw.pk}/", ".next"))


def test_a_number_that_was_typed_in_two_ways_is_not_taken(office):
    draw, browser = office.frozen(), at_browser(office.city.performance)
    with clock.at(clock.now() + 2 * APPEARS):
        number = {"number": NUMBER, "again": "03"}
        answer = browser.post(f"/draws/{draw.pk}/steps/number/", number, follow=True)

    assert "两次填的公开数不一样" in answer.content.decode()
    assert Draw.objects.get(pk=draw.pk).number == ""


def test_the_plan_can_be_changed_until_it_is_frozen(office):
    draw, browser = office.committed(), at_browser(office.city.performance)

    browser.post(f"/draws/{draw.pk}/plan/", sent_plan(office, basis="none", total="3"))

    assert texts(browser, f"/draws/{draw.pk}/", ".rows tfoot td") == ["12", "1,970", "3", "25.0%"]
    frozen = office.frozen()
    assert browser.get(f"/draws/{frozen.pk}/plan/").status_code == 403


def test_the_office_sets_the_size_of_each_stratum_itself(office):
    draw, browser = office.planned(), at_browser(office.city.performance)
    strata = ["云岭市人力资源和社会保障局", "云岭市水务局"]

    browser.post(f"/draws/{draw.pk}/sizes/", {"stratum": strata, "size": ["5", "1"]})

    assert texts(browser, f"/draws/{draw.pk}/", ".rows tfoot td")[2] == "6"
    shares = texts(browser, f"/draws/{draw.pk}/", ".rows tbody td:last-child")
    assert shares == ["62.5%", "25.0%"]


def test_the_papers_are_sent_byte_for_byte(office):
    draw, browser = office.drawn(), at_browser(office.city.performance)

    assert browser.get(f"/draws/{draw.pk}/frozen.json").content == paper_of(draw, Kind.FROZEN)
    assert browser.get(f"/draws/{draw.pk}/draw.json").content == paper_of(draw, Kind.DRAW)


def test_a_form_changed_after_the_freeze_is_shown_as_changed(office):
    draw, browser = office.frozen(), at_browser(office.city.performance)
    record = office.records[4]
    record.version = 2
    record.save()

    page = f"/draws/{draw.pk}/population/"
    assert "冻结后改过 1 份" in " ".join(texts(browser, page, "h2"))
    assert texts(browser, f"{page}?changed=1", "tbody th") == ["项目5"]
    assert texts(browser, f"{page}?changed=1", "tbody .tag-bad") == ["已改到第 2 版"]


@pytest.mark.parametrize("page", OPEN)
def test_a_planned_draw_opens_for_the_office(office, page):
    draw = office.planned()

    assert at_browser(office.city.performance).get(f"/draws/{draw.pk}{page}").status_code == 200


@pytest.mark.parametrize("page", DRAWN)
def test_every_page_of_a_draw_opens_for_the_office_and_its_auditor(office, page):
    draw = office.drawn()

    assert at_browser(office.city.performance).get(f"/draws/{draw.pk}{page}").status_code == 200
    assert at_browser(office.city.auditor).get(f"/draws/{draw.pk}{page}").status_code == 200


@pytest.mark.parametrize("who", ["clerk", "reviewer", "budget", "third_party", "stranger"])
@pytest.mark.parametrize("page", DRAWN)
def test_for_everybody_else_there_is_no_draw(office, who, page):
    draw = office.drawn()

    answer = at_browser(getattr(office.city, who)).get(f"/draws/{draw.pk}{page}")
    assert answer.status_code == 404


def test_an_auditor_sees_and_does_nothing(office):
    draw, browser = office.planned(), at_browser(office.city.auditor)

    assert browser.post(f"/draws/{draw.pk}/steps/commit/").status_code == 403
    assert browser.post(f"/draws/{draw.pk}/sizes/").status_code == 403
    assert browser.post("/draws/new/").status_code == 403


def test_the_office_of_another_place_sees_no_draw(office):
    draw = office.drawn()
    elsewhere = office.city.performance
    Appointment.objects.filter(person=elsewhere).update(organisation=office.city.other_bureau)

    assert at_browser(elsewhere).get(f"/draws/{draw.pk}/").status_code == 404


def test_the_list_shows_every_draw_with_its_figures(office):
    office.drawn()
    office.planned(title="补充抽查")

    rows = texts(at_browser(office.city.auditor), "/draws/", ".rows tbody tr")
    assert rows == [
        "补充抽查云岭市2024计划—————",
        "2024年度自评抽查云岭市2024已抽取121,9706——",
    ]
