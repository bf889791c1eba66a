import pytest
from msgspec.structs import replace

from jiheng.model.form import Form, MoneyLine
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.scoring.forms import form, item, scored

TRAINING = """
    产出指标 | 数量指标 | 培训人数 | ≥100人 | 96人 | 40 | 40
    产出指标 | 质量指标 | 教学效果 | 明显改善 | 达成年度指标 | 10 | 9
    效益指标 | 社会效益指标 | 投诉次数 | ≤2次 | 1次 | 30 | 30
    满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""


def test_the_lowest_and_highest_totals_are_the_sums_of_the_items():
    result = scored(form(TRAINING, money="50 | 50 | 40 | 10 | 8"))

    # 8 + 38.4 + (8 to 10) + 30 + 10
    assert (result.low, result.high) == (9440, 9640)


def test_the_printed_scores_are_summed_apart_from_the_printed_total():
    result = scored(form(TRAINING, money="50 | 50 | 40 | 10 | 8", total="100"))

    assert (result.printed_sum, result.printed_total) == (9700, 10_000)


def test_execution_comes_first_among_the_items():
    result = scored(form(TRAINING, money="50 | 50 | 40 | 10 | 8"))

    assert [one.at for one in result.items][:2] == ["funds.lines[0].score", "indicators[0].score"]


def test_a_form_without_money_block_has_no_rate():
    result = scored(form(TRAINING))

    assert (result.execution, result.rate, result.budget) == (None, None, None)


def test_a_form_without_anything_to_score_has_no_total():
    result = scored(form())

    assert (result.low, result.high, result.printed_sum) == (None, None, None)


def test_a_row_without_weight_is_not_scored():
    row = item("产出指标 | 成本指标 | 单价 | 75元/个 | 75元/个 | |")

    assert (row.kind, row.low, row.high, row.branch) == ("unscored", None, None, "unscored")


def test_a_negative_weight_is_no_weight():
    row = item("产出指标 | 数量指标 | 印章数量 | 400个 | 400个 | -10 | 10")

    assert row.branch == "unscored"


def test_a_row_without_weight_leaves_the_total_alone():
    rows = """
        产出指标 | 数量指标 | 印章数量 | 400个 | 400个 | 10 | 10
        产出指标 | 成本指标 | 单价 | 75元/个 | 75元/个 | |
    """

    assert scored(form(rows)).high == 1000


@pytest.mark.parametrize("weight", ["", "五", "-10"])
def test_a_printed_score_without_weight_leaves_no_total_to_be_said(weight: str):
    rows = f"""
        产出指标 | 数量指标 | 印章数量 | 400个 | 400个 | 10 | 10
        产出指标 | 数量指标 | 培训人数 | 50人 | 50人 | {weight} | 20
    """
    result = scored(form(rows))

    assert (result.low, result.high) == (None, None)


def test_money_scored_without_weight_leaves_no_total_to_be_said():
    result = scored(form(TRAINING, money="50 | 50 | 40 | | 8"))

    assert (result.low, result.high) == (None, None)


def test_an_adjusted_target_counts_before_the_first_one():
    given = form("产出指标 | 数量指标 | 培训人数 | ≥100人 | 80人 | 10 | 10")
    adjusted = replace(given.indicators[0], adjusted_target="≥80人")

    assert scored(replace(given, indicators=(adjusted,))).high == 1000


def test_yuan_and_ten_thousand_yuan_are_compared_as_money():
    row = item("产出指标 | 成本指标 | 搬迁费用 | ≤6.84万元 | 68400元 | 10 | 10")

    assert (row.branch, row.low, row.ratio) == ("kept", 1000, (1, 1))


def test_a_bare_actual_is_in_the_unit_of_its_target():
    row = item("效益指标 | 社会效益指标 | 知晓率 | ≥80% | 60 | 10 | 7.5")

    assert row.low == 750


def test_a_bare_share_beside_a_rate_is_a_share():
    row = item("效益指标 | 社会效益指标 | 知晓率 | ≥80% | 0.6 | 10 | 7.5")

    assert row.low == 750


def test_people_and_visits_are_not_compared():
    row = item("产出指标 | 数量指标 | 服务 | ≥100人 | 120人次 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("undecided", 0, 1000)


def test_an_operator_printed_with_the_actual_is_only_printed():
    row = item("产出指标 | 数量指标 | 参保人数 | ≥200人 | ≥240人 | 10 | 10")

    assert (row.branch, row.ratio) == ("attained", (6, 5))


def test_a_strict_ceiling_that_the_system_also_prints_for_the_actual_is_kept():
    row = item("产出指标 | 时效指标 | 故障排除时间 | <3小时 | <3小时 | 5 | 5", "liupanshui-2023")

    assert (row.branch, row.low) == ("kept", 500)


def test_a_strict_ceiling_that_is_just_reached_is_open_where_exceeding_costs_all():
    row = item("产出指标 | 时效指标 | 故障排除时间 | <3小时 | 3小时 | 5 | 5", "liupanshui-2023")

    assert (row.branch, row.low, row.high) == ("at-limit", 0, 500)


def test_a_count_without_operator_should_be_reached():
    row = item("产出指标 | 数量指标 | 印章数量 | 400个 | 380个 | 10 | 9.5")

    assert (row.kind, row.inferred, row.low) == ("positive", True, 950)


def test_a_cost_without_operator_should_not_be_passed():
    row = item("产出指标 | 成本指标 | 印章费用 | 4万元 | 5万元 | 10 | 10")

    assert (row.kind, row.inferred, row.low) == ("negative", True, 800)


def test_a_printed_operator_is_not_inferred():
    assert item("产出指标 | 数量指标 | 印章数量 | ≥400个 | 380个 | 10 | 9.5").inferred is False


def test_a_completion_phrase_opens_its_tier():
    row = item("产出指标 | 质量指标 | 验收 | 合格 | 达成年度指标 | 10 | 10")

    assert (row.kind, row.branch, row.low, row.high) == ("qualitative", "tier-met", 800, 1000)


def test_a_partly_completion_phrase_opens_the_tier_of_the_pack():
    row = item(
        "产出指标 | 质量指标 | 验收 | 合格 | 部分达成年度指标并具有一定效果 | 10 | 7", "cn-2017"
    )

    assert (row.branch, row.low, row.high) == ("tier-partly", 500, 799)


def test_a_completion_phrase_for_a_number_opens_a_tier_too():
    row = item("产出指标 | 数量指标 | 培训人数 | ≥100人 | 达成年度指标 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("tier-met", 800, 1000)


def test_a_completion_phrase_for_a_date_opens_a_tier_too():
    row = item("产出指标 | 时效指标 | 发放时间 | 每月10号前 | 达成年度指标 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("tier-met", 800, 1000)


def test_a_completion_phrase_for_a_formula_opens_a_tier_too():
    row = item("产出指标 | 数量指标 | 补助标准 | 缴费金额*10%*1/3 | 达成年度指标 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("tier-met", 800, 1000)


def test_words_that_repeat_the_target_met_it():
    row = item("效益指标 | 社会效益指标 | 服务水平 | 显著提高 | 已显著提高。 | 10 | 6")

    assert (row.branch, row.low, row.high) == ("tier-met", 800, 1000)


def test_people_named_in_words_are_met_by_the_same_words():
    row = item("产出指标 | 数量指标 | 覆盖人群 | 全县职工和居民 | 全县职工和居民 | 10 | 10")

    assert row.branch == "tier-met"


def test_other_words_are_for_people_to_judge():
    row = item("效益指标 | 社会效益指标 | 服务水平 | 显著提高 | 有所提高 | 10 | 6")

    assert (row.branch, row.low, row.high) == ("undecided", 0, 1000)


def test_a_blank_actual_leaves_everything_open():
    row = item("产出指标 | 数量指标 | 培训人数 | ≥100人 | | 10 | 10")

    assert (row.kind, row.branch, row.low, row.high) == ("positive", "blank-actual", 0, 1000)


def test_a_placeholder_is_as_good_as_blank():
    row = item("产出指标 | 数量指标 | 培训人数 | ≥**人 | 96人 | 10 | 10")

    assert row.branch == "blank-target"


def test_the_same_date_in_the_same_words_is_kept():
    row = item("产出指标 | 时效指标 | 完成时间 | 2023年年底 | 2023年年底 | 10 | 10")

    assert (row.kind, row.branch, row.low) == ("date", "date-reached", 1000)


def test_the_same_period_is_kept():
    row = item("产出指标 | 数量指标 | 线路运转 | 全年 | 全年 | 10 | 10")

    assert (row.kind, row.branch, row.low) == ("date", "date-reached", 1000)


def test_an_earlier_month_is_in_time():
    row = item("产出指标 | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 10 | 10")

    assert (row.branch, row.low) == ("date-reached", 1000)


def test_a_later_month_is_late():
    row = item("产出指标 | 时效指标 | 完成时间 | 9月底前 | 10月 | 10 | 10")

    assert (row.branch, row.low, row.high) == ("date-late", 0, 799)


def test_a_day_of_the_next_year_is_late_for_a_deadline_without_year():
    row = item("产出指标 | 时效指标 | 完成时间 | 12月底前 | 2024年1月15日 | 10 | 10")

    assert row.branch == "date-late"


def test_days_without_any_year_are_taken_to_be_of_one_year():
    row = item("产出指标 | 时效指标 | 完成时间 | 9月底前 | 2月29日 | 10 | 10", year=None)

    assert row.branch == "date-reached"


def test_the_end_of_february_is_in_every_year():
    row = item("产出指标 | 时效指标 | 完成时间 | 2月底前 | 2月 | 10 | 10", year=2023)

    assert row.branch == "date-reached"


def test_the_end_of_february_is_the_29th_in_a_leap_year():
    row = item("产出指标 | 时效指标 | 完成时间 | 2月底前 | 2024年2月29日 | 10 | 10", year=2024)

    assert row.branch == "date-reached"


def test_the_first_of_march_is_after_the_end_of_february():
    row = item("产出指标 | 时效指标 | 完成时间 | 2月底前 | 2023年3月1日 | 10 | 10", year=2023)

    assert row.branch == "date-late"


def test_periods_without_days_are_not_compared():
    row = item("产出指标 | 时效指标 | 服务时间 | 全年 | 长期 | 10 | 10")

    assert (row.kind, row.branch) == ("date", "undecided")


def test_a_share_of_people_is_not_in_a_range_of_money():
    row = item("产出指标 | 成本指标 | 费用 | 80万元-90万元 | 85% | 10 | 10")

    assert row.branch == "undecided"


def test_a_value_inside_a_range_is_full():
    row = item("产出指标 | 质量指标 | 出勤率 | 80%-90% | 85% | 10 | 10")

    assert (row.branch, row.low) == ("in-range", 1000)


def test_a_value_outside_a_range_is_open():
    row = item("产出指标 | 质量指标 | 出勤率 | 80%-90% | 95% | 10 | 10")

    assert (row.branch, row.low, row.high) == ("out-of-range", 0, 1000)


def test_satisfaction_is_a_kind_of_its_own():
    row = item("满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 81% | 10 | 9")

    assert (row.kind, row.low) == ("satisfaction", 900)


def test_satisfaction_by_bands_takes_the_band_of_the_measured_rate():
    row = item("满意度指标 | 满意度指标 | 学员满意度 | ≥95% | 93% | 10 | 10", "cn-2021-101")

    assert (row.branch, row.low) == ("satisfaction-band", 1000)


def test_a_number_in_the_column_of_units_is_in_that_unit():
    given = form("产出指标 | 成本指标 | 印刷费 | ≤30 | 300000元 | 10 | 10")
    row = replace(given.indicators[0], unit="万元")

    assert scored(replace(given, indicators=(row,))).indicators[0].item.branch == "kept"


def test_a_row_marked_as_reverse_should_stay_below():
    given = form("效益指标 | 社会效益指标 | 空置天数 | 10天 | 20天 | 10 | 5")
    row = replace(given.indicators[0], nature="反向")

    assert scored(replace(given, indicators=(row,))).indicators[0].item.low == 500


def test_the_first_line_that_is_no_part_of_another_is_scored_without_a_yearly_total():
    lines = (
        MoneyLine(label="上级补助", of="财政拨款", adjusted_budget="1", executed="0"),
        MoneyLine(label="财政拨款", adjusted_budget="4", executed="3", weight="10"),
    )
    given: Form = replace(form(), funds=replace(form().funds, lines=lines))

    assert [(one.at, one.low) for one in scored(given).items] == [("funds.lines[1].score", 750)]


def test_the_yearly_total_is_scored_wherever_it_stands():
    lines = (
        MoneyLine(label="财政拨款", adjusted_budget="4", executed="4"),
        MoneyLine(label="年度资金总额", adjusted_budget="4", executed="3", weight="10"),
    )
    given: Form = replace(form(), funds=replace(form().funds, lines=lines))

    assert [(one.at, one.low) for one in scored(given).items] == [("funds.lines[1].score", 750)]


def test_the_pack_and_its_reason_stay_with_the_form():
    result = score_form(form(), load_pack("cn-2017"), "因为表样相符。")

    assert (result.pack.id, result.pack_why) == ("cn-2017", "因为表样相符。")
