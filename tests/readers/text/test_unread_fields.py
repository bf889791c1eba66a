"""Rows of damaged text whose values could not be read."""

from tests.readers.recognise.sheets import forms

TORN = """\
山塘清淤绩效自评表.xlsx
云溪县项目支出绩效自评表 (2023年度) 项目名称 山塘清淤 三级指标 数量指标 指标1:清淤山塘 一级 指标 绩效指标 \
实际 指标值 完成值 12口 分值 得分 12口 20 20 质量指标 指标1:淤泥外 运 100% 100% 20 20 时效指标 指标1:完工 \
10月 10月 20 20 4万元 4万元 成本指标 指标1:每口造价 社会效益指标 指标1:蓄水能力 满意度指标 指标1:村民满意 总分
"""


def doubted(text: str) -> set[str]:
    (form,) = forms(text)
    return {doubt.at for doubt in form.doubts}


def test_values_torn_from_their_names_are_in_doubt():
    fields = {"target", "actual", "weight", "score"}

    assert {f"indicators[0].{field}" for field in fields} <= doubted(TORN)
