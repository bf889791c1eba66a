"""One answer a person: with a code, or keyed in from paper by the number of its slip."""

from collections.abc import Mapping

import msgspec
from django.db import transaction
from django.db.models import QuerySet

from jiheng.model.survey import Degree, Survey
from jiheng.web import clock
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.surveys.asked import survey_of
from jiheng.web.surveys.codes import digest_of
from jiheng.web.surveys.holding import held_survey, locked_survey
from jiheng.web.surveys.models import Answered, Questionnaire, Slip
from jiheng.web.surveys.permission import Deed
from jiheng.web.surveys.refusing import NotDone

MOST_SIGNS = 500
"""Of an answer in words."""


def open_with(code: str) -> Survey:
    """Return what a code lets somebody answer.

    Raises:
        NotDone: there is no such code, it was used, or its survey is closed.
    """
    return survey_of(_slip_of(code).questionnaire)


@transaction.atomic
def answer(code: str, said: Mapping[str, str]) -> None:
    """Take an answer; the code is used up, and nothing leads from one to the other.

    Raises:
        NotDone: as ``open_with``, or a question was left out.
    """
    slip = _slip_of(code)
    _take(locked_survey(slip.questionnaire.pk), Slip.objects.filter(digest=slip.digest), said)


def key_in_paper(person: Person, key: int, number: int, said: Mapping[str, str]) -> None:
    """Take the answer of a slip that came back on paper.

    Raises:
        NotDone: the person may not, there is no such slip, it was used, or a question on the
            scale was left out.
    """
    with held_survey(person, key, Deed.KEY) as survey:
        slips = Slip.objects.filter(questionnaire=survey, number=number)
        if not slips.exists():
            raise NotDone("refused.no-slip")
        _take(survey, slips, said, is_on_paper=True)
        told = {"name": survey_of(survey).indicator, "slip": str(number)}
        note("survey-paper", survey.record.number, person, told)


def said_of(answered: Answered) -> dict[str, str]:
    """Return what somebody said, by questions."""
    return msgspec.json.decode(answered.said, type=dict[str, str])


def _slip_of(code: str) -> Slip:
    slips = Slip.objects.filter(digest=digest_of(code)).select_related("questionnaire")
    slip = slips.first()
    if slip is None:
        raise NotDone("refused.no-code")
    if slip.is_used:
        raise NotDone("refused.used")
    if not slip.questionnaire.is_open:
        raise NotDone("refused.over")
    return slip


def _take(
    survey: Questionnaire,
    slips: QuerySet[Slip],
    said: Mapping[str, str],
    *,
    is_on_paper: bool = False,
) -> None:
    """Keep an answer and use up its slip; of two at once one finds it used."""
    if not survey.is_open:
        raise NotDone("refused.over")
    answers = _checked(survey_of(survey), said)
    if not slips.filter(is_used=False).update(is_used=True):
        raise NotDone("refused.used")
    Answered.objects.create(
        questionnaire=survey,
        said=msgspec.json.encode(answers, order="sorted").decode(),
        is_on_paper=is_on_paper,
        day=clock.today(),
    )


def _checked(survey: Survey, said: Mapping[str, str]) -> dict[str, str]:
    known = frozenset(each.value for each in Degree)
    found: dict[str, str] = {}
    for question in survey.questions:
        text = said.get(question.id, "").strip()
        if question.kind == "scale" and text not in known:
            raise NotDone("refused.left-out")
        if len(text) > MOST_SIGNS:
            raise NotDone("refused.long-answer")
        if text:
            found[question.id] = text
    return found
