"""Logging in: the lock after five attempts, the rule for passwords, the headers, CSRF."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from jiheng.web.chain.steps import Step
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Person
from tests.web.city import PASSWORD, record_at
from tests.web.pages.browsing import at_browser, texts


def log_in(client: Client, password: str):
    """Try a password of 李芳's."""
    return client.post("/log-in/", {"username": "lifang", "password": password})


def test_a_person_logs_in_and_comes_to_their_tasks(city):
    assert log_in(Client(), PASSWORD).headers["Location"] == "/"


def test_a_wrong_password_does_not_say_which_of_both_was_wrong(city):
    page = log_in(Client(), "wrong").content.decode()

    assert "用户名或密码不对。" in page


def test_five_wrong_passwords_lock_the_door_even_for_the_right_one(city):
    client = Client()
    answers = [log_in(client, "wrong").status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]
    assert log_in(client, PASSWORD).status_code == 429


def test_attempts_and_the_lock_stand_in_the_journal(city):
    client = Client()
    answers = [log_in(client, "wrong") for _ in range(5)]

    noted = Entry.objects.filter(subject="lifang").values_list("action", flat=True)
    assert len(answers) == 5
    assert sorted(set(noted)) == ["locked-out", "log-in-failed"]


def test_somebody_who_left_cannot_log_in(city):
    Person.objects.filter(username="lifang").update(is_active=False)

    assert log_in(Client(), PASSWORD).status_code == 200


def test_logging_in_and_out_stands_in_the_journal(city):
    client = Client()
    log_in(client, PASSWORD)
    client.post("/log-out/")

    assert list(Entry.objects.values_list("action", flat=True)) == ["log-in", "log-out"]


def test_a_session_ends_when_nobody_was_there_for_half_an_hour(city):
    client = Client()
    log_in(client, PASSWORD)

    assert client.session.get_expiry_age() == 30 * 60
    assert client.session.get_expire_at_browser_close()


@pytest.mark.parametrize(
    "weak", ["Ab1-", "alllowercase-", "1234567890123", "Password123", "Lifang2024"]
)
def test_a_weak_password_is_refused(weak):
    person = Person(username="lifang", name="李芳")

    with pytest.raises(ValidationError):
        validate_password(weak, person)


def test_a_password_of_three_kinds_is_taken():
    person = Person(username="lifang", name="李芳")

    assert validate_password("ShanLin-2024", person) is None


def test_a_person_changes_their_password(city):
    client = at_browser(city.clerk)
    sent = {
        "old_password": PASSWORD,
        "new_password1": "ShanLin-2025",
        "new_password2": "ShanLin-2025",
    }

    client.post("/password/", sent)

    assert Person.objects.get(username="lifang").check_password("ShanLin-2025")


def test_a_password_of_one_kind_is_refused_with_a_sentence(city):
    client = at_browser(city.clerk)
    sent = {
        "old_password": PASSWORD,
        "new_password1": "shanlinshanlin",
        "new_password2": "shanlinshanlin",
    }
    page = client.post("/password/", sent).content.decode()

    assert "密码须含大写字母" in page


def test_a_button_of_another_site_does_nothing(city):
    record = record_at(city, Step.SELF_EVALUATION)
    client = Client(enforce_csrf_checks=True)
    client.force_login(city.clerk, "django.contrib.auth.backends.ModelBackend")

    answer = client.post(f"/forms/{record.number}/hand-in/", {"version": "1"})

    record.refresh_from_db()
    assert answer.status_code == 403
    assert record.step == Step.SELF_EVALUATION


def test_every_answer_lets_the_browser_load_nothing_foreign(city):
    headers = at_browser(city.clerk).get("/tasks/").headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


def test_an_administrator_has_no_forms_in_the_menu(city):
    assert texts(at_browser(city.system_admin), "/tasks/", ".side a") == ["人员", "机构"]
    assert texts(at_browser(city.security_admin), "/tasks/", ".side a") == [
        "岗位授权",
        "在线与锁定",
        "接口令牌",
    ]
    assert texts(at_browser(city.audit_admin), "/tasks/", ".side a") == ["日志"]
