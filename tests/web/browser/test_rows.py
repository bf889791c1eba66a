"""A row is sent to a 业务科室, filled in with proof, and accepted, in a real browser."""

from playwright.sync_api import expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.sections.models import SentRow, State
from tests.web.browser.looking import axe
from tests.web.city import record_at


def test_a_row_goes_to_its_section_and_comes_back_with_proof(city, page_of):
    record = record_at(city, Step.SELF_EVALUATION)
    clerk, section = page_of(city.clerk), page_of(city.section)

    clerk.goto(f"/forms/{record.number}/")
    clerk.get_by_role("link", name="分派给业务科室").click()
    clerk.get_by_label("培训后就业率").check()
    clerk.get_by_label("何时前回填").fill("2099-01-17")
    clerk.get_by_label("要求").fill("请附就业台账")
    clerk.get_by_role("button", name="分派", exact=True).click()
    assert axe(clerk) == []

    clerk.goto(f"/forms/{record.number}/")
    mark = clerk.locator("[data-path='indicators[1].reason'] .out-mark")
    expect(mark).to_have_text("已分派 吴花\n01-17 前回填")

    section.goto("/rows/")
    assert axe(section) == []
    section.get_by_role("link", name="回填", exact=True).click()
    section.get_by_label("实际完成值").fill("71%")
    section.get_by_label("偏差原因").fill("部分学员年后上岗")
    proof = {"name": "就业台账.xlsx", "mimeType": "", "buffer": b"ledger"}
    section.get_by_label("佐证").set_input_files(proof)
    assert axe(section) == []
    section.get_by_role("button", name="交回填报人").click()
    expect(section.locator(".told")).to_have_text("已交回。")

    clerk.goto(f"/forms/{record.number}/rows/")
    expect(clerk.get_by_role("link", name="就业台账.xlsx")).to_be_visible()
    clerk.get_by_role("button", name="收下").click()
    expect(clerk.locator(".told")).to_have_text("已收下：培训后就业率。")

    assert form_of(FormRecord.objects.get()).indicators[1].actual == "71%"
    assert SentRow.objects.get().state == State.ACCEPTED


def test_the_mark_stays_when_the_sheet_is_drawn_anew(city, page_of):
    record = record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.clerk)
    page.goto(f"/forms/{record.number}/rows/")
    page.get_by_label("培训后就业率").check()
    page.get_by_role("button", name="分派", exact=True).click()
    page.goto(f"/forms/{record.number}/")

    page.locator("#sheet textarea[name='indicators[0].actual']").fill("1250人")
    expect(page.locator("#saving")).to_have_attribute("data-state", "saved")

    expect(page.locator("[data-path='indicators[1].reason'] .out-mark")).to_have_count(1)


def test_the_reminder_is_copied_by_one_click(city, page_of):
    record = record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.clerk)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/forms/{record.number}/rows/")
    page.get_by_label("培训后就业率").check()
    page.get_by_role("button", name="分派", exact=True).click()

    page.get_by_role("button", name="复制").click()

    expect(page.locator("[data-copied]")).to_have_text("已复制")
    assert "吴花：培训后就业率" in page.evaluate("navigator.clipboard.readText()")
