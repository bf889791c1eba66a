"""A page of one line whose headings were torn apart; the names of the indicators are numbered."""

from tests.readers.recognise.sheets import forms

PAGE = (
    "项目支出绩效自评表 (2021年度) 项目名称 家庭医生服务 主管部门 云溪县卫生局 "
    "一级 指标 — 年度 实际 指标值 完成值 二级指标 三级指标 "
    "指标1:建立健康档案 3850人 指标2:发放宣传资料 3744人 3 3 分值 得分 14种 "
    "指标3:举办讲座 12次 15次 2 2 指标4:上门随访 ≥200人 180人 5 4.5 "
    "指标5:签约率 80% 82% 5 5 时效指标 指标1:按期随访率 95% 96% 10 10 总分 100 96"
)


def read(text: str = PAGE):
    (form,) = forms(text)
    return form


def test_numbered_names_begin_rows():
    assert [
        (row.name, row.target, row.actual, row.weight, row.score)
        for row in read().indicators
        if row.actual
    ] == [
        ("举办讲座", "12次", "15次", "2", "2"),
        ("上门随访", "≥200人", "180人", "5", "4.5"),
        ("签约率", "80%", "82%", "5", "5"),
        ("按期随访率", "95%", "96%", "10", "10"),
    ]


def test_values_of_a_row_that_fits_no_columns_are_not_guessed():
    first, second = read().indicators[:2]

    assert (first.name, first.target, second.name, second.target) == (
        "建立健康档案",
        None,
        "发放宣传资料",
        None,
    )


def test_a_level_before_a_numbered_name_is_its_level():
    assert read().indicators[-1].level2 == "时效指标"


def test_the_order_of_the_torn_headings_is_the_order_of_the_columns():
    page = PAGE.replace("指标值 完成值", "分值 完成值").replace(
        "分值 得分 14种", "指标值 得分 14种"
    )
    page = page.replace("12次 15次 2 2", "2 15次 12次 2")

    assert next(row for row in read(page).indicators if row.name == "举办讲座").weight == "2"


def test_what_is_read_by_such_names_is_in_doubt():
    doubted = {doubt.at for doubt in read().doubts}

    assert {"indicators[2].target", "indicators[2].score"} <= doubted


def test_the_total_stands_below_the_last_row():
    assert (read().total.weight, read().total.score) == ("100", "96")
