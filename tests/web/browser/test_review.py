"""The issue's timed task: forty forms are reviewed and returned without leaving one page."""

from msgspec.structs import replace
from playwright.sync_api import expect

from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from tests.web.browser.looking import axe
from tests.web.city import FORM, record_at

WRONG = replace(FORM, total=replace(FORM.total, score="98"))


def forty(city) -> None:
    """Put forty forms before the reviewer, every other one with a total that is no sum."""
    for _ in range(20):
        record_at(city, Step.DEPARTMENT_REVIEW)
        record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)


def test_forty_forms_are_judged_with_one_click_each_on_one_page(city, page_of):
    forty(city)
    page = page_of(city.reviewer)
    page.goto("/review/")
    page.get_by_role("link", name="从第一份开始审核").click()
    # A page that was loaded anew would have forgotten how often it was clicked on.
    page.evaluate("window.clicks = 0; document.addEventListener('click', () => { clicks += 1; })")

    for done in range(20):
        expect(page.locator(".stops h2 small")).to_have_text(f"已审 {done} / 40")
        page.get_by_role("button", name="退回").click()
    for done in range(20, 39):
        expect(page.locator(".stops h2 small")).to_have_text(f"已审 {done} / 40")
        page.get_by_role("button", name="审核通过").click()
    expect(page.locator(".stops h2 small")).to_have_text("已审 39 / 40")
    clicks = page.evaluate("clicks")
    page.get_by_role("button", name="审核通过").click()

    page.wait_for_url("**/review/")
    expect(page.locator(".told").last).to_have_text("待审核的表都审完了。")
    assert clicks == 39
    assert FormRecord.objects.filter(step=Step.FINANCE_RECHECK).count() == 20
    assert FormRecord.objects.filter(step=Step.SELF_EVALUATION).count() == 20
    assert ReturnedCell.objects.filter(path="total.score").count() == 20


def test_the_walk_goes_by_keys_alone(city, page_of):
    first = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    second = record_at(city, Step.DEPARTMENT_REVIEW)
    third = record_at(city, Step.DEPARTMENT_REVIEW)
    page = page_of(city.reviewer)
    page.goto("/review/first/")
    crumbs = page.locator(".case .crumbs")

    expect(crumbs).to_contain_text(first.number)
    page.keyboard.press("j")
    expect(crumbs).to_contain_text(second.number)
    page.keyboard.press("k")
    expect(crumbs).to_contain_text(first.number)
    page.keyboard.press("r")
    expect(crumbs).to_contain_text(second.number)
    page.keyboard.press("a")
    expect(crumbs).to_contain_text(third.number)

    said = dict(Event.objects.values_list("record__number", "action"))
    assert said == {first.number: Action.SEND_BACK, second.number: Action.REVIEW_DEPARTMENT}


def test_the_keys_are_letters_while_one_writes_and_can_be_switched_off(city, page_of):
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    page = page_of(city.reviewer)
    page.goto("/review/first/")

    page.locator("#reason").fill("")
    page.locator("#reason").press_sequentially("jkar")
    expect(page.locator("#reason")).to_have_value("jkar")
    page.get_by_label("使用快捷键").uncheck()
    page.locator("#case").focus()
    page.keyboard.press("a")
    page.wait_for_timeout(300)

    record.refresh_from_db()
    assert record.step == Step.DEPARTMENT_REVIEW


def test_a_slash_leads_to_the_search(city, page_of):
    record_at(city, Step.DEPARTMENT_REVIEW)
    page = page_of(city.reviewer)
    page.goto("/review/")

    page.keyboard.press("/")
    page.keyboard.type("技能")
    page.keyboard.press("Enter")

    expect(page.locator("tbody th")).to_have_text("职业技能培训补助")


def test_ticks_are_counted_and_the_batch_waits_for_them(city, page_of):
    forty(city)
    page = page_of(city.reviewer)
    page.goto("/review/")
    passing = page.get_by_role("button", name="批量通过")

    expect(passing).to_be_disabled()
    page.get_by_label("全选本页").check()

    expect(page.locator("[data-count]")).to_have_text("已选 40 份")
    passing.click()
    expect(page.locator(".tabs a").nth(3)).to_have_text("已通过 40")


def test_a_reminder_is_copied_by_one_click(city, page_of):
    record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.reviewer)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/reminders/")

    page.get_by_role("button", name="复制文字").click()

    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    assert "云岭市就业服务中心" in page.evaluate("navigator.clipboard.readText()")


def test_the_pages_of_the_review_have_no_grave_fault(city, page_of):
    record_at(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.reviewer)

    for address in ("/review/", "/review/first/", "/tasks/", "/forms/", "/reminders/", "/help/"):
        page.goto(address)
        assert axe(page) == [], address


def test_the_pages_of_a_clerk_have_no_grave_fault(city, page_of):
    record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.clerk)

    for address in ("/tasks/", "/hand-in/", "/search/?q=培训"):
        page.goto(address)
        assert axe(page) == [], address
