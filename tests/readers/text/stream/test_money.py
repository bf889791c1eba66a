"""Money blocks with one cell a line."""

from jiheng.model.form import MoneyLine
from tests.readers.recognise.sheets import forms

HEAD = "项目支出绩效自评表\n(2023年度)\n项目名称\n乡村道路养护\n"
ROWS = "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n产出指标\n数量指标\n养护里程\n100公里\n90公里\n"


def lines(money: str) -> tuple[MoneyLine, ...]:
    (found,) = forms(HEAD + money + ROWS)
    return found.funds.lines


def test_a_method_of_prose_stands_in_the_row_of_its_line():
    total, part = lines(
        "项目资金(万元)\n年初预算数\n全年执行数\n分值\n执行率\n得分\n得分计算方法\n"
        "年度资金总额\n80\n76\n10\n95%\n9.5\n按实际完成值与目标值之比乘以分值。\n其他资金\n0\n0\n"
    )

    assert (total.score, total.method) == ("9.5", "按实际完成值与目标值之比乘以分值。")
    assert (part.label, part.executed) == ("其他资金", "0")


def test_a_line_whose_amounts_were_left_empty_keeps_its_label():
    assert [
        line.label
        for line in lines(
            "项目资金(万元)\n年初预算数\n全年预算数\n全年执行数\n分值\n执行率\n得分\n"
            "年度资金总额\n80\n80\n76\n10\n95%\n9.5\n上年结转资金\n其他资金\n—\n—\n—\n"
        )
    ] == ["年度资金总额", "上年结转资金", "其他资金"]


def test_labels_and_amounts_without_headings():
    assert [
        (line.label, line.initial_budget)
        for line in lines(
            "项目资金(万元)\n年度资金总额:\n3820\n其中:财政拨款\n3820\n其他资金\n0.00\n"
        )
    ] == [("年度资金总额", "3820"), ("财政拨款", "3820"), ("其他资金", "0.00")]


def test_an_unknown_label_that_begins_with_a_rate():
    (line,) = lines(
        "预算执行情况(万元)\n执行率(B/A)\n执行数(B)\n得分(20分×执行率)\n预算数(A)\n"
        "年度财政资金总额\n98.35%\n2721.44\n19.67\n2767.1\n"
    )

    assert (line.label, line.rate, line.adjusted_budget) == ("年度财政资金总额", "98.35%", "2767.1")
