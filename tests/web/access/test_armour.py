"""What every answer carries, and what no request gets through."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from jiheng.web.chain.steps import Step
from tests.web.access.crawling import forms_of, visit
from tests.web.city import PASSWORD, record_at
from tests.web.imports.handing import imported, states
from tests.web.pages.browsing import at_browser

HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ADDRESSES = [
    "/", "/log-in/", "/tasks/", "/forms/", "/journal/", "/no/such/page", "/forms/NO-SUCH/",
    "/people/people.xlsx", "/journal/csv/", "/help/", "/language/",
]  # fmt: skip
BOMB = b"0" * 2**20
HOSTILE_BODIES = {
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "other types": b'{"base": "1", "changes": {"path": 1}}',
    "a huge number": b'{"base": 1e999, "changes": []}',
    "a long number": b'{"base": ' + b"9" * 5000 + b', "changes": []}',
    "a negative base": b'{"base": -1, "changes": []}',
    "deep": b"[" * 100_000,
    "half a character": b'{"base": 1, "changes": [{"path": "goal.actual", "old": null, "new": "\\ud800"}]}',
    "NUL": b'{"base": 1, "changes": [{"path": "goal.actual", "old": null, "new": "a\\u0000b"}]}',
    "no path": b'{"base": 1, "changes": [{"path": "__class__.__init__", "old": null, "new": "x"}]}',
    "a path too far": b'{"base": 1, "changes": [{"path": "indicators[99999999999].actual", "old": null, "new": "x"}]}',
    "a long path": b'{"base": 1, "changes": [{"path": "'
    + b"a" * 10_000
    + b'", "old": null, "new": "x"}]}',
    "not UTF-8": b"\xff\xfe\x00",
    "very long": b'{"base": 1, "changes": [{"path": "goal.actual", "old": null, "new": "'
    + b"a" * 6_000_000
    + b'"}]}',
}


def zipped(*entries: tuple[str, bytes]) -> bytes:
    """Return an archive."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize("who", ["nobody", "clerk", "system_admin", "audit_admin"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(city, who, address):
    client = Client() if who == "nobody" else at_browser(getattr(city, who))

    headers = client.get(address).headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "no-store" in headers["Cache-Control"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "away",
    [
        "https://example.com/",
        "//example.com/",
        "/\\example.com",
        "javascript:alert(1)",
        "http:///example.com",
        "\thttps://example.com",
    ],
)
def test_no_log_in_leads_to_another_host(city, away):
    sent = {"username": "lifang", "password": PASSWORD, "next": away}

    assert Client().post("/log-in/", sent).headers["Location"].startswith("/")
    assert "example" not in Client().post("/log-in/", sent).headers["Location"]


@pytest.mark.parametrize("address", ["/language/", "/year/"])
@pytest.mark.parametrize("away", ["https://example.com/", "//example.com/", "/\\example.com"])
def test_no_switch_leads_to_another_host(city, address, away):
    answer = at_browser(city.clerk).post(address, {"next": away, "language": "en", "year": "2024"})

    assert "example" not in answer.headers["Location"]


@pytest.mark.parametrize(
    "host", ["example.com", "testserver.example.com", "testserver@example.com"]
)
def test_a_foreign_name_of_the_host_is_refused(city, host):
    assert Client().get("/log-in/", headers={"Host": host}).status_code == 400


def test_the_session_before_the_log_in_is_not_the_one_after_it(city):
    client = Client()
    client.session.save()
    client.cookies["sessionid"] = "a" * 32
    client.post("/log-in/", {"username": "lifang", "password": PASSWORD})

    assert client.cookies["sessionid"].value != "a" * 32
    assert client.cookies["sessionid"]["httponly"]
    assert client.cookies["sessionid"]["samesite"] == "Lax"


