"""Seven people take a form from hand-in to its results, each in their own window.

李芳 hands in, 赵强 scores its rows for the bureau, 陈静 checks them for the finance bureau and draws a
sample, 顾平 is hired to score what was drawn, 何慎 audits the draw with nothing but the published
files, 孙丽 writes down what the result means for the next budget, 周杰出 proposes to publish it, and the package is released.
"""

import subprocess
import sys
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.browser.sheets import cell, saved
from tests.web.city import FORM, record_at
from tests.web.verdicts.scoring import MONEY, PEOPLE, PLEASED, WORK

LOW = replace(FORM.indicators[0], actual="1080人", reason="年底停训一期")
OVERSCORED = replace(
    FORM,
    goal=replace(FORM.goal, actual="已培训1080人，就业率提高。"),
    indicators=(LOW, *FORM.indicators[1:]),
)
"""1080 of 1200 people, for which the unit gave itself all 50 points; by the rules it is 45."""
NUMBER = "03 07 12 19 22 31 + 08"
LONG = 90_000
JIHENG = "from jiheng.cli import main; main()"
VERIFY = [sys.executable, "-c", JIHENG, "draw", "verify", "draw.json", "--frozen", "frozen.json"]


class Story:
    """The form, and the windows of those who have to do with it."""

    def __init__(self, city, page_of) -> None:
        self.form = record_at(city, Step.SELF_EVALUATION, form=OVERSCORED)
        record_at(
            city, Step.CLOSED, form=replace(FORM, project=replace(FORM.project, name="技工补助"))
        )
        self.clerk = page_of(city.clerk)
        self.head = page_of(city.head)
        self.reviewer = page_of(city.reviewer)
        self.performance = page_of(city.performance)
        self.hired = page_of(city.third_party)
        self.auditor = page_of(city.auditor)
        self.budget = page_of(city.budget)

    def opened(self, page: Page) -> Page:
        """Return somebody's window with the form in it."""
        page.goto(f"/forms/{self.form.number}/")
        return page

    def reviewed(self, page: Page) -> Page:
        """Return somebody's window with the form's review in it."""
        page.goto(f"/review/{self.form.number}/")
        return page

    def stands_at(self, step: Step) -> None:
        """Look where the form stands."""
        assert FormRecord.objects.get(pk=self.form.pk).step == step


def score_of(page: Page, row: str):
    """Return the field of a row's score."""
    return page.locator(f'[name="score.{row}"]')


def press(page: Page, button: str) -> None:
    """Press a button of the page itself."""
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def hand_in(story: Story) -> None:
    """李芳 hands the form in as it is."""
    page = story.opened(story.clerk)
    page.locator(".tools").get_by_role("button", name="提交自评").click()
    page.wait_for_url("**/tasks/")
    story.stands_at(Step.DEPARTMENT_REVIEW)


def review_row_by_row(story: Story) -> None:
    """赵强 takes over what the rules allow, corrects one row with clause and reason, passes."""
    page = story.reviewed(story.reviewer)
    page.get_by_role("button", name="未打分的行采用自评得分").click()
    expect(score_of(page, WORK)).to_have_value("30")
    expect(score_of(page, PEOPLE)).to_have_value("")
    expect(page.locator("#passing button")).to_be_disabled()
    score_of(page, PEOPLE).fill("45")
    page.get_by_label("培训人数 条款").select_option("pass_threshold")
    page.get_by_label("培训人数 理由").fill("按规则复算的得分核定")
    page.get_by_label("培训后就业率 理由").focus()
    expect(page.locator("#reviewed b")).to_have_text("94.5")
    expect(page.locator("#passing button")).to_be_enabled()
    page.get_by_role("button", name="审核通过").click()
    page.wait_for_url("**/review/")
    story.stands_at(Step.FINANCE_RECHECK)


