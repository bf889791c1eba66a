"""Every calculation, as a clerk reads it."""

import pytest

from jiheng.rulebook.messages import template
from jiheng.scoring.branches import BRANCH_NAMES
from tests.scoring.forms import item

COUNT = "产出指标 | 数量指标 | 培训人数"
COST = "产出指标 | 成本指标 | 印刷费用"
LIMIT = "产出指标 | 数量指标 | 停机次数"
DATE = "产出指标 | 时效指标 | 完成时间"
WORDS = "效益指标 | 社会效益指标 | 服务水平"


@pytest.mark.parametrize("branch", BRANCH_NAMES)
def test_every_branch_has_a_sentence(branch):
    assert template(f"arithmetic.{branch}")


def test_reached():
    row = item(f"{COUNT} | ≥100人 | 120人 | 10 | 10")

    assert row.arithmetic == "120 ≥ 100，达到，得满分 10"


def test_not_reached_with_a_rate_that_two_decimals_show():
    row = item(f"{COUNT} | ≥100人 | 96人 | 10 | 9.6")

    assert row.arithmetic == "96 ÷ 100 = 96%；10 × 96% = 9.6"


def test_not_reached_with_a_rate_that_two_decimals_cut_off():
    row = item(f"{COUNT} | ≥95% | 93% | 10 | 9.79")

    assert row.arithmetic == "93% ÷ 95% = 97.89%；10 × 93% ÷ 95% ≈ 9.79"


def test_an_inferred_direction_is_named():
    row = item(f"{COUNT} | 400人 | 380人 | 10 | 9.5")

    assert row.arithmetic == "380 ÷ 400 = 95%；10 × 95% = 9.5（没有印符号，按含义推断为“≥”）"


def test_an_inferred_direction_is_named_as_such_where_the_printed_rule_is_silent():
    row = item(f"{COUNT} | 400人 | 400人 | 10 | 10", "guyuan-2024")

    assert (
        row.arithmetic == "400 ≥ 400，达到，得满分 10（规则没有说不带符号的指标，按含义推断为“≥”）"
    )


def test_different_units_are_printed():
    row = item(f"{COST} | ≤7万元 | 68400元 | 10 | 10")

    assert row.arithmetic == "68400元 ≤ 7万元，未超过，得满分 10"


def test_over_completion_that_costs_half_the_weight():
    row = item(f"{COUNT} | ≥260572人 | ≥346947人 | 5 | 2.5", "liupanshui-2023")

    assert row.arithmetic == "346947 ÷ 260572 = 133.15%；超额：5 × 50% = 2.5"


def test_over_completion_between_what_was_seen():
    row = item(f"{COUNT} | ≥100人 | 120人 | 5 | 5", "liupanshui-2023")

    assert row.arithmetic == (
        "120 ÷ 100 = 120%；扣分线在 111.55% 与 133.15% 之间，未能确定：2.5 至 5"
    )


def test_over_completion_that_asks_for_a_reason():
    row = item(f"{COUNT} | ≥100人 | 150人 | 5 | 5", "cn-2020-10")

    assert row.arithmetic == "150 ÷ 100 = 150%，达到 130%，得满分 5，应说明原因"


def test_exceeded_in_inverse_proportion():
    row = item(f"{LIMIT} | ≤324869次 | ≤346947次 | 10 | 0", "cn-2020-10")

    assert row.arithmetic == "324869 ÷ 346947 = 93.64%；10 × 324869 ÷ 346947 ≈ 9.36"


def test_exceeded_to_nothing_shows_the_proportion_beside_it():
    row = item(f"{LIMIT} | ≤324869次 | ≤346947次 | 10 | 0", "liupanshui-2023")

    assert row.arithmetic == ("346947 > 324869，超过，得 0；若按比例：10 × 324869 ÷ 346947 ≈ 9.36")


def test_a_strict_ceiling_printed_twice():
    row = item(f"{DATE} | <3小时 | <3小时 | 5 | 5")

    assert row.arithmetic == "实际值也印作“<3小时”，按未超过，得满分 5"


def test_a_strict_ceiling_that_was_kept():
    row = item(f"{LIMIT} | <5% | 4% | 10 | 10")

    assert row.arithmetic == "4% < 5%，未超过，得满分 10"


def test_a_strict_ceiling_that_was_just_met_is_not_called_kept():
    row = item(f"{LIMIT} | <5% | 5% | 10 | 10")

    assert row.arithmetic == "5% 正好等于 5%，目标是小于；按比例仍为 100%，得满分 10"


def test_a_strict_floor_that_was_just_met_is_not_called_passed():
    row = item(f"{COUNT} | >50人 | 50人 | 10 | 10")

    assert row.arithmetic == "50 正好等于 50，目标是大于；按比例仍为 100%，得满分 10"


def test_a_strict_floor_that_was_passed():
    row = item(f"{COUNT} | >50人 | 51人 | 10 | 10")

    assert row.arithmetic == "51 > 50，达到，得满分 10"


