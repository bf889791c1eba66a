"""How far two texts are the same."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiheng.audit.facts.similarity import are_alike

MOST = Fraction(95, 100)
GOAL = "为全县返乡人员免费开办电工、焊工和家政三类技能培训，帮助他们就近就业"
TEXTS = st.text("目标完成培训就业，。 12", max_size=60)


def test_one_character_more_is_still_the_same_text():
    assert are_alike(GOAL, GOAL.replace("开办", "开办了"), MOST)


def test_blanks_and_punctuation_do_not_count():
    assert are_alike(GOAL, GOAL.replace("，", " ") + "。", MOST)


def test_a_tenth_of_other_words_is_another_text():
    assert not are_alike(GOAL, GOAL.replace("返乡", "失业").replace("家政", "养老"), MOST)


def test_the_same_characters_in_another_order_are_another_text():
    assert not are_alike(GOAL, GOAL[::-1], MOST)


@pytest.mark.parametrize(("left", "right"), [("", ""), ("。", "。"), ("", GOAL)])
def test_nothing_is_like_nothing(left: str, right: str):
    assert not are_alike(left, right, MOST)


@given(left=TEXTS, right=TEXTS)
def test_it_does_not_matter_which_text_comes_first(left: str, right: str):
    # Half of the share: texts made at random are seldom alike to nineteen parts in twenty.
    half = Fraction(1, 2)

    assert are_alike(left, left + right, half) == are_alike(left + right, left, half)
