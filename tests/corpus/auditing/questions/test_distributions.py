from fractions import Fraction

from jiheng.corpus.auditing.questions.distributions import Crowd, middle


def test_the_median_of_an_even_number_of_numbers_lies_between_two():
    assert middle((1, 2, 3, 10)).median == Fraction(5, 2)


def test_one_strange_number_moves_neither_median_nor_spread_far():
    usual = middle((10, 11, 12, 13, 1_000_000))

    assert usual.is_far(1_000_000, 5)
    assert not usual.is_far(13, 5)


def test_where_all_numbers_agree_any_other_is_far():
    assert middle((5, 5, 5)).is_far(6, 5)


def test_an_even_rise_is_no_crowd():
    # 20, 30, 40, 50: by the outer ones the share above is (21 + 2 * 51) / (3 * 72) = 41 / 72.
    rise = Crowd(far_below=20, below=30, above=40, far_above=50)

    assert rise.expected == 70 * Fraction(41, 72)
    assert not rise.is_beyond(4)


def test_too_many_above_the_line_are_a_crowd():
    # An even half of 100 is 50; 80 are 30 more, six deviations of 5.
    crowd = Crowd(far_below=50, below=20, above=80, far_above=50)

    assert crowd.excess == 30
    assert crowd.is_beyond(5)
    assert not crowd.is_beyond(6)


def test_too_few_above_the_line_are_none():
    assert not Crowd(far_below=50, below=80, above=20, far_above=50).is_beyond(1)


def test_without_any_numbers_there_is_no_crowd():
    assert not Crowd(0, 0, 0, 0).is_beyond(1)
