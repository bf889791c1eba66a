"""The issue's timed task: eight forms from last year's Word files to handed in."""

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from jiheng.model.paths import value_at
from jiheng.web.chain.actions.approve_target import approve_target
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation
from tests.web.browser.looking import axe
from tests.web.chain.orders import order
from tests.web.city import FORM
from tests.web.prefill.files import file_of, of_project

LAST = timezone.localdate().year - 1
EIGHT = tuple(of_project(f"{name}补助", LAST) for name in "甲乙丙丁戊己庚辛")
MOST_CLICKS = 60


class Mouse:
    """Clicks, and counts how often."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        """Click on something."""
        self.clicks += 1
        what.click()

    def choose_files(self, field: Locator, files: list[dict[str, object]]) -> None:
        """Choose files: a click on the field, one in the window of files, one on its button."""
        self.clicks += 3
        field.set_input_files(files)


def word_files() -> list[dict[str, object]]:
    """Return last year's eight files."""
    made = [file_of(form) for form in EIGHT]
    return [{"name": each.name, "mimeType": "", "buffer": each.read()} for each in made]


def button(page: Page, name: str) -> Locator:
    """Return the first button or link of this name."""
    return page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first


def type_all(page: Page) -> None:
    """Type the form's values into its open cells, from one to the next by the Tab key."""
    expect(page.locator("#undo")).to_be_visible()
    while path := page.evaluate("document.activeElement.name"):
        page.keyboard.press("Control+A")
        page.keyboard.type(str(value_at(FORM, path) or "无"))
        page.keyboard.press("Tab")
    expect(page.locator("#saving")).to_have_attribute("data-state", "saved")


def test_eight_forms_from_last_years_files_are_handed_in_with_few_clicks(city, page_of):
    Organisation.objects.filter(pk=city.city.pk).update(route="department-approves")
    page = page_of(city.clerk)
    mouse = Mouse(page)
    page.goto("/tasks/")

    mouse.click(button(page, "用旧表建表"))
    mouse.choose_files(page.locator("#files"), word_files())
    mouse.click(page.get_by_role("button", name="读入"))
    mouse.click(page.get_by_role("button", name="建 8 份"))
    for _ in EIGHT:
        mouse.click(button(page, "接着填"))
        mouse.click(page.locator("#sheet textarea[name='funds.lines[0].initial_budget']"))
        page.keyboard.type("80")
        expect(page.locator("#saving")).to_have_attribute("data-state", "saved")
        mouse.click(page.get_by_role("button", name="申报目标"))
        page.wait_for_url("**/tasks/")
    for record in FormRecord.objects.all():
        approve_target(order(city.reviewer, record))

    mouse.click(button(page, "工作台"))
    for at in range(len(EIGHT)):
        mouse.click(page.get_by_role("link", name="接着填").nth(at))
        mouse.click(page.locator("#sheet textarea").first)
        type_all(page)
        mouse.click(button(page, "工作台"))
    mouse.click(button(page, "一并提交"))
    mouse.click(page.locator("[name=declared]"))
    mouse.click(page.get_by_role("button", name="提交"))
    page.wait_for_url("**/tasks/")

    handed_in = FormRecord.objects.filter(step=Step.DEPARTMENT_REVIEW, year=LAST + 1)
    assert handed_in.count() == 8
    assert mouse.clicks <= MOST_CLICKS


def test_the_pages_of_beginning_have_no_grave_fault(city, page_of):
    page = page_of(city.clerk)
    for address in ("/prefill/", "/roll-over/", "/columns/", "/scans/"):
        page.goto(address)
        assert axe(page) == []
    page.goto("/prefill/")
    page.locator("#files").set_input_files(word_files()[:2])
    page.get_by_role("button", name="读入").click()
    page.wait_for_url("**/prefill/*/")
    assert axe(page) == []
