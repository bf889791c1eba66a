"""Which way an indicator points."""

import pytest

from jiheng.quantities import direction, is_negative, is_rate, parse


@pytest.mark.parametrize(
    ("level2", "name", "target", "op", "ground"),
    [
        ("数量指标", "电子印章数量", "400个", "ge", "usual"),
        ("成本指标", "印章价格", "75元/个", "le", "cost"),
        ("经济成本指标", "项目总投入", "6万元", "le", "cost"),
        ("质量指标", "设备故障率", "2%", "le", "negative-word"),
        ("社会效益指标", "安全事故发生次数", "0次", "le", "negative-word"),
        ("社会效益指标", "投诉处理率", "100%", "ge", "positive-word"),
        ("成本指标", "成本节约率", "5%", "ge", "positive-word"),
        ("质量指标", "户均改造费用(元)", "300元", "le", "negative-word"),
        ("数量指标", "企业不承担移交后费用的比例", "100%", "ge", "usual"),
        ("时效指标", "受理至办结", "3个工作日", "le", "time"),
        ("时效指标", "及时率", "100%", "ge", "positive-word"),
        ("时效指标", "场馆每周开放时间", "42小时", "ge", "positive-word"),
        ("时效指标", "完成时间", "12月底", "le", "date"),
        ("社会效益指标", "受灾农户数", "0户", "le", "zero"),
    ],
)
def test_a_direction_that_is_not_printed_is_inferred(
    level2: str, name: str, target: str, op: str, ground: str
):
    found = direction(level2, name, parse(target))

    assert (found.op, found.is_printed, found.ground) == (op, False, ground)


def test_a_printed_operator_counts_before_every_word():
    found = direction("成本指标", "单位成本", parse("≥17.4万元"))

    assert (found.op, found.is_printed) == ("ge", True)


@pytest.mark.parametrize("nature", ["反向", "反向指标", "≤", "≦", "小于等于"])
def test_a_column_of_nature_counts_as_printed(nature: str):
    found = direction("质量指标", "平均等候", parse("20分钟"), nature=nature)

    assert (found.op, found.is_printed) == ("le", True)


@pytest.mark.parametrize("nature", ["定量", "定性", "", None])
def test_a_nature_without_direction_leaves_it_inferred(nature: str | None):
    found = direction("数量指标", "场次", parse("20次"), nature=nature)

    assert (found.op, found.is_printed) == ("ge", False)


@pytest.mark.parametrize(
    "target", ["显著提高", "全部", "60%-80%", "/", "缴费额*10%", "达成年度指标"]
)
def test_words_ranges_and_formulas_have_no_direction(target: str):
    assert direction("数量指标", "名称", parse(target)).op is None


def test_a_missing_level_and_name_point_upwards():
    assert direction(None, None, parse("5个")).op == "ge"


@pytest.mark.parametrize("name", ["安全事故发生率", "群众投诉", "资金支付逾期天数"])
def test_a_negative_name_is_known_by_its_word(name: str):
    assert is_negative(name)


@pytest.mark.parametrize("name", ["缴费人数", "投诉办结率", None, ""])
def test_other_names_are_not_negative(name: str | None):
    assert not is_negative(name)


@pytest.mark.parametrize("name", ["资金支付率", "学员满意度(%)", "女性占比", "政策知晓度"])
def test_a_name_that_ends_so_measures_a_share(name: str):
    assert is_rate(name)


@pytest.mark.parametrize("name", ["培训人数", "效率提升次数", "", None])
def test_other_names_measure_no_share(name: str | None):
    assert not is_rate(name)
