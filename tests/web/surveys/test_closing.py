"""A survey ends: its result, what becomes of it, and what can no longer be done."""

import pytest

from jiheng.web.chain.steps import Step
from jiheng.web.evidence.models import Paper
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.models import Entry
from jiheng.web.surveys.answering import key_in_paper
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.models import Questionnaire
from jiheng.web.surveys.offering import offer_of, take_offer
from jiheng.web.surveys.refusing import NotDone
from tests.web.surveys.asking import CONTENT, DISCONTENT, ROW, answered, begun


def closed(city, *said, **changed):
    survey = begun(city, **changed)
    answered(city, survey, *said)
    close(city.clerk, survey.pk)
    survey.refresh_from_db()
    return survey


def test_the_result_counts_what_was_answered(city):
    survey = begun(city)
    answered(city, survey, CONTENT, CONTENT, DISCONTENT)
    key_in_paper(city.clerk, survey.pk, 5, CONTENT)

    result = close(city.clerk, survey.pk)

    assert (result.share, result.percent, result.response_rate) == ("3/4", "75", "80")
    assert (result.answers, result.on_paper, result.tallies[2].words) == (4, 1, 3)
    assert result.margin is not None


def test_of_few_people_there_is_no_interval(city):
    survey = begun(city, population=5, asked=5)
    answered(city, survey, CONTENT, DISCONTENT)

    assert close(city.clerk, survey.pk).margin is None


def test_it_becomes_a_paper_of_its_row(city):
    closed(city, CONTENT)

    paper = Paper.objects.get()
    assert (paper.row, paper.file.name) == (ROW, "学员满意度调查.json")
    assert '"survey":{"content":1,"of":1' in paper.seen


def test_nothing_is_written_by_itself(city):
    survey = closed(city, CONTENT)

    assert form_of(survey.record).indicators[2].actual == "93%"


def test_the_clerk_takes_the_share_over(city):
    survey = closed(city, CONTENT, CONTENT, CONTENT, DISCONTENT)
    take_offer(city.clerk, survey.pk, "93%")

    assert form_of(FormRecord.objects.get()).indicators[2].actual == "75%"


def test_what_somebody_else_wrote_meanwhile_is_kept(city):
    survey = closed(city, CONTENT)

    with pytest.raises(NotDone, match=r"refused\.overtaken"):
        take_offer(city.clerk, survey.pk, "90%")


def test_a_reviewer_cannot_write_it(city):
    survey = closed(city, CONTENT)

    with pytest.raises(NotDone, match=r"ruling\.no-role"):
        take_offer(city.reviewer, survey.pk, "93%")


def test_a_survey_that_nobody_answered_offers_nothing(city):
    survey = closed(city)

    assert offer_of(city.clerk, survey) is None


def test_after_the_form_was_handed_in_the_result_changes_no_evidence(city):
    survey = begun(city)
    FormRecord.objects.update(step=Step.DEPARTMENT_REVIEW)

    close(city.clerk, survey.pk)

    assert not Paper.objects.exists()
    assert Questionnaire.objects.get().result


def test_what_is_closed_stays_closed(city):
    survey = closed(city, CONTENT)

    with pytest.raises(NotDone, match=r"refused\.closed"):
        close(city.clerk, survey.pk)
    with pytest.raises(NotDone, match=r"refused\.closed"):
        key_in_paper(city.clerk, survey.pk, 4, CONTENT)


def test_the_journal_says_what_came_of_it(city):
    closed(city, CONTENT, DISCONTENT)

    assert '"share":"1/2"' in Entry.objects.get(action="close-survey").detail
