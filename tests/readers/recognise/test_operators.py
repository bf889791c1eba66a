"""Operators that were misread: the field holds what was most likely meant, and is in doubt."""

import pytest

from jiheng.model.form import Doubt, Form
from tests.readers.recognise.sheets import form


def read(target: str, actual: str, name: str = "养护里程") -> Form:
    return form(f"| 产出指标(90分) | 数量指标 | {name} | {target} | {actual} | 90 | 90 | |")


@pytest.mark.parametrize(
    ("printed", "actual", "meant"),
    [
        ("二4艘", "5艘", "≥4艘"),
        ("二4艘", "=4艘", "=4艘"),
        ("二0起", "0起", "=0起"),
        ("二100%", "100%", "=100%"),
        ("二75元/米", "75元/米", "=75元/米"),
        ("W3%", "2.5%", "≤3%"),
        ("290%", "95%", "≥90%"),
        ("2100%", "100%", "≥100%"),
    ],
)
def test_a_misread_operator_is_read_as_it_was_meant(printed: str, actual: str, meant: str):
    found = read(printed, actual)

    assert found.indicators[0].target == meant
    assert found.cells["indicators[0].target"].text == printed


def test_what_was_misread_is_in_doubt_with_what_it_may_be():
    assert read("二4艘", "4艘").doubts == (
        Doubt(at="indicators[0].target", text="二4艘", candidates=("≥4艘", "=4艘"), reason="ocr"),
    )


def test_an_actual_value_that_repeats_the_operator_is_misread_as_well():
    (row,) = read("≥90%", "298%").indicators

    assert row.actual == "≥98%"


@pytest.mark.parametrize("target", ["28%", "120%", "2艘", "250%以上", "二〇二三年底前", "二级以上"])
def test_a_value_that_may_be_meant_as_printed_stays_out_of_doubt(target: str):
    found = read(target, "达成年度指标")

    assert (found.indicators[0].target, found.doubts) == (target, ())


def test_beside_a_misread_operator_a_small_share_is_read_by_its_points():
    rows = """
    | 产出指标(90分) | 质量指标 | 完好率 | 295% | 98% | 45 | 45 | |
    | | | 返修率 | 28% | 9% | 45 | 45 | |
    """

    found = form(rows.replace("\n    ", "\n"))

    assert found.indicators[1].target == "≥8%"
    assert [doubt.candidates for doubt in found.doubts] == [("≥95%", "295%"), ("≥8%", "28%")]
