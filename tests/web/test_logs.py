"""The log of requests says what was asked for and never by whom."""

import logging
import logging.config

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.logs import ACCESS, logging_into
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser


@pytest.fixture
def folder(tmp_path):
    """Return the folder into which is logged; afterwards it is as it was."""
    logging.config.dictConfig(logging_into(tmp_path, 3))
    yield tmp_path
    for name in (ACCESS, None):
        logger = logging.getLogger(name)
        for handler in [each for each in logger.handlers if hasattr(each, "backupCount")]:
            handler.close()
            logger.removeHandler(handler)


def test_a_request_leaves_its_page_its_result_and_its_time(folder, city):
    record = record_at(city, Step.SELF_EVALUATION)
    at_browser(city.clerk).get(f"/forms/{record.number}/?secret=1")

    (line,) = (folder / "access.log").read_text(encoding="utf-8").splitlines()
    assert "GET /forms/<str:number>/ 200 " in line
    assert line.endswith("ms")


def test_a_request_leaves_nobodys_name_number_or_address(folder, city):
    record = record_at(city, Step.SELF_EVALUATION)
    at_browser(city.clerk).get(f"/forms/{record.number}/?secret=1")

    text = (folder / "access.log").read_text(encoding="utf-8")
    assert [
        word for word in ("lifang", "李芳", record.number, "127.0.0.1", "secret") if word in text
    ] == []


def test_a_failure_is_kept_with_its_cause(folder):
    logging.getLogger("django.request").error("boom")

    assert "ERROR django.request boom" in (folder / "failures.log").read_text(encoding="utf-8")


def test_without_a_folder_nothing_is_written_to_the_disk():
    assert list(logging_into(None, 3)["handlers"]) == ["console"]
