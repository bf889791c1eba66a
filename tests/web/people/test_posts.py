"""安全管理员: posts are given and taken away, doors unlocked, sessions ended."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Appointment, Organisation, Person, Proposal, Visit
from tests.web.city import PASSWORD
from tests.web.pages.browsing import at_browser, texts


def logged_in(username: str, password: str = PASSWORD) -> Client:
    """Return a browser in which somebody has come through the door."""
    client = Client()
    client.post("/log-in/", {"username": username, "password": password})
    return client


def proposal(city) -> Proposal:
    """Return the wish that 李芳 be head, too."""
    return Proposal.objects.create(
        person=city.clerk, role="head", organisation=city.centre, made_by=city.system_admin
    )


def test_a_post_is_given(city):
    sent = {"person": city.clerk.pk, "role": "head", "organisation": city.centre.pk}

    at_browser(city.security_admin).post("/posts/", sent)

    assert Appointment.objects.filter(person=city.clerk, role="head").exists()


def test_a_post_that_mixes_administrators_is_refused_with_a_sentence(city):
    sent = {"person": city.clerk.pk, "role": "audit-admin", "organisation": city.city.pk}
    client = at_browser(city.security_admin)

    client.post("/posts/", sent)

    (told,) = texts(client, "/posts/", ".told.error")
    assert told == "李芳：系统、安全、审计管理员互不兼任，也不兼任业务岗位。"


def test_a_post_outside_the_branch_is_not_given(city):
    province = Organisation.objects.get(name="云山省")
    sent = {"person": city.clerk.pk, "role": "head", "organisation": province.pk}

    assert at_browser(city.security_admin).post("/posts/", sent).status_code == 404


def test_a_post_is_taken_away_and_with_it_what_it_let_one_see(city):
    post = Appointment.objects.get(person=city.reviewer)

    at_browser(city.security_admin).post(f"/posts/{post.pk}/end/")

    assert not Appointment.objects.filter(person=city.reviewer).exists()
    assert texts(at_browser(city.reviewer), "/forms/", "tbody th") == []


def test_a_proposal_that_is_ticked_becomes_a_post(city):
    wanted = proposal(city)

    at_browser(city.security_admin).post("/posts/proposals/", {"proposal": wanted.pk, "give": "1"})

    assert Appointment.objects.filter(person=city.clerk, role="head").exists()
    assert not Proposal.objects.exists()


def test_a_proposal_can_be_dropped(city):
    wanted = proposal(city)

    at_browser(city.security_admin).post("/posts/proposals/", {"proposal": wanted.pk, "drop": "1"})

    assert not Appointment.objects.filter(person=city.clerk, role="head").exists()
    assert Entry.objects.filter(action="drop-proposal", subject="lifang").exists()


def test_the_list_of_posts_can_be_narrowed_to_a_role(city):
    names = texts(at_browser(city.security_admin), "/posts/?role=auditor", "tbody td:nth-child(3)")

    assert names == ["何慎"]


def test_somebody_who_was_locked_out_is_let_in_again(city):
    attempts = [logged_in("lifang", "wrong") for _ in range(5)]
    client = at_browser(city.security_admin)
    assert "lifang" in client.get("/visits/").content.decode()
    assert len(attempts) == 5

    client.post("/visits/unlock/", {"username": "lifang"})

    assert "_auth_user_id" in logged_in("lifang").session
    assert Entry.objects.filter(action="unlock", subject="lifang").exists()


def test_everybody_sees_their_own_log_ins_and_no_others(city):
    clerk = logged_in("lifang")
    logged_in("qianjin")

    assert texts(clerk, "/visits/", "tbody td:first-child") == ["李芳 lifang"]


def test_the_security_administrator_sees_all_of_the_branch(city):
    logged_in("lifang")
    admin = logged_in("anquan")

    assert set(texts(admin, "/visits/", "tbody td:first-child")) == {"李芳 lifang", "安全 anquan"}


def test_a_session_is_ended_from_outside(city):
    clerk, admin = logged_in("lifang"), logged_in("anquan")
    visit = Visit.objects.get(person=city.clerk)

    admin.post(f"/visits/{visit.pk}/end/")

    assert clerk.get("/tasks/").status_code == 302
    assert Entry.objects.filter(action="end-visit", subject="lifang").exists()


def test_one_ends_ones_own_session_elsewhere(city):
    elsewhere, here = logged_in("lifang"), logged_in("lifang")
    first = Visit.objects.get(session_key=elsewhere.session.session_key)

    here.post(f"/visits/{first.pk}/end/")

    assert elsewhere.get("/tasks/").status_code == 302
    assert here.get("/tasks/").status_code == 200


def test_to_end_the_session_in_which_one_is_is_to_leave(city):
    clerk = logged_in("lifang")
    visit = Visit.objects.get(person=city.clerk)

    assert clerk.post(f"/visits/{visit.pk}/end/").headers["Location"] == "/log-in/"
    assert clerk.get("/tasks/").status_code == 302


def test_nobody_ends_a_strangers_session(city):
    clerk, stranger = logged_in("lifang"), logged_in("qianjin")
    visit = Visit.objects.get(person=city.clerk)

    assert stranger.post(f"/visits/{visit.pk}/end/").status_code == 404
    assert clerk.get("/tasks/").status_code == 200


def test_somebody_who_was_idle_reads_why_they_stand_before_the_door(city):
    clerk = logged_in("lifang")
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    page = clerk.get("/forms/", follow=True).content.decode()

    assert "已超过 30 分钟没有操作" in page


def test_somebody_who_never_came_reads_nothing_of_the_kind(city):
    assert "没有操作" not in Client().get("/forms/", follow=True).content.decode()


@pytest.mark.parametrize(("days", "status"), [(89, 200), (91, 302)])
def test_a_password_lasts_ninety_days(city, days, status):
    long_ago = timezone.now() - timedelta(days=days)
    Person.objects.filter(pk=city.clerk.pk).update(password_set_at=long_ago)

    assert at_browser(city.clerk).get("/tasks/").status_code == status


def test_a_changed_password_begins_anew(city):
    Person.objects.update(password_set_at=timezone.now() - timedelta(days=91))
    client = at_browser(city.clerk)
    new = "ShanLin-2025"
    assert "密码已用满 90 天" in client.get("/password/").content.decode()

    client.post(
        "/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )

    assert client.get("/tasks/").status_code == 200
    assert Entry.objects.filter(action="change-password", subject="lifang").exists()
