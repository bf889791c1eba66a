"""What the result of a survey says of a form's value."""

from fractions import Fraction

from jiheng.evidence.looking.agreeing import agrees
from jiheng.evidence.surveys.results import follows
from jiheng.model.decimals import decimal_words
from jiheng.model.papers import PaperSeen, SurveySeen
from jiheng.model.proof import Look
from jiheng.model.quantity import Quantity
from jiheng.model.survey import SurveyResult

_PLACES, _EXACT = 2, 8
"""Digits of a share that is shown, and of one that is compared: it is not rounded twice."""
_HUNDRED = 100


def survey_seen(result: SurveyResult) -> PaperSeen:
    """Return what can be seen of a result: nothing where its figures contradict one another."""
    if not follows(result):
        return PaperSeen(kind="unreadable")
    if not result.answers:
        return PaperSeen(kind="document")
    fed = result.survey.indicator
    seen = SurveySeen(content=result.content, of=result.answers, feeds=fed)
    return PaperSeen(kind="document", survey=seen)


def survey_look(seen: SurveySeen, paper: str, actual: Quantity) -> Look:
    """Return what the share of satisfied answers says of a value."""
    share = Fraction(seen.content * _HUNDRED, seen.of)
    return Look(
        paper=paper,
        kind="survey",
        value=decimal_words(share, _PLACES),
        unit="%",
        of=seen.of,
        fits=agrees(actual, decimal_words(share, _EXACT), "%"),
    )
