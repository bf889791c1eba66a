"""An invented survey, and what so many satisfied people make of it."""

from random import Random

from jiheng.evidence.surveys.margin import margin
from jiheng.evidence.surveys.results import Given, result_of, tally_of
from jiheng.model.survey import Degree, Survey, SurveyQuestion, Tally

CONTENT = (Degree.VERY_SATISFIED, Degree.SATISFIED, Degree.FAIRLY_SATISFIED)


def survey_of(population=1000, asked=60):
    return Survey(
        id="yunxi-1", title="云溪县技能培训学员满意度调查", indicator="学员满意度",
        questions=(
            SurveyQuestion(id="overall", text="您对这次培训总体上满意吗？"),
            SurveyQuestion(id="advice", text="您有什么建议？", kind="words"),
        ),
        share_of="overall", content=CONTENT, population=population, asked=asked,
    )  # fmt: skip


def given_of(content, others):
    degrees = (Degree.SATISFIED,) * content + (Degree.DISSATISFIED,) * others
    return Given(
        answers=len(degrees),
        tallies=(tally_of("overall", degrees), Tally(question="advice", words=0)),
        since="2024-11-01" if degrees else None,
        until="2024-11-05" if degrees else None,
    )


def result(content, others, population=1000, asked=60):
    return result_of(survey_of(population, asked), given_of(content, others))


def held(satisfied, population, answers, runs):
    """Return how often the interval of a sample holds the share of all, of so many runs."""
    dice, people = Random(9), [1] * satisfied + [0] * (population - satisfied)
    share = 100 * satisfied / population
    found = (margin(sum(dice.sample(people, answers)), answers, population) for _ in range(runs))
    return sum(float(each.low) <= share <= float(each.high) for each in found) / runs
