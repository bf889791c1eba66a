"""Calculations of the branches that no shipped pack takes."""

from jiheng.scoring import kernels
from jiheng.scoring.branches import BRANCH_NAMES
from jiheng.scoring.calculation import Manner, Sides, calculation
from jiheng.scoring.judging import Judgement
from jiheng.scoring.rules import Rules
from tests.scoring.packs import rules


def _written(points: tuple[int, int, int], actual: int, target: int, given: Rules) -> str:
    low, high, branch = points
    judgement = Judgement("positive", low, high, BRANCH_NAMES[branch], (actual, target))
    sides = Sides(str(actual), str(target), (actual, target), (actual, target))
    return calculation(judgement, sides, 1000, Manner(given, silent=False, language="zh"))


def test_fixed_points_are_taken_off():
    given = rules(over_action=2, over_amount=200)
    points = kernels.positive(130, 100, 1000, given)

    assert _written(points, 130, 100, given) == "130 ÷ 100 = 130%；超额：10 − 2 = 8"


def test_the_reviewer_judges():
    given = rules(over_action=4)
    points = kernels.positive(130, 100, 1000, given)

    assert _written(points, 130, 100, given) == (
        "130 ÷ 100 = 130%，达到 130%；超额由评审人酌情：0 至 10"
    )


def test_excess_is_taken_off():
    given = rules(negative=1)
    points = kernels.negative(130, 100, 1000, 0, given)

    assert _written(points, 130, 100, given) == "1 − (130 − 100) ÷ 100 = 70%；10 × 70% = 7"


def test_excess_with_a_rate_that_is_cut_off():
    given = rules(negative=1)
    points = kernels.negative(4, 3, 1000, 0, given)

    assert _written(points, 4, 3, given) == (
        "1 − (4 − 3) ÷ 3 = 66.67%；10 × (1 − (4 − 3) ÷ 3) ≈ 6.67"
    )


def test_deviation_on_either_side():
    given = rules(equal=2)
    points = kernels.equal(80, 100, 1000, 0, given)

    assert _written(points, 80, 100, given) == "1 − |80 − 100| ÷ 100 = 80%；10 × 80% = 8"


def test_a_rate_that_is_rounded_first_is_shown_rounded():
    given = rules(rate_scale=100)
    points = kernels.execution(15474, 31020, 1000, given)

    assert _written(points, 15474, 31020, given) == (
        "15474 ÷ 31020 ≈ 50%；10 × 50% = 5（先把比率取到百分数后 0 位）"
    )


def test_an_exact_standard_that_was_missed():
    given = rules(equal=1)
    points = kernels.equal(76, 75, 1000, 0, given)

    assert _written(points, 76, 75, given) == "76 ≠ 75，得 0"


def test_a_rate_above_one_hundred_percent_is_capped():
    points = kernels.execution(110, 100, 1000, rules())

    assert _written(points, 110, 100, rules()) == "110 ÷ 100 = 110%，超过 100%，不超过分值：10"


def test_a_band_of_execution():
    given = rules("cn-2021-101")
    points = kernels.execution(85, 100, 1000, given)

    assert _written(points, 85, 100, given) == (
        "85 ÷ 100 = 85%，在“80% 及以上”一档：10 × 70% = 7；项目已完成的得 10"
    )
