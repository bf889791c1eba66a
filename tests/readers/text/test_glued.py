"""Forms copied as one run of characters, without anything between the cells."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

FORM = (
    "附件云溪县公路站2024年1月12日项目支出绩效自评表(2023年度)项目名称乡村道路养护主管部门云溪县交通运输局"
    "实施单位云溪县公路站项目资金(万元)全年预算数(A)全年执行数(B)分值执行率(B/A)得分"
    "年度资金总额:1201141095.00%9.5其中:本年财政拨款120114其他资金"
    "年度总体目标年初设定目标全年实际完成情况养好路。养护120公里。"
    "绩效指标一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因分析"
    "产出指标(60分)数量指标养护里程20≥100公里120公里20新建涵洞10≥5座5座10"
    "质量指标路面(含桥面)合格率30≥90%88%29经济效益指标"
    "社会效益指标出行方便程度20显著提升显著提升20满意度指标服务对象满意度指标村民满意度10≥90%95%10"
    "总分10098.5注:1.得分不得超过分值。"
)


def read(text: str = FORM) -> Form:
    (found,) = forms(text)
    return found


def test_labels_part_the_head():
    form = read()

    assert form.project.name == "乡村道路养护"
    assert form.project.department == "云溪县交通运输局"
    assert form.project.implementing_unit == "云溪县公路站"


def test_amounts_are_cut_so_that_the_rate_agrees():
    line = read().funds.lines[0]

    assert (line.adjusted_budget, line.executed) == ("120", "114")
    assert (line.weight, line.rate, line.score) == ("10", "95.00%", "9.5")


def test_indicators_are_cut_by_what_their_columns_hold():
    assert [
        (row.level2, row.name, row.weight, row.target, row.actual, row.score)
        for row in read().indicators
    ] == [
        ("数量指标", "养护里程", "20", "≥100公里", "120公里", "20"),
        ("数量指标", "新建涵洞", "10", "≥5座", "5座", "10"),
        ("质量指标", "路面(含桥面)合格率", "30", "≥90%", "88%", "29"),
        ("社会效益指标", "出行方便程度", "20", "显著提升", "显著提升", "20"),
        ("服务对象满意度指标", "村民满意度", "10", "≥90%", "95%", "10"),
    ]


def test_the_total_follows_its_label():
    assert (read().total.weight, read().total.score) == ("100", "98.5")


def test_nothing_read_this_way_is_certain():
    form = read()
    doubted = {doubt.at for doubt in form.doubts}

    assert {"project.name", "funds.lines[0].executed", "indicators[2].target"} <= doubted


def test_blanks_inside_words_and_marks_between_pages_are_nothing():
    form = read(FORM.replace("三级指标", "三级 指标").replace("合格率30≥90%", "合格率3\n2、0≥90%"))

    assert form.indicators[2].weight == "30"


def test_a_sentence_that_names_a_few_headings_is_no_form():
    assert forms("自评表设一级指标、二级指标、三级指标和分值，由单位填写。") == ()


def test_lines_without_any_separator_inside_are_rows():
    text = """云溪县助学金项目绩效评价指标表
评价指标评价内容指标名称指标说明目标值分值备注
产出数量指标受助学生人数210010
质量指标受助对象准确率98%20
时效指标发放及时率100%30
成本指标资助标准达标率95%30
总分100
"""
    (form,) = forms(text)

    assert [(row.name, row.target, row.weight) for row in form.indicators][1:] == [
        ("受助对象准确率", "98%", "20"),
        ("发放及时率", "100%", "30"),
        ("资助标准达标率", "95%", "30"),
    ]
