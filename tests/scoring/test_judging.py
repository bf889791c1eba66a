"""Pairs of values that are easily misread, as a clerk types them."""

import pytest

from tests.scoring.forms import item

SERVICE = "效益指标 | 社会效益指标"
COUNT = "产出指标 | 数量指标"
TIME = "产出指标 | 时效指标"


@pytest.mark.parametrize(
    ("target", "actual", "points"),
    [
        ("≤1%", "0.5", 1000),
        ("≥0.5%", "0.6", 1000),
        ("≥0.5%", "0.4", 800),
        ("≥80%", "0.6", 750),
        ("≥150%", "1.5", 1000),
        ("≥0.95", "95", 1000),
        ("≥0.95", "95%", 1000),
        ("≥95", "0.95", 1000),
        ("≥95", "96%", 1000),
    ],
)
def test_a_bare_number_beside_a_rate_is_read_as_the_rate_that_is_near(
    target: str, actual: str, points: int
):
    row = item(f"{SERVICE} | 资金支付率 | {target} | {actual} | 10 | 10")

    assert (row.low, row.high) == (points, points)


def test_the_calculation_shows_the_rate_that_was_read():
    row = item(f"{SERVICE} | 投诉率 | ≤1% | 0.5 | 10 | 10")

    assert row.arithmetic == "0.5% ≤ 1%，未超过，得满分 10"


def test_a_bare_number_that_may_be_a_percent_or_a_share_is_open():
    row = item(f"{SERVICE} | 投诉率 | ≤5% | 0.2 | 10 | 10")

    # 0.2 % is kept; 20 % is four times the ceiling: 10 × 5 ÷ 20.
    assert (row.branch, row.low, row.high) == ("two-readings", 250, 1000)
    assert row.arithmetic == (
        "“0.2”与“≤5%”的单位有两种读法（0.2% 对 5% 或 20% 对 5%），要由人判断：2.5 至 10"
    )


def test_two_readings_that_give_the_same_are_no_doubt():
    row = item(f"{SERVICE} | 投诉率 | ≤1% | 0.01 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("kept", 1000, 1000)


@pytest.mark.parametrize(
    ("actual", "low", "high"),
    [("35000", 1000, 1000), ("2.7", 900, 900), ("27000", 900, 900), ("2000", 67, 1000)],
)
def test_a_bare_number_beside_ten_thousands_is_in_the_unit_that_is_near(
    actual: str, low: int, high: int
):
    row = item(f"{COUNT} | 受益人数 | ≥3万人 | {actual} | 10 | 10")

    assert (row.low, row.high) == (low, high)


def test_a_bare_range_is_in_the_unit_of_the_actual():
    row = item(f"{SERVICE} | 出勤率 | 80-90 | 85% | 10 | 10")

    assert (row.branch, row.low) == ("in-range", 1000)


def test_persons_beside_ten_thousands_are_shown_with_their_units():
    row = item(f"{COUNT} | 受益人数 | ≥3万人 | 35000 | 10 | 10")

    assert row.arithmetic == "35000人 ≥ 3万人，达到，得满分 10"


def test_two_falls_are_compared_as_falls():
    row = item(f"{SERVICE} | 事故率 | 下降5% | 下降8% | 10 | 10")

    assert (row.kind, row.branch, row.low) == ("positive", "over-reason", 1000)


def test_a_smaller_fall_than_promised_is_a_shortfall():
    row = item(f"{SERVICE} | 事故率 | 下降5% | 下降4% | 10 | 8")

    assert (row.branch, row.low) == ("proportional", 800)


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("游客增长率", "≥5%", "下降5%"),
        ("游客增长率", "增长5%", "下降5%"),
        ("事故率", "下降5%", "8%"),
        ("事故率", "≤5%", "下降8%"),
        ("就业率", "≥90%", "提高5%"),
    ],
)
def test_a_change_beside_something_else_is_for_people_to_judge(name: str, target: str, actual: str):
    row = item(f"{SERVICE} | {name} | {target} | {actual} | 10 | 10")

    assert (row.branch, row.low, row.high) == ("undecided", 0, 1000)


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("游客增长率", "≥5%", "增长5%"),
        ("居民收入", "增长5%", "5%"),
        ("事故下降率", "≥5%", "下降5%"),
    ],
)
def test_a_change_that_the_row_speaks_of_is_compared(name: str, target: str, actual: str):
    row = item(f"{SERVICE} | {name} | {target} | {actual} | 10 | 10")

    assert (row.branch, row.low, row.high) == ("attained", 1000, 1000)


