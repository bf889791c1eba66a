"""Tables that lost their heading: the lower part of a form alone, or one before a whole form."""

from tests.readers.recognise.sheets import COLUMNS, HEAD, forms

LOWER = """\
质量指标 | 路面合格率 | ≥ | 90 | % | 88 | 20 | 19.5 | 雨水冲刷，已列入下年计划 |
时效指标 | 完工及时率 | = | 100 | % | 100 | 20 | 20 | |
满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥ | 90 | % | 95 | 10 | 10 | |
合计 | 60 | 59.5 | |
"""


def test_rows_without_heading_are_read_by_the_columns_that_fit_them():
    (form,) = forms(LOWER)

    assert [
        (row.name, row.target, row.actual, row.weight, row.score) for row in form.indicators
    ] == [
        ("路面合格率", "≥90%", "88", "20", "19.5"),
        ("完工及时率", "=100%", "100", "20", "20"),
        ("村民满意度", "≥90%", "95", "10", "10"),
    ]


def test_every_field_of_such_a_row_is_in_doubt():
    (form,) = forms(LOWER)
    doubted = {doubt.at for doubt in form.doubts}

    assert {"indicators[1].name", "indicators[1].target", "indicators[1].score"} <= doubted


def test_the_total_below_them_is_theirs():
    (form,) = forms(LOWER)

    assert (form.total.weight, form.total.score) == ("60", "59.5")


def test_the_form_below_them_is_another_one():
    row = "| 产出指标 | 数量指标 | 养护里程 | ≥100公里 | 120公里 | 90 | 90 | |\n"
    lower, whole = forms(LOWER + HEAD + COLUMNS + row)

    assert [row.name for row in lower.indicators] == ["路面合格率", "完工及时率", "村民满意度"]
    assert lower.project.name is None
    assert whole.project.name == "乡村道路养护"


def test_a_form_that_breaks_off_below_its_goal_is_a_form():
    goal = "| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |\n| | 养好路。 | | | 养护120公里。 | | | |\n"
    (form,) = forms("项目支出绩效自评表\n| 项目名称 | | 乡村道路养护 | | | | | |\n" + goal)

    assert (form.project.name, form.goal.expected) == ("乡村道路养护", "养好路。")


def test_a_table_without_any_level_is_no_form():
    rows = "| 收入项目 | 行次 | 金额 |\n| 财政拨款收入 | 1 | 80 |\n| 事业收入 | 2 | 76 |\n"

    assert forms(rows) == ()


def test_columns_under_which_the_weights_pass_the_full_marks_do_not_fit():
    rows = """\
质量指标 | 路面合格率 | 95% | 60 | 60 |
时效指标 | 完工及时率 | 100% | 40 | 40 |
"""
    (form,) = forms(rows)

    assert [row.weight for row in form.indicators] == ["60", "40"]
