"""Satisfaction surveys: begun, looked at, closed. Codes and papers are for people's hands."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta
from ninja import Body

from jiheng.model.survey import Survey, SurveyResult
from jiheng.web.api.operations.around import KeyIn, Number, Somebody, seen, somebody
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Line, Wire
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.surveys.asked import MOST_ASKED, MOST_PEOPLE, MOST_QUESTIONS, Wish, begin
from jiheng.web.surveys.closing import close
from jiheng.web.surveys.holding import survey_for
from jiheng.web.surveys.shown import Shown, shown, surveys_of

_FORM = "/forms/{number}/surveys"
_ONE = "/surveys/{key}"
Questions = Annotated[tuple[Line, ...], Meta(max_length=MOST_QUESTIONS)]


class SurveyOut(Wire, frozen=True, kw_only=True):
    """A survey of a form's row.

    Attributes:
        answers: how many came in until now, ``on_paper`` of them on paper.
        result: when it is closed.
    """

    key: int
    number: str
    row: str
    survey: Survey
    is_open: bool
    begun_by: Somebody
    begun_at: datetime
    answers: int
    on_paper: int
    result: SurveyResult | None


class Surveys(Wire, frozen=True, kw_only=True):
    """The surveys of a form, the latest first."""

    items: tuple[SurveyOut, ...]


class NewSurvey(Wire, frozen=True, kw_only=True):
    """A survey to begin.

    Attributes:
        row: ``indicators[3]``.
        scaled: questions on the scale; the first gives the share.
        worded: questions that are answered in words.
        fairly_counts: 基本满意 counts as satisfied.
    """

    row: Line
    title: Line
    scaled: Questions
    worded: Questions = ()
    fairly_counts: bool = True
    population: Annotated[int, Meta(ge=1, le=MOST_PEOPLE)]
    asked: Annotated[int, Meta(ge=1, le=MOST_ASKED)]


def form_surveys(request: HttpRequest, number: Number) -> Surveys:
    """Return the surveys of a form."""
    found = surveys_of(visitor(request), seen(request, number))
    return Surveys(items=tuple(map(_out, found)))


def begin_survey(request: HttpRequest, number: Number, wish: Body[NewSurvey]) -> SurveyOut:
    """Begin a survey for a row of a form."""
    person = visitor(request)
    made = begin(
        person,
        seen(request, number),
        Wish(
            row=wish.row,
            title=_line(wish.title),
            scaled=tuple(filter(None, map(_line, wish.scaled))),
            worded=tuple(filter(None, map(_line, wish.worded))),
            is_fair_enough=wish.fairly_counts,
            population=wish.population,
            asked=wish.asked,
        ),
    )
    return _out(shown(person, made))


def survey(request: HttpRequest, key: KeyIn) -> SurveyOut:
    """Return a survey, with its result when it is closed."""
    person = visitor(request)
    return _out(shown(person, survey_for(person, key)))


def close_survey(request: HttpRequest, key: KeyIn) -> SurveyOut:
    """Close a survey."""
    close(visitor(request), key)
    return survey(request, key)


def _line(text: str) -> str:
    return " ".join((clean(text) or "").split())


def _out(found: Shown) -> SurveyOut:
    kept = found.questionnaire
    return SurveyOut(
        key=kept.pk,
        number=kept.record.number,
        row=kept.row,
        survey=found.survey,
        is_open=kept.is_open,
        begun_by=somebody(kept.begun_by),
        begun_at=kept.begun_at,
        answers=found.answers,
        on_paper=found.on_paper,
        result=found.result,
    )


OPERATIONS = (
    Operation(name="form-surveys", method="GET", path=_FORM, view=form_surveys, answer=Surveys),
    Operation(
        name="begin-survey",
        method="POST",
        path=_FORM,
        view=begin_survey,
        answer=SurveyOut,
        status=201,
    ),
    Operation(name="survey", method="GET", path=_ONE, view=survey, answer=SurveyOut),
    Operation(
        name="close-survey",
        method="POST",
        path=f"{_ONE}/close",
        view=close_survey,
        answer=SurveyOut,
    ),
)
