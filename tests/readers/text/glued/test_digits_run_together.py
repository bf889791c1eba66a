"""Forms without separators whose numbers ran together, or whose headings were read askew."""

from jiheng.model.form import Form
from tests.readers.recognise.sheets import forms

HEAD = "部门整体绩效自评表主管部门云溪县水务局"
UNITS = "绩效指标指标名称计量单位指标性质指标值指标权重(分)全年完成值指标得分(分)说明"
LEVELS = "一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因分析"


def read(text: str) -> Form:
    (found,) = forms(text)
    return found


def points(form: Form) -> list[tuple[str | None, ...]]:
    return [(row.name, row.target, row.actual, row.weight, row.score) for row in form.indicators]


def test_digits_are_cut_so_that_the_points_follow_from_the_values():
    form = read(f"{HEAD}{UNITS}水质抽检合格率%901510015管网巡查及时率%951010010")

    assert points(form) == [
        ("水质抽检合格率", "90%", "100", "15", "15"),
        ("管网巡查及时率", "95%", "100", "10", "10"),
    ]


def test_a_value_with_its_unit_may_stand_beside_the_column_of_units():
    columns = "指标名称计量单位年初指标值全年完成值得分系数(%)指标权重(分)指标得分(分)是否核心指标"
    form = read(f"{HEAD}{columns}检修次数次26次28次100%55是漏损控制率%12%10%100%1010否")

    assert points(form) == [
        ("检修次数", "26次", "28次", "5", "5"),
        ("漏损控制率", "12%", "10%", "10", "10"),
    ]


def test_a_choice_ends_the_row():
    columns = "指标名称计量单位年初指标值全年完成值得分系数(%)指标权重(分)指标得分(分)是否核心指标"
    form = read(f"{HEAD}{columns}水费收缴率%98%99%100%1010是公用经费控制率%100%97%100%55否")

    assert [row.is_core for row in form.indicators] == ["是", "否"]


def test_a_heading_whose_letters_were_read_across_each_other_is_known_by_them():
    columns = LEVELS.replace("三级指标分值", "三级指标考值参分")
    form = read(
        f"{HEAD}{columns}产出指标数量指标检修泵站6≥8座9座6时效指标工程完工时间5年底前年底前4"
    )

    assert points(form) == [
        ("检修泵站", "≥8座", "9座", "6", "6"),
        ("工程完工时间", "年底前", "年底前", "5", "4"),
    ]


def test_a_column_that_nobody_knows_swallows_no_row():
    columns = LEVELS.replace("得分未完成", "得分佐证未完成")
    form = read(f"{HEAD}{columns}产出指标数量指标检修泵站6≥8座9座6新装水表9≥70块72块9")

    assert [row.name for row in form.indicators] == ["检修泵站", "新装水表"]


def test_names_that_a_template_numbers_and_nobody_filled_in_are_none():
    form = read(
        f"{HEAD}{LEVELS}产出指标数量指标检修泵站20≥8座9座20指标2:时效指标指标1:指标2:"
        "质量指标水质合格率30≥95%97%30"
    )

    assert [row.name for row in form.indicators] == ["检修泵站", "水质合格率"]


def test_a_page_ends_inside_a_number():
    form = read(f"{HEAD}{LEVELS}产出指标数量指标检修泵站12.5≥8座9座12\n\n2、.5新装水表9≥70块72块9")

    assert [row.score for row in form.indicators] == ["12.5", "9"]


def test_a_value_printed_twice_is_two_values_though_its_name_goes_before():
    form = read(f"{HEAD}{LEVELS}产出指标质量指标音响灯光道具等设备质量20合格合格20")

    assert points(form) == [("音响灯光道具等设备质量", "合格", "合格", "20", "20")]
