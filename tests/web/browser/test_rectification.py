"""整改 from the notice to its closing, in a real browser."""

from playwright.sync_api import expect

from jiheng.web.rectification.models import Notice
from jiheng.web.rectification.states import NoticeState
from tests.web.browser.looking import axe
from tests.web.browser.sheets import cell, opened, saved
from tests.web.rectification.notices import SCORE, wrong_record


def test_a_finding_is_demanded_mended_fed_back_and_closed(city, page_of):
    record = wrong_record(city)
    office, clerk = page_of(city.performance), page_of(city.clerk)
    notice = f"/forms/{record.number}/rectification/"

    office.goto(f"/forms/{record.number}/")
    office.get_by_role("link", name="下达整改通知").click()
    office.get_by_label("满意度指标得分与规则不符").check()
    office.get_by_label("期限").fill("2099-06-30")
    assert axe(office) == []
    office.get_by_role("button", name="下达整改通知").click()
    expect(office.locator(".told")).to_contain_text("已办理")

    opened(clerk, record)
    expect(clerk.locator(".returned")).to_contain_text("截至 2099-06-30")
    cell(clerk, SCORE).fill("9.44")
    saved(clerk)
    clerk.goto(notice)
    expect(clerk.locator(".demand .tag-good")).to_have_text("已消除")
    assert axe(clerk) == []
    clerk.get_by_role("button", name="提交整改反馈").click()
    expect(clerk.locator(".told")).to_contain_text("已办理")

    office.goto(notice)
    assert axe(office) == []
    office.get_by_role("button", name="整改销号").click()
    expect(office.locator(".settled summary")).to_contain_text("已销号")
    assert Notice.objects.get().state == NoticeState.CLOSED


def test_the_lists_and_the_circular_have_no_grave_fault(city, page_of):
    wrong_record(city)
    office = page_of(city.performance)

    for address in ("/rectification/", "/result-use/", "/circular/?named=1"):
        office.goto(address)
        assert axe(office) == []
