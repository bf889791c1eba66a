"""A form is scored row by row, by keyboard, and saved as one goes."""

import re

from msgspec.structs import replace
from playwright.sync_api import Page, expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.verdicts.models import RowScore
from tests.web.browser.looking import axe
from tests.web.city import FORM, person, record_at
from tests.web.verdicts.scoring import MONEY, PEOPLE, PLEASED, WORK

LOW = replace(FORM.indicators[0], actual="1080人")
OVERSCORED = replace(FORM, indicators=(LOW, *FORM.indicators[1:]))


def score_of(page: Page, row: str):
    """Return the field of a row's score."""
    return page.locator(f'[name="score.{row}"]')


def under_review(city, page_of, form=FORM) -> tuple[Page, FormRecord]:
    """Return the reviewer's window with a form in it."""
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=form)
    page = page_of(city.reviewer)
    page.goto(f"/review/{record.number}/")
    return page, record


def test_enter_takes_the_units_score_over_and_goes_on(city, page_of):
    page, record = under_review(city, page_of)

    score_of(page, MONEY).focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    page.keyboard.type("8")
    page.keyboard.press("Enter")

    expect(page.locator("#reviewed b")).to_have_text("97.5")
    expect(page.locator("#passing button")).to_be_enabled()
    told = RowScore.objects.filter(assessment__record=record).values_list("row", "score")
    assert dict(told) == {MONEY: 9_50, PEOPLE: 50_00, WORK: 30_00, PLEASED: 8_00}


def test_enter_leaves_what_was_typed(city, page_of):
    page, _ = under_review(city, page_of)

    score_of(page, PEOPLE).fill("45")
    score_of(page, PEOPLE).press("Enter")

    expect(page.locator("#sum")).to_have_text("45–95")
    expect(score_of(page, PEOPLE)).to_have_value("45")
    expect(score_of(page, PEOPLE)).to_have_class(re.compile("differs"))
    expect(score_of(page, WORK)).to_be_focused()


def test_a_row_is_saved_when_the_one_before_was_answered(city, page_of):
    page, _ = under_review(city, page_of)
    told = []
    page.on("request", lambda each: told.append(f"{each.method} asked"))
    page.on("requestfinished", lambda each: told.append(f"{each.method} answered"))

    score_of(page, MONEY).focus()
    for _ in range(4):
        page.keyboard.press("Enter")

    expect(page.locator("#reviewed b")).to_have_text("99.5")
    assert [each for each in told if "POST" in each] == ["POST asked", "POST answered"] * 4


def test_arrows_go_from_row_to_row(city, page_of):
    page, _ = under_review(city, page_of)

    score_of(page, PEOPLE).focus()
    page.keyboard.press("ArrowDown")
    expect(score_of(page, WORK)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(score_of(page, MONEY)).to_be_focused()


def test_an_open_row_holds_the_form_back(city, page_of):
    page, _ = under_review(city, page_of)

    for row, typed in ((MONEY, "9.5"), (PEOPLE, "50"), (WORK, "待定"), (PLEASED, "10")):
        score_of(page, row).fill(typed)
    score_of(page, WORK).focus()

    expect(page.locator("#sum-note")).to_have_text("另有 30 分未定，定后为 69.5–99.5")
    expect(page.locator("#passing button")).to_be_disabled()
    score_of(page, WORK).fill("25")
    score_of(page, PEOPLE).focus()
    expect(page.locator("#passing button")).to_be_enabled()


def test_clause_and_reason_are_saved_with_the_score(city, page_of):
    page, record = under_review(city, page_of)

    score_of(page, PEOPLE).fill("45")
    page.get_by_label("培训人数 条款").select_option("over_completion")
    page.get_by_label("培训人数 理由").fill("台账只有1180人")
    page.get_by_label("培训后就业率 理由").focus()
    expect(page.locator("#sum")).to_have_text("45–95")
    page.wait_for_load_state("networkidle")
    page.reload()

    expect(page.get_by_label("培训人数 理由")).to_have_value("台账只有1180人")
    assert RowScore.objects.get(assessment__record=record).clause == "over_completion"


def test_a_score_beyond_its_row_is_said_beside_it(city, page_of):
    page, _ = under_review(city, page_of)

    score_of(page, PLEASED).fill("11")
    score_of(page, PLEASED).blur()

    told = page.locator("#row-indicators-2-told")
    expect(told).to_have_text("复核得分应在 0 和本行分值之间。")


def test_what_a_colleague_gave_meanwhile_is_shown_and_not_written_over(city, page_of):
    page, record = under_review(city, page_of)
    colleague = person("zhoulan", "周兰", "department-reviewer", city.bureau)
    other = page_of(colleague)
    other.goto(f"/review/{record.number}/")

    score_of(page, PEOPLE).fill("45")
    score_of(page, PEOPLE).blur()
    expect(page.locator("#sum")).to_have_text("45–95")
    score_of(other, PEOPLE).fill("40")
    score_of(other, PEOPLE).blur()

    expect(other.locator("#row-indicators-0-told")).to_contain_text("赵强 给的是 45")
    assert RowScore.objects.get().score == 45_00


def test_the_rest_is_taken_over_by_one_click_where_the_rules_allow_it(city, page_of):
    page, _ = under_review(city, page_of, OVERSCORED)

    page.get_by_role("button", name="未打分的行采用自评得分").click()

    expect(score_of(page, WORK)).to_have_value("30")
    expect(score_of(page, PEOPLE)).to_have_value("")
    expect(page.locator("#sum")).to_have_text("49.5–99.5")


def test_the_return_says_how_many_cells_it_opens(city, page_of):
    page, _ = under_review(city, page_of, OVERSCORED)
    button = page.locator(".decide-box .bad")
    before = page.locator('.decide-box [name="cell"]:checked').count()

    page.locator(".cells summary").click()
    page.locator('.decide-box [name="cell"]:checked').first.uncheck()

    expect(button).to_have_text(f"退回 {before - 1} 格")


def test_a_finding_leads_to_its_row(city, page_of):
    page, _ = under_review(city, page_of, OVERSCORED)

    page.locator(".found .finding a", has_text="培训人数").first.click()

    expect(page.locator("#row-indicators-0")).to_be_in_viewport()
    expect(score_of(page, PEOPLE)).to_be_focused()


def test_the_form_is_passed_with_scores_and_the_next_one_comes(city, page_of):
    page, record = under_review(city, page_of)
    after = record_at(city, Step.DEPARTMENT_REVIEW)
    page.reload()

    page.get_by_role("button", name="未打分的行采用自评得分").click()
    expect(score_of(page, PEOPLE)).to_have_value("50")
    page.get_by_role("button", name="审核通过").click()

    expect(page.locator(".case .crumbs")).to_contain_text(after.number)
    record.refresh_from_db()
    assert record.step == Step.FINANCE_RECHECK


def test_the_page_of_a_review_has_no_grave_fault(city, page_of):
    page, _ = under_review(city, page_of, OVERSCORED)
    score_of(page, PEOPLE).fill("待定")
    score_of(page, PEOPLE).blur()
    expect(page.locator("#sum")).to_have_text("0–100")

    assert axe(page) == []
