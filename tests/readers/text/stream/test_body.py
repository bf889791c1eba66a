"""Indicators with one cell a line: rows and columns found by what the cells hold."""

from jiheng.model.form import Form, Indicator
from tests.readers.recognise.sheets import forms

HEAD = "项目支出绩效自评表\n(2023年度)\n项目名称\n乡村道路养护\n主管部门\n云溪县交通运输局\n"
NATIONAL = (
    "一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n偏差原因分析及改进措施\n"
)


def only(text: str) -> Form:
    (found,) = forms(HEAD + text)
    return found


def first(text: str) -> Indicator:
    return only(text).indicators[0]


def test_a_reason_is_not_the_name_of_the_next_indicator():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n90公里\n50\n45\n雨季停工\n"
        "桥梁检测座数\n≥8座\n8座\n40\n40\n总分\n90\n85\n"
    )

    assert [(row.name, row.reason) for row in read.indicators] == [
        ("养护里程", "雨季停工"),
        ("桥梁检测座数", None),
    ]


def test_operator_value_and_unit_in_cells_of_their_own():
    row = first(
        "一级指标\n二级指标\n三级指标\n指标性质\n指标值\n度量单位\n完成值\n权重\n得分\n未完成原因分析\n"
        "产出指标\n数量指标\n养护里程\n≥\n100\n公里\n120公里\n50\n50\n"
        "质量指标\n路面状况\n定性\n优良\n优良\n40\n40\n合计\n90\n90\n"
    )

    assert (row.nature, row.unit, row.target, row.actual) == ("≥", "公里", "≥100公里", "120公里")


def test_a_column_of_unknown_heading_that_is_empty_swallows_no_row():
    read = only(
        "一级指标\n二级指标\n三级指标\n年度指标值\n全年完成值\n经费保障\n制度保障\n人员保障\n原因说明\n"
        "产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n桥梁管护机制\n基本健全\n已基本健全\n"
        "效益指标\n社会效益指标\n安全事故起数\n0起\n0起\n"
    )

    assert [(row.level1, row.name, row.actual) for row in read.indicators] == [
        ("产出指标", "养护里程", "120公里"),
        ("产出指标", "桥梁管护机制", "已基本健全"),
        ("效益指标", "安全事故起数", "0起"),
    ]


def test_headings_of_two_rows_stand_in_the_place_of_the_one_that_they_divide():
    row = first(
        "一级指标\n二级指标\n三级指标\n指标值\n指标标准或依据\n上年实际实现值\n预期当年实现值\n"
        "产出指标\n数量指标\n养护里程\n90公里\n≥100公里\n达到目标值计满分，没有达到的按比例计分。\n"
    )

    assert (row.target, row.method) == ("≥100公里", "达到目标值计满分，没有达到的按比例计分。")


def test_a_second_level_printed_again_as_the_name_is_no_reason_of_the_row_above():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n"
        "效益指标\n定额成本控制率\n定额成本控制率\n=100%\n100%\n40\n40\n总分\n90\n90\n"
    )

    assert [(row.name, row.reason) for row in read.indicators] == [
        ("养护里程", None),
        ("定额成本控制率", None),
    ]


def test_a_value_with_an_operator_is_the_adjusted_target_and_not_what_was_reached():
    row = first(
        "指标名称\n计量单位\n指标性质\n年初指标值\n调整指标值\n全年完成值\n得分系数(%)\n指标权重(分)\n"
        "指标得分(分)\n是否核心指标\n说明\n验收合格率\n%\n≥\n97\n≥97%\n97%\n100\n7.5\n否\n"
    )

    assert (row.adjusted_target, row.actual, row.coefficient) == ("≥97%", "97%", "100")


def test_a_name_like_a_heading_already_seen_begins_the_rows():
    row = first(
        "指标名称\n计量单位\n指标性质\n年初指标值\n全年完成值\n指标权重(分)\n指标得分(分)\n是否核心指标\n说明\n"
        "养护任务按期完成率\n%\n≥\n96\n98%\n50\n50\n是\n"
        "养护里程\n公里\n≥\n100\n120\n40\n40\n否\n"
    )

    assert (row.name, row.target, row.actual) == ("养护任务按期完成率", "≥96%", "98%")


def test_a_lone_number_of_points_is_the_score_where_the_scores_then_make_the_total():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n"
        "质量指标\n路面合格率\n≥90%\n88%\n38\n总分\n90\n88\n"
    )

    assert (read.indicators[1].weight, read.indicators[1].score) == (None, "38")


def test_a_lone_number_of_points_that_nothing_settles_is_in_doubt():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n"
        "质量指标\n路面合格率\n≥90%\n88%\n38\n"
    )

    assert {"indicators[1].weight", "indicators[1].score"} <= {each.at for each in read.doubts}


