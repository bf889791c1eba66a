"""Formulas in the Excel form: only where they give what is printed."""

from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.model.form import Form, Indicator, MoneyLine, Total
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import Layout, load_layout
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.pack import Pack
from jiheng.writers.layout import LaidOut, empty_form
from jiheng.writers.official import official
from jiheng.writers.xlsx import write_xlsx
from tests.writers.forms import WATER

COUNTED = Indicator(
    level1="产出指标",
    level1_printed="产出指标",
    level1_points="50",
    level2="数量指标",
    name="改造管网长度",
    target="≥40公里",
    actual="38公里",
    weight="20",
    score="19",
)
LAYOUT = load_layout("liupanshui-2023")
PACK = load_pack("liupanshui-2023")


NATIONAL = (load_layout("national-2020"), load_pack("cn-2020-10"))


def laid(form: Form) -> LaidOut:
    return official(form, LAYOUT, PACK)


def formula(form: Form, path: str, rules: tuple[Layout, Pack] = (LAYOUT, PACK)) -> str | None:
    """Return the formula in a field's cell as a spreadsheet shows it."""
    paper = official(form, *rules)
    sheet = load_workbook(BytesIO(write_xlsx(paper))).worksheets[0]
    row, column = paper.places[path]
    cell = sheet.cell(row + len(paper.before) + 1, column + 1)
    return cell.value if cell.data_type == "f" else None


def test_the_rate_is_what_was_spent_over_the_budget():
    assert (
        formula(WATER, "funds.lines[0].rate")
        == '=IF(COUNT(F8,E8)<2,"",IF(E8<=0,"",ROUND(F8/E8*100,2)))'
    )


def test_its_score_is_the_rate_times_the_weight_and_never_more():
    assert (
        formula(WATER, "funds.lines[0].score")
        == '=IF(COUNT(F8,E8,G8)<3,"",IF(E8<=0,"",ROUND(MIN(F8/E8,1)*G8,2)))'
    )


def test_the_total_adds_up_the_column_and_the_rate_s_score():
    assert formula(WATER, "total.score") == '=IF(COUNT(I8,H16:H19)=0,"",ROUND(SUM(I8,H16:H19),2))'


def test_a_total_that_is_no_sum_stays_as_the_form_prints_it():
    wrong = replace(WATER, total=Total(weight="100", score="97.1"))

    assert formula(wrong, "total.score") is None


def test_a_rate_that_is_not_the_quotient_stays_as_the_form_prints_it():
    line = replace(WATER.funds.lines[0], rate="97%")
    wrong = replace(WATER, funds=replace(WATER.funds, lines=(line, *WATER.funds.lines[1:])))

    assert formula(wrong, "funds.lines[0].rate") is None


def test_points_in_a_heading_add_up_its_rows():
    assert formula(WATER, "indicators[0].level1") == '="产出指标 ("&ROUND(SUM(G16:G17),2)&"分)"'


def test_words_in_a_heading_cannot_break_out_of_its_formula():
    rows = tuple(
        replace(row, level1=None, level1_printed='产出"&A1&"{0}', level1_points="50")
        if row.level1 == "产出指标"
        else row
        for row in WATER.indicators
    )

    assert formula(replace(WATER, indicators=rows), "indicators[0].level1") == (
        '="产出""&A1&""{0} ("&ROUND(SUM(G16:G17),2)&"分)"'
    )


def test_an_empty_form_waits_for_its_numbers():
    assert formula(empty_form(LAYOUT), "total.score") == (
        '=IF(COUNT(I8,H16:H24)=0,"",ROUND(SUM(I8,H16:H24),2))'
    )


def test_an_empty_form_with_its_waiting_formulas_is_read_without_doubts():
    (form,) = recognise(open_document(Path("表.xlsx"), write_xlsx(laid(empty_form(LAYOUT)))))

    assert "arithmetic" not in {doubt.reason for doubt in form.doubts}


def test_a_ratio_of_two_counts_times_the_weight_is_live():
    form = replace(WATER, indicators=(COUNTED, *WATER.indicators[1:]))

    assert formula(form, "indicators[0].score", NATIONAL) == (
        '=ROUND(MIN(VALUE(SUBSTITUTE(F16,"公里",""))'
        '/VALUE(SUBSTITUTE(SUBSTITUTE(E16,"≥",""),"公里","")),1)*G16,2)'
    )


def test_a_score_against_its_rule_is_not_explained_by_a_formula():
    generous = replace(COUNTED, score="20")
    form = replace(WATER, indicators=(generous, *WATER.indicators[1:]))

    assert formula(form, "indicators[0].score", NATIONAL) is None


def test_counts_in_different_units_are_left_to_people():
    row = replace(COUNTED, target="≥40000米")
    form = replace(WATER, indicators=(row, *WATER.indicators[1:]))

    assert formula(form, "indicators[0].score", NATIONAL) is None


def test_where_a_rule_deducts_for_too_much_no_score_is_live():
    form = replace(WATER, indicators=(COUNTED, *WATER.indicators[1:]))

    assert formula(form, "indicators[0].score") is None


def test_without_rules_there_are_no_formulas():
    assert official(WATER, LAYOUT).formulas == {}


def test_a_budget_of_nothing_has_no_rate():
    line = MoneyLine(label="年度资金总额", adjusted_budget="0", executed="0", weight="10")
    form = replace(WATER, funds=replace(WATER.funds, lines=(line,)))

    assert formula(form, "funds.lines[0].rate") is None


def test_a_heading_too_long_for_a_formula_stays_text():
    rows = tuple(replace(row, level1_printed="产出" * 200) for row in WATER.indicators)

    assert formula(replace(WATER, indicators=rows), "indicators[0].level1") is None


def test_a_heading_on_two_lines_stays_text():
    rows = tuple(replace(row, level1_printed="产出\v指标") for row in WATER.indicators)

    assert formula(replace(WATER, indicators=rows), "indicators[0].level1") is None


def test_the_grade_follows_the_total_by_the_pack_s_bands():
    graded = replace(WATER, total=replace(WATER.total, grade="优"))

    assert formula(graded, "total.grade", NATIONAL) == (
        '=IF(COUNT(H20)=0,"",IF(H20>=90,"优",IF(H20>=80,"良",IF(H20>=60,"中",IF(H20>=0,"差","")))))'
    )


def test_a_grade_against_the_bands_stays_as_printed():
    graded = replace(WATER, total=replace(WATER.total, grade="良"))

    assert formula(graded, "total.grade", NATIONAL) is None
