"""The end of a survey: its answers are counted, and the result is a paper of its row."""

import msgspec

from jiheng.evidence.surveys.look import survey_seen
from jiheng.evidence.surveys.results import Given, result_of, tally_of
from jiheng.model.survey import Degree, Survey, SurveyQuestion, SurveyResult, Tally
from jiheng.web import clock
from jiheng.web.chain.steps import Step
from jiheng.web.evidence.keeping import attach
from jiheng.web.files.storing import store
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.surveys.answering import said_of
from jiheng.web.surveys.asked import rows_to_ask, survey_of
from jiheng.web.surveys.holding import held_survey
from jiheng.web.surveys.models import Answered, Questionnaire, State
from jiheng.web.surveys.permission import ASKING, Deed


def close(person: Person, key: int) -> SurveyResult:
    """Return the result of a survey; from now on no answer is taken, and none was changed.

    It becomes a paper of its row where the form is still the unit's.

    Raises:
        NotDone: the person may not, or it is closed already.
    """
    with held_survey(person, key, Deed.CLOSE) as held:
        result = _counted(survey_of(held), tuple(Answered.objects.filter(questionnaire=held)))
        held.result = msgspec.json.encode(result).decode()
        held.state, held.closed_by, held.closed_at = State.CLOSED, person, clock.now()
        held.save(update_fields=["result", "state", "closed_by", "closed_at"])
        told = {"name": result.survey.indicator, "answers": str(result.answers)}
        note("close-survey", held.record.number, person, {**told, "share": result.share or "—"})
        _attach(person, held, result)
        return result


def result_of_closed(questionnaire: Questionnaire) -> SurveyResult | None:
    """Return the result of a survey, None while it is open."""
    text = questionnaire.result
    return msgspec.json.decode(text, type=SurveyResult) if text else None


def row_now(questionnaire: Questionnaire) -> str | None:
    """Return where the row of a survey stands now, by its name; None where it is gone."""
    rows = {row.path: row.name for row in rows_to_ask(form_of(questionnaire.record))}
    name = survey_of(questionnaire).indicator
    if rows.get(questionnaire.row) == name:
        return questionnaire.row
    return next((path for path, each in rows.items() if each == name), None)


def _counted(survey: Survey, answered: tuple[Answered, ...]) -> SurveyResult:
    said = tuple(map(said_of, answered))
    days = sorted(each.day.isoformat() for each in answered)
    given = Given(
        answers=len(answered),
        on_paper=sum(each.is_on_paper for each in answered),
        tallies=tuple(_tally(each, said) for each in survey.questions),
        since=days[0] if days else None,
        until=days[-1] if days else None,
    )
    return result_of(survey, given)


def _tally(question: SurveyQuestion, said: tuple[dict[str, str], ...]) -> Tally:
    answers = [each[question.id] for each in said if question.id in each]
    if question.kind == "words":
        return Tally(question=question.id, words=len(answers))
    return tally_of(question.id, map(Degree, answers))


def _attach(person: Person, survey: Questionnaire, result: SurveyResult) -> None:
    row = row_now(survey)
    if row is None or Step(survey.record.step) not in ASKING:
        return
    data = msgspec.json.format(msgspec.json.encode(result))
    file = store((data,), f"{result.survey.title}.json", person)
    attach(person, survey.record, row, file, survey_seen(result))
