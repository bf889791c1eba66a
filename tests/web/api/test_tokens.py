"""A token is shown once, does what its person may and no more, and ends when it is to end."""

from datetime import timedelta

import msgspec
import pytest
from django.test import Client
from django.utils import timezone

from jiheng.web import clock
from jiheng.web.api import tokens
from jiheng.web.api.models import Scope, Token
from jiheng.web.chain.steps import Step
from jiheng.web.journal.models import Entry
from jiheng.web.people.admitting import let_in, renew
from jiheng.web.people.appointing import dismiss
from jiheng.web.people.models import Appointment
from tests.web.api.calling import ROOT, Program, program_of, token_of
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts


def made_on_the_page(client: Client, **said: str) -> str:
    """Return the text of a token that somebody makes on the page."""
    sent = {"name": "预算系统", "scope": "write", "days": "90", **said}
    page = client.post("/tokens/", sent)
    return page.context["made"].text


def last_entry() -> Entry:
    """Return what the journal told last."""
    return Entry.objects.latest("id")


def test_a_token_made_on_the_page_opens_the_api(city):
    token = made_on_the_page(at_browser(city.clerk))

    assert Program(token).get("/me").json()["person"]["name"] == "李芳"


def test_a_token_is_shown_once_and_kept_nowhere(city):
    client = at_browser(city.clerk)
    token = made_on_the_page(client)

    kept = Token.objects.values_list().get()
    assert token not in map(str, kept)
    assert token not in client.get("/tokens/").content.decode()
    assert token not in last_entry().detail


def test_the_journal_tells_of_a_token_and_of_its_end(city):
    client = at_browser(city.clerk)
    made_on_the_page(client)
    client.post(f"/tokens/{Token.objects.get().pk}/end/")

    told = Entry.objects.order_by("-id").values_list("action", flat=True)[:2]
    assert list(told) == ["end-token", "make-token"]


@pytest.mark.parametrize(
    "said",
    [{"name": "  "}, {"days": "3650"}, {"days": ""}],
    ids=["no name", "ten years", "no days"],
)
def test_a_token_without_name_or_end_is_not_made(city, said):
    sent = {"name": "预算系统", "scope": "read", "days": "90", **said}

    assert at_browser(city.clerk).post("/tokens/", sent).status_code == 409
    assert not Token.objects.exists()


def test_a_token_only_reads_unless_it_was_made_to_write(city):
    token = made_on_the_page(at_browser(city.clerk), scope="everything")

    assert Program(token).post("/forms", {}).json()["code"] == "api.refused.read-only"


def test_nobody_has_more_than_twenty_living_tokens(city):
    for _ in range(tokens.MOST_TOKENS):
        token_of(city.clerk)

    with pytest.raises(tokens.BadToken):
        token_of(city.clerk)


def test_a_token_ends_with_its_day(city):
    with clock.at(timezone.now() - timedelta(days=91)):
        program = program_of(city.clerk)

    assert program.get("/me").status_code == 401


def test_a_token_that_was_ended_opens_nothing(city):
    program = program_of(city.clerk)
    tokens.end(Token.objects.get(), city.clerk)

    assert program.get("/me").status_code == 401


def test_a_token_of_somebody_who_was_disabled_opens_nothing(city):
    program = program_of(city.clerk)
    let_in(city.clerk, city.system_admin, is_active=False)

    assert program.get("/me").status_code == 401


def test_a_token_waits_until_a_first_password_is_changed(city):
    program = program_of(city.clerk)
    renew(city.clerk, city.system_admin)

    answer = program.get("/me")
    assert (answer.status_code, answer.json()["code"]) == (403, "api.refused.password")


def test_a_token_loses_what_its_person_loses(city):
    record = record_at(city, Step.SELF_EVALUATION)
    program = program_of(city.clerk)
    dismiss(Appointment.objects.get(person=city.clerk), city.security_admin)

    assert program.get(f"/forms/{record.number}").status_code == 404


def test_a_session_of_a_browser_opens_nothing(city):
    client = at_browser(city.clerk)

    assert client.get(f"{ROOT}/me").status_code == 401
    assert client.post(f"{ROOT}/forms", {}, content_type="application/json").status_code == 401


@pytest.mark.parametrize("head", ["", "Bearer", "Bearer ", "Basic bGlmYW5nOng=", "bearer \x00"])
def test_another_head_opens_nothing(city, head):
    assert Client(headers={"Authorization": head}).get(f"{ROOT}/me").status_code == 401


def test_the_journal_says_which_program_did_it(city):
    record = record_at(city, Step.SELF_EVALUATION)
    program_of(city.clerk).post(f"/forms/{record.number}/actions/hand-in", {"version": 1})

    told = Entry.objects.get(action="hand-in")
    assert msgspec.json.decode(told.detail)["through"] == "预算系统"
    assert told.person_name == "李芳"


def test_what_was_typed_on_the_page_is_not_told_as_the_programs(city):
    record = record_at(city, Step.SELF_EVALUATION)
    typed = {"changes": [{"path": "indicators[0].actual", "old": "1260人", "new": "1261人"}]}
    at_browser(city.clerk).post(
        f"/forms/{record.number}/cells/", typed, content_type="application/json"
    )
    program_of(city.clerk).post(f"/forms/{record.number}/actions/hand-in", {"version": 2})

    assert "through" not in msgspec.json.decode(Entry.objects.get(action="filled").detail)


def test_what_is_done_on_a_page_names_no_program(city):
    program_of(city.clerk).get("/me")
    token_of(city.head)

    assert "through" not in last_entry().detail


def test_the_page_says_when_a_token_was_used(city):
    client = at_browser(city.clerk)
    program = program_of(city.clerk)
    before = texts(client, "/tokens/", "tbody td:nth-child(5)")
    program.get("/me")

    assert before == ["没有用过"]
    assert texts(client, "/tokens/", "tbody td:nth-child(5)") != before


def test_the_security_administrator_sees_and_ends_everybodys_tokens(city):
    program = program_of(city.clerk)
    client = at_browser(city.security_admin)

    assert "李芳 lifang" in texts(client, "/tokens/", "td")
    client.post(f"/tokens/{Token.objects.get().pk}/end/")
    assert program.get("/me").status_code == 401


@pytest.mark.parametrize("name", ["colleague", "reviewer", "system_admin", "audit_admin"])
def test_others_neither_see_nor_end_a_token(city, name):
    token_of(city.clerk)
    client = at_browser(getattr(city, name))

    assert "预算系统" not in client.get("/tokens/").content.decode()
    assert client.post(f"/tokens/{Token.objects.get().pk}/end/").status_code == 404
    assert Token.objects.get().ended_at is None


def test_the_clerk_does_not_see_the_tokens_of_others(city):
    token_of(city.head, Scope.READ)

    assert Program(token_of(city.clerk)).get("/tokens").json()["items"][0]["name"] == "预算系统"
    assert len(Program(token_of(city.clerk)).get("/tokens").json()["items"]) == 2
