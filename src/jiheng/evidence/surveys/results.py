"""What came of a survey, worked out from its answers."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from jiheng.evidence.surveys.margin import margin
from jiheng.model.decimals import decimal_words
from jiheng.model.survey import Degree, DegreeCount, Survey, SurveyResult, Tally

FEWEST = 30
"""Of fewer people all are asked, and nothing is inferred."""
_PLACES = 2
_HUNDRED = 100


class Given(Struct, frozen=True, kw_only=True):
    """The answers that came in.

    Attributes:
        answers: people.
        on_paper: so many of them on paper.
        tallies: one a question, in their order.
        since: first day, ISO 8601.
        until: last day.
    """

    answers: int
    on_paper: int = 0
    tallies: tuple[Tally, ...]
    since: str | None
    until: str | None


def result_of(survey: Survey, given: Given) -> SurveyResult:
    """Return the share of satisfied answers and how far it can be trusted.

    Whoever answered and left out the question that gives the share counts as not satisfied.
    """
    counts = next(each.counts for each in given.tallies if each.question == survey.share_of)
    content = sum(each.count for each in counts if each.degree in survey.content)
    share = Fraction(content, given.answers) if given.answers else None
    is_census = survey.population < FEWEST or given.answers >= survey.population
    is_inferred = share is not None and not is_census
    return SurveyResult(
        survey=survey,
        answers=given.answers,
        on_paper=given.on_paper,
        response_rate=decimal_words(Fraction(given.answers * _HUNDRED, survey.asked), _PLACES),
        tallies=given.tallies,
        content=content,
        share=None if share is None else f"{content}/{given.answers}",
        percent=None if share is None else decimal_words(share * _HUNDRED, _PLACES),
        margin=margin(content, given.answers, survey.population) if is_inferred else None,
        is_census=is_census,
        since=given.since,
        until=given.until,
    )


def tally_of(question: str, degrees: Iterable[Degree]) -> Tally:
    """Return how many gave each answer to a question on the scale."""
    given = tuple(degrees)
    counts = (DegreeCount(degree=each, count=given.count(each)) for each in Degree)
    return Tally(question=question, counts=tuple(counts))


def follows(result: SurveyResult) -> bool:
    """Whether the figures of a result are those that its own counts give."""
    survey = result.survey
    is_asked = 0 < survey.asked <= survey.population and result.answers <= survey.asked
    asked = tuple(each.id for each in survey.questions)
    is_tallied = asked == tuple(each.question for each in result.tallies)
    if not is_asked or not is_tallied or survey.share_of not in asked:
        return False
    if any(_given(tally) not in range(result.answers + 1) for tally in result.tallies):
        return False
    given = Given(
        answers=result.answers,
        on_paper=result.on_paper,
        tallies=result.tallies,
        since=result.since,
        until=result.until,
    )
    return result_of(survey, given) == result


def _given(tally: Tally) -> int:
    if any(each.count < 0 for each in tally.counts):
        return -1
    return tally.words + sum(each.count for each in tally.counts)
