"""Ink in which no letter was seen; type is 40 pixels high here, a step 8 wide."""

from jiheng.readers.scan.text.untold import has_untold, is_torn
from tests.readers.scan.text.test_spacing import look, setting


def test_ink_before_the_first_digit_is_a_sign_that_was_overlooked():
    overlooked = setting((4, 24), (32, 50), (54, 72))

    assert has_untold(look(("2", 41), ("1", 63)), overlooked)
    assert not has_untold(look(("=", 14), ("2", 41), ("1", 63)), overlooked)


def test_a_dot_between_the_letters_of_a_unit_is_one_too():
    assert has_untold(look(("年", 60)), setting((6, 12), (42, 80)))


def test_the_parts_of_a_letter_are_all_its_own():
    assert not has_untold(look(("州", 20)), setting((2, 10), (16, 24), (30, 38)))


def test_a_speck_is_none():
    assert not has_untold(look(("5", 30)), setting((2, 4), (22, 40)))


def test_ink_of_a_line_in_which_nothing_was_seen_is_untold():
    assert has_untold(look(), setting((4, 24)))


def test_a_stroke_far_from_the_digits_is_no_sign_of_theirs():
    assert is_torn(look(("-", 10), ("8", 64)), setting((4, 14), (58, 72)))
    assert not is_torn(look(("-", 10), ("8", 36)), setting((4, 14), (28, 44)))


def test_letters_of_a_unit_stand_wider_than_digits():
    assert not is_torn(look(("7", 10), ("万", 44), ("元", 90)), setting((4, 18), (26, 110)))
