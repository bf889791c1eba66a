"""The panel beside a form and the cards of its scores, in a real browser."""

import pytest
from msgspec.structs import replace

from jiheng.model.form import Indicator, Total
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.web.chain.steps import Step
from jiheng.writers.layout import lay_out
from tests.web.browser.looking import axe
from tests.web.city import FORM, record_at

WRONG = replace(
    FORM,
    total=Total(weight="100", score="98"),
    conclusion="自评得分95分。",
    indicators=(replace(FORM.indicators[0], target="1200人"), *FORM.indicators[1:]),
)
MET = Indicator(
    level1="产出指标", level2="质量指标", name="待遇发放", target="足额发放", actual="达成年度指标",
    weight="40", score="40",
)  # fmt: skip
LINE = replace(
    FORM.funds.lines[0],
    initial_budget="8687",
    adjusted_budget="8687",
    executed="1746.16",
    rate="20.10%",
    score="2.01",
)
SPREAD = replace(
    FORM,
    funds=replace(FORM.funds, lines=(LINE,)),
    indicators=(replace(FORM.indicators[0], weight="50", score="50"), MET),
    total=Total(weight="100", score="92.01"),
)
"""40 points by three tiers: what the rules give is 84.01–92.01."""

WITH_TOTAL = [
    each
    for each in LAYOUT_IDS
    if "total.score" in lay_out(replace(SPREAD, layout=each), load_layout(each)).places
]
SCORE = '.form [data-path="indicators[1].score"] a.re'


def window(page_of, person, record, **more):
    """Return a person's window with a form's page."""
    page = page_of(person, **more)
    page.goto(f"/forms/{record.number}/")
    return page


def focused(page):
    """Return the address of the link that has the focus."""
    return page.evaluate("document.activeElement.getAttribute('href')")


def box(page, selector):
    """Return where an element stands in the window."""
    return page.locator(selector).first.bounding_box()


def test_a_click_on_a_score_opens_its_card_and_escape_gives_the_focus_back(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION))

    page.click(SCORE)
    assert page.locator("#card h2").inner_text() == "每一分都有出处：培训后就业率"
    page.keyboard.press("Escape")

    assert page.locator("#card").count() == 0
    assert focused(page).endswith("indicators%5B1%5D.score")


def test_enter_on_a_score_opens_its_card_too(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION))

    page.focus(SCORE)
    page.keyboard.press("Enter")

    assert page.wait_for_selector("#card").get_attribute("role") == "dialog"


def test_any_place_of_a_locked_score_opens_its_card(city, page_of):
    page = window(page_of, city.auditor, record_at(city, Step.DEPARTMENT_REVIEW))

    page.click('.form [data-path="total.score"]', position={"x": 3, "y": 3})

    assert page.wait_for_selector("#card h2").inner_text() == "每一分都有出处：合计"


def test_the_card_stands_above_a_score_at_the_foot_of_the_window(city, page_of):
    page = window(page_of, city.auditor, record_at(city, Step.DEPARTMENT_REVIEW))
    page.evaluate(
        "document.querySelector('.form [data-path=\"indicators[2].score\"]')"
        ".scrollIntoView({block: 'end'})"
    )

    page.click('.form [data-path="indicators[2].score"]')
    page.wait_for_selector("#card")
    card, cell = box(page, "#card"), box(page, '.form [data-path="indicators[2].score"]')

    assert card["y"] + card["height"] <= cell["y"]


def test_where_neither_above_nor_below_has_room_the_card_stands_at_the_side(city, page_of):
    page = window(page_of, city.auditor, record_at(city, Step.DEPARTMENT_REVIEW))
    page.set_viewport_size({"width": 1366, "height": 480})

    page.click(SCORE)
    page.wait_for_selector("#card.docked")
    card, cell = box(page, "#card"), box(page, '.form [data-path="indicators[1].score"]')

    assert card["x"] >= cell["x"] + cell["width"]
    assert card["y"] + card["height"] <= 480


def test_the_card_can_be_copied_without_a_secure_address(city, page_of):
    page = window(page_of, city.auditor, record_at(city, Step.DEPARTMENT_REVIEW))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate(
        "document.addEventListener('copy', () => { window.copied = getSelection() + ''; })"
    )
    page.click(SCORE)

    page.click("[data-copy-card]")

    assert page.locator("[data-copy-card]").inner_text() == "已复制"


@pytest.mark.parametrize("layout", WITH_TOTAL)
def test_the_column_of_scores_holds_an_interval_in_every_layout(city, page_of, layout):
    form = replace(SPREAD, layout=layout)
    record = record_at(city, Step.SELF_EVALUATION, form=form)
    page = window(page_of, city.clerk, record, width=1366)

    line = page.locator('.form [data-path="total.score"] .re')
    cell = page.locator('.form [data-path="total.score"]')

    assert line.inner_text() == "84.01–92.01"
    assert line.evaluate("each => each.getClientRects().length") == 1
    assert line.evaluate("each => each.offsetHeight") < 20
    assert cell.evaluate("each => each.scrollWidth <= each.clientWidth + 1")


def test_a_badge_leads_to_its_finding_and_the_finding_back_to_its_cell(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION, form=WRONG))

    page.click('.form [data-path="indicators[0].target"] a.n')
    entry = page.locator(".finding:target")
    entry.locator(".who a").last.click()

    assert entry.count() == 0
    assert page.locator(".form :target").get_attribute("data-path") == "indicators[0].target"


def test_several_findings_at_a_cell_are_listed_on_focus(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION, form=WRONG))
    badge = page.locator(".form .several").first

    badge.focus()

    assert badge.locator("xpath=../span[@class='all']").is_visible()


def test_a_finding_that_is_filtered_out_is_shown_when_its_badge_is_followed(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION, form=WRONG))
    page.click("label.chip.error")
    hidden = page.locator('.finding[data-code="VA14"]')
    assert not hidden.is_visible()

    page.click('.form [data-path="indicators[0].target"] a.n')

    assert hidden.is_visible()


def test_last_years_values_come_into_the_cells_and_go_again(city, page_of):
    record_at(city, Step.CLOSED, form=replace(FORM, year=2023))
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION))
    was = page.locator('.form [data-path="indicators[0].target"] .was')

    page.click("[data-last-year-of]")
    was.wait_for()
    assert was.inner_text() == "上年 ≥1200人"
    page.click("[data-last-year-of]")

    assert was.count() == 0


def test_an_edit_draws_the_panel_anew_and_keeps_what_was_chosen(city, page_of):
    page = window(page_of, city.clerk, record_at(city, Step.SELF_EVALUATION, form=WRONG))
    page.click("label.chip.error")

    page.fill('textarea[name="indicators[1].actual"]', "35%")
    page.wait_for_selector('.form [data-path="indicators[1].score"] .re.differs')

    assert page.locator("input.show-error").is_checked()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_with_an_open_card_has_no_grave_fault(city, page_of, language):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)
    page = window(page_of, city.clerk, record, language=language)
    page.click(SCORE)
    page.wait_for_selector("#card")

    assert axe(page) == []


@pytest.mark.parametrize("part", ["versions/", "last-year/", "card/?at=total.score"])
def test_the_pages_beside_it_have_no_grave_fault(city, page_of, part):
    record = record_at(city, Step.SELF_EVALUATION, form=WRONG)
    page = page_of(city.clerk)
    page.goto(f"/forms/{record.number}/{part}")

    assert axe(page) == []
