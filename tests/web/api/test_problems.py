"""What cannot be done is told in one shape, in a sentence of the caller's language."""

import pytest
from django.test import Client

from jiheng.web.api.problems import MEDIA
from jiheng.web.chain.steps import Step
from tests.web.api.calling import ROOT, program_of
from tests.web.city import record_at

PARTS = {"status", "code", "detail", "errors", "cells", "version", "seconds"}
ASKED = {
    "no such page": ("get", "/no/such/page", 404),
    "no such form": ("get", "/forms/NO-SUCH-FORM", 404),
    "a year that is none": ("get", "/forms?year=24", 422),
    "no year": ("get", "/tasks", 422),
    "a key beyond all keys": ("get", "/imports/99999999999999999999", 422),
    "another method": ("delete", "/me", 405),
    "NUL": ("get", "/forms?q=%00", 400),
    "fields of a form": ("post", "/forms", 400),
    "a slash too many": ("get", "/me/", 404),
}
BODIES = {
    "no JSON": b"{",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "deep": b"[" * 100_000,
    "not UTF-8": b"\xff\xfe\x00",
    "half a character": b'{"version": 1, "changes": [{"path": "\\ud800", "new": "x"}]}',
    "NUL": b'{"version": 1, "changes": [{"path": "goal.actual", "new": "a\\u0000"}]}',
    "a huge number": b'{"version": 1e999, "changes": []}',
    "a long number": b'{"version": ' + b"9" * 5000 + b', "changes": []}',
    "no path": b'{"version": 1, "changes": [{"path": "__class__.__init__", "new": "x"}]}',
    "a path too far": b'{"version": 1, "changes": [{"path": "indicators[99999999999].actual", "new": "x"}]}',
    "very long": b'{"version": 1, "changes": [{"path": "goal.actual", "new": "'
    + b"a" * 6_000_000
    + b'"}]}',
}


@pytest.mark.parametrize(("method", "path", "status"), ASKED.values(), ids=ASKED)
def test_every_refusal_has_the_same_shape(city, method, path, status):
    answer = getattr(program_of(city.clerk).client, method)(ROOT + path)

    assert (answer.status_code, answer.headers["Content-Type"]) == (status, MEDIA)
    assert set(answer.json()) == PARTS


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_body_breaks_the_saving_of_cells(city, body):
    record = record_at(city, Step.SELF_EVALUATION)
    client = program_of(city.clerk).client
    client.raise_request_exception = False

    path = f"{ROOT}/forms/{record.number}/cells"
    answer = client.post(path, body, content_type="application/json")

    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == PARTS


def test_a_sentence_is_chinese_unless_english_is_asked_for(city):
    chinese = program_of(city.clerk).get("/no")
    english = program_of(city.clerk, **{"Accept-Language": "en-GB,en;q=0.8"}).get("/no")

    assert chinese.json()["detail"] == "没有这一项，或它不在您的范围内。"
    assert english.json()["detail"] == "There is no such thing, or it is not within your reach."
    assert chinese.json()["code"] == english.json()["code"]


def test_a_part_that_cannot_be_used_is_named(city):
    rows = [{"level1": "产出指标", "level2": "数量指标", "name": "场次", "target": 4}]
    body = {"unit": city.centre.pk, "project": "招聘会", "year": 2026, "rows": rows}

    told = program_of(city.clerk).post("/forms", body).json()

    assert [each["at"] for each in told["errors"]] == ["body.rows[0].target"]
    assert "body.rows[0].target" in told["detail"]


def test_a_request_that_is_too_large_is_told_in_the_same_shape(city):
    client = program_of(city.clerk).client
    answer = client.post(f"{ROOT}/forms", "{}", content_type="application/json",
                         headers={"Content-Length": str(2**40)})  # fmt: skip

    assert answer.status_code == 413
    assert answer.json()["code"] == "api.refused.too-large"


def test_who_has_no_token_is_told_how_to_come_in(city):
    answer = Client().get(f"{ROOT}/me")

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_the_answers_carry_the_headers_of_all_pages(city):
    headers = program_of(city.clerk).get("/me").headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in headers["Cache-Control"]
    assert "Set-Cookie" not in headers
