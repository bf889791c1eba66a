"""Cells as clerks fill them in, beyond the reference collection."""

import pytest

from jiheng.quantities import parse, parse_in


@pytest.mark.parametrize("text", [None, "", "  ", "/", "—", "--", "无", "不涉及", "不适用", "\n"])
def test_an_empty_cell_is_blank(text: str | None):
    assert parse(text).kind == "blank"


def test_zero_is_a_number_and_not_blank():
    value = parse("0")

    assert (value.kind, value.amount) == ("number", 0)


@pytest.mark.parametrize(
    "text", ["**", "≥**%", "XX个", "……", "≥……%", "2024年×月×日", "(100字以内)", "____"]
)
def test_a_hint_of_the_template_is_a_placeholder(text: str):
    assert parse(text).kind == "placeholder"


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("≥95%", "ge"),
        ("＞＝95％", "ge"),
        ("=>95%", "ge"),
        ("不得低于95%", "ge"),
        ("满意度达到95%", "ge"),
        ("95%(含)以上", "ge"),
        ("95%以上(含)", "ge"),
        ("为95%以上", "ge"),
        ("≦3次", "le"),
        ("=<3次", "le"),
        ("控制在3次以内", "le"),
        ("最多3次", "le"),
        ("＞3次", "gt"),
        ("超过3次", "gt"),
        ("﹤3次", "lt"),
        ("不足3次", "lt"),
        ("═3次", "eq"),
        ("约3次", "approx"),
        ("3次左右", "approx"),
        ("3次", None),
    ],
)
def test_an_operator_is_read_as_glyph_or_word(text: str, op: str | None):
    assert parse(text).op == op


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("1,234.5万元", 123_450_000_000, "万元"),
        ("2亿元", 2_000_000_000_000, "亿元"),
        ("3千人", 30_000_000, "千人"),
        ("1.5亿", 1_500_000_000_000, None),
        ("-5%", -500, "%"),
        ("3‰", 30, "‰"),
        ("２０ 个", 200_000, "个"),
        ("三个", 30_000, "个"),
        ("不少于十二次", 120_000, "次"),
        ("百分之九十五", 9500, "%"),
        ("千分之3", 30, "‰"),
        ("九成", 9000, "成"),
        ("零投诉", 0, "投诉"),
        ("500㎡", 7500, "平方米"),
        ("3个百分点", 300, "%"),
        ("每人每月128元", 1_280_000, "元/人·月"),
        ("100元/(人·天)", 1_000_000, "元/人·天"),
        ("1600元每亩", 16_000_000, "元/亩"),
        ("每月2次", 20_000, "次/月"),
        ("(10%)", 1000, "%"),
        ("≥12月", 120_000, "月"),
    ],
)
def test_an_amount_is_in_ten_thousandths_of_the_base_unit(text: str, amount: int, unit: str | None):
    value = parse(text)

    assert (value.amount, value.over, value.unit) == (amount, 1, unit)


def test_more_than_four_decimals_stay_exact():
    value = parse("0.00001%")

    assert (value.amount, value.over) == (1, 1000)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("60%-80%", 6000, 8000, "%"),
        ("60～80%", 6000, 8000, "%"),
        ("10至20人", 100_000, 200_000, "人"),
        ("95%±2%", 9300, 9700, "%"),
        ("3-5天以内", 2_592_000_000, 4_320_000_000, "天"),
        ("80%-60%", 6000, 8000, "%"),
    ],
)
def test_a_range_has_two_ends(text: str, low: int, high: int, unit: str):
    value = parse(text)

    assert (value.kind, value.amount, value.upper, value.unit) == ("range", low, high, unit)


@pytest.mark.parametrize(
    "text", ["1/3", "7×24小时", "20000册*25=500000元", "1:1", "缴费基数×8%", "2元×12个月"]
)
def test_a_calculation_is_a_formula(text: str):
    assert parse(text).kind == "formula"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("市级1个，县级3个", ["市级1个", "县级3个"]),
        ("5台和3套", ["5台", "3套"]),
        ("①印发50册；②培训20人", ["印发50册", "培训20人"]),
        ("≥95%且≤100%", ["≥95%", "≤100%"]),
        ("3次；2024年12月底前", ["3次", "2024年12月底前"]),
    ],
)
def test_several_values_in_one_cell_are_a_list(text: str, parts: list[str]):
    value = parse(text)

    assert value.kind == "list"
    assert [part.normalised for part in value.parts] == parts


