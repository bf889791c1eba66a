"""Windows of a browser: each person's own, logged in, and watched for what must not happen."""

from contextlib import ExitStack
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect

from jiheng.web.language import COOKIE
from jiheng.web.people.models import Person

WIDTH, HEIGHT = 1366, 900
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
_OWN = ("data:", "blob:", "about:", "chrome:", "chrome-extension:")


class Windows:
    """Opens a window for whoever is named.

    Attributes:
        complaints: errors of scripts, loads that our policy refused, requests to another host.
    """

    def __init__(self, browser: Browser, address: str, stack: ExitStack) -> None:
        self._browser = browser
        self._stack = stack
        self.address = address
        self.complaints: list[str] = []

    def __call__(
        self, person: Person | None = None, *, language: str = "zh", width: int = WIDTH
    ) -> Page:
        """Return a new window, in which the person is logged in, if one is named."""
        context = self._browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": HEIGHT},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        self._stack.callback(context.close)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([self._cookie(COOKIE, language)])
        if person is not None:
            context.add_cookies([self._cookie(settings.SESSION_COOKIE_NAME, session_of(person))])
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heard)
        context.on("request", self._asked)
        return page

    def _cookie(self, name: str, value: str) -> dict[str, str]:
        return {"name": name, "value": value, "url": self.address}

    def _heard(self, message: ConsoleMessage) -> None:
        # A status above 399 is the test's business, and it can be what was wanted.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, *_OWN)):
            self.complaints.append(f"left the host: {request.url}")


def session_of(person: Person) -> str:
    """Return the key of a new session in which a person is logged in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return session.session_key


def crash(page: Page) -> None:
    """End a page as a power failure does, without a last word to its server."""
    with pytest.raises(Error):
        page.goto("chrome://crash")
    page.close()