def recheck(story: Story) -> None:
    """陈静 sees what the bureau gave and takes it over by keyboard."""
    page = story.reviewed(story.performance)
    expect(page.locator("#row-indicators-0 .give .earlier")).to_have_text("部门 45")
    score_of(page, MONEY).focus()
    for _ in range(4):
        page.keyboard.press("Enter")
    expect(page.locator("#reviewed small")).to_have_text("财政复核得分")
    expect(page.locator("#reviewed b")).to_have_text("94.5")
    expect(page.locator("#passing button")).to_be_enabled()
    page.get_by_role("button", name="复核通过").click()
    page.wait_for_url("**/review/")
    story.stands_at(Step.CLOSED)


def minute_to_come() -> datetime:
    """Return the next minute that begins in ten seconds or later, on the office's clock."""
    soon = timezone.localtime() + timedelta(seconds=10)
    return soon.replace(second=0, microsecond=0) + timedelta(minutes=1)


def freeze_the_population(story: Story) -> None:
    """陈静 plans a draw, commits to a secret, and freezes what may be drawn."""
    page, appears = story.performance, minute_to_come()
    page.goto("/draws/new/")
    page.get_by_label("名称").fill("2024年度自评抽查")
    page.get_by_label("年度", exact=True).select_option("2024")
    page.get_by_label("分层").select_option("none")
    page.get_by_label("共抽几份").fill("2")
    page.get_by_label("按份数").check()
    page.get_by_label("用哪个公开数").fill("双色球开奖号码")
    page.locator('[name="day"]').fill(f"{appears:%Y-%m-%d}")
    page.locator('[name="time"]').fill(f"{appears:%H:%M}")
    press(page, "保存计划")
    press(page, "公布承诺值")
    press(page, "冻结总体")
    expect(page.get_by_role("link", name="冻结文件")).to_be_visible()


