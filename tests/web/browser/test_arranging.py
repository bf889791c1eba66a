"""Rows that come, go and move in the editor, in a real browser, by one and by two people."""

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from tests.web.browser.looking import axe
from tests.web.browser.sheets import cell, focused, opened, saved, stored
from tests.web.browser.windows import crash
from tests.web.city import FORM, record_at

NAMES = ["培训人数", "培训后就业率", "学员满意度"]
TARGET = "indicators[1].target"
TWO_QUANTITIES = replace(
    FORM,
    indicators=(
        FORM.indicators[0],
        replace(FORM.indicators[0], name="培训班次", target="≥20班", weight="0"),
        *FORM.indicators[1:],
    ),
)


@pytest.fixture
def record(city):
    """Return 李芳's form while its target is drafted."""
    return record_at(city, Step.TARGET_DRAFT)


@pytest.fixture
def page(city, page_of, record):
    """Return 李芳's window with her form."""
    return opened(page_of(city.clerk), record)


def names(record):
    """Return what the rows are called by now."""
    return [row.name for row in form_of(FormRecord.objects.get(pk=record.pk)).indicators]


def in_row(page, path):
    """Put the caret into a cell, which chooses its row."""
    cell(page, path).focus()
    return page


def test_a_row_is_added_by_the_button_and_named_at_once(page, record):
    in_row(page, TARGET).get_by_role("button", name="下方加行").click()
    expect(cell(page, "indicators[2].name")).to_be_focused()
    page.keyboard.type("持证率")
    saved(page)

    assert names(record) == ["培训人数", "培训后就业率", "持证率", "学员满意度"]


def test_keys_add_and_remove_a_row(page, record):
    in_row(page, TARGET).keyboard.press("Alt+Insert")
    expect(cell(page, "indicators[3].name")).to_be_visible()
    page.keyboard.press("Alt+Delete")
    expect(cell(page, "indicators[3].name")).to_have_count(0)

    assert names(record) == NAMES


def test_keys_move_a_row_and_the_caret_goes_along(city, page_of):
    record = record_at(city, Step.TARGET_DRAFT, form=TWO_QUANTITIES)
    page = opened(page_of(city.clerk), record)

    in_row(page, TARGET).keyboard.press("Alt+ArrowUp")
    expect(cell(page, "indicators[0].name")).to_have_value("培训班次")

    assert focused(page) == "indicators[0].target"
    assert names(record)[:2] == ["培训班次", "培训人数"]


def test_the_sum_of_the_weights_follows(page):
    in_row(page, TARGET).keyboard.press("Alt+Delete")

    expect(page.locator('[data-path="total.weight"]')).to_contain_text("70")


def test_undo_brings_a_removed_row_back_and_redo_takes_it_again(page, record):
    in_row(page, TARGET).keyboard.press("Alt+Delete")
    expect(cell(page, "indicators[2].name")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(cell(page, "indicators[2].name")).to_have_value("学员满意度")
    back = names(record)
    page.keyboard.press("Control+y")
    expect(cell(page, "indicators[2].name")).to_have_count(0)

    assert back == NAMES
    assert names(record) == ["培训人数", "学员满意度"]


def test_undo_goes_on_past_a_row_to_what_was_typed_in_it(page, record):
    cell(page, TARGET).fill("≥75%")
    saved(page)
    page.keyboard.press("Alt+Delete")
    expect(cell(page, "indicators[2].name")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(cell(page, TARGET)).to_have_value("≥75%")
    page.keyboard.press("Control+z")
    expect(cell(page, TARGET)).to_have_value("≥70%")
    saved(page)

    assert stored(record, TARGET) == "≥70%"


def test_what_is_typed_while_somebody_removes_a_row_above_goes_to_its_own_row(
    city, page_of, page, record
):
    other = opened(page_of(city.colleague), record)
    in_row(other, "indicators[0].target").keyboard.press("Alt+Delete")
    expect(cell(other, "indicators[2].name")).to_have_count(0)

    cell(page, TARGET).fill("≥75%")
    expect(cell(page, "indicators[0].target")).to_have_value("≥75%")
    page.keyboard.type("以上")
    expect(cell(page, "indicators[0].target")).to_have_value("≥75%以上")
    saved(page)

    assert stored(record, "indicators[0].target") == "≥75%以上"
    assert stored(record, TARGET) == "≥90%"


def test_what_is_typed_into_a_row_that_somebody_removed_is_shown_and_comes_back_with_it(
    city, page_of, page, record
):
    other = opened(page_of(city.colleague), record)
    in_row(other, TARGET).keyboard.press("Alt+Delete")
    expect(cell(other, "indicators[2].name")).to_have_count(0)

    cell(page, TARGET).fill("≥75%")
    notice = page.locator("#notices .notice", has_text="王敏")
    expect(notice).to_contain_text("培训后就业率")
    expect(notice).to_contain_text("≥75%")
    notice.get_by_role("button", name="恢复这一行").click()
    expect(cell(page, TARGET)).to_have_value("≥75%")
    saved(page)

    assert names(record) == NAMES
    assert stored(record, TARGET) == "≥75%"


def test_a_copy_on_the_machine_finds_its_row_again(city, page_of, page, record):
    page.context.set_offline(True)
    cell(page, TARGET).fill("≥75%")
    expect(page.locator("#saving")).to_have_attribute("data-state", "offline")
    other = opened(page_of(city.colleague), record)
    in_row(other, "indicators[0].target").keyboard.press("Alt+Delete")
    expect(cell(other, "indicators[2].name")).to_have_count(0)

    again = page.context.new_page()
    crash(page)
    page.context.set_offline(False)
    opened(again, record).get_by_role("button", name="取回").click()
    saved(again)

    assert stored(record, "indicators[0].target") == "≥75%"


def test_a_row_at_the_edge_of_its_group_stays_with_a_word(page, record):
    in_row(page, TARGET).keyboard.press("Alt+ArrowDown")

    expect(page.locator("#notices")).to_contain_text("已在本组的边上")
    assert names(record) == NAMES


def test_nothing_is_wrong_with_the_sheet_and_the_page_of_rows(city, page_of, page, record):
    in_row(page, TARGET).keyboard.press("Alt+Delete")
    expect(cell(page, "indicators[2].name")).to_have_count(0)
    sheet = axe(page)
    page.goto(f"/forms/{record.number}/arrange/")

    assert (sheet, axe(page)) == ([], [])
