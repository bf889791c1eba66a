"""The pages of rows that are sent, as clerk and section meet them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.files import proofs
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.sections.models import Proof, SentRow, State
from jiheng.web.sections.sending import Sending, send
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts

ACTUAL, REASON = "indicators[1].actual", "indicators[1].reason"


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


@pytest.fixture
def sent(city, record):
    """Return the row 培训后就业率, which was sent to 吴花."""
    (row,) = send(
        Sending(
            person=city.clerk,
            record=record.pk,
            rows=("indicators[1]",),
            to=city.section.pk,
            due=date(2099, 1, 17),
            note="请附就业台账",
        )
    )
    return row


def test_a_clerk_sends_two_rows_by_one_page(city, record):
    wish = {"row": ["indicators[0]", "indicators[1]"], "to": city.section.pk, "due": "2099-01-17"}

    answer = at_browser(city.clerk).post(f"/forms/{record.number}/rows/", wish)

    assert answer.status_code == 302
    assert [each.name for each in SentRow.objects.all()] == ["培训人数", "培训后就业率"]


def test_a_wish_that_lacks_something_is_answered_by_a_sentence(city, record):
    answer = at_browser(city.clerk).post(f"/forms/{record.number}/rows/", {"due": "soon"})

    assert answer.status_code == 409
    assert "请勾选要分派的行" in answer.content.decode()


def test_the_form_shows_who_owes_what_until_when(city, record, sent):
    shown = texts(at_browser(city.reviewer), f"/forms/{record.number}/", ".out li")

    assert shown == ["培训后就业率 → 吴花，01-17 前回填"]


def test_the_reminder_names_person_row_and_day(city, record, sent):
    (text,) = texts(at_browser(city.clerk), f"/forms/{record.number}/rows/", "#remind")

    assert "吴花：培训后就业率，截至 2099-01-17" in text


def test_a_section_finds_its_rows(city, sent):
    assert texts(at_browser(city.section), "/rows/", "tbody th") == ["培训后就业率"]
    assert texts(at_browser(city.clerk), "/rows/", "tbody th") == []


def test_the_page_of_a_section_holds_nothing_but_its_rows(city, record, sent):
    client = at_browser(city.section)
    page = client.get(f"/rows/{record.number}/").content.decode()

    assert texts(client, f"/rows/{record.number}/", ".asked h2 span") == ["培训后就业率"]
    assert f'name="{ACTUAL}"' in page
    assert "indicators[0]" not in page


def test_last_years_value_stands_beside(city, record, sent):
    FormRecord.objects.filter(pk=record.pk).update(year=2025)
    record_at(city, Step.CLOSED, form=replace(FORM, year=2024))

    assert "72%" in texts(at_browser(city.section), f"/rows/{record.number}/", ".facts dd")


def test_a_section_hands_back_value_reason_and_proof(city, record, sent):
    told = {
        ACTUAL: "71%",
        f"was:{ACTUAL}": "72%",
        REASON: "部分学员年后上岗",
        f"was:{REASON}": "",
        f"words:{sent.pk}": "见台账",
        f"proof:{sent.pk}": SimpleUploadedFile("就业台账.xlsx", b"ledger"),
        "do": "hand-back",
    }

    answer = at_browser(city.section).post(f"/rows/{record.number}/", told)

    record.refresh_from_db()
    row = form_of(record).indicators[1]
    assert answer.status_code == 302
    assert (row.actual, row.reason) == ("71%", "部分学员年后上岗")
    assert SentRow.objects.get().state == State.ANSWERED
    assert Proof.objects.get().file.name == "就业台账.xlsx"


def test_a_conflict_shows_both_texts_and_loses_none(city, record, sent):
    path = f"/rows/{record.number}/"
    client = at_browser(city.section)
    client.post(path, {ACTUAL: "75%", f"was:{ACTUAL}": "72%"})

    answer = client.post(path, {ACTUAL: "71%", f"was:{ACTUAL}": "72%"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "表中现为：75%" in page
    assert ">71%</textarea>" in page


@pytest.mark.parametrize("who", ["clerk", "colleague", "head", "reviewer", "stranger"])
def test_the_page_of_a_section_is_nobody_elses(city, record, sent, who):
    client = at_browser(getattr(city, who))

    assert client.get(f"/rows/{record.number}/").status_code == 404
    assert client.post(f"/rows/{record.number}/", {ACTUAL: "1%"}).status_code == 404


def put_proof(city, record, sent, name="台账.xlsx", body=b"ledger"):
    """Return the answer to a section that hands in a file."""
    told = {f"proof:{sent.pk}": SimpleUploadedFile(name, body), "do": "save"}
    return at_browser(city.section).post(f"/rows/{record.number}/", told)


def test_a_proof_is_sent_as_a_file_to_keep_under_its_own_name(city, record, sent):
    put_proof(city, record, sent, name="<b>台账.html.txt", body=b"<script>")

    answer = at_browser(city.reviewer).get(f"/rows/proofs/{Proof.objects.get().pk}/")

    body = b"".join(answer.streaming_content)
    answer.close()

    assert body == b"<script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")


def test_a_stranger_finds_no_proof(city, record, sent):
    put_proof(city, record, sent)

    assert (
        at_browser(city.stranger).get(f"/rows/proofs/{Proof.objects.get().pk}/").status_code == 404
    )


def test_a_program_is_no_proof(city, record, sent):
    answer = put_proof(city, record, sent, name="账.exe")

    assert answer.status_code == 409
    assert "《账.exe》不是常用的办公文件" in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_proof_over_the_limit_is_refused(city, record, sent, monkeypatch):
    monkeypatch.setattr(proofs, "MOST_BYTES", 3)

    answer = put_proof(city, record, sent)

    assert answer.status_code == 409
    assert not StoredFile.objects.exists()


def test_the_clerk_accepts_what_came(city, record, sent):
    at_browser(city.section).post(f"/rows/{record.number}/", {"do": "hand-back"})

    at_browser(city.clerk).post(f"/forms/{record.number}/rows/{sent.pk}/accept/")

    assert SentRow.objects.get().state == State.ACCEPTED


@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("section", 302), ("head", 302)])
def test_nobody_else_takes_a_row_back(city, record, sent, who, status):
    address = f"/forms/{record.number}/rows/{sent.pk}/take-back/"

    assert at_browser(getattr(city, who)).post(address).status_code == status
    assert SentRow.objects.get().state == State.WAITING
