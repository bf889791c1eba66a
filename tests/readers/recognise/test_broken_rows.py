"""Rows of a text that go on in the next line, and tables without a column of names."""

from tests.readers.recognise.sheets import forms


def test_a_lone_number_below_a_row_is_its_weight_in_doubt():
    (read,) = forms(
        "一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重\n"
        "产出指标 数量指标 抽检批次 ≥ 40 批次 15\n"
        "产出指标 质量指标 抽检合格率 ≥ 95 % 15\n"
        "效益指标 社会效益指标 餐饮安全状况 定性 高中低\n"
        "10\n"
    )

    assert read.indicators[2].weight == "10"
    assert "indicators[2].weight" in {doubt.at for doubt in read.doubts}


def test_the_lowest_level_names_the_indicators_where_no_other_column_does():
    (read,) = forms(
        "| 一级指标 | 二级指标 | 分值 | 指标值 |\n"
        "| 投入指标 | 资金到位率 | 5 | 100% |\n"
        "| 过程指标 | 制度执行 | 10 | 合规 |\n"
    )

    assert [(row.level1, row.name, row.weight) for row in read.indicators] == [
        ("投入指标", "资金到位率", "5"),
        ("过程指标", "制度执行", "10"),
    ]


def test_a_level_with_nothing_beside_it_is_no_indicator():
    (read,) = forms(
        "| 一级指标 | 二级指标 | 三级指标 | 指标值 |\n"
        "| 产出指标 | 数量指标 | 绿化面积 | 3亩 |\n"
        "| 效益指标 | 经济效益指标 |\n"
        "| 社会效益指标 | 受益居民 | 900人 |\n"
    )

    assert [(row.level2, row.name) for row in read.indicators] == [
        ("数量指标", "绿化面积"),
        ("社会效益指标", "受益居民"),
    ]


def test_labelled_fields_of_the_money_make_its_first_line():
    (read,) = forms(
        "| 项目名称 | 云溪校车 | | |\n"
        "| 转移支付预算数(A) | 8万 | 预算执行率(B/A) | 75% |\n"
        "| 转移支付执行数(B) | 6万 | | |\n"
        "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n"
        "| 产出指标 | 数量指标 | 校车数量 | 2辆 | 2辆 |\n"
    )
    (line,) = read.funds.lines

    assert (line.adjusted_budget, line.executed, line.rate) == ("8万", "6万", "75%")
