"""Limits that a pack puts on a total, or on the rows of costs."""

from tests.scoring.forms import form, item, scored

MANUAL = "platform-manual-2022"
FULL = """
    产出指标 | 数量指标 | 培训人数 | ≥100人 | 100人 | 50 | 50
    效益指标 | 社会效益指标 | 投诉次数 | ≤2次 | 1次 | 40 | 40
"""
COST = "产出指标 | 成本指标 | 培训费用 | ≤10万元 | 10万元 | 20 | 20"


def test_a_low_rate_puts_a_ceiling_on_the_total():
    # 90 + 65 % of 10 = 96.5; under 70 % no more than 79
    result = scored(form(FULL, money="50 | 100 | 65 | 10 | 6.5"), MANUAL)

    assert (result.low, result.high, result.capped.most) == (7900, 7900, 7900)


def test_the_ceiling_is_told_with_its_rate_and_source():
    capped = scored(form(FULL, money="50 | 100 | 65 | 10 | 6.5"), MANUAL).capped

    assert capped.arithmetic == "执行率 = 65%：总分最高 79"
    assert "60%—70% 不高于 79" in capped.law.pinpoint


def test_a_rate_of_80_percent_puts_no_ceiling_on_the_total():
    result = scored(form(FULL, money="50 | 100 | 80 | 10 | 8"), MANUAL)

    assert (result.high, result.capped) == (9800, None)


def test_a_blank_budget_leaves_open_which_ceiling_holds():
    result = scored(form(FULL, money=" | | 65 | 10 | 6.5"), MANUAL)

    # at least 59, the lowest ceiling; at most all rows and all of the 10 points
    assert (result.low, result.high, result.capped.most) == (5900, 10_000, None)


def test_other_packs_put_no_ceiling_on_a_total():
    assert scored(form(FULL, money="50 | 100 | 5 | 10 | 0.5")).capped is None


def test_a_cost_row_that_the_system_may_have_added_has_an_interval():
    row = item(COST, "shanxi")

    assert (row.low, row.high, row.branch) == (500, 2000, "kept")
    assert row.arithmetic.endswith("；系统补加的成本指标最多得 5，表上看不出是不是：5 至 20")
    assert "不超过 5 分" in row.law.pinpoint


def test_a_cost_row_within_the_limit_is_scored_as_elsewhere():
    row = item(COST.replace("20 | 20", "5 | 5"), "shanxi")

    assert (row.low, row.high, row.arithmetic) == (500, 500, "10 ≤ 10，未超过，得满分 5")


def test_a_price_outside_the_costs_has_no_limit():
    row = item("效益指标 | 经济效益指标 | 增加收入 | ≥10万元 | 10万元 | 20 | 20", "shanxi")

    assert (row.low, row.high) == (2000, 2000)


def test_a_rate_of_a_budget_below_0_leaves_open_which_ceiling_holds():
    # −3 over −2 is no rate of 150 %: so much was not spent
    result = scored(form(FULL, money="-2 | -2 | -3 | 10 | 10"), MANUAL)

    assert (result.low, result.high, result.capped.most) == (5900, 10_000, None)


def test_a_weight_as_long_as_a_number_may_be_meets_no_limit_where_there_is_none():
    row = item("成本指标 | 经济成本指标 | 培训费用 | ≤10万元 | 10万元 | 999999999 | 10")

    assert (row.low, row.high) == (99_999_999_900, 99_999_999_900)
