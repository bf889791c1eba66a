"""Numbers: what looks like a digit there is one."""

import pytest

from jiheng.readers.scan.text.numerals import is_misspelt, is_number, number_in
from tests.readers.scan.text.test_spelling import strip


@pytest.mark.parametrize("text", ["95", "≥95%", "1,940,000", "8561户", "2021年8月8日", "O.5", "-3"])
def test_numbers_are_told_by_their_signs(text):
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["总分", "指标1:养护里程", "", "—", "完成率达到95%以上且无投诉事件发生一次"]
)
def test_words_are_no_numbers(text):
    assert not is_number(text)


def test_a_letter_that_looks_like_a_digit_is_one():
    (best, *_) = number_in([strip("l 0.9, _ 0.1", "_ 1", "O 0.8, 0 0.2")])

    assert best.text == "10"


def test_dust_beside_a_number_is_none_of_it():
    (best, *_) = number_in([strip("5 1", ". 0.6, _ 0.4")])

    assert (best.text, best.chance) == ("5", pytest.approx(1.0))


def test_two_looks_that_differ_make_a_doubt():
    best, second = number_in([strip("5 0.9, 6 0.1"), strip("5 0.3, 6 0.7")])

    assert (best.text, best.chance, second.text) == ("5", pytest.approx(0.6), "6")


def test_a_single_stroke_is_never_sure():
    (best, *_) = number_in([strip("1 1")])

    assert best.chance < 0.98


@pytest.mark.parametrize(
    "text", ["98:45%", "甲≥95%", "-≥94%", "12,34", "1,2345万元", "1.2.3", "≥.5", "95%≥"]
)
def test_signs_in_an_order_that_no_number_has_are_misread(text):
    assert is_misspelt(text)


@pytest.mark.parametrize(
    "text",
    [
        "98.45%",
        "≥95%",
        "1,234,567.89元",
        "合格率≥95%",
        "其中:3人",
        "7",
        "3-5天",
        "(10分)",
        "2024年5月30日前",
        "-3.2",
    ],
)
def test_numbers_as_they_are_written_are_not(text):
    assert not is_misspelt(text)
