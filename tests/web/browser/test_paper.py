"""The official form to print, in the browser's own viewer, under the policy of all our answers."""

from jiheng.web.chain.steps import Step
from tests.web.browser.looking import paper_is_shown
from tests.web.city import record_at


def test_the_paper_is_shown_where_it_is_asked_for(city, page_of):
    record = record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.clerk)

    page.goto(f"/forms/{record.number}/print/")

    assert paper_is_shown(page)
