"""Everybody walks along all links and types the worst into all forms."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from msgspec import Struct

from tests.web.access.crawling import Form, forms_of, visit, walk
from tests.web.access.crowd import EVERYBODY, who
from tests.web.pages.browsing import at_browser

SCRIPT = "<script>alert('x')</script>"
BREAKS_OUT = "\"'><img src=x onerror=alert(1)>"
ALIVE = f"{BREAKS_OUT}{SCRIPT}"
"""Short enough for every field that takes one of both."""
WORST = {
    "nothing": "",
    "NUL": "a\0b",
    "very long": "长" * 20_000,
    "a script": SCRIPT,
    "a huge number": "9" * 400,
    "a negative number": "-1",
    "other digits": "٣²",
    "a path": "../../../../etc/passwd",
    "a line of a header": "a\r\nX-Evil: 1",
    "half a character": "\udcff".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "a template": "{{ 7 * 7 }}{% debug %}{0.__class__}%s",
    "a formula": "=cmd|'/c calc'!A1",
}

WITH_FORMS = (
    "clerk",
    "section",
    "reviewer",
    "budget",
    "performance",
    "system_admin",
    "security_admin",
    "audit_admin",
)
IN_HIDDEN_FIELDS = {"NUL", "a huge number", "other digits"}
"""A person changes what is hidden or chosen only on purpose."""


class Walked(Struct, frozen=True, kw_only=True):
    """What somebody is shown as they walk along all links: statuses by address, and the forms."""

    statuses: dict[str, int]
    forms: tuple[Form, ...]


Walk = Callable[[str], Walked]


def walked(crowd, name: str) -> Walked:
    """Return what somebody is shown now."""
    statuses, forms = {}, []
    for page in walk(at_browser(who(crowd, name)), "/"):
        statuses[page.address] = page.status
        forms += forms_of(page) if page.is_html else []
    return Walked(statuses=statuses, forms=tuple(forms))


@pytest.fixture(scope="module")
def at_first(crowd) -> Walk:
    """Return what somebody is shown before anything was typed, walked once for all tests."""
    return cache(lambda name: walked(crowd, name))


def forms_by_kind(walk_of: Walk) -> dict[tuple, tuple[str, Form]]:
    """Return a form of every kind that anybody is shown, with who is."""
    return {form.kind: (name, form) for name in WITH_FORMS for form in walk_of(name).forms}


def attempts(form: Form) -> Iterator[tuple[str, str, str | None]]:
    """Yield by name what to type into a form, and what to set where one only chooses, if anything."""
    if not form.typed and not form.files:
        yield "untouched", "", None
    for what, worst in WORST.items():
        if form.typed or form.files:
            yield what, worst, None
        if what in IN_HIDDEN_FIELDS and form.others:
            yield what, worst, worst


@pytest.fixture
def browser_of(db, crowd) -> Callable[[str], Client]:
    """Return new browsers in which somebody is logged in, and given a page for a server's error."""
    sessions = cache(lambda name: at_browser(who(crowd, name)).cookies)

    def opened(name: str) -> Client:
        client = Client(raise_request_exception=False)
        client.cookies.load({key: each.value for key, each in sessions(name).items()})
        return client

    return opened


def sent(client: Client, form: Form, typed: str, others: str | None = None) -> int:
    """Return the status of sending a form with something in every field; nothing of it is kept."""
    fields = {name: value if others is None else others for name, value in form.others}
    data = {**fields, **dict.fromkeys(form.typed, typed)}
    files = {name: SimpleUploadedFile(f"{typed[:80]}.xlsx", typed.encode()) for name in form.files}
    with transaction.atomic():
        try:
            send = client.post if form.method == "post" else client.get
            answer = send(form.action, {**data, **files})
            answer.getvalue()  # As a browser does: until then a file that is sent stays open.
            return answer.status_code
        finally:
            transaction.set_rollback(True)


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_link_that_somebody_is_shown_opens(db, at_first, name):
    statuses = at_first(name).statuses

    assert [address for address, status in statuses.items() if status != 200] == []
    assert len(statuses) > 1


@pytest.mark.slow
def test_nothing_that_is_typed_breaks_a_page(browser_of, at_first):
    broken = [
        (kind[0], what, status)
        for kind, (name, form) in forms_by_kind(at_first).items()
        for what, worst, others in attempts(form)
        if (status := sent(browser_of(name), form, worst, others)) >= 500
    ]

    assert broken == []


@pytest.mark.slow
def test_a_script_that_is_typed_anywhere_stays_text_everywhere(db, crowd, at_first):
    for name, form in forms_by_kind(at_first).values():
        data = {**dict(form.others), **dict.fromkeys(form.typed, ALIVE)}
        at_browser(who(crowd, name)).post(form.action, data).getvalue()

    seen = [page for name in WITH_FORMS for page in walk(at_browser(who(crowd, name)), "/")]
    pages = [page for page in seen if page.is_html]
    alive = ("<script>alert", "<img src=x")
    assert [page.address for page in pages if any(each in page.text for each in alive)] == []
    assert len([page for page in pages if "&lt;script&gt;alert(" in page.text]) >= 3
    assert len([page for page in pages if "&lt;img src=x" in page.text]) >= 3


@pytest.mark.parametrize(
    "address",
    [
        "/forms/%00/",
        "/forms/%ff/",
        "/forms/..%2f..%2fetc/",
        "/?year=%00",
        "/forms/?q=%00",
        "/people/99999999999999999999999/reset/",
    ],
)
def test_no_address_breaks_the_server(db, crowd, address):
    assert visit(at_browser(crowd.clerk), address).status < 500
