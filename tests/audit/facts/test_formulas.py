from fractions import Fraction

import pytest

from jiheng.audit.facts.formulas import factored, solve
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import worded
from jiheng.scoring.score import score_form
from tests.audit.forms import build

ROWS = """
    产出指标(90分) | 数量指标 | 县级补助标准 | 全年缴费金额*10%*1/3 | 达成年度指标 | 45 | 45
    | 数量指标 | 参保缴费人数 | ≥40000人 | 42000人 | 45 | 45
"""


def solved(rows: str = ROWS, name: str = "城乡居民养老保险县级补助"):
    form = build(
        {
            "project": {"name": name},
            "money": "年度资金总额 | 56 | 56 | 56 | 10 | 100% | 10",
            "indicators": rows,
        }
    )
    scored = score_form(form, load_pack("cn-2020-10"))
    return solve(scored.indicators[0], scored)


@pytest.mark.parametrize(
    ("formula", "unknown", "factor"),
    [
        ("全年缴费金额*10%*1/3", "全年缴费金额", Fraction(1, 30)),
        ("缴费总额×5%", "缴费总额", Fraction(1, 20)),
        ("2*收入总额÷8", "收入总额", Fraction(1, 4)),
    ],
)
def test_a_product_with_one_unknown_is_taken_apart(formula: str, unknown: str, factor: Fraction):
    assert (factored(formula) or ())[:2] == (unknown, factor)


@pytest.mark.parametrize("formula", ["人数×标准", "7×24", "10%/缴费总额", "缴费金额*0", "缴费金额"])
def test_what_has_no_one_answer_is_left_alone(formula: str):
    found = factored(formula)

    assert found is None


def test_the_unknown_sum_follows_from_the_money_spent():
    # 56万元 ÷ (1/30) = 1680万元; 1680万元 ÷ 42000人 = 400元
    found = solved()

    assert worded(found.arithmetic) == "全年缴费金额 = 56万元 ÷ (10% × 1/3) = 1680万元"
    assert found.per_head == 400
    assert found.is_plausible is True


def test_nobody_is_counted_where_two_rows_might_be_meant():
    found = solved(ROWS + "| 数量指标 | 新增缴费人数 | ≥100人 | 120人 | 0 | 0\n")

    assert found.per_head is None


def test_where_no_range_is_known_nothing_is_said_of_plausibility():
    found = solved(name="企业职工工会补助")

    assert found.is_plausible is None
