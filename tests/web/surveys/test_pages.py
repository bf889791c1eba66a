"""The unit's pages of a survey, as clerk, section and reviewer meet them."""

import json

import pytest
from pypdfium2 import PdfDocument

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.models import Answered, Questionnaire
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.surveys.asking import CONTENT, DISCONTENT, ROW, answered, begun


@pytest.fixture
def survey(city):
    return begun(city)


@pytest.fixture
def closed(city, survey):
    answered(city, survey, CONTENT, CONTENT, DISCONTENT)
    close(city.clerk, survey.pk)
    return survey


def words_of(pdf):
    return [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]


def test_a_clerk_begins_a_survey_by_one_page(city):
    record = record_at(city, Step.SELF_EVALUATION)
    wish = {
        "row": ROW,
        "title": "问卷",
        "scaled": "满意吗？\r\n还来吗？",
        "population": "30",
        "asked": "30",
    }

    answer = at_browser(city.clerk).post(f"/forms/{record.number}/surveys/", wish)

    assert answer.status_code == 302
    assert '"text":"还来吗？"' in Questionnaire.objects.get().document


def test_a_wish_that_lacks_something_is_answered_and_kept(city, survey):
    answer = at_browser(city.clerk).post(
        f"/forms/{survey.record.number}/surveys/", {"row": ROW, "title": "问卷二", "scaled": "问"}
    )

    assert answer.status_code == 409
    assert "请写服务对象共有多少人" in answer.content.decode()
    assert "问卷二" in answer.content.decode()


def test_the_codes_come_once_as_slips(city, survey):
    answer = at_browser(city.clerk).post(f"/surveys/{survey.pk}/codes/")
    (page,) = words_of(answer.content)

    assert answer["Content-Type"] == "application/pdf"
    assert page.count("学员满意度调查") == 5
    assert "http://testserver/q/" in page


def test_the_page_says_that_new_codes_end_the_old_ones(city, survey):
    client = at_browser(city.clerk)
    client.post(f"/surveys/{survey.pk}/codes/")

    assert "旧码全部作废" in client.get(f"/surveys/{survey.pk}/").content.decode()


def test_the_questions_come_on_paper(city, survey):
    (page,) = words_of(at_browser(city.clerk).get(f"/surveys/{survey.pk}/questions.pdf").content)

    assert "1. 总体上，您满意吗？" in page
    assert page.count("非常不满意") == 2


def test_a_section_keys_in_paper(city, survey):
    client = at_browser(city.section)

    answer = client.post(f"/surveys/{survey.pk}/paper/", {"slip": "2", **CONTENT})

    assert answer.status_code == 302
    assert Answered.objects.get().is_on_paper


def test_what_was_keyed_in_wrongly_stays_on_the_page(city, survey):
    client = at_browser(city.section)

    answer = client.post(f"/surveys/{survey.pk}/paper/", {"slip": "9", **CONTENT})

    assert answer.status_code == 409
    assert "没有这个编号" in answer.content.decode()
    assert 'value="very-satisfied" required checked' in answer.content.decode()


@pytest.mark.parametrize("what", ["codes", "close", "take"])
def test_a_reviewer_does_none_of_it(city, survey, what):
    client = at_browser(city.reviewer)

    answer = client.post(f"/surveys/{survey.pk}/{what}/", follow=True)

    assert "told error" in answer.content.decode()
    assert Questionnaire.objects.get().is_open


def test_while_it_runs_nobody_sees_the_share(city, survey):
    answered(city, survey, CONTENT, DISCONTENT)
    shown = at_browser(city.clerk).get(f"/surveys/{survey.pk}/").content.decode()

    assert "2 / 5 人" in shown
    assert "50%" not in shown


def test_a_result_that_is_not_there_is_not_given_out(city, survey):
    assert at_browser(city.clerk).get(f"/surveys/{survey.pk}/result.json").status_code == 404


def test_the_result_shows_share_rate_and_interval(city, closed):
    shown = texts(at_browser(city.reviewer), f"/surveys/{closed.pk}/", ".facts.tall dd")

    assert shown[:2] == ["2/3，即 66.67%", "60%（发出 5 份，收回 3 份）"]
    assert "%～" in shown[2]


def test_a_reviewer_sees_counts_and_no_words(city, closed):
    reviewer = at_browser(city.reviewer).get(f"/surveys/{closed.pk}/").content.decode()
    clerk = at_browser(city.clerk).get(f"/surveys/{closed.pk}/").content.decode()

    assert "多办几期" in clerk
    assert "多办几期" not in reviewer
    assert "2 人写了意见" in reviewer


def test_the_clerk_writes_the_share_by_a_button(city, closed):
    at_browser(city.clerk).post(f"/surveys/{closed.pk}/take/", {"seen": "93%"})

    assert form_of(FormRecord.objects.get()).indicators[2].actual == "66.67%"


def test_the_result_is_a_document(city, closed):
    answer = at_browser(city.auditor).get(f"/surveys/{closed.pk}/result.json")

    assert json.loads(answer.content)["schema"] == "jiheng.survey-result/1"
    assert "多办几期" not in answer.content.decode()


@pytest.mark.parametrize("page", ["", "paper/", "questions.pdf", "result.json"])
def test_for_a_stranger_there_is_no_survey(city, closed, page):
    assert at_browser(city.stranger).get(f"/surveys/{closed.pk}/{page}").status_code == 404


def test_the_list_of_a_form_names_its_surveys(city, closed):
    number = closed.record.number
    shown = texts(at_browser(city.auditor), f"/forms/{number}/surveys/", "tbody td")

    assert shown == ["学员满意度", "已结束", "3 / 5 人", "66.67%"]
