"""An indicator that got another name is linked by hand."""

import pytest

from jiheng.web.journal.models import Entry
from jiheng.web.years.models import RowLink, Trend
from tests.web.pages.browsing import at_browser, texts
from tests.web.years.several import BEFORE, RENAMED, two_years

SENT = {"name": "参训学员人数", "before": "培训人数"}


@pytest.fixture
def record(city):
    """Return the later form of a project, in which an indicator got another name."""
    return two_years(city, BEFORE, RENAMED)


def link(person, record, sent=SENT):
    """Return the status of linking."""
    return at_browser(person).post(f"/forms/{record.number}/years/link/", sent).status_code


def shown(person, record, selector):
    """Return texts of the page."""
    return texts(at_browser(person), f"/forms/{record.number}/years/", selector)


def test_a_renamed_indicator_is_two_rows_until_somebody_links_it(city, record):
    assert len(shown(city.clerk, record, ".threads .absent")) == 2

    link(city.clerk, record)

    assert shown(city.clerk, record, ".threads .absent") == []
    assert "曾名：培训人数" in shown(city.clerk, record, ".threads tbody th")[0]


def test_a_link_counts_in_the_list_too(city, record):
    link(city.reviewer, record)

    found = Trend.objects.get(record=record)
    assert (found.softer, found.gone, found.short) == (1, 0, 1)


def test_a_link_stands_in_the_journal(city, record):
    link(city.clerk, record)

    entry = Entry.objects.filter(action="link-rows").get()
    assert (entry.person_name, entry.subject) == ("李芳", record.number)
    assert "培训人数" in entry.detail


def test_a_link_can_be_taken_back(city, record):
    link(city.clerk, record)

    at_browser(city.reviewer).post(
        f"/forms/{record.number}/years/unlink/", {"name": "参训学员人数"}
    )

    assert not RowLink.objects.exists()
    assert Trend.objects.get(record=record).gone == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "学员满意度", "before": "培训人数"},
        {"name": "参训学员人数", "before": "学员满意度"},
        {"name": "参训学员人数", "before": "没有的指标"},
        {},
    ],
)
def test_only_rows_without_another_can_be_linked(city, record, sent):
    link(city.clerk, record, sent)

    assert not RowLink.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 302),
        ("colleague", 302),
        ("reviewer", 302),
        ("performance", 302),
        ("head", 403),
        ("section", 403),
        ("budget", 403),
        ("auditor", 403),
        ("third_party", 404),
        ("stranger", 404),
        ("system_admin", 404),
    ],
)
def test_clerk_reviewer_and_office_may_link(city, record, who, status):
    assert link(getattr(city, who), record) == status


def test_whoever_may_not_link_is_shown_no_button(city, record):
    assert shown(city.auditor, record, ".pairing button") == []
    assert shown(city.clerk, record, ".pairing button") == ["对应"]
