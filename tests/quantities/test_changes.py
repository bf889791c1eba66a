"""Changes beside levels."""

import pytest

from jiheng.quantities import parse, sense


@pytest.mark.parametrize(
    ("actual", "target", "name", "expected"),
    [
        ("8%", "≥5%", "增长率", "plain"),
        ("下降8%", "下降5%", "事故率", "fall"),
        ("下降8%", "≥5%", "事故下降率", "fall"),
        ("8%", "下降5%", "事故下降率", "fall"),
        ("8%", "下降5%", "事故率", "apart"),
        ("下降8%", "≤5%", "事故率", "apart"),
        ("增长3%", "下降5%", "事故率", "apart"),
        ("增长3%", "≥5%", "事故下降率", "apart"),
        ("增长6%", "增长5%", "收入", "plain"),
        ("6%", "增长5%", "收入", "plain"),
        ("增长6%", "≥5%", "游客增长率", "plain"),
        ("提高5%", "≥90%", "就业率", "apart"),
        ("有所下降", "下降5%", "事故率", "plain"),
        ("-6%", "≥5%", "事故下降率", "apart"),
        ("-6%", "≥5%", "游客增长率", "plain"),
    ],
)
def test_how_two_values_are_compared(actual: str, target: str, name: str, expected: str):
    assert sense(parse(actual), parse(target), name) == expected
