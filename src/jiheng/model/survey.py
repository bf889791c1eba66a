"""What people are asked how satisfied they are with, and what they answered together.

Nobody stands in either document: a result has counts only.
"""

from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec import Struct


class Degree(StrEnum):
    """How satisfied somebody is: 非常满意, 满意, 基本满意, 不满意, 非常不满意."""

    VERY_SATISFIED = "very-satisfied"
    SATISFIED = "satisfied"
    FAIRLY_SATISFIED = "fairly-satisfied"
    DISSATISFIED = "dissatisfied"
    VERY_DISSATISFIED = "very-dissatisfied"


QuestionKind: TypeAlias = Literal["scale", "words"]
"""Answered by one of the degrees, or in words."""


class SurveyQuestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question; ``id`` in small letters, digits and hyphens."""

    id: str
    text: str
    kind: QuestionKind = "scale"


class Survey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A questionnaire, and whom it goes to.

    Attributes:
        schema: of this document.
        id: by which a result names it.
        indicator: name of the indicator that it feeds, as the form words it.
        questions: in their order.
        share_of: id of the question on the scale that gives the share.
        content: the degrees that count as satisfied.
        population: how many people could be asked.
        asked: how many were asked.
    """

    schema: Literal["jiheng.survey/1"] = "jiheng.survey/1"
    id: str
    title: str
    indicator: str
    questions: tuple[SurveyQuestion, ...]
    share_of: str
    content: tuple[Degree, ...]
    population: int
    asked: int


class DegreeCount(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many gave this answer."""

    degree: Degree
    count: int


class Tally(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was answered to one question.

    Attributes:
        question: its id.
        counts: of every degree, the best first; none of a question that is answered in words.
        words: how many wrote something.
    """

    question: str
    counts: tuple[DegreeCount, ...] = ()
    words: int = 0


class Margin(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Between which shares that of all people lies, in per cent, two decimals.

    Attributes:
        level: how often such an interval holds it, in per cent.
    """

    low: str
    high: str
    level: str = "95"


class SurveyResult(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came of a survey that is closed.

    Attributes:
        schema: of this document.
        survey: what was asked.
        answers: how many people answered.
        on_paper: so many of them on paper.
        response_rate: answers of those who were asked, in per cent, two decimals.
        tallies: in the order of the questions.
        content: how many are satisfied.
        share: of those who answered, exactly: ``47/50``; None where nobody did.
        percent: the same in per cent, two decimals.
        margin: None where nobody answered, or all answers are known or could be: a census.
        is_census: everybody answered, or so few could that all were asked.
        since: first day of an answer, ISO 8601; None where there is none.
        until: its last day.
    """

    schema: Literal["jiheng.survey-result/1"] = "jiheng.survey-result/1"
    survey: Survey
    answers: int
    on_paper: int = 0
    response_rate: str
    tallies: tuple[Tally, ...]
    content: int
    share: str | None
    percent: str | None
    margin: Margin | None
    is_census: bool
    since: str | None
    until: str | None