def test_a_rate_just_below_one_hundred_percent_is_not_shown_as_equal_to_it():
    row = item(f"{COUNT} | ≥100000人 | 99999人 | 10 | 10")

    assert row.arithmetic == "99999 ÷ 100000 ≈ 100%；10 × 99999 ÷ 100000 ≈ 10"


def test_a_rate_just_above_nothing_is_not_shown_as_equal_to_it():
    row = item(f"{COUNT} | ≥100000人 | 1人 | 10 | 0")

    assert row.arithmetic == "1 ÷ 100000 ≈ 0%；10 × 1 ÷ 100000 ≈ 0"


def test_above_the_pass_threshold():
    row = item(f"{COUNT} | ≥100人 | 90人 | 10 | 7.5", "cn-2021-101")

    assert row.arithmetic == "90 ÷ 100 = 90%；(90% − 60%) ÷ (1 − 60%) × 10 = 7.5"


def test_above_the_pass_threshold_with_a_rate_that_is_cut_off():
    row = item(f"{COUNT} | ≥90人 | 80人 | 10 | 7.22", "cn-2021-101")

    # (8/9 − 3/5) / (2/5) × 10 = 7.2222…
    assert row.arithmetic == "80 ÷ 90 = 88.89%；(80 ÷ 90 − 60%) ÷ (1 − 60%) × 10 ≈ 7.22"


def test_under_the_pass_threshold():
    row = item(f"{COUNT} | ≥100人 | 50人 | 10 | 0", "cn-2021-101")

    assert row.arithmetic == "50 ÷ 100 = 50%，低于 60%，得 0"


def test_an_equal_target_says_how_it_was_taken():
    row = item(f"{COUNT} | =11套 | 11套 | 10 | 10")

    assert row.arithmetic == "11 ≥ 11，达到，得满分 10（目标印作“=”，按“≥”算）"


def test_a_cost_above_its_equal_target():
    row = item(f"{COST} | =75元/个 | 80元/个 | 10 | 10")

    assert row.arithmetic == "80 > 75；按超过 10 × 75 ÷ 80 ≈ 9.38，按达到 10：9.38 至 10"


def test_a_target_of_none():
    row = item("产出指标 | 质量指标 | 安全事故 | ≤0起 | 1起 | 10 | 0")

    assert row.arithmetic == "目标为 0，实际 1，没有做到，得 0"


def test_a_strict_target_of_none_that_was_only_equalled():
    row = item(f"{COUNT} | >0人 | 0人 | 10 | 0")

    assert row.arithmetic == "0 正好等于 0，目标是大于；没有比例可按，得 0"


def test_a_rise_that_was_a_fall():
    row = item("效益指标 | 经济效益指标 | 销售额增长率 | ≥5% | -2% | 10 | 0")

    assert row.arithmetic == "-2% 对 5%，没有做到，得 0"


def test_a_cost_above_its_equal_target_where_a_passed_ceiling_is_nothing():
    row = item(f"{COST} | =75元/个 | 80元/个 | 10 | 10", "cn-2021-101")

    assert row.arithmetic == "80 > 75；按超过 0，按达到 10：0 至 10"


def test_a_satisfaction_band():
    row = item("满意度指标 | 满意度指标 | 学员满意度 | ≥90% | 85% | 10 | 8", "cn-2021-101")

    assert row.arithmetic == "85% 在“80% 及以上”一档：10 × 80% = 8"


def test_a_completion_phrase():
    row = item(f"{WORDS} | 有效提升 | 达成年度指标 | 5 | 5")

    assert row.arithmetic == "“达成年度指标”按达成：5 × (80% 至 100%)，得 4 至 5"


def test_the_same_words():
    row = item(f"{WORDS} | 有效提升 | 有效提升 | 15 | 12")

    assert row.arithmetic == "实际与目标同为“有效提升”，按达成：15 × (80% 至 100%)，得 12 至 15"


def test_other_words():
    row = item(f"{WORDS} | 有效提升 | 有所提升 | 15 | 12")

    assert row.arithmetic == "“有所提升”与“有效提升”不能直接相比，要由人判断：0 至 15"


def test_a_date_in_time():
    row = item(f"{DATE} | 2023年11月底前 | 2023年10月 | 10 | 10")

    assert row.arithmetic == "“2023年10月”不晚于“2023年11月底前”，按期，得满分 10"


def test_a_late_date():
    row = item(f"{DATE} | 9月底前 | 10月 | 10 | 10")

    assert row.arithmetic == ("“10月”晚于“9月底前”；没有按天扣分的规定，不在最高一档：0 至 7.99")


def test_a_blank():
    row = item(f"{COUNT} | ≥100人 | | 10 | 10")

    assert row.arithmetic == "实际完成值是空的，不能记分：0 至 10"


def test_braces_in_a_value_are_only_text():
    row = item(f"{WORDS} | {{0}} 提升 | {{weight}} | 10 | 10")

    assert row.arithmetic == "“{weight}”与“{0} 提升”不能直接相比，要由人判断：0 至 10"
