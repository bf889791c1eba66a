"""What single layouts do that others do not."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import LabelledText, Project
from jiheng.rulebook.layouts import load_layout, parse_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, empty_form, lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.writers.full_form import FULL


def full(layout_id: str) -> LaidOut:
    return lay_out(FULL, load_layout(layout_id))


def row_of(laid: LaidOut, path: str) -> list[str]:
    row = laid.places[path][0]
    return [cell.text for cell in laid.grid.cells if cell.row == row]


def cell_with(laid: LaidOut, text: str) -> GridCell:
    return next(cell for cell in laid.grid.cells if cell.text == text)


def below(laid: LaidOut, over: GridCell) -> list[str]:
    columns = range(over.column, over.column + over.column_span)
    return [
        cell.text for cell in laid.grid.cells if cell.row == over.row + 1 and cell.column in columns
    ]


def part(data: bytes, name: str) -> str:
    return ZipFile(BytesIO(data)).read(name).decode()


def test_operator_number_and_unit_stand_in_cells_of_their_own():
    row = row_of(full("sichuan-2023"), "indicators[1].target")

    assert row[1:5] == ["场馆设施完好率", "=", "100", "%"]


def test_a_target_in_words_stays_whole():
    row = row_of(full("sichuan-2023"), "indicators[2].target")

    assert row[2:6] == ["丰富群众文化生活", "定性", "有所丰富", ""]


def test_the_unit_is_taken_out_of_a_target_that_does_not_tell_it_apart():
    plain = replace(FULL.indicators[0], nature=None, unit=None, target="≧735人次")

    laid = lay_out(replace(FULL, indicators=(plain,)), load_layout("sichuan-2023"))

    assert row_of(laid, "indicators[0].target")[2:6] == ["免费开放天数", "≧", "735", "人次"]


def test_an_operator_in_words_stands_beside_the_kind_of_the_indicator():
    worded = replace(FULL.indicators[0], nature="正向", target="大于等于98%", unit="%")

    laid = lay_out(replace(FULL, indicators=(worded,)), load_layout("goal-zhalaite-2025"))

    row = row_of(laid, "indicators[0].target")
    assert row[2:] == ["免费开放天数", "正向", "大于等于", "98", "%", "30"]


def test_a_layout_without_a_column_for_units_keeps_the_target_whole():
    assert "≥300天" in row_of(full("national-2020"), "indicators[0].target")


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ("≥300天", "场"),
        ("≥300天以上", None),
        ("2024年11月底前", None),
        ("2024年", None),
        ("≥62%(2023年:61%)", "%"),
        ("3至5天", "天"),
        ("有所丰富", None),
    ],
)
def test_a_target_that_is_not_just_a_number_with_its_unit_stays_whole(
    target: str, unit: str | None
):
    odd = replace(FULL.indicators[0], target=target, nature="≥", unit=unit)

    laid = lay_out(replace(FULL, indicators=(odd,)), load_layout("sichuan-2023"))

    assert row_of(laid, "indicators[0].target")[3:6] == ["≥", target, unit or ""]


@pytest.mark.parametrize(
    ("target", "cells"),
    [
        ("≤0.2元/人*月", ["≤", "0.2", "元/人*月"]),
        (">=98.5％", [">=", "98.5", "％"]),
        ("1,200户", ["", "1,200", "户"]),
        ("=11", ["=", "11", ""]),
        ("小于等于 5 起", ["小于等于", "5", "起"]),
    ],
)
def test_a_number_is_told_from_its_operator_and_unit(target: str, cells: list[str]):
    bare = replace(FULL.indicators[0], target=target, nature=None, unit=None)

    laid = lay_out(replace(FULL, indicators=(bare,)), load_layout("yunnan-2022"))

    assert row_of(laid, "indicators[0].target")[3:6] == cells


def test_a_heading_over_several_columns_stands_above_them():
    laid = full("yunnan-2022")

    over = cell_with(laid, "年度指标值")
    assert (over.column_span, over.row_span) == (3, 1)
    assert below(laid, over) == ["指标性质", "指标值", "度量单位"]


def test_columns_that_forms_have_no_field_for_are_headed_and_left_empty():
    laid = full("monitoring-2019")

    assert below(laid, cell_with(laid, "偏差原因分析"))[:2] == ["经费保障", "制度保障"]


def test_the_row_of_the_total_of_yunnan_ends_with_the_grade():
    assert row_of(full("yunnan-2022"), "total.score") == ["总分", "100", "97", "优"]


def test_the_unit_of_money_of_yunnan_stands_above_the_table():
    laid = lay_out(empty_form(load_layout("yunnan-2022")), load_layout("yunnan-2022"))

    assert [line.text for line in laid.before[2:]] == ["公开14表", "编制单位：", "金额单位：元"]
    assert cell_with(laid, "项目资金")


def test_the_goal_of_sichuan_stands_above_the_money():
    laid = full("sichuan-2023")

    assert laid.places["goals[0].expected"] < laid.places["funds.lines[0].executed"]


def test_the_signatures_of_sichuan_share_the_last_row():
    texts = (LabelledText(label="项目负责人", text="林远"), LabelledText(label="财务负责人"))

    laid = lay_out(replace(FULL, texts=texts), load_layout("sichuan-2023"))

    assert row_of(laid, "texts[0].text") == ["项目负责人：林远", "财务负责人："]


def test_weights_stand_before_targets_in_the_form_of_2018():
    row = row_of(full("national-2018"), "indicators[0].target")

    assert row[2:5] == ["免费开放天数", "30", "≥300天"]


def test_the_total_of_chongqing_stands_in_the_first_row():
    assert full("chongqing-2022").places["total.score"] == (0, 11)


def test_chongqing_puts_the_adjusted_goal_between_the_other_two():
    adjusted = LabelledText(label="全年(调整)绩效目标", text="开放305天")
    form = replace(FULL, goals=(), texts=(adjusted,))

    laid = lay_out(form, load_layout("chongqing-2022"))

    assert row_of(laid, "goal.expected") == [
        "全年免费开放300天; 办展览12场。",
        "开放305天",
        "开放306天; 办展览12场。",
    ]


def test_an_indicator_of_chongqing_has_no_levels_and_two_targets():
    row = row_of(full("chongqing-2022"), "indicators[1].name")

    assert row[:6] == ["场馆设施完好率", "%", "=", "100", "=100%", "96%"]


def test_every_goal_of_hubei_stands_over_its_own_indicators():
    laid = full("hubei-2021")

    second = cell_with(laid, "年度绩效目标2")
    rows = range(second.row, second.row + second.row_span)
    assert laid.places["goals[1].expected"][0] == second.row
    assert laid.places["indicators[1].name"][0] == second.row - 1
    assert laid.places["indicators[3].name"][0] == rows[-1]


def test_a_single_goal_of_hubei_has_all_indicators():
    laid = lay_out(replace(FULL, goals=()), load_layout("hubei-2021"))

    assert "年度绩效目标2" not in [cell.text for cell in laid.grid.cells]
    assert laid.places["goal.expected"][0] < laid.places["indicators[3].name"][0]


def test_the_lines_on_management_stand_beside_one_tall_label():
    laid = full("transfer-2021")

    label = cell_with(laid, "资金管理情况")
    assert (label.row_span, cell_with(laid, "支出责任履行情况").row) == (8, label.row + 7)


def test_a_text_with_a_place_of_its_own_is_not_printed_again():
    problems = [cell.text for cell in full("sichuan-2023").grid.cells if cell.text == "存在问题"]

    assert problems == ["存在问题"]


def test_the_code_of_a_department_stands_in_its_own_cell_where_there_is_one():
    own = """
