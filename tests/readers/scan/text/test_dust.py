"""Dust beside words."""

from jiheng.readers.scan.text.dust import as_heading, is_dust


def test_a_sign_beside_a_known_heading_is_dust():
    assert as_heading(["D绩效", "指标"]) == ("绩效", "指标")


def test_a_digit_behind_a_heading_numbers_it():
    assert as_heading(["年度绩效目标1"]) is None


def test_a_stroke_before_a_heading_is_no_number():
    assert as_heading(["1产出", "指标"]) == ("产出", "指标")


def test_words_that_no_form_prints_stay():
    assert as_heading(["急救站点建设-"]) is None


def test_a_stroke_under_words_is_dust():
    assert is_dust("-", ["按完成比例计分。", "-"])


def test_a_stroke_under_a_number_may_be_a_digit():
    assert not is_dust("/", ["1234", "/"])


def test_a_bracket_on_a_line_of_its_own_closes_the_one_above():
    assert not is_dust(")", ["项目资金", "(万元", ")"])
    assert is_dust(")", ["按完成比例计分。", ")"])
