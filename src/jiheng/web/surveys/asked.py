"""What a clerk wants to ask: checked, and made a questionnaire."""

from uuid import uuid4

import msgspec
from django.db import IntegrityError, transaction
from msgspec import Struct

from jiheng.audit.facts.levels import level2_of
from jiheng.evidence.surveys.results import FEWEST
from jiheng.model.form import Form
from jiheng.model.survey import Degree, Survey, SurveyQuestion
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.surveys.holding import held_form
from jiheng.web.surveys.models import Questionnaire, Slip
from jiheng.web.surveys.permission import Deed
from jiheng.web.surveys.refusing import NotDone

MOST_ASKED = 2_000
MOST_PEOPLE = 100_000_000
MOST_QUESTIONS = 20
LONGEST = 200
"""Signs of a title or a question."""
_SATISFIED = (Degree.VERY_SATISFIED, Degree.SATISFIED)


class Wish(Struct, frozen=True, kw_only=True):
    """A survey as somebody wants it.

    Attributes:
        row: ``indicators[3]``.
        scaled: questions on the scale; the first gives the share.
        worded: questions that are answered in words.
        is_fair_enough: 基本满意 counts as satisfied.
    """

    row: str
    title: str
    scaled: tuple[str, ...]
    worded: tuple[str, ...] = ()
    is_fair_enough: bool = True
    population: int
    asked: int


class SurveyRow(Struct, frozen=True, kw_only=True):
    """A row whose value is a satisfaction."""

    path: str
    name: str
    target: str


def rows_to_ask(form: Form) -> tuple[SurveyRow, ...]:
    """Return the rows of a form that a survey can feed."""
    return tuple(
        SurveyRow(
            path=f"indicators[{at}]", name=row.name, target=row.adjusted_target or row.target or ""
        )
        for at, row in enumerate(form.indicators)
        if level2_of(row) == "satisfaction"
    )


def begin(person: Person, record: FormRecord, wish: Wish) -> Questionnaire:
    """Return the survey that was begun; its slips have no codes yet.

    Raises:
        NotDone: the person may not, the row has one that runs, or the wish is not whole.
    """
    with held_form(person, record, Deed.RUN) as held:
        rows = {row.path: row.name for row in rows_to_ask(form_of(held))}
        _check(wish, rows)
        survey = _survey(wish, rows[wish.row])
        try:
            with transaction.atomic():
                made = Questionnaire.objects.create(
                    record=held,
                    row=wish.row,
                    document=msgspec.json.encode(survey).decode(),
                    begun_by=person,
                    begun_at=clock.now(),
                )
        except IntegrityError as error:
            raise NotDone("refused.runs") from error
        numbers = range(1, survey.asked + 1)
        Slip.objects.bulk_create(Slip(questionnaire=made, number=number) for number in numbers)
        note("begin-survey", held.number, person, _told(survey, wish.row))
        return made


def survey_of(questionnaire: Questionnaire) -> Survey:
    """Return what a survey asks."""
    return msgspec.json.decode(questionnaire.document, type=Survey)


def _check(wish: Wish, rows: dict[str, str]) -> None:
    texts = (wish.title, *wish.scaled, *wish.worded)
    wrong = {
        "refused.row": wish.row not in rows,
        "refused.title": not wish.title,
        "refused.questions": not wish.scaled,
        "refused.many-questions": len(wish.scaled) + len(wish.worded) > MOST_QUESTIONS,
        "refused.long": max(map(len, texts)) > LONGEST,
        "refused.population": not 1 <= wish.population <= MOST_PEOPLE,
        "refused.asked": not 1 <= wish.asked <= min(wish.population, MOST_ASKED),
        # Of so few, a sample would say nothing of the others.
        "refused.few": wish.population < FEWEST and wish.asked != wish.population,
    }
    why = next((key for key, is_so in wrong.items() if is_so), None)
    if why is not None:
        raise NotDone(why)


def _survey(wish: Wish, indicator: str) -> Survey:
    scaled = (SurveyQuestion(id=f"q{at}", text=text) for at, text in enumerate(wish.scaled, 1))
    worded = (
        SurveyQuestion(id=f"w{at}", text=text, kind="words")
        for at, text in enumerate(wish.worded, 1)
    )
    content = (*_SATISFIED, Degree.FAIRLY_SATISFIED) if wish.is_fair_enough else _SATISFIED
    return Survey(
        id=uuid4().hex,
        title=wish.title,
        indicator=indicator,
        questions=(*scaled, *worded),
        share_of="q1",
        content=content,
        population=wish.population,
        asked=wish.asked,
    )


def _told(survey: Survey, row: str) -> dict[str, str]:
    people = {"population": str(survey.population), "asked": str(survey.asked)}
    return {"row": row, "name": survey.indicator, "title": survey.title, **people}
