"""The log of requests says what was asked for and never by whom."""

import logging
import logging.config
from datetime import datetime
from pathlib import Path

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.logs import ACCESS, DailyFile, logging_into
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser


@pytest.fixture
def folder(tmp_path):
    """Return the folder into which is logged; afterwards it is as it was."""
    logging.config.dictConfig(logging_into(tmp_path, 3))
    yield tmp_path
    logging.config.dictConfig(logging_into(None, 3))
    logging.getLogger(ACCESS).handlers.clear()


def log_of(folder: Path, name: str) -> str:
    """Return today's log."""
    (path,) = folder.glob(f"{name}-*.log")
    return path.read_text(encoding="utf-8")


def at(day: str) -> logging.LogRecord:
    """Return a record of noon of a day."""
    record = logging.makeLogRecord({"msg": day})
    record.created = datetime.fromisoformat(f"{day}T12:00").timestamp()
    return record


def test_a_request_leaves_its_page_its_result_and_its_time(folder, city):
    record = record_at(city, Step.SELF_EVALUATION)
    at_browser(city.clerk).get(f"/forms/{record.number}/?secret=1")

    (line,) = log_of(folder, "access").splitlines()
    assert "GET /forms/<str:number>/ 200 " in line
    assert line.endswith("ms")


def test_a_request_leaves_nobodys_name_number_or_address(folder, city):
    record = record_at(city, Step.SELF_EVALUATION)
    at_browser(city.clerk).get(f"/forms/{record.number}/?secret=1")

    text = log_of(folder, "access")
    assert [
        word for word in ("lifang", "李芳", record.number, "127.0.0.1", "secret") if word in text
    ] == []


def test_a_failure_is_kept_with_its_cause(folder):
    logging.getLogger("django.request").error("boom")

    assert "ERROR django.request boom" in log_of(folder, "failures")


def test_without_a_folder_nothing_is_written_to_the_disk():
    assert list(logging_into(None, 3)["handlers"]) == ["console"]


def test_each_day_has_its_file_and_the_oldest_go(tmp_path):
    log = DailyFile(tmp_path / "access.log", 2)
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        log.emit(at(day))
    log.close()

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "access-2026-11-21.log",
        "access-2026-11-22.log",
    ]


def test_two_processes_write_one_file(tmp_path):
    first, second = DailyFile(tmp_path / "access.log", 2), DailyFile(tmp_path / "access.log", 2)
    for log in (first, second, first):
        log.emit(at("2026-11-22"))
    first.close()
    second.close()

    assert (tmp_path / "access-2026-11-22.log").read_text() == "2026-11-22\n" * 3
