from jiheng.scoring.kernels import positive
from tests.scoring.packs import named, rules


def test_reached_is_full():
    assert named(positive(100, 100, 1000, rules())) == (1000, 1000, "attained")


def test_not_reached_is_in_proportion():
    # 96 / 120 × 10 = 8
    assert named(positive(96, 120, 1000, rules())) == (800, 800, "proportional")


def test_one_short_of_a_million_is_rounded_up_to_full_by_the_rule():
    # 999999 / 1000000 × 10 = 9.99999 → 10
    assert named(positive(999_999, 1_000_000, 1000, rules())) == (1000, 1000, "proportional")


def test_nothing_done_is_nothing():
    assert named(positive(0, 100, 1000, rules())) == (0, 0, "proportional")


def test_under_the_pass_threshold_there_is_nothing():
    assert named(positive(59, 100, 1000, rules("cn-2021-101"))) == (0, 0, "under-pass")


def test_at_the_pass_threshold_the_line_begins_at_nothing():
    assert named(positive(60, 100, 1000, rules("cn-2021-101"))) == (0, 0, "above-pass")


def test_above_the_pass_threshold_points_rise_in_a_line():
    # (90 % − 60 %) / 40 % × 10 = 7.5
    assert named(positive(90, 100, 1000, rules("cn-2021-101"))) == (750, 750, "above-pass")


def test_over_completion_costs_nothing_where_no_rule_says_so():
    assert named(positive(800, 100, 1000, rules("guyuan-2024"))) == (1000, 1000, "attained")


def test_over_completion_asks_for_a_reason_from_the_line_on():
    assert named(positive(130, 100, 1000, rules("cn-2020-10"))) == (1000, 1000, "over-reason")


def test_just_under_the_line_no_reason_is_asked():
    # 129.9999 % would round to 130.00 %, and is still under an exact line
    points = positive(1_299_999, 1_000_000, 1000, rules("cn-2020-10"))

    assert named(points) == (1000, 1000, "attained")


def test_over_completion_costs_half_the_weight_at_the_ratio_where_that_was_seen():
    # 346947 / 260572 = 133.148… %, read as 133.15 %
    points = positive(346_947, 260_572, 500, rules("liupanshui-2023"))

    assert named(points) == (250, 250, "over-deducted")


def test_over_completion_costs_nothing_at_the_ratio_where_that_was_seen():
    # 81167 / 72763 = 111.549… %, read as 111.55 %
    points = positive(81_167, 72_763, 1000, rules("liupanshui-2023"))

    assert named(points) == (1000, 1000, "attained")


def test_between_the_two_ratios_that_were_seen_the_score_is_open():
    points = positive(120, 100, 1000, rules("liupanshui-2023"))

    assert named(points) == (500, 1000, "over-unsettled")


def test_over_completion_may_cost_fixed_points():
    changed = rules(over_action=2, over_amount=200)

    assert named(positive(130, 100, 1000, changed)) == (800, 800, "over-deducted-points")


def test_fixed_points_never_make_a_score_negative():
    changed = rules(over_action=2, over_amount=200)

    assert named(positive(130, 100, 100, changed)) == (0, 0, "over-deducted-points")


def test_over_completion_may_be_for_the_reviewer_to_judge():
    assert named(positive(130, 100, 1000, rules(over_action=4))) == (0, 1000, "over-judged")


def test_a_target_of_nothing_is_met_by_anything():
    assert named(positive(3, 0, 1000, rules())) == (1000, 1000, "zero-target-met")


def test_a_target_of_nothing_is_missed_below_it():
    assert named(positive(-1, 0, 1000, rules())) == (0, 0, "zero-target-missed")


def test_a_negative_target_that_was_missed_has_no_ratio():
    assert named(positive(-8, -5, 1000, rules())) == (0, 1000, "below-zero")


def test_a_negative_target_that_was_reached_is_full():
    assert named(positive(-3, -5, 1000, rules())) == (1000, 1000, "attained")


def test_thirty_percent_of_the_weight_leave_seventy():
    changed = rules(over_action=3, over_amount=3000)

    assert named(positive(130, 100, 1000, changed)) == (700, 700, "over-deducted")


def test_what_fell_where_it_should_have_risen_is_worth_nothing():
    assert named(positive(-2, 5, 1000, rules())) == (0, 0, "below-zero-missed")


def test_above_the_pass_line_completion_itself_may_count():
    # 80 % of 10, not (80 − 60) / 40
    points = positive(80, 100, 1000, rules(pass_part=3, pass_whole=5, pass_ratio=1))

    assert named(points) == (800, 800, "proportional")


def test_under_the_pass_line_there_is_nothing_either_way():
    points = positive(59, 100, 1000, rules(pass_part=3, pass_whole=5, pass_ratio=1))

    assert named(points) == (0, 0, "under-pass")
