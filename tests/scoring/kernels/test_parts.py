from jiheng.scoring.kernels import band_share, ratio_points, rounded, share_points, tier
from tests.scoring.packs import named, rules


def test_half_a_hundredth_is_rounded_up():
    # 2.5 % of 1 point = 0.025 points
    assert rounded(100 * 25, 1000, 1, 0) == 3


def test_less_than_half_a_hundredth_is_dropped():
    assert rounded(24, 10, 1, 0) == 2


def test_truncation_drops_nine_tenths_of_a_hundredth():
    # 203/214 of 2 points = 1.897… points
    assert rounded(203 * 200, 214, 1, 1) == 189


def test_one_decimal_place_rounds_to_a_tenth_of_a_point():
    # 97.3 % of 2 points = 1.946 points → 1.9
    assert rounded(973 * 200, 1000, 10, 0) == 190


def test_no_decimal_place_rounds_half_a_point_up():
    assert rounded(950, 1, 100, 0) == 1000


def test_the_score_alone_is_rounded_once_at_the_end():
    # 154.74 / 310.2 × 10 = 4.98839… → 4.99
    assert ratio_points(15474, 31020, 1000, rules(rate_scale=0)) == 499


def test_a_rate_rounded_to_whole_percent_first_changes_the_score():
    # 154.74 / 310.2 = 49.88 % → 50 %; 10 × 50 % = 5
    assert ratio_points(15474, 31020, 1000, rules(rate_scale=100)) == 500


def test_a_share_of_an_odd_weight_is_rounded_half_up():
    # 3.33 × 50 % = 1.665 → 1.67
    assert share_points(333, 5000, rules()) == 167


def test_a_band_begins_at_its_lower_end():
    bands = rules("cn-2021-101").execution_bands

    assert band_share(80, 100, bands) == 7000


def test_just_under_a_band_falls_into_the_next():
    bands = rules("cn-2021-101").execution_bands

    assert band_share(799_999, 1_000_000, bands) == 5000


def test_the_highest_tier_reaches_the_whole_weight():
    assert named(tier(0, 1000, rules("guyuan-2024"))) == (800, 1000, "tier-met")


def test_the_middle_tier_stops_just_under_the_highest():
    assert named(tier(1, 1000, rules("guyuan-2024"))) == (500, 799, "tier-partly")


def test_the_lowest_tier_begins_at_nothing():
    assert named(tier(2, 1000, rules("cn-2020-10"))) == (0, 599, "tier-unmet")


def test_a_tier_begins_at_the_first_score_that_is_not_under_its_lower_end():
    # 3.33 × 80% = 2.664: 2.66 is 79.88 %, 2.67 is 80.18 %
    assert named(tier(0, 333, rules())) == (267, 333, "tier-met")


def test_a_tier_ends_at_the_last_score_under_its_upper_end():
    # 3.33 × 60% = 1.998
    assert named(tier(1, 333, rules())) == (200, 266, "tier-partly")


def test_a_tier_of_no_weight_is_nothing():
    assert named(tier(1, 0, rules())) == (0, 0, "tier-partly")


def test_a_tier_without_its_lower_end_begins_one_step_above_it():
    open_below = rules(tiers=((8000, 10_000, 0, 1), (6000, 8000, 1, 0), (0, 6000, 1, 0)))

    assert named(tier(0, 1000, open_below)) == (801, 1000, "tier-met")
