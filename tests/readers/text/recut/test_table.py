"""A table of tabs some of whose rows lost them; ⇥ stands for a tab."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

WHOLE = """\
项目支出绩效自评表

(2023年度)

项目名称⇥⇥乡村道路养护⇥⇥⇥⇥⇥⇥
主管部门⇥⇥[301]云溪县交通运输局⇥⇥⇥实施单位⇥云溪县公路站⇥⇥
项目资金 (万元)⇥⇥⇥年初预算数⇥全年预算数⇥全年执行数⇥分值⇥执行率⇥得分
⇥年度资金总额⇥⇥82.5⇥80.5⇥76.5⇥10⇥95.03%⇥9.5
⇥其中: 当年财政拨款⇥⇥82.5⇥80.5⇥76.5⇥—⇥—⇥—
⇥其他资金⇥⇥0⇥0⇥0⇥—⇥—⇥—
年度总体目标⇥预期目标⇥⇥⇥⇥实际完成情况⇥⇥⇥
⇥养护乡村道路35公里。⇥⇥⇥⇥已养护36公里，路面平整。⇥⇥⇥
绩效指标⇥一级指标⇥二级指标⇥三级指标⇥年度指标值⇥实际完成值⇥分值⇥得分⇥偏差原因分析及改进措施
⇥产出指标 (50分)⇥数量指标⇥养护里程⇥≥35公里⇥36公里⇥20⇥20⇥
⇥⇥质量指标⇥验收合格率⇥≥95%⇥97%⇥12.5⇥12.5⇥
⇥⇥时效指标⇥完工时间⇥11月底前⇥12月5日⇥17.5⇥8.75⇥雨季较长，工期推迟
⇥效益指标 (40分)⇥社会效益指标⇥群众出行条件⇥明显改善⇥已明显改善⇥40⇥40⇥
总分⇥⇥⇥⇥⇥⇥100⇥90.75⇥良
自评结论⇥⇥项目按要求实施，自评90.75分。⇥⇥⇥⇥⇥⇥
"""


def read(text: str) -> Form:
    (found,) = forms(text.replace("⇥", "\t"))
    return found


def with_line(whole: str, lost: str) -> Form:
    """Return the form one of whose lines came in another shape."""
    return read(WHOLE.replace(f"{whole}\n", f"{lost}\n"))


def doubted(form: Form) -> set[str]:
    return {doubt.at for doubt in form.doubts}


def row(form: Form, at: int) -> tuple[str | None, ...]:
    found = form.indicators[at]
    return found.level2, found.name, found.target, found.actual, found.weight, found.score


def test_a_whole_table_is_read_without_a_doubt():
    form = read(WHOLE)

    assert row(form, 2) == ("时效指标", "完工时间", "11月底前", "12月5日", "17.5", "8.75")
    assert form.doubts == ()


def test_cells_that_a_blank_parts_go_to_their_columns_and_are_in_doubt():
    form = with_line(
        "⇥⇥时效指标⇥完工时间⇥11月底前⇥12月5日⇥17.5⇥8.75⇥雨季较长，工期推迟",
        "⇥⇥时效指标 完工时间⇥11月底前 12月5日⇥17.5 8.75⇥雨季较长，工期推迟",
    )

    assert row(form, 2) == ("时效指标", "完工时间", "11月底前", "12月5日", "17.5", "8.75")
    assert {"indicators[2].name", "indicators[2].actual", "indicators[2].score"} <= doubted(form)
    assert "indicators[1].score" not in doubted(form)


def test_cells_that_nothing_parts_are_told_by_what_they_hold():
    form = with_line(
        "⇥⇥质量指标⇥验收合格率⇥≥95%⇥97%⇥12.5⇥12.5⇥",
        "⇥⇥质量指标验收合格率≥95%97%12.512.5⇥",
    )

    assert row(form, 1) == ("质量指标", "验收合格率", "≥95%", "97%", "12.5", "12.5")


def test_words_that_ran_together_end_where_a_value_of_words_begins():
    form = with_line(
        "⇥效益指标 (40分)⇥社会效益指标⇥群众出行条件⇥明显改善⇥已明显改善⇥40⇥40⇥",
        "⇥效益指标 (40分)社会效益指标⇥群众出行条件明显改善⇥已明显改善⇥40⇥40⇥",
    )

    assert row(form, 3) == ("社会效益指标", "群众出行条件", "明显改善", "已明显改善", "40", "40")
    assert (form.indicators[3].level1, form.indicators[3].level1_points) == ("效益指标", "40")


def test_amounts_that_ran_together_are_parted_so_that_the_rate_is_right():
    form = with_line(
        "⇥年度资金总额⇥⇥82.5⇥80.5⇥76.5⇥10⇥95.03%⇥9.5",
        "⇥年度资金总额⇥⇥82.580.576.51095.03%9.5",
    )
    line = form.funds.lines[0]

    assert (line.initial_budget, line.adjusted_budget, line.executed) == ("82.5", "80.5", "76.5")
    assert (line.weight, line.rate, line.score) == ("10", "95.03%", "9.5")
    assert "funds.lines[0].executed" in doubted(form)


def test_headings_that_ran_together_keep_their_columns():
    form = with_line(
        "项目资金 (万元)⇥⇥⇥年初预算数⇥全年预算数⇥全年执行数⇥分值⇥执行率⇥得分",
        "项目资金 (万元)年初预算数全年预算数 全年执行数⇥分值⇥执行率得分",
    )
    line = form.funds.lines[0]

    assert (form.funds.unit, line.label, line.initial_budget) == ("万元", "年度资金总额", "82.5")
    assert (line.executed, line.weight, line.rate, line.score) == ("76.5", "10", "95.03%", "9.5")


def test_nothing_below_a_heading_that_was_cut_again_is_sure():
    form = with_line(
        "绩效指标⇥一级指标⇥二级指标⇥三级指标⇥年度指标值⇥实际完成值⇥分值⇥得分⇥偏差原因分析及改进措施",
        "绩效指标 一级指标 二级指标⇥三级指标⇥年度指标值实际完成值⇥分值 得分⇥偏差原因分析及改进措施",
    )

    assert row(form, 0) == ("数量指标", "养护里程", "≥35公里", "36公里", "20", "20")
    assert {"indicators[0].target", "indicators[3].score"} <= doubted(form)


def test_goals_are_parted_where_a_sentence_ends():
    form = with_line(
        "⇥养护乡村道路35公里。⇥⇥⇥⇥已养护36公里，路面平整。⇥⇥⇥",
        "⇥养护乡村道路35公里。已养护36公里，路面平整。⇥⇥⇥",
    )

    assert form.goal.expected == "养护乡村道路35公里。"
    assert form.goal.actual == "已养护36公里，路面平整。"


def test_a_second_goal_begins_where_its_paragraphs_are_numbered_anew():
    form = with_line(
        "⇥养护乡村道路35公里。⇥⇥⇥⇥已养护36公里，路面平整。⇥⇥⇥",
        "⇥<p>1. 养护道路。</p><p>2. 保障出行。</p><p>1. 已养护。</p><p>2. 出行畅通。</p>⇥⇥⇥",
    )

    assert (form.goal.expected, form.goal.actual) == (
        "1. 养护道路。\n2. 保障出行。",
        "1. 已养护。\n2. 出行畅通。",
    )


def test_labels_inside_a_row_part_it():
    form = with_line(
        "主管部门⇥⇥[301]云溪县交通运输局⇥⇥⇥实施单位⇥云溪县公路站⇥⇥",
        "主管部门[301]云溪县交通运输局实施单位 云溪县公路站⇥⇥",
    )

    assert form.project.department == "云溪县交通运输局"
    assert form.project.implementing_unit == "云溪县公路站"
    assert "project.department_code" in doubted(form)


def test_the_total_and_the_texts_below_it_are_cut_behind_their_labels():
    text = WHOLE.replace("总分⇥⇥⇥⇥⇥⇥100⇥90.75⇥良", "总分100 90.75⇥良").replace(
        "自评结论⇥⇥项目按", "自评结论项目按"
    )

    form = read(text)

    assert (form.total.weight, form.total.score, form.total.grade) == ("100", "90.75", "良")
    assert form.conclusion == "项目按要求实施，自评90.75分。"


def test_a_row_without_any_tab_left_belongs_to_the_table_around_it():
    form = with_line(
        "⇥年度资金总额⇥⇥82.5⇥80.5⇥76.5⇥10⇥95.03%⇥9.5",
        "年度资金总额 82.5 80.5 76.5 10 95.03% 9.5",
    )

    assert len(form.funds.lines) == 3
    assert len(form.indicators) == 4


def test_rows_that_end_behind_their_last_cell_lost_nothing():
    unpadded = "\n".join(line.rstrip("⇥") for line in WHOLE.splitlines())

    assert read(unpadded).doubts == ()


def test_a_very_long_row_is_not_weighed_cut_by_cut():
    form = with_line(
        "自评结论⇥⇥项目按要求实施，自评90.75分。⇥⇥⇥⇥⇥⇥", f"自评结论 {'好1' * 20_000}⇥⇥⇥"
    )

    assert len(form.indicators) == 4


def test_a_first_row_without_any_tab_left_belongs_to_the_table_below_it():
    form = with_line("项目名称⇥⇥乡村道路养护⇥⇥⇥⇥⇥⇥", "项目名称 乡村道路养护")

    assert form.project.name == "乡村道路养护"


def test_a_heading_finds_its_columns_by_the_only_whole_row_below_it():
    text = WHOLE.replace(
        "项目资金 (万元)⇥⇥⇥年初预算数⇥全年预算数⇥全年执行数⇥分值⇥执行率⇥得分",
        "项目资金 (万元) 资金来源 年初预算数⇥全年预算数⇥全年执行数⇥分值执行率得分",
    )
    text = text.replace("82.5⇥80.5⇥76.5⇥—⇥—⇥—", "82.5⇥80.5 76.5⇥—⇥—⇥—")
    line = read(text.replace("0⇥0⇥0⇥—⇥—⇥—", "0 0⇥0⇥—⇥—⇥—")).funds.lines[0]

    assert (line.initial_budget, line.weight, line.rate, line.score) == (
        "82.5",
        "10",
        "95.03%",
        "9.5",
    )


def test_a_further_text_is_cut_behind_its_label_though_that_begins_like_a_money_line():
    form = with_line(
        "总分⇥⇥⇥⇥⇥⇥100⇥90.75⇥良",
        "其他需要说明事项 无其他事项需要说明。⇥⇥⇥⇥⇥⇥",
    )

    (told,) = form.texts
    assert (told.label, told.text) == ("其他需要说明事项", "无其他事项需要说明。")


def test_an_amount_is_cut_behind_its_label_and_colon():
    text = WHOLE.replace(
        "项目资金 (万元)⇥⇥⇥年初预算数⇥全年预算数⇥全年执行数⇥分值⇥执行率⇥得分\n", ""
    )
    text = text.replace("⇥其他资金⇥⇥0⇥0⇥0⇥—⇥—⇥—\n", "")
    text = text.replace("⇥其中: 当年财政拨款⇥⇥82.5⇥80.5⇥76.5⇥—⇥—⇥—\n", "")
    text = text.replace(
        "⇥年度资金总额⇥⇥82.5⇥80.5⇥76.5⇥10⇥95.03%⇥9.5",
        "项目资金 (万元)⇥年度资金总额:825⇥⇥⇥⇥⇥⇥",
    )
    (line,) = read(text).funds.lines

    assert (line.label, line.initial_budget) == ("年度资金总额", "825")
