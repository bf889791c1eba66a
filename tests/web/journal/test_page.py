"""审计管理员: the journal is sifted, paged and taken along as a file in which nothing computes."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from jiheng.web.journal.writing import note
from tests.web.pages.browsing import at_browser, texts


def subjects(client, query: str = "") -> list[str]:
    """Return what the shown entries are about."""
    return texts(client, f"/journal/{query}", "tbody td:nth-child(5)")


@pytest.fixture
def auditor(city):
    """Return the audit administrator's browser, and two entries in the journal."""
    client = at_browser(city.audit_admin)
    note("hand-in", "YL-1", city.clerk, {"version": "3"})
    note("send-back", "YL-2", city.reviewer, {"reason": "请核对就业率"})
    return client


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?who=李", ["YL-1"]),
        ("?what=send-back", ["YL-2"]),
        ("?text=就业率", ["YL-2"]),
        ("?text=YL-1", ["YL-1"]),
        ("?who=李&what=send-back", []),
    ],
)
def test_entries_are_found_by_person_deed_and_words(auditor, query, found):
    assert [each for each in subjects(auditor, query) if each.startswith("YL")] == found


def test_entries_are_found_by_day(auditor):
    today = timezone.localdate()
    tomorrow = today + timedelta(days=1)

    assert "YL-1" in subjects(auditor, f"?since={today}&until={today}")
    assert "YL-1" not in subjects(auditor, f"?since={tomorrow}")
    assert "YL-1" not in subjects(auditor, f"?until={today - timedelta(days=1)}")


@pytest.mark.parametrize(
    "query",
    ["?since=gestern", "?until=9999-12-31", "?since=0001-01-01", "?what=galaxy", "?page=9999"],
)
def test_what_cannot_be_asked_for_is_not_asked_for(auditor, query):
    assert "YL-1" in subjects(auditor, query)


def test_a_hundred_entries_are_a_page(city):
    client = at_browser(city.audit_admin)
    entries = [note("log-in", f"p{number}", None) for number in range(101)]

    assert len(subjects(client)) == 100
    assert len(entries) == 101
    assert "p0" in subjects(client, "?page=2&text=p")


def test_the_file_holds_what_was_asked_for(auditor):
    content = auditor.get("/journal/csv/?who=李").content.decode("utf-8-sig")

    rows = list(csv.reader(StringIO(content)))
    assert rows[0] == ["序号", "时间", "何人", "何事", "对象", "内容"]
    assert [row[2:5] for row in rows[1:] if row[4] == "YL-1"] == [["李芳", "提交自评", "YL-1"]]


def test_there_is_no_other_kind_of_file(auditor):
    assert auditor.get("/journal/exe/").status_code == 404