extends: national-2020
id: coded
head_rows: [[{at: 0, field: project.department_code}, {at: 4, field: project.department}]]
"""
    form = replace(FULL, project=Project(department="临江县文化馆", department_code="418"))

    laid = lay_out(form, parse_layout(own.encode(), "coded.yaml"))

    assert row_of(laid, "project.department") == ["418", "临江县文化馆"]


def test_a_wide_form_is_printed_on_pages_lying_on_their_side():
    wide = full("chongqing-2022")

    assert 'w:orient="landscape"' in part(write_docx(wide), "word/document.xml")
    assert 'orientation="landscape"' in part(write_xlsx(wide), "xl/worksheets/sheet1.xml")
    assert '<section class="wide"' in write_html(wide).decode()


def test_pages_turn_between_forms_of_different_width():
    forms = (full("national-2020"), full("chongqing-2022"), full("chongqing-2022"))

    xml = part(write_docx(*forms), "word/document.xml")

    assert xml.count("<w:sectPr>") == 2
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert xml.index('w:w="11906"') < xml.index('w:orient="landscape"')


def test_a_column_of_the_layouts_own_holds_what_a_text_says_of_its_rows():
    """What was reached last year stands beside the targets, not in a row below them."""
    item = FULL.indicators[0]
    said = LabelledText(label="上年实际实现值", text=f"{item.name}：90人")
    laid = lay_out(replace(FULL, texts=(said,)), load_layout("goal-hubei-2021"))

    assert "90人" in row_of(laid, "indicators[0].name")
    assert laid.places["texts[0].text"] == (laid.places["indicators[0].name"][0], 4)
    assert [cell.text for cell in laid.grid.cells].count("上年实际实现值") == 1
