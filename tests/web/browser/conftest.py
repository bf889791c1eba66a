"""A real Chromium before a real server, which serves what a test has put into the database.

A test takes ``city`` as elsewhere, and ``page_of`` for the windows of its people. Playwright is
asked in its plain way; the server is a process of its own, on the database of this test run.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from shutil import which
from subprocess import DEVNULL, Popen

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from tests.web.browser.windows import Windows
from tests.web.emptying import empty_database
from tests.web.test_serving import answer, free_port

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 20


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Return Chromium, started once for all tests of this folder."""
    found = next(filter(None, map(which, CHROMIUM)), None)
    if found is None:
        pytest.skip(f"no browser under any of the names {', '.join(CHROMIUM)}: make browser")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Between two calls Playwright's event loop stands still; Django takes the test for a
        # part of it and would let it ask the database nothing.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def address(django_db_setup: None) -> Iterator[str]:
    """Return the address of ``jiheng serve`` on the database of the tests."""
    port = free_port()
    data = str(settings.CONFIG.data)
    command = [sys.executable, "-m", "jiheng.web", "--port", str(port), "--data", data]
    process = Popen(command, env=_environment(), stdout=DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        answer(f"{url}/log-in/")
        yield url
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _environment() -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    if connection.vendor == "postgresql":
        # The server works on the tests' database and not on the one that was there.
        before, name = str(settings.CONFIG.database_url), connection.settings_dict["NAME"]
        head, _, query = before.partition("?")
        ours["DATABASE_URL"] = f"{head.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
    return ours


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test write what the server sees at once, and leave nothing behind."""
    with django_db_blocker.unblock():
        yield
        empty_database()
        connection.close()


@pytest.fixture
def page_of(db: None, browser: Browser, address: str) -> Iterator[Windows]:
    """Return a person's window: ``page_of(city.clerk)``. No page of it may have complained."""
    with ExitStack() as stack:
        windows = Windows(browser, address, stack)
        yield windows
    assert windows.complaints == []