def test_a_session_that_was_left_opens_nothing(city):
    client = Client()
    client.post("/log-in/", {"username": "lifang", "password": PASSWORD})
    kept = client.cookies["sessionid"].value
    client.post("/log-out/")
    thief = Client()
    thief.cookies["sessionid"] = kept

    assert thief.get("/tasks/").status_code == 302


@pytest.mark.parametrize("body", HOSTILE_BODIES.values(), ids=HOSTILE_BODIES)
def test_no_body_breaks_the_saving_of_cells(city, body):
    record = record_at(city, Step.SELF_EVALUATION)
    client = at_browser(city.clerk)
    client.raise_request_exception = False

    answer = client.post(f"/forms/{record.number}/cells/", body, content_type="application/json")

    assert answer.status_code < 500
    record.refresh_from_db()
    assert record.document.count("__class__") == 0


LISTS = {
    "an archive that grows": zipped(("xl/workbook.xml", BOMB * 200)),
    "archives in archives": zipped(("a.zip", zipped(("b.zip", zipped(("c.zip", b"x")))))),
    "a path out": zipped(("../../../etc/passwd", b"x"), ("/etc/passwd", b"x"), ("C:\\x", b"x")),
    "an entity": zipped(("[Content_Types].xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')),
    "aliases that grow": b"a: &a [1,1,1,1]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]",
    "a tag": b"!!python/object/apply:os.system ['true']",
    "a program": b"MZ\x90\x00" + b"\x00" * 1000,
    "nothing": b"",
}


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize(
    "name", ["people.xlsx", "../../etc/passwd", "a\r\nX-Evil: 1.xlsx", "长" * 300]
)
def test_no_list_of_people_breaks_the_page(city, data, name):
    client = at_browser(city.system_admin)
    client.raise_request_exception = False

    answer = client.post("/people/import/", {"file": SimpleUploadedFile(name, data)})

    assert answer.status_code in {200, 409}
    assert "X-Evil" not in answer.headers


TAKING_FILES = ("/imports/", "/scans/", "/prefill/", "/columns/")


def handed_over(client, address, *files: bytes):
    """Return the answer to a page's own form, sent with these files or with none."""
    (form,) = [each for each in forms_of(visit(client, address)) if each.files]
    typed = dict.fromkeys(form.typed, "2024")
    sent = [SimpleUploadedFile("../../x\r\n.zip", data) for data in files]
    named = {name: sent for name in form.files if sent}
    return client.post(form.action, {**dict(form.others), **typed, **named})


def refusal(answer) -> str:
    """Return the sentence by which a page refuses what was sent; "" where it refuses nothing."""
    found = LexborHTMLParser(answer.content.decode()).css_first(".told.error")
    return found.text() if found else ""


@pytest.mark.parametrize("address", TAKING_FILES)
def test_the_pages_that_take_files_look_at_what_is_sent(city, address):
    client = at_browser(city.clerk)

    nothing, something = handed_over(client, address), handed_over(client, address, b"x")
    assert nothing.status_code == 409
    assert refusal(nothing) != refusal(something)


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("address", TAKING_FILES)
def test_no_file_breaks_the_pages_that_take_files(city, data, address):
    client = at_browser(city.clerk)
    client.raise_request_exception = False

    answer = handed_over(client, address, data)

    assert answer.status_code in {200, 302, 409}
    assert "passwd" not in answer.headers.get("Location", "")


def test_no_file_breaks_the_import_that_reads_it(city):
    batch = imported(city.clerk, *((f"{name}.zip", data) for name, data in LISTS.items()))

    client = at_browser(city.clerk)
    assert client.get(f"/imports/{batch.pk}/").status_code == 200
    assert "waiting" not in states(batch).values()
    assert "reading" not in states(batch).values()


@pytest.mark.parametrize("address", ["/forms/%00/", "/search/?q=a%00b"])
def test_nul_is_refused(city, address):
    assert at_browser(city.clerk).get(address).status_code == 400
    assert at_browser(city.clerk).post("/begin/", {"project": "a\0b"}).status_code == 400
