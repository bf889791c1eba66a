"""Five people take one form through the whole chain, each in their own window.

李芳 fills in, 吴花 of the section knows a figure, 赵强 reviews for the bureau, 孙丽 approves the
targets for the finance bureau, 陈静 checks in the end.
"""

from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.web.browser.sheets import cell, focused, paste, saved

PROJECT = "农民工返乡创业补贴"
TARGETS = (
    "产出指标\t数量指标\t补贴人数\t≥200人\t40\n"
    "产出指标\t质量指标\t审核准确率\t≥98%\t20\n"
    "效益指标\t社会效益指标\t带动就业\t≥500人\t20\n"
    "满意度指标\t服务对象满意度指标\t学员满意度\t≥90%\t10\n"
)
FUNDS = {
    "funds.unit": "万元",
    "funds.lines[0].initial_budget": "80",
}


class Story:
    """The form, and the windows of those who have to do with it."""

    def __init__(self, city, page_of) -> None:
        self.clerk = page_of(city.clerk)
        self.section = page_of(city.section)
        self.reviewer = page_of(city.reviewer)
        self.budget = page_of(city.budget)
        self.performance = page_of(city.performance)
        self.address = ""

    def opened(self, page: Page) -> Page:
        """Return somebody's window with the form in it."""
        page.goto(self.address)
        return page

    def act(self, page: Page, button: str) -> None:
        """Press one of the form's buttons."""
        tools = self.opened(page).locator(".tools")
        tools.get_by_role("button", name=button).or_(tools.get_by_role("link", name=button)).click()

    def stands_at(self, step: str) -> None:
        """Look where the form stands."""
        now = self.opened(self.clerk).locator(".stations [aria-current=step]")
        expect(now).to_contain_text(step)


def declare_targets(story: Story) -> None:
    """李芳 begins a form with indicators pasted from a sheet, and declares its targets."""
    page = story.clerk
    page.goto("/begin/")
    page.get_by_label("项目名称").fill(PROJECT)
    page.get_by_label("年度").fill("2025")
    page.get_by_label("绩效指标").fill(TARGETS)
    page.get_by_role("main").get_by_role("button", name="新建").click()
    page.wait_for_url("**/forms/2025-*/")
    story.address = page.url
    cell(page, "goal.expected").fill("补贴返乡创业农民工200人，带动就业500人。")
    for path, text in FUNDS.items():
        cell(page, path).fill(text)
    saved(page)
    story.act(page, "申报目标")
    story.stands_at("目标审核")


def review_and_approve_targets(story: Story) -> None:
    """赵强 finds all four aspects in order, 孙丽 approves: the targets are locked."""
    story.act(story.reviewer, "审核通过")
    for aspect in ("完整", "相关", "适当", "可行"):
        story.reviewer.get_by_label(aspect).check()
    story.reviewer.get_by_role("main").get_by_role("button", name="审核通过").click()
    story.act(story.budget, "批复目标")
    story.stands_at("运行监控")
    expect(cell(story.clerk, "indicators[0].target")).to_have_count(0)


def adjust_a_target(story: Story) -> None:
    """李芳 asks for another target in the year, 孙丽 approves it; old and new are kept."""
    story.act(story.clerk, "申请目标调整")
    story.clerk.get_by_label("补贴人数 拟调整为").fill("≥260人")
    story.clerk.get_by_label("理由").fill("追加了一批补贴")
    story.clerk.get_by_role("main").get_by_role("button", name="申请目标调整").click()
    story.act(story.budget, "批复调整")
    story.stands_at("运行监控")
    expect(story.clerk.locator('[data-path="indicators[0].target"]')).to_contain_text("≥260人")
    expect(story.clerk.locator(".history")).to_contain_text("≥200人 → ≥260人")


def report_progress(story: Story) -> None:
    """李芳 reports the year so far; too little is shown by a red light."""
    story.act(story.clerk, "填报监控")
    done = {"补贴人数": "60人", "审核准确率": "99%", "带动就业": "400人", "学员满意度": "91%"}
    for name, text in done.items():
        story.clerk.get_by_label(f"{name} 已完成").fill(text)
    story.clerk.get_by_role("main").get_by_role("button", name="填报监控").click()
    story.stands_at("单位自评")
    expect(story.clerk.locator(".light.red")).to_have_count(1)


