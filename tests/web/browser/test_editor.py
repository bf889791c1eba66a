"""The official table as the editor, in a real browser."""

import pytest
from django.contrib.sessions.models import Session
from msgspec.structs import replace
from playwright.sync_api import expect

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from tests.web.browser.looking import axe
from tests.web.browser.sheets import cell, focused, opened, paste, saved, stored
from tests.web.browser.windows import crash, session_of
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at

FIRST, SECOND, THIRD = (f"indicators[{row}].actual" for row in range(3))
SCORE = "indicators[0].score"
REASON = "indicators[1].reason"


@pytest.fixture
def record(city):
    """Return 李芳's form at its self-evaluation."""
    return record_at(city, Step.SELF_EVALUATION)


@pytest.fixture
def page(city, page_of, record):
    """Return 李芳's window with her form."""
    return opened(page_of(city.clerk), record)


def test_what_is_typed_is_saved_by_itself(page, record):
    cell(page, SECOND).fill("71%")

    saved(page)
    assert stored(record, SECOND) == "71%"


def test_the_total_and_the_recomputed_line_follow_what_is_typed(page):
    cell(page, SCORE).fill("45")

    expect(page.locator('[data-path="total.score"]')).to_contain_text("94.5")
    expect(page.locator(f'[data-path="{SCORE}"] .re')).to_contain_text("≠ 50")


def test_a_burst_of_keys_is_one_request(page):
    sent = []
    page.on("request", lambda request: sent.append(request.method))

    cell(page, REASON).press_sequentially("毕业季延后，八月起补办", delay=20)
    saved(page)

    assert sent == ["POST"]


def test_typing_goes_on_while_the_sheet_is_drawn_anew(page, record):
    cell(page, REASON).focus()
    page.keyboard.type("毕业季延后，")
    saved(page)
    page.keyboard.type("八月起补办")

    expect(cell(page, REASON)).to_have_value("毕业季延后，八月起补办")
    expect(page.locator("#saving")).to_have_attribute("data-state", "unsaved")
    saved(page)
    assert stored(record, REASON) == "毕业季延后，八月起补办"


def test_tab_goes_to_the_next_open_cell_and_back(page):
    cell(page, SECOND).focus()

    page.keyboard.press("Tab")
    after = focused(page)
    page.keyboard.press("Shift+Tab")

    assert (after, focused(page)) == ("indicators[1].score", SECOND)


def test_enter_goes_down_the_column(page):
    cell(page, FIRST).focus()

    page.keyboard.press("Enter")

    assert focused(page) == SECOND


def test_enter_in_prose_with_shift_or_alt_breaks_the_line(page):
    cell(page, REASON).focus()
    page.keyboard.type("一")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("二")
    page.keyboard.press("Alt+Enter")
    page.keyboard.type("三")

    expect(cell(page, REASON)).to_have_value("一\n二\n三")


