"""An exported table becomes the forms of one unit, and forms become its rows again."""

import pytest
from msgspec.structs import replace

from jiheng.model.form import Source
from jiheng.web.columns.building import Whose, build
from jiheng.web.columns.fields import guessed
from jiheng.web.columns.leaving import as_text, rows_out
from jiheng.web.columns.table import Table
from jiheng.web.prefill.money import in_unit
from tests.web.city import FORM

WHOSE = Whose(
    unit="云岭市就业服务中心",
    year=2025,
    money="元",
    source=Source(path="导出.xlsx", format="text", part="", index=1, sha256="0" * 64),
)
LONG = """
实施单位\t项目名称\t年初预算数\t一级指标\t二级指标\t三级指标\t运算符号\t指标值\t计量单位\t分值
云岭市就业服务中心\t培训补助\t800000\t产出指标\t数量指标\t培训人数\t≥\t1200\t人\t50
\t\t\t效益指标\t社会效益指标\t就业率\t≥\t70\t%\t40
云岭市就业服务中心\t稳岗返还\t500000\t产出指标\t时效指标\t发放时间\t定性\t6月底前\t\t50
云岭市水质监测站\t水质监测\t900000\t产出指标\t数量指标\t断面\t＝\t12\t个\t50
"""


def table(text: str) -> Table:
    """Return a table as people write it."""
    headings, *rows = (tuple(line.split("\t")) for line in text.strip("\n").split("\n"))
    return Table(headings=headings, rows=tuple(rows))


def built(text: str = LONG, whose: Whose = WHOSE):
    """Return the forms of a table under the mapping that its headings suggest."""
    given = table(text)
    return build(given, guessed(given.headings), whose)


def test_a_project_with_several_rows_is_one_form():
    forms = built().forms

    assert [form.project.name for form in forms] == ["培训补助", "稳岗返还"]
    assert [row.name for row in forms[0].indicators] == ["培训人数", "就业率"]


def test_a_target_in_three_columns_is_one_target():
    assert [row.target for form in built().forms for row in form.indicators] == [
        "≥1200人", "≥70%", "6月底前",
    ]  # fmt: skip


def test_money_is_the_units_of_the_mapping():
    form = built().forms[0]

    assert (form.funds.unit, form.funds.lines[0].initial_budget) == ("元", "800000")


def test_rows_of_other_units_are_left_out_and_counted():
    assert built().aside == 1


def test_rows_of_another_year_are_left_out():
    text = "项目名称\t年度\t年初预算数\n培训补助\t2025\t80\n稳岗返还\t2024年\t50\n"

    found = built(text)

    assert [form.project.name for form in found.forms] == ["培训补助"]
    assert found.aside == 1


def test_forms_go_out_in_the_order_of_the_columns():
    given = table(LONG)
    columns = guessed(given.headings)

    rows = rows_out(built().forms, columns, "元")

    assert rows[0] == given.rows[0]
    assert rows[1][5:] == ("就业率", "≥", "70", "%", "40")


@pytest.mark.parametrize("target", ["2025年11月底前", "95%以上", "有所改善", "3-5天"])
def test_a_target_that_is_more_than_a_number_stays_in_one_piece(target):
    row = replace(FORM.indicators[0], target=target)
    columns = guessed(("运算符号", "指标值", "计量单位"))

    assert rows_out((replace(FORM, indicators=(row,)),), columns, "元") == (("", target, ""),)


def test_a_mapping_without_indicators_gives_a_row_a_form():
    columns = guessed(("项目名称", "备注", "全年执行数"))

    assert rows_out((FORM,), columns, "万元") == (("职业技能培训补助", "", "76"),)


def test_money_goes_out_in_the_unit_of_the_mapping():
    columns = guessed(("项目名称", "全年执行数"))

    assert rows_out((FORM,), columns, "元") == (("职业技能培训补助", "760000"),)


def test_money_moves_between_units_without_loss():
    line = replace(FORM.funds.lines[0], initial_budget="86,870,000.01")
    form = replace(FORM, funds=replace(FORM.funds, unit="元", lines=(line,)))

    assert in_unit(form, "万元").funds.lines[0].initial_budget == "8687.000001"


def test_no_cell_of_the_copied_text_is_a_formula_or_breaks_its_row():
    rows = (("=1+1", "+cmd", "-2+3", "@sum", "-5.2%", "a\tb\nc"),)

    assert as_text(rows) == "'=1+1\t'+cmd\t'-2+3\t'@sum\t-5.2%\ta b c"
