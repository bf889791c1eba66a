"""The clerk's way from the work list into the form, by the keyboard."""

from msgspec.structs import replace
from playwright.sync_api import expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.saving import form_of
from tests.web.city import FORM, record_at

BLANK = replace(FORM, indicators=(FORM.indicators[0], replace(FORM.indicators[1], actual=None)))


def test_the_work_list_puts_the_cursor_into_the_next_empty_cell(city, page_of):
    record = record_at(city, Step.SELF_EVALUATION, form=BLANK)
    page = page_of(city.clerk)
    page.goto("/tasks/")

    page.get_by_role("link", name="接着填").click()
    expect(page.locator("#sheet textarea:focus")).to_have_attribute("name", "indicators[1].actual")
    page.keyboard.type("72%")
    page.keyboard.press("Tab")
    expect(page.locator("#saving")).to_have_attribute("data-state", "saved")

    record.refresh_from_db()
    assert form_of(record).indicators[1].actual == "72%"
