"""What a form's total should be."""

from jiheng.audit.facts.totals import due_total, is_partly_scored, summed_scores
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm
from tests.audit.forms import build


def _scored(pack: str = "cn-2020-10", **given: object) -> ScoredForm:
    return score_form(build(given), load_pack(pack))


def test_the_total_is_the_sum_of_the_scores():
    assert due_total(_scored(total="100 | 97")) == 100_00


def test_points_for_execution_on_a_lower_line_are_counted():
    money = "年度资金总额 | 50 | 50 | 50 | | |\n财政拨款 | 50 | 50 | 50 | 10 | 100% | 10"

    assert summed_scores(_scored(money=money)) == 100_00


def test_a_ceiling_holds_the_total_down():
    low = "年度资金总额 | 50 | 50 | 32.5 | 10 | 65% | 6.5"
    scored = _scored("platform-manual-2022", money=low)

    assert (summed_scores(scored), due_total(scored)) == (96_50, 79_00)


def test_without_scores_there_is_no_total():
    assert due_total(_scored(indicators=None, money=None)) is None


def test_a_score_that_is_no_number_is_missing_from_the_sum():
    rows = "产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | 90 | 见附件"

    assert is_partly_scored(_scored(indicators=rows))
    assert not is_partly_scored(_scored())


def test_points_for_execution_on_a_lower_line_are_not_missing():
    money = "年度资金总额 | 50 | 50 | 50 | 10 | | \n财政拨款 | 50 | 50 | 50 | | 100% | 10"

    assert not is_partly_scored(_scored(money=money))
