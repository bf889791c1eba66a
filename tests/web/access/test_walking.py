"""Everybody walks along all links and types the worst into all forms."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from tests.web.access.crawling import Form, forms_of, visit, walk
from tests.web.access.crowd import EVERYBODY, at_work, who
from tests.web.pages.browsing import at_browser

SCRIPT = "<script>alert('x')</script>"
BREAKS_OUT = "\"'><img src=x onerror=alert(1)>"
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


@pytest.fixture
def crowd(city):
    """Return the city with something to do for everybody."""
    return at_work(city)


def all_forms(crowd) -> dict[tuple, tuple[str, Form]]:
    """Return a form of every kind that anybody is shown, with who is."""
    return {
        form.kind: (name, form)
        for name in WITH_FORMS
        for page in walk(at_browser(who(crowd, name)), "/")
        if page.is_html
        for form in forms_of(page)
    }


def patient(client: Client) -> Client:
    """Return a browser that is given a page for an error of the server."""
    client.raise_request_exception = False
    return client


def sent(client: Client, form: Form, typed: str, others: str | None = None) -> int:
    """Return the status of sending a form with something in every field; nothing of it is kept."""
    fields = {name: value if others is None else others for name, value in form.others}
    data = {**fields, **dict.fromkeys(form.typed, typed)}
    files = {name: SimpleUploadedFile(f"{typed[:80]}.xlsx", typed.encode()) for name in form.files}
    with transaction.atomic():
        try:
            send = client.post if form.method == "post" else client.get
            return send(form.action, {**data, **files}).status_code
        finally:
            transaction.set_rollback(True)


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_link_that_somebody_is_shown_opens(crowd, name):
    pages = list(walk(at_browser(who(crowd, name)), "/"))

    assert [page.address for page in pages if page.status != 200] == []
    assert len(pages) > 1


@pytest.mark.slow
def test_nothing_that_is_typed_breaks_a_page(crowd):
    broken = [
        (kind[0], what, status)
        for kind, (name, form) in all_forms(crowd).items()
        for what, worst in WORST.items()
        for others in ((None, worst) if what in IN_HIDDEN_FIELDS else (None,))
        if (status := sent(patient(at_browser(who(crowd, name))), form, worst, others)) >= 500
    ]

    assert broken == []


@pytest.mark.slow
def test_a_script_that_is_typed_anywhere_stays_text_everywhere(crowd):
    for text in (SCRIPT, BREAKS_OUT):
        for name, form in all_forms(crowd).values():
            data = {**dict(form.others), **dict.fromkeys(form.typed, text)}
            at_browser(who(crowd, name)).post(form.action, data)

    seen = [page for name in WITH_FORMS for page in walk(at_browser(who(crowd, name)), "/")]
    pages = [page for page in seen if page.is_html]
    shown = [page.address for page in pages if "&lt;script&gt;alert(" in page.text]
    alive = [
        page.address for page in pages if "<script>alert" in page.text or "<img src=x" in page.text
    ]
    assert alive == []
    assert len(shown) >= 3


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
def test_no_address_breaks_the_server(crowd, address):
    assert visit(at_browser(crowd.clerk), address).status < 500
