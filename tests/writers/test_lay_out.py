import pytest
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Form, Funds, Indicator, LabelledText, MoneyLine, Source
from jiheng.rulebook.layouts import Layout, all_layouts, load_layout
from jiheng.writers.layout import LaidOut, lay_out
from tests.writers.forms import ROADS, WATER

GUYUAN = load_layout("guyuan-2024")
LIUPANSHUI = load_layout("liupanshui-2023")
EMPTY = Form(id="x-1", source=Source(path="", format="", part="", index=1, sha256=""))


def cell_at(laid: LaidOut, path: str) -> GridCell:
    return next(cell for cell in laid.grid.cells if (cell.row, cell.column) == laid.places[path])


def texts_of_row(laid: LaidOut, row: int) -> list[str]:
    return [cell.text for cell in laid.grid.cells if cell.row == row]


def covered(laid: LaidOut) -> list[tuple[int, int]]:
    return [
        (row, column)
        for cell in laid.grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
@pytest.mark.parametrize("form", [ROADS, WATER, EMPTY], ids=["roads", "water", "empty"])
def test_the_cells_cover_each_place_of_the_table_once(form: Form, layout: Layout):
    laid = lay_out(form, layout)

    places = [(row, column) for row in range(laid.rows) for column in range(laid.columns)]
    assert sorted(covered(laid)) == places


def test_a_level_1_heading_is_one_tall_cell_beside_all_its_rows():
    cell = cell_at(lay_out(WATER, LIUPANSHUI), "indicators[1].level1")

    assert (cell.text, cell.row_span) == ("产出指标 (50分)", 2)


def test_a_level_2_heading_takes_in_the_empty_rows_of_the_form():
    cell = cell_at(lay_out(ROADS, GUYUAN), "indicators[0].level2")

    assert (cell.text, cell.row_span) == ("数量指标", 3)


def test_the_form_of_guyuan_counts_indicators_and_prints_its_empty_rows():
    laid = lay_out(ROADS, GUYUAN)

    row = cell_at(laid, "indicators[2].name").row
    names = [cell.text for cell in laid.grid.cells if cell.column == 3 and cell.row >= row]
    assert names[:3] == ["指标1: 完成时间", "指标2:", "....."]


def test_a_level_2_heading_without_indicator_stands_where_the_form_prints_it():
    laid = lay_out(ROADS, GUYUAN)

    level2 = [cell.text for cell in laid.grid.cells if cell.column == 2 and cell.row > 7]
    assert level2[:4] == ["数量指标", "质量指标", "时效指标", "成本指标"]


def test_an_empty_form_prints_the_points_of_its_own_headings():
    laid = lay_out(EMPTY, GUYUAN)

    assert "绩效指标 (40分)" in [cell.text for cell in laid.grid.cells]


def test_a_filled_form_keeps_the_word_that_it_printed_for_a_heading():
    cell = cell_at(lay_out(ROADS, GUYUAN), "indicators[3].level1")

    assert cell.text == "绩效指标 (30分)"


def test_a_form_that_did_not_use_the_other_word_is_not_given_it():
    benefit = replace(ROADS.indicators[3], level1_printed="效益指标")

    laid = lay_out(replace(ROADS, indicators=(benefit,)), GUYUAN)

    assert cell_at(laid, "indicators[0].level1").text == "效益指标 (30分)"


def test_a_method_that_rows_share_is_one_tall_cell():
    laid = lay_out(ROADS, GUYUAN)

    assert laid.places["indicators[1].method"] == laid.places["indicators[0].method"]


def test_lower_money_lines_print_dashes_for_what_they_do_not_have():
    laid = lay_out(WATER, LIUPANSHUI)

    row = cell_at(laid, "funds.lines[2].label").row
    assert texts_of_row(laid, row) == [
        "-----本级安排:",
        "1000000.00",
        "1000000.00",
        "980000.00",
        "-",
        "-",
        "-",
    ]


def test_a_money_line_that_the_form_does_not_know_keeps_its_name():
    form = replace(
        EMPTY, funds=Funds(lines=(MoneyLine(label="年度资金总额"), MoneyLine(label="债券")))
    )

    laid = lay_out(form, LIUPANSHUI)

    assert cell_at(laid, "funds.lines[1].label").text == "债券:"


def test_an_empty_field_has_a_path_so_that_a_missing_reason_can_be_shown():
    laid = lay_out(WATER, LIUPANSHUI)

    assert cell_at(laid, "indicators[0].reason").text == ""


def test_the_code_of_the_department_stands_before_its_name():
    laid = lay_out(WATER, LIUPANSHUI)

    assert cell_at(laid, "project.department").text == "[418]临江县水务局"


def test_the_goal_of_guyuan_carries_its_labels_in_the_cells():
    laid = lay_out(ROADS, GUYUAN)

    assert cell_at(laid, "goal.actual").text == "年度总体目标完成情况综述: 养护公路326公里"


def test_the_lines_above_the_table_are_title_year_unit_and_date():
    laid = lay_out(WATER, LIUPANSHUI)

    assert [line.text for line in laid.before] == [
        "项目支出绩效目标自评表",
        "(2024年度)",
        "单位(盖章): 临江县水务局",
        "填报日期: 2025/01/16",
    ]


def test_notes_are_numbered_below_the_table():
    laid = lay_out(ROADS, GUYUAN)

    assert [line.text for line in laid.after] == [
        "注: 1. 每项得分以分值为限。",
        "2. 没有完成的, 请说明原因。",
    ]


def test_further_texts_follow_the_conclusion():
    form = replace(WATER, texts=(LabelledText(label="存在问题", text="收缴偏慢。"),))

    laid = lay_out(form, LIUPANSHUI)

    assert texts_of_row(laid, laid.rows - 1) == ["存在问题", "收缴偏慢。"]


def test_an_indicator_without_headings_still_has_its_row():
    form = replace(EMPTY, indicators=(Indicator(name="养护里程", score="5"),))

    laid = lay_out(form, LIUPANSHUI)

    assert cell_at(laid, "indicators[0].score").text == "5"
