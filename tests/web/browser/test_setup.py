"""The browser itself: who is logged in, what is watched, what axe sees."""

import pytest
from playwright.sync_api import Error, expect

from jiheng.web.chain.steps import Step
from tests.web.browser.looking import axe
from tests.web.city import record_at


def test_a_person_sees_what_the_test_has_written(city, page_of):
    record_at(city, Step.SELF_EVALUATION)
    page = page_of(city.clerk)

    page.goto("/tasks/")

    expect(page.get_by_role("link", name="职业技能培训补助")).to_be_visible()


def test_two_people_have_their_own_windows(city, page_of):
    record_at(city, Step.SELF_EVALUATION)
    clerk, stranger = page_of(city.clerk), page_of(city.stranger, language="en")

    clerk.goto("/forms/")
    stranger.goto("/forms/")

    expect(clerk.get_by_role("link", name="职业技能培训补助")).to_have_count(1)
    expect(stranger.get_by_role("link", name="职业技能培训补助")).to_have_count(0)


def test_without_a_person_it_is_the_door(page_of):
    page = page_of()

    page.goto("/tasks/")

    expect(page).to_have_title("登录 · 绩衡")


def test_what_the_policy_refuses_is_noticed(page_of):
    page = page_of()
    page.goto("/log-in/")

    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">红</p>')")

    assert any("Content Security Policy" in each for each in page_of.complaints)
    page_of.complaints.clear()


def test_a_request_to_another_host_is_noticed(page_of):
    page = page_of()

    with pytest.raises(Error):
        page.goto("http://127.0.0.2:9/")

    assert page_of.complaints == ["left the host: http://127.0.0.2:9/"]
    page_of.complaints.clear()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_sees_no_grave_fault_of_the_door(page_of, language):
    page = page_of(language=language)

    page.goto("/log-in/")

    assert axe(page) == []


def test_axe_sees_an_image_without_words(page_of):
    page = page_of()
    page.goto("/log-in/")

    page.evaluate("document.querySelector('h1').append(new Image())")

    assert [each.split(":")[0] for each in axe(page)] == ["image-alt"]