def test_two_numbers_parted_by_a_blank_are_not_run_together():
    value = parse("18.6公里 20 20")

    assert value.flags == ("two-numbers",)
    assert [part.normalised for part in value.parts] == ["18.6公里20", "20"]


def test_groups_parted_by_blanks_are_one_number():
    assert parse("1 234 567元").amount == 12_345_670_000


def test_a_comma_between_groups_does_not_part_two_values():
    assert parse("12,000人").amount == 120_000_000


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("30余人", "and-more"),
        ("3万余元", "scaled"),
        ("28次(完成率140%)", "completion-note"),
        ("≥90%以内", "two-operators"),
        ("5处合计20公里", "two-numbers"),
        ("较上年增长5%", "change"),
        ("比上年下降3个百分点", "decrease"),
        ("W95%", "ocr"),
        ("295%", "ocr-possible"),
        ("7塔", "unknown-unit"),
        ("基本完成", "hedged"),
    ],
)
def test_a_flag_says_what_a_reader_should_know(text: str, flag: str):
    assert flag in parse(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "第1次",
        "5G网络",
        "一体化",
        "一次性发放",
        "万众一心",
        "3A级景区",
        "财发〔2020〕10号",
        "零距离",
    ],
)
def test_a_number_inside_a_name_is_no_value(text: str):
    assert parse(text).is_words


@pytest.mark.parametrize(
    ("text", "prefix", "note"),
    [
        ("合格率≥98%", "合格率", None),
        ("培训人数：50", "培训人数", None),
        ("50名学生", None, "学生"),
        ("15个自然日内办结", None, "办结"),
        ("10%(省级)", None, "省级"),
        ("2024年12月底前完成95%以上", "2024年12月底前完成", None),
        ("较2020年下降18%", "较2020年下降", None),
    ],
)
def test_words_round_a_number_are_kept(text: str, prefix: str | None, note: str | None):
    value = parse(text)

    assert (value.kind, value.prefix, value.note) == ("number", prefix, note)


@pytest.mark.parametrize(
    ("unit", "amount"), [("万元", 3_000_000_000), ("元", 300_000), ("%", 3000), ("人次", 300_000)]
)
def test_a_unit_column_gives_the_unit(unit: str, amount: int):
    assert parse_in("30", unit=unit).amount == amount


def test_a_unit_in_the_cell_counts_before_the_unit_column():
    assert parse_in("30元", unit="万元").amount == 300_000


def test_a_scale_word_is_not_counted_twice():
    assert parse_in("30万", unit="万元").amount == 3_000_000_000


def test_a_range_takes_the_unit_of_its_column():
    value = parse_in("3-5", unit="万元")

    assert (value.amount, value.upper) == (300_000_000, 500_000_000)


def test_a_placeholder_takes_the_unit_of_its_column():
    assert parse_in("**", unit="万元").unit == "万元"


@pytest.mark.parametrize("unit", [None, "", "-", "定性", "无"])
def test_an_empty_unit_column_leaves_the_number_bare(unit: str | None):
    assert parse_in("30", unit=unit).unit is None


def test_the_name_gives_unit_and_operator():
    value = parse_in("85", name="苗木成活率(≥**%)")

    assert (value.op, value.amount, value.unit) == ("ge", 8500, "%")


def test_an_operator_in_the_cell_counts_before_the_name():
    assert parse_in("≤85%", name="苗木成活率(≥**%)").op == "le"


def test_the_name_gives_the_unit_alone():
    value = parse_in("120", name="培训人数（人）")

    assert (value.op, value.unit) == (None, "人")


def test_brackets_of_a_name_that_hold_words_give_nothing():
    value = parse_in("120", name="培训场次（含线上）")

    assert (value.op, value.unit) == (None, None)


def test_words_take_no_unit():
    assert parse_in("显著提高", unit="%").unit is None
