from jiheng.scoring.kernels import date, equal, satisfaction
from tests.scoring.packs import named, rules


def test_an_equal_target_not_reached_is_in_proportion():
    # 98 / 100 × 10 = 9.8
    assert named(equal(98, 100, 1000, 0, rules())) == (980, 980, "proportional")


def test_an_equal_target_passed_is_full_like_a_positive_one():
    assert named(equal(12, 11, 1000, 0, rules())) == (1000, 1000, "attained")


def test_a_cost_above_its_equal_target_lies_between_proportion_and_full():
    # 75 / 80 × 10 = 9.375 → 9.38
    assert named(equal(80, 75, 1000, 1, rules())) == (938, 1000, "equal-over-cost")


def test_a_cost_above_its_equal_target_may_be_nothing_where_a_passed_ceiling_is():
    points = equal(80, 75, 1000, 1, rules("cn-2021-101"))

    assert named(points) == (0, 1000, "equal-over-cost")


def test_a_cost_far_above_its_equal_target_is_no_more_than_over_completion_leaves():
    points = equal(140, 100, 1000, 1, rules("liupanshui-2023"))

    assert named(points) == (0, 500, "equal-over-cost")


def test_an_exact_standard_is_met():
    assert named(equal(75, 75, 1000, 1, rules(equal=1))) == (1000, 1000, "exact")


def test_an_exact_standard_is_missed_by_one():
    assert named(equal(76, 75, 1000, 1, rules(equal=1))) == (0, 0, "not-exact")


def test_an_exact_standard_may_be_negative():
    assert named(equal(-5, -5, 1000, 0, rules(equal=1))) == (1000, 1000, "exact")


def test_deviation_above_the_standard_costs_in_proportion():
    # 1 − |120 − 100| / 100 = 80 %
    assert named(equal(120, 100, 1000, 0, rules(equal=2))) == (800, 800, "deviation")


def test_deviation_under_the_standard_costs_in_proportion():
    assert named(equal(70, 100, 1000, 0, rules(equal=2))) == (700, 700, "deviation")


def test_without_deviation_the_score_is_full():
    assert named(equal(100, 100, 1000, 0, rules(equal=2))) == (1000, 1000, "exact")


def test_a_target_of_exactly_none_is_missed_by_one():
    assert named(equal(1, 0, 1000, 0, rules())) == (0, 0, "zero-target-missed")


def test_satisfaction_by_bands_looks_at_the_rate_and_not_at_the_target():
    # 85 % is in [80 %, 90 %): 8 of 10, though the target was 80 %
    points = satisfaction(8500, 8000, 10_000, 1000, rules("cn-2021-101"))

    assert named(points) == (800, 800, "satisfaction-band")


def test_satisfaction_is_otherwise_a_positive_indicator():
    # 81 / 90 × 10 = 9
    points = satisfaction(8100, 9000, 10_000, 1000, rules("guyuan-2024"))

    assert named(points) == (900, 900, "proportional")


def test_satisfaction_that_is_no_rate_has_no_band():
    points = satisfaction(45, 50, 0, 1000, rules("cn-2021-101"))

    assert named(points) == (750, 750, "above-pass")


def test_in_time_is_full():
    assert named(date(10, 40, 40, 40, 1000, rules())) == (1000, 1000, "date-reached")


def test_late_under_every_reading_closes_the_highest_tier():
    assert named(date(41, 70, 40, 40, 1000, rules())) == (0, 799, "date-late")


def test_a_date_that_may_be_late_or_not_is_open():
    assert named(date(30, 60, 40, 40, 1000, rules())) == (0, 1000, "date-open")


def test_a_span_that_begins_on_the_last_day_may_still_be_in_time():
    assert named(date(40, 70, 40, 40, 1000, rules())) == (0, 1000, "date-open")


def test_a_date_between_two_readings_of_its_deadline_is_open():
    assert named(date(35, 35, 30, 40, 1000, rules())) == (0, 1000, "date-open")


def test_a_date_before_both_readings_of_its_deadline_is_full():
    assert named(date(30, 30, 30, 40, 1000, rules())) == (1000, 1000, "date-reached")