def draw(story: Story) -> None:
    """The number appears: 陈静 takes it down, draws, and gives the form to 顾平."""
    page = story.performance
    page.goto("/draws/")
    page.get_by_role("link", name="2024年度自评抽查").click()
    number = page.get_by_label("公开数", exact=True)
    for _ in range(LONG // 3_000):
        page.reload()
        if number.count():
            break
        page.wait_for_timeout(3_000)
    number.fill(NUMBER)
    page.get_by_label("再填一次").fill(NUMBER)
    press(page, "填公开数")
    press(page, "抽取")
    page.get_by_role("link", name="安排复核").click()
    page.get_by_label("职业技能培训补助").check()
    page.get_by_label("复核人").select_option(label="顾平 · 第三方机构")
    press(page, "交给复核")
    expect(page.locator(".told")).to_contain_text("已把 1 份交给复核")


def recompute_the_draw(story: Story, folder: Path) -> None:
    """何慎 draws once more, with nothing but the two files that were published."""
    page = story.auditor
    page.goto("/draws/")
    page.get_by_role("link", name="2024年度自评抽查").click()
    for kind in ("frozen", "draw"):
        sent = page.request.get(f"{page.url}{kind}.json")
        (folder / f"{kind}.json").write_bytes(sent.body())
    told = subprocess.run(VERIFY, cwd=folder, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def score_what_was_drawn(story: Story) -> None:
    """顾平 sees the form that was drawn, and no other, and scores it."""
    page = story.hired
    page.goto("/draws/tasks/")
    expect(page.get_by_role("main").locator("tbody tr")).to_have_count(1)
    page.get_by_role("main").get_by_role("link", name="职业技能培训补助").click()
    for row, typed in ((MONEY, "9.5"), (PEOPLE, "40"), (WORK, "30"), (PLEASED, "10")):
        score_of(page, row).fill(typed)
    page.get_by_label("培训人数 理由").fill("结业名单只有960人")
    press(page, "暂存")
    expect(page.locator("#reviewed b")).to_have_text("89.5")
    story.performance.goto("/draws/")
    story.performance.get_by_role("link", name="2024年度自评抽查").click()
    story.performance.get_by_role("link", name="复核差异").first.click()
    expect(story.performance.get_by_role("main")).to_contain_text("89.5")


def issue_a_notice(story: Story) -> None:
    """陈静 has the unit mend what the rules object to."""
    page = story.opened(story.performance)
    page.get_by_role("main").get_by_role("link", name="下达整改通知").click()
    page.locator("tr", has_text="SC02").get_by_role("checkbox").check()
    page.get_by_label("期限").fill(f"{timezone.localdate() + timedelta(days=9):%Y-%m-%d}")
    press(page, "下达整改通知")
    expect(story.opened(story.clerk).locator(".returned")).to_contain_text("整改")


def close_it_only_when_the_finding_is_gone(story: Story) -> None:
    """李芳 answers without mending and is refused; she mends, and 陈静 closes the notice."""
    address = f"/forms/{story.form.number}/rectification/"
    story.clerk.goto(address)
    story.clerk.get_by_label("整改情况").fill("与台账一致")
    press(story.clerk, "提交整改反馈")
    story.performance.goto(address)
    expect(story.performance.get_by_role("main")).to_contain_text("仍存在")
    story.performance.get_by_label("退回理由").fill("请按规则改得分")
    press(story.performance, "退回整改")
    page = story.opened(story.clerk)
    cell(page, f"{PEOPLE}.score").fill("45")
    saved(page)
    page.goto(address)
    press(page, "提交整改反馈")
    story.performance.goto(address)
    expect(story.performance.get_by_role("main")).to_contain_text("已消除")
    press(story.performance, "整改销号")
    story.performance.goto(address)
    expect(story.performance.get_by_role("main")).to_contain_text("已销号")


def use_the_result(story: Story) -> None:
    """孙丽 writes down what follows for the next budget; the unit reads it."""
    page = story.opened(story.budget)
    page.get_by_role("main").get_by_role("link", name="填写结果应用").click()
    page.get_by_label("预算意见").select_option("reduce")
    page.get_by_label("理由").fill("培训人数没有完成，下年度按实际需求安排")
    press(page, "填写结果应用")
    expect(story.opened(story.clerk).locator(".advice")).to_contain_text("适当压减")


def read_the_feedback(story: Story) -> None:
    """李芳 has on paper what was found; the spot check's working paper is not hers."""
    page = story.opened(story.clerk)
    number = story.form.number
    told = page.request.get(f"/forms/{number}/feedback/pdf/")
    kept = page.request.get(f"/forms/{number}/working-paper/pdf/")
    assert (told.status, told.headers["content-type"]) == (200, "application/pdf")
    assert kept.status == 404


def publish(story: Story) -> None:
    """周杰出 proposes the form, 赵强 looks at what is secret, 陈静 releases the package."""
    story.head.goto("/publication/")
    story.head.get_by_label("职业技能培训补助").check()
    press(story.head, "提出公开")
    page = story.reviewer
    page.goto(f"/forms/{story.form.number}/review-secrecy/")
    page.get_by_role("radio", name="公开", exact=True).check()
    press(page, "提交审查结果")
    page = story.performance
    page.goto("/publication/batches/")
    page.locator("#place").select_option(label="云岭市")
    page.locator("#year").select_option("2024")
    press(page, "建公开批次")
    press(page, "生成并公开")
    package = page.get_by_role("link", name="下载公开包").get_attribute("href") or ""
    with ZipFile(BytesIO(page.request.get(package).body())) as sent:
        shown = "".join(sent.read(name).decode() for name in sent.namelist() if "json" in name)
    assert "职业技能培训补助" in shown
    assert "技工补助" not in shown


@pytest.mark.slow
def test_seven_people_take_a_form_from_hand_in_to_its_results(city, page_of, tmp_path):
    story = Story(city, page_of)

    hand_in(story)
    review_row_by_row(story)
    recheck(story)
    freeze_the_population(story)
    issue_a_notice(story)
    close_it_only_when_the_finding_is_gone(story)
    use_the_result(story)
    draw(story)
    recompute_the_draw(story, tmp_path)
    score_what_was_drawn(story)
    read_the_feedback(story)
    publish(story)
