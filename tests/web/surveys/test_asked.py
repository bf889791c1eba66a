"""A clerk begins a survey: what it needs, and what it becomes."""

import pytest

from jiheng.model.survey import Degree
from jiheng.web.chain.steps import Step
from jiheng.web.journal.models import Entry
from jiheng.web.surveys.asked import begin, rows_to_ask, survey_of
from jiheng.web.surveys.models import Slip
from jiheng.web.surveys.refusing import NotDone
from tests.web.city import FORM
from tests.web.surveys.asking import ROW, WISH, begun


def test_only_satisfactions_can_be_surveyed():
    assert [(row.path, row.name) for row in rows_to_ask(FORM)] == [(ROW, "学员满意度")]


def test_a_survey_feeds_the_indicator_by_its_name(city):
    survey = survey_of(begun(city))

    assert (survey.indicator, survey.share_of, survey.asked) == ("学员满意度", "q1", 5)
    assert [each.kind for each in survey.questions] == ["scale", "scale", "words"]


def test_the_clerk_says_whether_fairly_satisfied_counts(city):
    strict = survey_of(begun(city, is_fair_enough=False))

    assert strict.content == (Degree.VERY_SATISFIED, Degree.SATISFIED)


def test_everybody_who_is_asked_has_a_slip(city):
    survey = begun(city)

    assert [each.number for each in Slip.objects.filter(questionnaire=survey)] == [1, 2, 3, 4, 5]


def test_the_journal_says_who_began_it(city):
    begun(city)

    entry = Entry.objects.get(action="begin-survey")
    assert (entry.person_name, '"asked":"5"' in entry.detail) == ("李芳", True)


@pytest.mark.parametrize(
    ("why", "changed"),
    [
        ("refused.row", {"row": "indicators[0]"}),
        ("refused.title", {"title": ""}),
        ("refused.questions", {"scaled": ()}),
        ("refused.many-questions", {"scaled": ("满意吗？",) * 21}),
        ("refused.long", {"worded": ("问" * 201,)}),
        ("refused.population", {"population": 0}),
        ("refused.asked", {"asked": 401}),
        ("refused.asked", {"asked": 0}),
        ("refused.asked", {"population": 10_000, "asked": 2001}),
        ("refused.few", {"population": 29, "asked": 28}),
    ],
)
def test_a_wish_that_is_not_whole_is_refused_with_a_sentence(city, why, changed):
    with pytest.raises(NotDone, match=why):
        begun(city, **changed)


def test_a_row_has_one_survey_at_a_time(city):
    record = begun(city).record

    with pytest.raises(NotDone, match=r"refused\.runs"):
        begin(city.clerk, record, WISH)


def test_before_the_project_runs_nobody_is_asked(city):
    with pytest.raises(NotDone, match=r"ruling\.wrong-step"):
        begun(city, step=Step.TARGET_DRAFT)
