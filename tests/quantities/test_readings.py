"""In which unit a bare number is meant."""

import pytest

from jiheng.quantities import format_amount, parse, readings


def read(actual: str, target: str, *, is_rate: bool = False) -> list[tuple[str, str]]:
    """Return every reading, printed."""
    return [
        (
            format_amount(pair.actual.amount or 0, pair.actual.over, pair.actual.unit),
            format_amount(pair.target.amount or 0, pair.target.over, pair.target.unit),
        )
        for pair in readings(parse(actual), parse(target), is_rate=is_rate)
    ]


@pytest.mark.parametrize(
    ("actual", "target", "pair"),
    [
        ("95", "≥95%", ("95%", "95%")),
        ("0.95", "≥95%", ("95%", "95%")),
        ("1", "≥98%", ("100%", "98%")),
        ("1.2", "≥95%", ("120%", "95%")),
        ("0.5", "≤1%", ("0.5%", "1%")),
        ("0.05", "≤1%", ("0.05%", "1%")),
        ("0.3", "≥80%", ("30%", "80%")),
        ("1.35", "≥1.35%", ("1.35%", "1.35%")),
        ("5", "≤8‰", ("5‰", "8‰")),
        ("4", "≥3倍", ("4倍", "3倍")),
        ("2", "0%", ("2%", "0%")),
        ("98%", "≥95", ("98%", "95%")),
        ("98%", "≥0.95", ("98%", "95%")),
        ("50", "≥50个", ("50个", "50个")),
        ("30", "≤30万元", ("30万元", "30万元")),
        ("30万", "≤30万元", ("30万元", "30万元")),
        ("256000", "≤30万元", ("256000元", "30万元")),
        ("3.5万人", "≥30000", ("3.5万人", "30000人")),
        ("28", "万亩 | 28", ("28万亩", "28万亩")),
        ("5000", "≤0万元", ("5000万元", "0万元")),
        ("30分", "≤1小时", ("30分钟", "1小时")),
        ("2小时", "≤90分", ("2小时", "90分钟")),
        ("95分", "≥90分", ("95分", "90分")),
    ],
)
def test_a_bare_number_is_in_the_unit_that_is_near(actual: str, target: str, pair: tuple[str, str]):
    assert read(actual, target) == [pair]


@pytest.mark.parametrize(
    ("actual", "target", "first", "second"),
    [
        ("0.2", "≤5%", "0.2%", "20%"),
        ("2", "≥80%", "2%", "200%"),
        ("0.02", "≤1%", "0.02%", "2%"),
        ("2000", "≥3万人", "2000万人", "2000人"),
        ("500", "≤30万元", "500万元", "500元"),
    ],
)
def test_a_bare_number_near_neither_has_two_readings(
    actual: str, target: str, first: str, second: str
):
    assert [shown for shown, _ in read(actual, target)] == [first, second]


@pytest.mark.parametrize(
    ("actual", "target", "pairs"),
    [
        ("95", "≥0.95", [("95%", "95%")]),
        ("0.96", "≥95", [("96%", "95%")]),
        ("96", "≥95", [("96", "95")]),
        ("0.96", "≥0.95", [("0.96", "0.95")]),
        ("2", "≥1", [("2", "1")]),
        ("1", "≥2", [("1", "2")]),
        ("8", "≥0.95", [("8%", "95%"), ("8", "0.95")]),
        ("60", "≥0.01", [("60%", "1%"), ("60", "0.01")]),
        ("0", "≥95", [("0", "95")]),
    ],
)
def test_two_bare_rates_may_be_a_percent_and_a_share(
    actual: str, target: str, pairs: list[tuple[str, str]]
):
    assert read(actual, target, is_rate=True) == pairs


def test_two_bare_numbers_that_are_no_rates_stay_as_they_are():
    assert read("95", "≥0.95") == [("95", "0.95")]


def test_a_bare_number_beside_a_measure_word_that_no_list_knows_stays_bare():
    (pair,) = readings(parse("5"), parse("≥3柄"))

    assert (pair.actual.unit, pair.actual.amount) == (None, 50_000)


@pytest.mark.parametrize("actual", ["未发生", "无", "没有", "零", "无投诉", "未出现安全事故。"])
def test_none_beside_nothing_is_nothing(actual: str):
    assert read(actual, "=0起") == [("0起", "0起")]


@pytest.mark.parametrize(
    ("actual", "target"),
    [("", "0起"), ("—", "0起"), ("无法统计", "0起"), ("无", "≤2次"), ("未发生", "≥2次")],
)
def test_what_may_be_a_blank_or_a_shortfall_is_not_nothing(actual: str, target: str):
    (pair,) = readings(parse(actual), parse(target))

    assert pair.actual.amount is None