def test_arrows_move_within_the_text_and_at_its_edge_to_the_next_cell(page):
    cell(page, SECOND).fill("71%")
    page.keyboard.press("ArrowLeft")
    inside = focused(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    assert (inside, focused(page)) == (SECOND, "indicators[1].score")


def test_arrows_go_up_and_down_the_column(page):
    cell(page, SECOND).focus()

    page.keyboard.press("ArrowDown")
    below = focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")

    assert (below, focused(page)) == (THIRD, FIRST)


def test_escape_takes_back_what_was_typed_in_the_cell(page):
    cell(page, SECOND).focus()
    page.keyboard.type("5")

    page.keyboard.press("Escape")

    expect(cell(page, SECOND)).to_have_value("72%")


def test_f8_goes_to_the_next_finding(city, page_of):
    wrong = replace(FORM.indicators[0], score="60")
    form = replace(FORM, indicators=(wrong, *FORM.indicators[1:]))
    page = opened(page_of(city.clerk), record_at(city, Step.SELF_EVALUATION, form=form))

    page.keyboard.press("F8")

    marked = page.evaluate("document.activeElement.closest('[data-path], td, th, p').className")
    assert "marked" in marked


def test_keys_belong_to_the_input_method_while_it_composes(page):
    cell(page, SECOND).focus()

    page.evaluate(
        """() => {
            const key = { key: "Enter", keyCode: 229, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", key));
            const composing = { key: "Tab", isComposing: true, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", composing));
        }"""
    )

    assert focused(page) == SECOND


def test_what_is_being_composed_is_not_saved_before_it_is_chosen(page, record):
    sent = []
    page.on("request", lambda request: sent.append(request.post_data))
    session = page.context.new_cdp_session(page)
    cell(page, REASON).focus()
    session.send(
        "Input.imeSetComposition", {"text": "biye", "selectionStart": 4, "selectionEnd": 4}
    )
    page.wait_for_timeout(800)
    before = list(sent)

    session.send("Input.insertText", {"text": "毕业"})
    saved(page)

    assert before == []
    assert stored(record, REASON) == "毕业"


def test_undo_and_redo_go_by_edit_across_cells(page, record):
    cell(page, FIRST).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("1259人")
    page.keyboard.press("Tab")
    page.keyboard.type("49")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    undone = (cell(page, FIRST).input_value(), cell(page, SCORE).input_value())

    page.keyboard.press("Control+y")

    assert undone == ("1260人", "50")
    expect(cell(page, FIRST)).to_have_value("1259人")
    saved(page)
    assert stored(record, FIRST) == "1259人"


def test_the_buttons_undo_and_redo_too(page):
    cell(page, FIRST).fill("1259人")

    page.get_by_role("button", name="撤销").click()
    expect(cell(page, FIRST)).to_have_value("1260人")
    page.get_by_role("button", name="重做").click()

    expect(cell(page, FIRST)).to_have_value("1259人")


@pytest.mark.parametrize("width", [1366, 1180, 900, 390])
def test_the_buttons_stay_in_their_places_whatever_is_said_of_saving(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    undo = page.locator("#undo")
    places = [undo.bounding_box()["x"]]

    cell(page, SCORE).fill("501")
    places.append(undo.bounding_box()["x"])
    expect(page.locator("#errors")).not_to_be_empty()
    places.append(undo.bounding_box()["x"])

    assert places == [places[0]] * 3


def test_a_block_of_text_fans_out_over_the_cells(page, record):
    cell(page, FIRST).focus()

    paste(page, text='1259人\t50\t49\r\n71%\t30\t29\r\n92%\t10\t"9"\r\n')

    saved(page)
    expect(cell(page, "indicators[2].score")).to_have_value("9")
    assert [stored(record, path) for path in (FIRST, SECOND, THIRD)] == ["1259人", "71%", "92%"]


def test_what_falls_on_locked_cells_is_told(page):
    cell(page, FIRST).focus()

    paste(page, text="1259人\t60\t49")

    expect(page.locator("#notices")).to_contain_text("1 格没有贴上")
    expect(page.locator("#notices")).to_contain_text("60")


def test_a_quoted_cell_keeps_its_line_break(page):
    cell(page, REASON).focus()

    paste(page, text='"毕业季延后，\n八月起""补办"""\t\r\n无\t\r\n')

    expect(cell(page, REASON)).to_have_value('毕业季延后，\n八月起"补办"')
    expect(cell(page, "indicators[2].reason")).to_have_value("无")


def test_merged_cells_of_a_copied_table_cover_no_text(page):
    cell(page, FIRST).focus()

    paste(
        page,
        html="<table><tr><td rowspan=2>1259人</td><td>50</td></tr><tr><td>50</td></tr>"
        "<tr><td>92<br>%</td><td>50</td></tr></table>",
    )

    expect(cell(page, FIRST)).to_have_value("1259人")
    expect(cell(page, SECOND)).to_have_value("72%")
    expect(cell(page, THIRD)).to_have_value("92\n%")


def test_a_pasted_block_is_one_edit(page):
    cell(page, FIRST).focus()
    paste(page, text="1259人\n71%\n92%")

    page.keyboard.press("Control+z")

    expect(cell(page, FIRST)).to_have_value("1260人")
    expect(cell(page, THIRD)).to_have_value("93%")


def test_without_network_the_text_stays_and_goes_out_when_it_is_back(page, record):
    page.context.set_offline(True)
    cell(page, SECOND).fill("71%")
    expect(page.locator("#saving")).to_contain_text("本机")

    page.context.set_offline(False)

    saved(page)
    assert stored(record, SECOND) == "71%"


def test_what_was_not_saved_is_offered_again_after_a_restart(city, page, record):
    page.context.set_offline(True)
    cell(page, SECOND).fill("71%")
    expect(page.locator("#saving")).to_have_attribute("data-state", "offline")
    later = page.context.new_page()
    crash(page)
    page.context.set_offline(False)

    opened(later, record)
    expect(later.locator("#notices")).to_contain_text("培训后就业率·实际完成值：71%")
    later.get_by_role("button", name="取回").click()

    saved(later)
    assert stored(record, SECOND) == "71%"
    opened(later, record)
    expect(later.locator("#notices")).to_be_empty()


def test_a_copy_belongs_to_its_person(city, page, record):
    page.context.set_offline(True)
    cell(page, SECOND).fill("71%")
    expect(page.locator("#saving")).to_have_attribute("data-state", "offline")
    other = page.context.new_page()
    crash(page)
    page.context.set_offline(False)
    page.context.add_cookies(
        [{"name": "sessionid", "value": session_of(city.colleague), "url": base(other, record)}]
    )

    opened(other, record)

    expect(other.locator("#notices")).to_be_empty()


def base(page, record) -> str:
    """Return the server's address."""
    page.goto(f"/forms/{record.number}/")
    return page.evaluate("location.origin")


def test_two_people_see_each_other_s_cells_and_lose_nothing(city, page_of, page, record):
    other = opened(page_of(city.colleague), record)
    cell(other, THIRD).fill("94%")
    saved(other)

    cell(page, SECOND).fill("71%")

    saved(page)
    expect(cell(page, THIRD)).to_have_value("94%")
    assert (stored(record, SECOND), stored(record, THIRD)) == ("71%", "94%")


def test_a_conflict_shows_both_texts_and_the_person_chooses(city, page_of, page, record):
    other = opened(page_of(city.colleague), record)
    cell(other, SECOND).fill("75%")
    saved(other)

    cell(page, SECOND).fill("71%")
    conflict = page.locator("#notices .notice")
    expect(conflict).to_contain_text("王敏")
    expect(conflict).to_contain_text("75%")
    expect(conflict).to_contain_text("71%")
    expect(cell(page, SECOND)).to_have_value("71%")
    page.get_by_role("button", name="用我填的").click()

    expect(conflict).to_have_count(0)
    saved(page)
    assert stored(record, SECOND) == "71%"


def test_a_conflict_can_be_left_as_the_other_had_it(city, page_of, page, record):
    other = opened(page_of(city.colleague), record)
    cell(other, SECOND).fill("75%")
    saved(other)
    cell(page, SECOND).fill("71%")

    page.get_by_role("button", name="用表中的").click()

    expect(cell(page, SECOND)).to_have_value("75%")
    assert stored(record, SECOND) == "75%"


def test_typing_on_in_a_cell_that_somebody_changed_does_not_overwrite_it(
    city, page_of, page, record
):
    other = opened(page_of(city.colleague), record)
    cell(other, SECOND).fill("75%")
    saved(other)
    cell(page, SECOND).fill("71%")
    expect(page.locator("#notices")).to_contain_text("71%")

    cell(page, SECOND).fill("70.5%")

    expect(page.locator("#notices")).to_contain_text("70.5%")
    assert stored(record, SECOND) == "75%"


def test_nothing_is_written_under_the_name_of_who_logged_in_behind_the_page(city, page, record):
    origin = page.evaluate("location.origin")
    cookie = {"name": "sessionid", "value": session_of(city.colleague), "url": origin}
    page.context.add_cookies([cookie])

    cell(page, SECOND).fill("71%")

    expect(page.locator("#notices")).to_contain_text("现在登录的是另一个人")
    expect(cell(page, SECOND)).to_have_value("71%")
    assert stored(record, SECOND) == "72%"


def test_the_next_step_waits_where_something_is_not_saved(page, record):
    page.context.set_offline(True)
    cell(page, SECOND).fill("71%")
    page.get_by_role("button", name="提交自评").click()

    expect(page.locator("#notices")).to_contain_text("还有没有保存的内容")
    page.context.set_offline(False)
    saved(page)
    assert stored(record, SECOND) == "71%"
    assert record.step == Step.SELF_EVALUATION


def test_when_the_session_ran_out_the_text_stays_until_one_is_logged_in_again(city, page, record):
    Session.objects.all().delete()
    cell(page, SECOND).fill("71%")
    expect(page.locator("#notices")).to_contain_text("登录已过期")
    expect(cell(page, SECOND)).to_have_value("71%")

    origin = page.evaluate("location.origin")
    cookie = {"name": "sessionid", "value": session_of(city.clerk), "url": origin}
    page.context.add_cookies([cookie])

    saved(page)
    assert stored(record, SECOND) == "71%"
    expect(page.locator("#notices")).to_be_empty()


def test_a_form_that_was_handed_in_meanwhile_keeps_what_was_typed(city, page, record):
    hand_in(order(city.head, record))

    cell(page, SECOND).fill("71%")

    expect(page.locator("#notices")).to_contain_text("没有保存")
    expect(page.locator("#notices")).to_contain_text("71%")


def test_handing_in_waits_for_what_was_typed_last(page, record):
    cell(page, SECOND).fill("71%")

    page.get_by_role("button", name="提交自评").click()
    page.wait_for_url("**/tasks/")

    assert stored(record, SECOND) == "71%"
    assert record.step == Step.DEPARTMENT_REVIEW


def test_without_script_the_sheet_is_a_form_with_a_button(city, page_of, record, browser):
    window = page_of(city.clerk)
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(window.context.cookies(page_of.address))
    page = context.new_page()
    page.goto(f"{page_of.address}/forms/{record.number}/")
    cell(page, SECOND).fill("71%")

    page.get_by_role("button", name="保存").click()

    expect(page.locator(".told")).to_contain_text("已保存")
    assert stored(record, SECOND) == "71%"
    context.close()


def test_a_cell_grows_with_its_text(page):
    before = cell(page, REASON).bounding_box()["height"]

    cell(page, REASON).fill("毕业季延后。" * 20)

    assert cell(page, REASON).bounding_box()["height"] > before * 2
    assert page.evaluate(
        f"(area => area.scrollHeight <= area.clientHeight + 1)"
        f"""(document.querySelector('textarea[name="{REASON}"]'))"""
    )


def test_axe_finds_nothing_grave(page):
    assert axe(page) == []