def fill_by_keyboard_and_paste(story: Story) -> None:
    """李芳 types the funds by keyboard alone, and pastes the results from a sheet."""
    page = story.opened(story.clerk)
    cell(page, "funds.lines[0].executed").focus()
    page.keyboard.type("76")
    page.keyboard.press("Tab")
    assert focused(page) != "funds.lines[0].executed"
    cell(page, "goal.actual").fill("已补贴265人，带动就业520人。")
    cell(page, "indicators[0].actual").focus()
    paste(page, text="265人\n99%\n520人\n")
    saved(page)
    for row, score in enumerate(("40", "20", "20", "10")):
        cell(page, f"indicators[{row}].score").fill(score)
    saved(page)
    expect(cell(page, "indicators[2].actual")).to_have_value("520人")


def ask_the_section(story: Story) -> None:
    """李芳 sends a row to 吴花, who knows it; her value stands in the form."""
    page = story.opened(story.clerk)
    page.get_by_role("link", name="分派给业务科室").click()
    page.get_by_label("学员满意度").check()
    page.get_by_role("main").get_by_role("button", name="分派").click()
    story.section.goto("/rows/")
    story.section.get_by_role("link", name="学员满意度").first.click()
    story.section.get_by_label("实际完成值").fill("93%")
    story.section.get_by_role("main").get_by_role("button", name="交回填报人").click()
    expect(cell(story.opened(story.clerk), "indicators[3].actual")).to_have_value("93%")


def mend_what_is_found(story: Story) -> None:
    """The page counts wrong points as an error at their cell; mended, it is gone."""
    page = story.opened(story.clerk)
    cell(page, "indicators[1].score").fill("25")
    saved(page)
    expect(page.locator("#side .finding.error").first).to_be_visible()
    cell(page, "indicators[1].score").fill("20")
    saved(page)
    expect(page.locator("#side .finding.error")).to_have_count(0)


def return_to_one_cell(story: Story) -> None:
    """李芳 hands in, 赵强 returns the form to one cell: only it is open."""
    story.act(story.clerk, "提交自评")
    story.stands_at("部门审核")
    story.act(story.reviewer, "退回")
    page = story.reviewer
    page.locator('input[name="cell"][value="indicators[2].actual"]').evaluate(
        "node => node.closest('details')?.setAttribute('open', '')"
    )
    page.locator('input[name="cell"][value="indicators[2].actual"]').check()
    page.get_by_label("理由").fill("带动就业人数请与台账核对")
    page.get_by_role("main").get_by_role("button", name="退回").click()
    story.stands_at("单位自评")
    expect(story.clerk.locator("section.returned")).to_contain_text("带动就业人数请与台账核对")
    expect(cell(story.clerk, "indicators[2].actual")).to_be_visible()
    expect(cell(story.clerk, "indicators[0].actual")).to_have_count(0)


def resubmit_with_the_change_shown(story: Story) -> None:
    """李芳 mends the cell and submits again; the page says what changed."""
    page = story.opened(story.clerk)
    cell(page, "indicators[2].actual").fill("512人")
    saved(page)
    story.act(page, "重新提交")
    expect(page.locator(".changed")).to_contain_text("520人 → 512人")
    page.get_by_role("main").get_by_role("button", name="重新提交").click()
    story.stands_at("部门审核")


def approve(story: Story) -> None:
    """赵强 and 陈静 find it in order: the form is closed."""
    story.act(story.reviewer, "审核通过")
    story.act(story.performance, "复核通过")
    last = story.opened(story.clerk).locator(".stations li").last
    expect(last).to_have_class("done")
    expect(last).to_contain_text("已办结")


def look_at_the_print(story: Story) -> None:
    """李芳 prints: the paper holds what the form holds, and is not blank."""
    link = story.opened(story.clerk).get_by_role("link", name="打印").first
    sent = story.clerk.request.get(urljoin(story.address, link.get_attribute("href") or ""))
    assert sent.headers["content-type"] == "application/pdf"
    with PdfDocument(sent.body()) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        ink = Image.eval(document[0].render(scale=1).to_pil().convert("L"), lambda grey: 255 - grey)
    for printed in (PROJECT, "≥260人", "265人", "512人", "93%"):
        assert printed in text
    assert sum(ink.histogram()[128:]) > 2_000


@pytest.mark.slow
def test_five_people_take_a_form_through_the_chain(city, page_of):
    story = Story(city, page_of)

    declare_targets(story)
    review_and_approve_targets(story)
    adjust_a_target(story)
    report_progress(story)
    fill_by_keyboard_and_paste(story)
    ask_the_section(story)
    mend_what_is_found(story)
    return_to_one_cell(story)
    resubmit_with_the_change_shown(story)
    approve(story)
    look_at_the_print(story)
