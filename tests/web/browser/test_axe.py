"""axe looks at every kind of page to which links lead anybody, in both languages."""

import pytest
from django.urls import resolve

from tests.web.access.crawling import walk
from tests.web.access.crowd import EVERYBODY, who
from tests.web.browser.looking import axe
from tests.web.pages.browsing import at_browser

ENOUGH = 3
"""Pages of a kind from which all other kinds are reached."""
KINDS = 57


@pytest.fixture
def db(crowd) -> None:
    """Leave everybody's work to the next test; it goes with the last of this file."""


@pytest.fixture(scope="module")
def kinds_of_pages(crowd) -> dict[str, tuple[str, str]]:
    """Return an address of every kind of page, with somebody who is led there."""
    return {
        resolve(page.address.partition("?")[0]).url_name or "": (name, page.address)
        for name in EVERYBODY
        for page in walk(at_browser(who(crowd, name)), "/", most=ENOUGH)
        if page.is_html
    }


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_no_grave_fault_on_any_page(crowd, page_of, kinds_of_pages, language):
    windows = {name: page_of(who(crowd, name), language=language) for name in EVERYBODY}
    faults = {}

    for kind, (name, address) in kinds_of_pages.items():
        windows[name].goto(address)
        faults[kind] = axe(windows[name])

    assert {kind: found for kind, found in faults.items() if found} == {}
    assert len(faults) >= KINDS
