"""Lines whose cells are kept apart by blanks alone."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

TEXT = """\
项目支出绩效自评表

(2023年度)

项目名称 乡村道路养护
主管部门 云溪县交通运输局 实施单位 云溪县公路站
项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 80 80 76 10 95% 9.5
其中: 当年财政拨款 80 80 76 — — —
年度总体目标 预期目标 实际完成情况
养护乡村道路35公里。 已养护36公里，路面平整。
绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
指标性质 指标值 度量单位
产出指标 (50分) 数量指标 养护 里程 ≥ 35 公里 36公里 50 50
效益指标 (40分) 社会效益指标 群众出行条件 定性 明显改善 已明显改善 40 35 雨季较长，工期推迟
总分 100 94.5 优
自评结论 项目按要求实施，自评94.5分。

联系人: 祁川
"""


def read(text: str) -> Form:
    (found,) = forms(text)
    return found


def test_one_line_is_one_row_under_the_headings_above_it():
    first, second = read(TEXT).indicators

    assert (first.level1, first.level1_points, first.level2) == ("产出指标", "50", "数量指标")
    assert (first.target, first.actual, first.weight, first.score) == (
        "≥35公里",
        "36公里",
        "50",
        "50",
    )
    assert (second.target, second.actual, second.score) == ("明显改善", "已明显改善", "35")
    assert second.reason == "雨季较长，工期推迟"


def test_a_blank_inside_a_name_is_kept_there():
    assert read(TEXT).indicators[0].name == "养护里程"


def test_the_money_keeps_the_order_of_its_headings():
    line = read(TEXT).funds.lines[0]

    assert (line.label, line.initial_budget, line.executed) == ("年度资金总额", "80", "76")
    assert (line.weight, line.rate, line.score) == ("10", "95%", "9.5")


def test_goals_stand_in_the_order_of_their_headings():
    goal = read(TEXT).goal

    assert (goal.expected, goal.actual) == ("养护乡村道路35公里。", "已养护36公里，路面平整。")


def test_labels_and_texts_around_the_blocks_are_read():
    form = read(TEXT)

    assert form.project.implementing_unit == "云溪县公路站"
    assert (form.total.score, form.total.grade) == ("94.5", "优")
    assert form.conclusion == "项目按要求实施，自评94.5分。"
    assert form.contact == "祁川"


def test_every_field_of_the_rows_is_in_doubt():
    doubted = {doubt.at for doubt in read(TEXT).doubts}

    assert {"indicators[0].level1_points", "funds.lines[0].executed", "goal.actual"} <= doubted
    assert {"indicators[1].unit", "total.score", "conclusion"} <= doubted


PLANNED = """\
项目支出绩效目标表

(2023年度)

项目名称 乡村道路养护
项目资金 (万元) 年度资金总额: 80
其中:财政拨款 60
其他资金 20
部门职能与目标 年度绩效目标 养护乡村道路35公里。
目标完成情况 已养护36公里，路面平整。
绩效指标 一级指标 二级指标 三级指标 指标值 分值
上年实际实现值 预期当年实现值
产出指标 数量指标 养护里程 ≥35公里 50
绩效目标合理性 目标明确 10
"""


def test_money_beside_its_labels_is_cut_behind_them():
    first, part, other = read(PLANNED).funds.lines

    assert (first.label, first.initial_budget) == ("年度资金总额", "80")
    assert (part.label, part.initial_budget) == ("财政拨款", "60")
    assert (other.label, other.initial_budget) == ("其他资金", "20")


def test_a_goal_is_cut_behind_the_label_that_leads_it():
    goal = read(PLANNED).goal

    assert (goal.expected, goal.actual) == ("养护乡村道路35公里。", "已养护36公里，路面平整。")


def test_a_lower_row_of_headings_with_one_known_word_divides_the_heading_above():
    first = read(PLANNED).indicators[0]

    assert (first.name, first.target, first.weight) == ("养护里程", "≥35公里", "50")


def test_an_indicator_may_begin_like_the_label_of_a_goal():
    second = read(PLANNED).indicators[1]

    assert (second.name, second.target, second.weight) == ("绩效目标合理性", "目标明确", "10")


MANAGED = """\
转移支付区域绩效自评表