def test_an_hour_and_a_half_is_more_than_an_hour():
    row = item(f"{TIME} | 响应时间 | ≤1小时 | 1小时30分 | 10 | 10")

    # 60 ÷ 90 minutes
    assert (row.branch, row.low) == ("inverse", 667)


def test_a_number_followed_by_another_one_is_for_people_to_judge():
    row = item(f"{COUNT} | 活动 | ≥2天 | 2天3夜 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("undecided", 0, 1000)


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥2天3夜", "3天3夜"), ("2天3夜", "2天3夜"), ("30场5000人次", "30场5000人次")],
)
def test_a_second_number_that_both_cells_share_is_no_hindrance(target: str, actual: str):
    row = item(f"{COUNT} | 活动 | {target} | {actual} | 10 | 10")

    assert (row.low, row.high) == (1000, 1000)


def test_operators_that_contradict_are_for_people_to_judge():
    row = item(f"{COUNT} | 活动 | ≥5次以下 | 6次 | 10 | 10")

    assert row.branch == "undecided"


@pytest.mark.parametrize("target", ["0起", "=0起", "≤0", "0"])
@pytest.mark.parametrize("actual", ["未发生", "无", "没有", "零", "未发生安全事故", "无事故。"])
def test_none_at_all_meets_a_target_of_none(target: str, actual: str):
    row = item(f"产出指标 | 质量指标 | 安全事故 | {target} | {actual} | 10 | 10")

    assert (row.branch, row.low, row.high) == ("zero-target-met", 1000, 1000)


def test_a_target_of_none_without_operator_is_missed_by_some():
    row = item(f"{SERVICE} | 受灾农户数 | 0户 | 3户 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("zero-target-missed", 0, 0)


def test_not_happened_keeps_a_ceiling():
    row = item(f"{SERVICE} | 投诉次数 | ≤2次 | 未发生投诉 | 10 | 10")

    assert (row.branch, row.low) == ("kept", 1000)


def test_none_beside_another_target_is_a_blank():
    assert item(f"{COUNT} | 培训人数 | ≥100人 | 无 | 10 | 10").branch == "blank-actual"


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("9月前", "9月10日"),
        ("9月前", "9月"),
        ("2023年11月前", "2023年11月20日"),
        ("三季度前", "8月"),
    ],
)
def test_a_day_between_both_readings_of_a_deadline_is_open(target: str, actual: str):
    row = item(f"{TIME} | 完成时间 | {target} | {actual} | 10 | 10")

    assert (row.branch, row.low, row.high) == ("date-open", 0, 1000)


@pytest.mark.parametrize(("actual", "branch"), [("8月20日", "date-reached"), ("10月", "date-late")])
def test_a_day_outside_both_readings_of_a_deadline_is_certain(actual: str, branch: str):
    assert item(f"{TIME} | 完成时间 | 9月前 | {actual} | 10 | 10").branch == branch


@pytest.mark.parametrize("target", ["12月31日前", "2023年12月底前"])
def test_a_day_in_january_without_year_may_be_of_the_year_after(target: str):
    row = item(f"{TIME} | 完成时间 | {target} | 1月5日 | 10 | 10")

    assert row.branch == "date-open"


@pytest.mark.parametrize("actual", ["2023年1月5日", "7月", "12月30日", "全年"])
def test_a_day_that_cannot_be_of_the_year_after_is_in_time(actual: str):
    row = item(f"{TIME} | 完成时间 | 12月31日前 | {actual} | 10 | 10")

    assert row.branch == "date-reached"


def test_a_day_that_the_calendar_lacks_is_the_end_of_its_month():
    row = item(f"{TIME} | 完成时间 | 2023年11月31日前 | 2023年11月30日 | 10 | 10")

    assert row.branch == "date-reached"
    assert row.arithmetic.endswith("得满分 10（日历上没有这一天，按该月最后一天算）")


def test_the_same_day_of_each_month_in_another_word_is_the_same():
    row = item(f"{TIME} | 发放时间 | 每月10号前 | 每月10日前 | 10 | 10")

    assert (row.branch, row.low) == ("date-reached", 1000)
