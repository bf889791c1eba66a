"""A form whose page comes slowly: somebody types before all of it is there."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from jiheng.web.chain.steps import Step
from tests.web.browser.sheets import cell, focused, saved, stored
from tests.web.city import record_at

SECOND = "indicators[1].actual"
REASON = "indicators[1].reason"


@pytest.fixture
def record(city):
    """Return 李芳's form at its self-evaluation, with one empty cell."""
    return record_at(city, Step.SELF_EVALUATION)


@contextmanager
def held_back(page: Page, script: str) -> Iterator[None]:
    """Let one script of the page come only when the block ends."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(f"**/{script}", keep)
    yield
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load")


def opened_early(page: Page, record, place: str = "") -> None:
    """Open a form's page and wait only until its sheet is there."""
    page.goto(f"/forms/{record.number}/{place}", wait_until="commit")


def test_a_page_that_is_whole_at_last_takes_nobody_out_of_their_cell(city, page_of, record):
    page = page_of(city.clerk)
    page.goto(f"/forms/{record.number}/")
    elsewhere = cell(page, REASON).evaluate("area => area.closest('td').id")
    page.goto("about:blank")

    with held_back(page, "card.js"):
        opened_early(page, record, f"#{elsewhere}")
        expect(page.locator("#undo")).to_be_visible()
        cell(page, SECOND).click()
        page.keyboard.press("Control+A")
        page.keyboard.type("7")
    page.keyboard.type("1%")

    assert focused(page) == SECOND
    saved(page)
    assert stored(record, SECOND) == "71%"


def test_what_was_typed_before_the_script_was_there_is_saved_too(city, page_of, record):
    page = page_of(city.clerk)
    with held_back(page, "editor.js"):
        opened_early(page, record)
        cell(page, SECOND).fill("71%")

    saved(page)
    assert stored(record, SECOND) == "71%"
