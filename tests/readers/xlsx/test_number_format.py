from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiheng.formats.xlsx.number_format import compile_format


# Expected texts are what Excel shows for these codes.
@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0", "2.5", "3"),
        ("0", "-2.5", "-3"),
        ("0.00", "2.005", "2.01"),
        ("#.##", "0.5", ".5"),
        ("#.##", "3", "3."),
        ("0.0#", "1.50", "1.5"),
        ("#,##0", "1234567", "1,234,567"),
        ("#,##0", "999.5", "1,000"),
        ("#,##0", "0", "0"),
        ("#", "0", ""),
        ("0,", "12345", "12"),
        ("0.0,,", "86870000", "86.9"),
        ("0%", "1.3315", "133%"),
        ("0.00%", "0.201", "20.10%"),
        ("0.0 %", "0.5", "50.0 %"),
        ("¥0.00", "8.5", "¥8.50"),
        ("[$¥-804]#,##0.00", "1234.5", "¥1,234.50"),
        ("[$-804]0.00", "1.5", "1.50"),
        ('0"分"', "10", "10分"),
        ("0\\分", "10", "10分"),
        ("000-0000", "1234567", "123-4567"),
        ("0_)", "5", "5"),
        ("* 0", "5", "5"),
        ("0;(0)", "-5", "(5)"),
        ("0;;", "-5", ""),
        ("0;-0;零", "0", "零"),
        ("[<60]不合格;[>=90]优;良", "95", "优"),
        ("[<60]不合格;[>=90]优;良", "75", "良"),
        ("[红色]0.0", "1.25", "1.3"),
        ("General", "86870000", "86870000"),
        ("G/通用格式", "0.5", "0.5"),
        ('General"元"', "12.50", "12.5元"),
        ("General;-General", "-3", "-3"),
        ("@", "100", "100"),
        ("0.00E+00", "0.00012", "1.20E-04"),
        ("# ?/?", "0.5", "0.5"),
        ("0.00", "1E+30", "1E+30"),
        ("0.00", "-0.001", "0.00"),
        ("yyyy-mm-dd", "45285", "2023-12-25"),
        ("yyyy/m/d", "45285", "2023/12/25"),
        ("yy.mm", "45285", "23.12"),
        ("d-mmm-yy", "45285", "25-Dec-23"),
        ("aaaa", "45285", "星期一"),
        ("h:mm AM/PM", "0.604166666666667", "2:30 PM"),
        ("上午/下午h时mm分", "0.25", "上午6时00分"),
        ("mm:ss", "0.0104166666666667", "15:00"),
        ("[mm]:ss", "0.0416666666666667", "60:00"),
        ("yyyy/m/d", "1", "1900/1/1"),
        ("yyyy/m/d", "61", "1900/3/1"),
    ],
)
def test_a_number_is_shown_as_its_format_says(code: str, value: str, shown: str):
    assert compile_format(code).number(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("General", "优"), ("0.00", "优"), ("@", "优"), ('0;-0;0;@"等"', "优等"), (";;;", "")],
)
def test_a_text_is_shown_as_its_format_says(code: str, shown: str):
    assert compile_format(code).text("优") == shown


def test_days_counted_from_1904_are_shown():
    assert compile_format("yyyy/m/d").number(Decimal(43823), is_1904=True) == "2023/12/25"


PIECES = st.sampled_from(
    [*'0#?.,%;@_*\\!"[]/ymdhsaeE+-年', "General", "[h]", "[>5]", "[DBNum1]", "AM/PM", "E+", "00"]
)


@given(st.lists(PIECES, max_size=12), st.decimals(allow_nan=False, allow_infinity=False))
def test_any_code_shows_any_number_as_some_text(pieces: list[str], value: Decimal):
    assert isinstance(compile_format("".join(pieces)).number(value), str)


@given(st.lists(PIECES, max_size=12))
def test_any_code_shows_any_text_as_some_text(pieces: list[str]):
    assert isinstance(compile_format("".join(pieces)).text("优"), str)