def test_a_second_paragraph_of_a_reason_stays_in_its_cell_and_is_in_doubt():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n90公里\n50\n45\n"
        "一是雨季时间长，部分路段停工两个月，影响进度。\n二是材料涨价，已在下年预算中考虑，按季调整。\n"
        "桥梁检测座数\n≥8座\n8座\n40\n40\n总分\n90\n85\n"
    )

    assert (read.indicators[0].reason or "").count("\n") == 1
    assert "indicators[0].reason" in {each.at for each in read.doubts}
    assert read.indicators[1].name == "桥梁检测座数"


def test_columns_may_stand_in_another_order():
    row = first(
        "一级指标\n二级指标\n三级指标\n得分\n实际完成值\n分值\n年度指标值\n偏差原因分析\n"
        "产出指标\n数量指标\n养护里程\n45\n90公里\n50\n≥100公里\n雨季停工\n总分\n50\n45\n"
    )

    assert (row.target, row.actual, row.weight, row.score) == ("≥100公里", "90公里", "50", "45")


def test_levels_over_names_left_empty_hold_no_indicator_and_make_no_doubt():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n指标1: 养护里程\n≥100公里\n120公里\n50\n50\n指标2:\n.....\n"
        "成本指标\n指标1:\n.....\n效益指标\n社会效益指标\n指标1: 安全事故起数\n0起\n0起\n40\n40\n"
        "满意度指标\n服务对象满意度指标\n指标1:\n总分\n90\n90\n"
    )

    assert [(row.level2, row.name) for row in read.indicators] == [
        ("数量指标", "养护里程"),
        ("社会效益指标", "安全事故起数"),
    ]
    assert read.doubts == ()


def test_a_name_over_two_lines_is_one_and_in_doubt():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n"
        "购买大坝安全监测服务\n水库数\n≥8座\n8座\n40\n40\n总分\n90\n90\n"
    )

    assert [row.name for row in read.indicators] == ["养护里程", "购买大坝安全监测服务水库数"]
    assert "indicators[1].name" in {each.at for each in read.doubts}


def test_behind_a_full_score_a_reason_may_say_that_there_is_none():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n无偏差\n"
        "桥梁检测座数\n≥8座\n8座\n40\n40\n总分\n90\n90\n"
    )

    assert [(row.name, row.reason) for row in read.indicators] == [
        ("养护里程", "无偏差"),
        ("桥梁检测座数", None),
    ]


def test_a_date_and_a_unit_over_two_lines_are_one_value():
    read = only(
        f"{NATIONAL}产出指标\n时效指标\n养护完成时间\n2022年12月\n底前\n2022年12月\n20日\n50\n50\n"
        "成本指标\n养护单价\n≤18.6万元/\n公里\n18.2万元/\n公里\n40\n40\n总分\n90\n90\n"
    )

    assert [(row.target, row.actual) for row in read.indicators] == [
        ("2022年12月底前", "2022年12月20日"),
        ("≤18.6万元/公里", "18.2万元/公里"),
    ]


def test_several_goals_beside_their_indicators():
    read = only(
        "一级指标\n二级指标\n三级指标\n年初目标值(A)\n实际完成值(B)\n得分\n"
        "年度绩效目标1(45分)\n产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n45\n"
        "年度绩效目标2(35分)\n产出指标\n数量指标\n桥梁检测座数\n≥8座\n8座\n35\n总分\n80\n"
    )

    assert [(row.goal, row.level1, row.name) for row in read.indicators] == [
        (0, "产出指标", "养护里程"),
        (1, "产出指标", "桥梁检测座数"),
    ]


def test_what_a_page_prints_below_a_form_is_no_indicator():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n养护里程\n≥100公里\n120公里\n50\n50\n"
        "文件下载：\n关联文件：\n主办：云溪县人民政府\n"
    )

    assert [row.name for row in read.indicators] == ["养护里程"]


def test_brackets_and_changes_over_two_lines_are_in_one_cell():
    read = only(
        f"{NATIONAL}产出指标\n数量指标\n医疗服务收入(不含药品、耗\n材、检查收入)占比\n≥30%\n31%\n50\n50\n"
        "效益指标\n社会效益指标\n涉检信访\n≤5%\n同比下降\n6.5%\n40\n40\n总分\n90\n90\n"
    )

    assert [(row.name, row.actual) for row in read.indicators] == [
        ("医疗服务收入(不含药品、耗材、检查收入)占比", "31%"),
        ("涉检信访", "同比下降6.5%"),
    ]


def test_without_points_a_name_below_a_few_words_of_reason_is_in_doubt():
    columns = "一级指标\n二级指标\n三级指标\n指标值\n全年实际完成值\n未完成原因\n"
    read = only(
        f"{columns}产出指标\n数量指标\n平均住院日\n≤9.2天\n8.7天\n医院参加绩效\n考核覆盖面\n100%\n100%\n"
    )

    assert "indicators[1].name" in {each.at for each in read.doubts}
