"""The page of those who are asked: without a log-in, with a code, once."""

import pytest
from django.test import Client

from jiheng.web.api.models import Meter
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.models import Answered
from jiheng.web.surveys.public import GUESSES
from tests.web.surveys.asking import CONTENT, begun, codes_of


@pytest.fixture
def survey(city):
    return begun(city)


@pytest.fixture
def codes(city, survey):
    return codes_of(city, survey)


def sent(code, client=None, **more):
    return (client or Client()).post("/q/", {"code": code, **more})


def test_anybody_can_open_it(db):
    answer = Client().get("/q/")

    assert answer.status_code == 200
    assert "不用登录" not in answer.content.decode()
    assert "答题码" in answer.content.decode()


def test_a_code_shows_its_questions_and_nothing_of_the_form(survey, codes):
    page = sent(codes[0]).content.decode()

    assert "您对老师满意吗？" in page
    assert survey.record.number not in page


def test_an_answer_is_taken_and_thanked_for(codes):
    answer = sent(codes[0], do="answer", **CONTENT)

    assert (answer.status_code, answer["Location"]) == (302, "/q/thanks/")
    assert "已收到" in Client().get("/q/thanks/").content.decode()
    assert Answered.objects.count() == 1


def test_the_second_use_of_a_code_gets_a_sentence(codes):
    sent(codes[0], do="answer", **CONTENT)
    again = sent(codes[0], do="answer", **CONTENT)

    assert again.status_code == 409
    assert "一人只能答一次" in again.content.decode()


def test_what_was_answered_stays_when_something_was_left_out(codes):
    answer = sent(codes[0], do="answer", q1="satisfied", w1="多办几期")

    assert answer.status_code == 409
    assert "请选完再提交" in answer.content.decode()
    assert "多办几期" in answer.content.decode()


def test_a_code_that_never_was_gets_a_sentence(codes):
    answer = sent("2222-2222")

    assert answer.status_code == 404
    assert "没有这个答题码" in answer.content.decode()


@pytest.mark.parametrize("code", ["", "x" * 500, "<script>", "７７７７"])
def test_whatever_is_sent_as_a_code_gets_the_same_sentence(db, code):
    answer = sent(code)

    assert answer.status_code == 404
    assert "<script>" not in answer.content.decode()


def test_a_closed_survey_says_so(city, survey, codes):
    close(city.clerk, survey.pk)
    answer = sent(codes[0])

    assert answer.status_code == 410
    assert "调查已经结束" in answer.content.decode()


def test_who_guesses_is_stopped_even_before_a_good_code(codes):
    client = Client(REMOTE_ADDR="10.1.2.3")
    for _ in range(GUESSES.calls):
        sent("2222-2222", client)

    assert sent(codes[0], client).status_code == 429
    assert sent(codes[0], Client(REMOTE_ADDR="10.1.2.4")).status_code == 200


def test_no_address_is_kept(codes):
    sent("2222-2222", Client(REMOTE_ADDR="10.1.2.3"))

    (name,) = Meter.objects.filter(name__startswith="survey:").values_list("name", flat=True)
    assert "10.1.2.3" not in name


def test_it_takes_nothing_that_another_site_sends(codes):
    assert sent(codes[0], Client(enforce_csrf_checks=True)).status_code == 403


def test_it_speaks_english_without_losing_the_code(codes):
    page = sent(codes[0], language="en").content.decode()

    assert "Very satisfied" in page
    assert codes[0] in page
