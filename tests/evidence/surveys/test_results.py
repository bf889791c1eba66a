"""What the answers of a survey give: share, response rate, interval or census."""

import msgspec
import pytest
from msgspec.structs import replace

from jiheng.evidence.surveys.look import survey_look, survey_seen
from jiheng.evidence.surveys.results import follows, result_of
from jiheng.model.papers import PaperSeen
from jiheng.model.survey import SurveyResult
from jiheng.quantities import parse
from tests.evidence.surveys.answers import CONTENT, given_of, result, survey_of


def test_the_share_is_exact_and_in_per_cent():
    found = result(47, 3)

    assert (found.share, found.percent, found.content) == ("47/50", "94", 47)


def test_the_response_rate_is_of_those_who_were_asked():
    assert result(47, 3, asked=60).response_rate == "83.33"


def test_what_counts_as_satisfied_is_the_questionnaires_to_say():
    strict = replace(survey_of(), content=CONTENT[:1])

    assert result_of(strict, given_of(47, 3)).content == 0


def test_a_sample_has_an_interval():
    found = result(47, 3)

    assert not found.is_census
    assert found.margin is not None


def test_of_fewer_than_thirty_people_it_is_a_census_without_interval():
    found = result(20, 5, population=29, asked=29)

    assert found.is_census
    assert found.margin is None


def test_when_everybody_answered_it_is_a_census_without_interval():
    found = result(55, 5, population=60, asked=60)

    assert found.is_census
    assert found.margin is None


def test_when_nobody_answered_there_is_no_share():
    found = result(0, 0)

    assert (found.share, found.percent, found.margin) == (None, None, None)
    assert found.response_rate == "0"


def test_a_result_comes_back_from_its_file():
    found = result(47, 3)

    assert msgspec.json.decode(msgspec.json.encode(found), type=SurveyResult) == found


def test_figures_that_the_counts_give_follow():
    assert follows(result(47, 3))


@pytest.mark.parametrize(
    "changed",
    [
        {"percent": "98"},
        {"share": "49/50"},
        {"answers": 61},
        {"content": 49},
        {"tallies": ()},
        {"is_census": True, "margin": None},
        {"survey": survey_of(population=10, asked=60)},
        {"survey": replace(survey_of(), share_of="nothing")},
    ],
)
def test_a_figure_that_was_changed_does_not_follow(changed):
    assert not follows(replace(result(47, 3), **changed))


@pytest.mark.parametrize(
    ("printed", "fits"), [("94%", True), ("≥90%", True), ("98%", False), ("≥95%", False)]
)
def test_it_bears_a_form_out_that_says_the_same(printed, fits):
    seen = survey_seen(result(47, 3)).survey
    look = survey_look(seen, "调查结果.json", parse(printed))

    assert (look.kind, look.value, look.of, look.fits) == ("survey", "94", 50, fits)


def test_nothing_is_seen_of_a_result_whose_figures_were_changed():
    assert survey_seen(replace(result(47, 3), percent="98")) == PaperSeen(kind="unreadable")


def test_a_survey_that_nobody_answered_says_nothing():
    assert survey_seen(result(0, 0)) == PaperSeen(kind="document")
