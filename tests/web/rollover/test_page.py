"""The page on which a clerk chooses what goes on in the new year."""

import pytest
from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts


@pytest.fixture
def closed(city):
    """Return 李芳's form of 2024, which is closed."""
    return record_at(city, Step.CLOSED)


def test_the_forms_of_the_year_before_are_listed_and_closed_ones_ticked(city, closed):
    record_at(city, Step.MONITORING, form=replace(FORM, project=replace(FORM.project, name="稳岗")))
    client = at_browser(city.clerk)

    assert texts(client, "/roll-over/?year=2025", "tbody th") == ["职业技能培训补助", "稳岗"]
    assert len(texts(client, "/roll-over/?year=2025", "input[checked]")) == 1


def test_chosen_projects_become_drafts_of_whoever_chose_them(city, closed):
    sent = {"year": "2025", "number": closed.number}

    answer = at_browser(city.colleague).post("/roll-over/", sent, follow=True)

    assert "已建 2025 年度草稿 1 份" in answer.content.decode()
    assert FormRecord.objects.get(year=2025).filler == city.colleague


def test_what_has_a_draft_cannot_be_ticked_again(city, closed):
    client = at_browser(city.clerk)
    client.post("/roll-over/", {"year": "2025", "number": closed.number})

    assert texts(client, "/roll-over/?year=2025", "input[type=checkbox]") == []


@pytest.mark.parametrize("who", ["head", "section", "reviewer", "auditor", "system_admin"])
def test_whoever_begins_no_forms_carries_none_over(city, closed, who):
    client = at_browser(getattr(city, who))

    assert client.get("/roll-over/").status_code == 403
    assert client.post("/roll-over/", {"year": "2025", "number": closed.number}).status_code == 403


def test_a_stranger_sees_and_carries_nothing_of_another_unit(city, closed):
    client = at_browser(city.stranger)
    client.post("/roll-over/", {"year": "2025", "number": closed.number})

    assert texts(client, "/roll-over/?year=2025", "tbody th") == []
    assert not FormRecord.objects.filter(year=2025).exists()


@pytest.mark.parametrize("year", ["", "x", "99999", "-1", "１２"])
def test_a_year_that_is_none_is_this_year(city, closed, year):
    assert at_browser(city.clerk).get("/roll-over/", {"year": year}).status_code == 200


def test_the_page_asks_no_more_for_many_forms_than_for_one(
    city, closed, django_assert_max_num_queries
):
    for at in range(20):
        record_at(
            city, Step.CLOSED, form=replace(FORM, project=replace(FORM.project, name=f"{at}"))
        )
    client = at_browser(city.clerk)
    client.get("/roll-over/?year=2025")

    with django_assert_max_num_queries(20):
        client.get("/roll-over/?year=2025")
