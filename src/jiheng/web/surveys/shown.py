"""A survey as its page shows it."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from jiheng.model.survey import Degree, Survey, SurveyResult, Tally
from jiheng.web.access.decide import Ruling
from jiheng.web.access.fetching import record_for
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.surveys.answering import said_of
from jiheng.web.surveys.asked import survey_of
from jiheng.web.surveys.closing import result_of_closed
from jiheng.web.surveys.holding import ruling_on_survey
from jiheng.web.surveys.models import Answered, Questionnaire
from jiheng.web.surveys.offering import Offer, offer_of
from jiheng.web.surveys.permission import Deed

_HUNDRED = 100


class Bar(Struct, frozen=True, kw_only=True):
    """How many gave one answer; ``share`` in whole per cent of all who answered the question."""

    degree: Degree
    count: int
    share: int
    is_content: bool


class Words(Struct, frozen=True, kw_only=True):
    """What somebody wrote, and how many wrote the same."""

    text: str
    count: int


class ShownQuestion(Struct, frozen=True, kw_only=True):
    """A question with what was answered to it.

    Attributes:
        words: what was written, in no order of time; () for whoever only judges.
        written: how many wrote something.
    """

    text: str
    bars: tuple[Bar, ...]
    words: tuple[Words, ...] = ()
    written: int = 0
    is_share: bool = False


class May(Struct, frozen=True, kw_only=True):
    """What the visitor may do with a survey now."""

    run: bool
    key: bool
    close: bool


class Shown(Struct, frozen=True, kw_only=True):
    """A survey.

    Attributes:
        answers: how many came in until now.
        result: None while it is open: nobody sees how it goes, so that nobody ends it when it
            goes well.
    """

    questionnaire: Questionnaire
    survey: Survey
    answers: int
    on_paper: int
    may: May
    result: SurveyResult | None = None
    questions: tuple[ShownQuestion, ...] = ()
    offer: Offer | None = None


def surveys_of(person: Person, record: FormRecord) -> tuple[Shown, ...]:
    """Return the surveys of a form, the latest first."""
    found = Questionnaire.objects.filter(record=record)
    return tuple(shown(person, each) for each in found.select_related("record"))


def shown(person: Person, questionnaire: Questionnaire) -> Shown:
    """Return a survey as somebody may see it."""
    answered = Answered.objects.filter(questionnaire=questionnaire)
    survey, result = survey_of(questionnaire), result_of_closed(questionnaire)
    may = may_of(person, questionnaire.record, is_open=questionnaire.is_open)
    is_own = ruling_on_survey(person, questionnaire.record, Deed.KEY) is not Ruling.NO_ROLE
    texts = tuple(map(said_of, answered)) if result and is_own else ()
    return Shown(
        questionnaire=questionnaire,
        survey=survey,
        answers=answered.count(),
        on_paper=answered.filter(is_on_paper=True).count(),
        may=may,
        result=result,
        questions=tuple(_questions(result, texts)) if result else (),
        offer=offer_of(person, questionnaire) if result else None,
    )


def may_of(person: Person, record: FormRecord, *, is_open: bool) -> May:
    """Return what somebody may do with a survey of a form."""
    may = {deed: ruling_on_survey(person, record, deed) is Ruling.ALLOWED for deed in Deed}
    return May(
        run=is_open and may[Deed.RUN],
        key=is_open and may[Deed.KEY],
        close=is_open and may[Deed.CLOSE],
    )


def record_and_may(person: Person, number: str) -> tuple[FormRecord, May]:
    """Return a form, and what somebody may do with surveys of it.

    Raises:
        Http404: there is no such form for them.
    """
    record = record_for(person, number)
    return record, may_of(person, record, is_open=True)


def _questions(result: SurveyResult, said: tuple[dict[str, str], ...]) -> Iterator[ShownQuestion]:
    survey = result.survey
    for question, tally in zip(survey.questions, result.tallies, strict=True):
        words = Counter(each[question.id] for each in said if question.id in each)
        yield ShownQuestion(
            text=question.text,
            bars=tuple(_bars(tally, survey)),
            words=tuple(Words(text=each, count=words[each]) for each in sorted(words))
            if question.kind == "words"
            else (),
            written=tally.words,
            is_share=question.id == survey.share_of,
        )


def _bars(tally: Tally, survey: Survey) -> Iterator[Bar]:
    total = sum(each.count for each in tally.counts) or 1
    for each in tally.counts:
        yield Bar(
            degree=each.degree,
            count=each.count,
            share=(2 * each.count * _HUNDRED + total) // (2 * total),
            is_content=each.degree in survey.content,
        )
