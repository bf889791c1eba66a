"""Two values side by side."""

import pytest

from jiheng.quantities import amounts, format_amount, parse, same_words


@pytest.mark.parametrize(
    ("actual", "target", "pair"),
    [
        ("≥346947人", "≥260572人", (3_469_470_000, 2_605_720_000)),
        ("68400元", "6.84万元", (684_000_000, 684_000_000)),
        ("30分钟", "≤2小时", (18_000_000, 72_000_000)),
        ("150亩", "10公顷", (1_500_000, 1_500_000)),
        ("6个月", "1年", (60_000, 120_000)),
        ("-1%", "2%", (-100, 200)),
        ("1次", "0次", (10_000, 0)),
        ("0.00001%", "1%", (1, 1_000_00)),
        ("2元/人·月", "每人每月2元", (20_000, 20_000)),
    ],
)
def test_amounts_are_exact_after_conversion(actual: str, target: str, pair: tuple[int, int]):
    assert amounts(parse(actual), parse(target)) == pair


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("3人", "3人次"),
        ("10天", "10个工作日"),
        ("20元/张", "20元"),
        ("2元/人*月", "2元/人*年"),
        ("3个", "3套"),
        ("显著提高", "95%"),
        ("达成年度指标", "≥50人"),
    ],
)
def test_what_measures_something_else_is_not_compared(actual: str, target: str):
    assert amounts(parse(actual), parse(target)) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("显著提高", "显著提高。"),
        ("已正常开展", "正常 开展"),
        ("基本合格", "合格"),
        ("Ａ，Ｂ", "A、B"),
        ("每月10号前", "每月10日前"),
    ],
)
def test_words_are_the_same_without_punctuation_and_leading_words(left: str, right: str):
    assert same_words(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("显著提高", "有所提高"), ("", ""), (None, None), ("。", "，"), ("10号文", "10日文")],
)
def test_other_words_and_no_words_are_not_the_same(left: str | None, right: str | None):
    assert not same_words(left, right)


@pytest.mark.parametrize(
    ("amount", "over", "unit", "text"),
    [
        (868_700_000_000, 1, "万元", "8687万元"),
        (135, 1, "%", "1.35%"),
        (10_000, 3, None, "0.3333"),
        (20_000, 3, None, "0.6667"),
        (-25_000, 1, "元/人*月", "-2.5元/人·月"),
        (0, 1, "次", "0次"),
        (1, 1000, "%", "0.00001%"),
    ],
)
def test_an_amount_prints_in_the_unit_that_is_asked(amount: int, over: int, unit: str, text: str):
    assert format_amount(amount, over, unit) == text


def test_an_unknown_unit_cannot_be_printed():
    with pytest.raises(ValueError, match="unit of measure"):
        format_amount(10_000, unit="光年外")
