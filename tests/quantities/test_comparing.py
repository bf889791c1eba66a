"""Two values side by side."""

import pytest

from jiheng.quantities import comparable, format_amount, parse, punctuality, ratio, same_words


@pytest.mark.parametrize(
    ("actual", "target", "fraction"),
    [
        ("≥346947人", "≥260572人", (346947, 260572)),
        ("68400元", "6.84万元", (1, 1)),
        ("30分钟", "≤2小时", (1, 4)),
        ("150亩", "10公顷", (1, 1)),
        ("6个月", "1年", (1, 2)),
        ("95", "≥95%", (1, 1)),
        ("50", "≥50个", (1, 1)),
        ("30", "≤30万元", (1, 1)),
        ("30万", "≤30万元", (1, 1)),
        ("28", "万亩 | 28", (1, 1)),
        ("0次", "5次", (0, 1)),
        ("-1%", "2%", (-1, 2)),
    ],
)
def test_a_ratio_is_exact_after_conversion(actual: str, target: str, fraction: tuple[int, int]):
    assert ratio(parse(actual), parse(target)) == fraction


@pytest.mark.parametrize(
    ("actual", "target"),
    [
        ("3人", "3人次"),
        ("10天", "10个工作日"),
        ("20元/张", "20元"),
        ("2元/人*月", "2元/人*年"),
        ("3个", "3套"),
        ("显著提高", "95%"),
        ("1次", "0次"),
        ("达成年度指标", "≥50人"),
    ],
)
def test_what_measures_something_else_has_no_ratio(actual: str, target: str):
    assert ratio(parse(actual), parse(target)) is None


def test_two_spellings_of_a_unit_price_are_comparable():
    assert comparable(parse("2元/人·月"), parse("每人每月2元"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("显著提高", "显著提高。"),
        ("已正常开展", "正常 开展"),
        ("基本合格", "合格"),
        ("Ａ，Ｂ", "A、B"),
    ],
)
def test_words_are_the_same_without_punctuation_and_leading_words(left: str, right: str):
    assert same_words(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("显著提高", "有所提高"), ("", ""), (None, None), ("。", "，")]
)
def test_other_words_and_no_words_are_not_the_same(left: str | None, right: str | None):
    assert not same_words(left, right)


@pytest.mark.parametrize(
    ("actual", "target", "verdict"),
    [
        ("7月", "9月前", "on-time"),
        ("9月", "9月前", "on-time"),
        ("10月", "9月前", "late"),
        ("2024年12月25日", "12月底", "on-time"),
        ("2024年10月", "2024年10月15日前", "undecided"),
        ("2025年1月3日", "2024年底", "late"),
        ("95%", "12月底", None),
        ("12月底", "长期", None),
    ],
)
def test_a_date_is_late_only_under_every_reading(actual: str, target: str, verdict: str | None):
    assert punctuality(parse(actual), parse(target)) == verdict


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
    with pytest.raises(ValueError, match="计量单位"):
        format_amount(10_000, unit="光年外")
