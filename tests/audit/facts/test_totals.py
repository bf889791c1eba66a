"""What a form's total should be."""

from jiheng.audit.facts.totals import due_total, summed_scores
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