(2023年度)

转移支付(项目)名称 乡村道路养护补助
资金管理情况 管理事项 情况说明 存在问题和改进措施
分配科学性 按因素法分配，程序规范。 无
使用规范性 无 无
总体目标完成情况 总体目标 全年实际完成情况
养护乡村道路35公里。 已养护36公里。
绩效指标 一级指标 二级指标 三级指标 指标值 1-7月执行情况 全年预计完成情况 指标解释 评分标准
产出指标 数量指标 养护里程 ≥35公里 36公里 按完成比例计分。
"""


def test_matters_are_cut_from_their_texts():
    assert [(told.label, told.text) for told in read(MANAGED).texts] == [
        ("分配科学性", "按因素法分配，程序规范。"),
        ("分配科学性存在问题", "无"),
        ("使用规范性", "无"),
        ("使用规范性存在问题", "无"),
    ]


def test_a_heading_of_some_months_stands_beside_one_that_nobody_knows():
    (row,) = read(MANAGED).indicators

    assert (row.target, row.actual) == ("≥35公里", "36公里")


def test_of_two_headings_for_one_field_the_plainer_one_has_the_text():
    (row,) = read(MANAGED).indicators

    assert row.method == "按完成比例计分。"


def test_a_title_above_the_labels_is_no_goal_and_a_template_s_gap_no_value():
    (read,) = forms(
        "绩效目标申报表\n"
        "项目名称 云溪果园道路 项目负责人及电话 赵清 000\n"
        "绩效指标 一级指标 二级指标 三级指标 指标值 备注\n"
        "产出指标 数量指标 新建道路里程( ≥**公里 ) >=4公里\n"
        "质量指标 道路验收合格率(≥**%) >=98%\n"
        "满意度指标 服务对象满意度指标 果农满意度(≥**%) >=90%\n"
    )

    assert read.project.name == "云溪果园道路"
    assert [(row.level2, row.target) for row in read.indicators] == [
        ("数量指标", ">=4公里"),
        ("质量指标", ">=98%"),
        ("服务对象满意度指标", ">=90%"),
    ]


BROKEN = """\
项目支出绩效自评表(2023年度)
项目名称 山塘清淤
主管部门 云溪县水利局 实施单位 云溪县水利站
项目资金 年初预算数 全年预算数 全年执行数 分值 执行率 得分
(万元) 年度资金总额 60 60 57 10 95% 9.5
年度总体目标 预期目标 实际完成情况
清淤山塘12口。 已清淤12口。
绩效指标 一级指标 二级指标 三级指标 年度 实际 分值 得分 原因
指标值 完成值
产出指标 数量指标 清淤山塘 东片、西片各六口 东片五口、西片六口
40 35
质量指标 验收合格率 ≥95% 96% 20 20
效益指标 社会效益指标 蓄水能力 提升 提升 30 30
总分 100 94.5
"""


def test_headings_whose_ends_stand_in_the_next_line_are_whole():
    row = read(BROKEN).indicators[1]

    assert (row.target, row.actual, row.weight, row.score) == ("≥95%", "96%", "20", "20")


def test_points_that_fell_below_their_row_belong_to_it():
    row = read(BROKEN).indicators[0]

    assert (row.target, row.actual) == ("东片、西片各六口", "东片五口、西片六口")
    assert (row.weight, row.score) == ("40", "35")


def test_a_unit_that_begins_the_line_below_belongs_to_the_label_above():
    funds = read(BROKEN).funds

    assert funds.unit == "万元"
    assert (funds.lines[0].executed, funds.lines[0].rate, funds.lines[0].score) == (
        "57",
        "95%",
        "9.5",
    )


def test_a_line_of_a_page_in_the_middle_of_a_goal_breaks_nothing():
    cut = TEXT.replace("已养护36公里，路面平整。", "已养护36公里，\n— 6 —\n路面平整。")

    assert [row.name for row in read(cut).indicators] == [row.name for row in read(TEXT).indicators]
