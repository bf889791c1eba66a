from jiheng.scoring.kernels import negative
from tests.scoring.packs import named, rules


def test_kept_is_full():
    assert named(negative(80, 100, 1000, 0, rules())) == (1000, 1000, "kept")


def test_exactly_the_ceiling_is_kept():
    assert named(negative(100, 100, 1000, 0, rules())) == (1000, 1000, "kept")


def test_exceeded_is_in_inverse_proportion():
    # 324869 / 346947 × 10 = 9.3636… → 9.36
    assert named(negative(346_947, 324_869, 1000, 0, rules())) == (936, 936, "inverse")


def test_exceeded_may_cost_as_much_as_it_exceeds():
    # 1 − (130 − 100) / 100 = 70 %
    assert named(negative(130, 100, 1000, 0, rules(negative=1))) == (700, 700, "excess")


def test_twice_the_ceiling_is_nothing_by_excess():
    assert named(negative(200, 100, 1000, 0, rules(negative=1))) == (0, 0, "excess")


def test_far_beyond_the_ceiling_is_still_nothing_by_excess():
    assert named(negative(900, 100, 1000, 0, rules(negative=1))) == (0, 0, "excess")


def test_exceeded_may_be_nothing():
    points = negative(346_947, 324_869, 1000, 0, rules("liupanshui-2023"))

    assert named(points) == (0, 0, "exceeded-zero")


def test_at_a_strict_ceiling_the_proportion_is_full():
    assert named(negative(3, 3, 500, 1, rules())) == (500, 500, "kept")


def test_at_a_strict_ceiling_nothing_or_all_is_open():
    assert named(negative(3, 3, 500, 1, rules("liupanshui-2023"))) == (0, 500, "at-limit")


def test_no_accident_where_none_was_allowed_is_full():
    assert named(negative(0, 0, 1000, 0, rules())) == (1000, 1000, "zero-target-met")


def test_an_accident_where_none_was_allowed_is_nothing():
    assert named(negative(1, 0, 1000, 0, rules())) == (0, 0, "zero-target-missed")


def test_an_accident_is_left_open_where_the_pack_says_so():
    changed = rules(zero_target=1)

    assert named(negative(1, 0, 1000, 0, changed)) == (0, 1000, "zero-target-open")


def test_a_negative_value_under_the_ceiling_is_kept():
    assert named(negative(-2, 5, 1000, 0, rules())) == (1000, 1000, "kept")


def test_a_ceiling_below_zero_that_was_passed_has_no_ratio():
    assert named(negative(-3, -5, 1000, 0, rules())) == (0, 1000, "below-zero")


def test_a_ceiling_below_zero_that_was_passed_is_nothing_where_passing_is():
    points = negative(-3, -5, 1000, 0, rules("cn-2021-101"))

    assert named(points) == (0, 0, "below-zero-missed")
