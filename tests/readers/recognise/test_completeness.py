"""Rows that a picture does not show: what is left of the form says that some are missing."""

from msgspec.structs import replace

from jiheng.model.document import Document, Grid
from jiheng.model.form import Form
from jiheng.readers.recognise import recognise
from tests.readers.recognise.blurred import ROWS, read
from tests.readers.recognise.sheets import cells, forms, on_paper


def shown(rows: list, unsure: dict[str, float] | None = None) -> Form:
    """Return the form of which a picture shows these rows, some texts not surely."""
    (grid,) = on_paper(rows).grids
    cells = tuple(
        replace(cell, confidence=(unsure or {}).get(cell.text, 0.999)) for cell in grid.cells
    )
    (form,) = recognise(
        Document(path="表.png", format="image", sha256="c" * 64, blocks=(Grid(cells=cells),))
    )
    return form


def doubts(form: Form) -> list[tuple[str, str]]:
    return [(doubt.at, doubt.reason) for doubt in form.doubts]


def test_a_whole_form_is_not_in_doubt():
    assert doubts(shown(ROWS)) == []


def test_a_form_without_one_of_its_rows_is():
    assert doubts(shown([*ROWS[:5], *ROWS[6:]])) == [("form", "missing-rows")]


def test_a_form_cut_off_above_its_total_is():
    assert doubts(shown(ROWS[:-1])) == [("form", "missing-rows")]


def test_a_typed_form_whose_weights_fall_short_is_left_to_the_audit():
    (form,) = recognise(on_paper([*ROWS[:5], *ROWS[6:]]))

    assert doubts(form) == []


def test_a_heading_that_was_not_read_leaves_the_form_in_doubt():
    form = read(((1, 6), "执竹宰 0.5, 执行率 0.4"))

    assert [(doubt.at, doubt.reason, doubt.text) for doubt in form.doubts][-1] == (
        "form", "ocr", "执竹宰"
    )  # fmt: skip


def test_numbers_below_a_heading_that_was_not_read_are_in_doubt():
    doubted = {at for at, _ in doubts(read(((1, 6), "执竹宰 0.5, 执行率 0.4")))}

    assert {f"funds.lines[0].{field}" for field in ("adjusted_budget", "executed")} <= doubted
    assert "indicators[0].score" not in doubted


def test_a_number_with_another_sign_in_it_is_in_doubt():
    assert ("funds.lines[0].executed", "ocr") in doubts(read(printed={(2, 4): "76/"}))


def test_a_number_below_nothing_is_in_doubt():
    assert ("indicators[1].weight", "ocr") in doubts(read(printed={(5, 5): "-20"}))
    assert ("funds.lines[0].initial_budget", "ocr") in doubts(read(printed={(2, 2): "-0"}))


def test_totals_that_a_speck_may_have_moved_are_both_in_doubt():
    rows = [*ROWS[:-1], cells(("总分", 1, 6), "95.5", "1")]

    assert {"total.weight", "total.score"} <= {at for at, _ in doubts(shown(rows, {"1": 0.2}))}
    assert "total.weight" not in {at for at, _ in doubts(shown(ROWS, {"95.5": 0.2}))}


def test_a_target_is_in_doubt_where_the_sign_beside_it_is_none():
    with_signs = [
        cells("项目名称", ("河道清淤", 1, 7)),
        cells("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "实际完成值", "分值", "得分"),
        cells("产出指标", "数量指标", "清淤长度", "≥", "12公里", "12公里", "60", "60"),
        cells("产出指标", "质量指标", "验收合格率", "≥/", "92%", "95%", "40", "40"),
        cells(("总分", 1, 6), "100", "100"),
    ]  # fmt: skip

    assert doubts(shown(with_signs)) == [
        ("indicators[1].nature", "ocr"),
        ("indicators[1].target", "ocr"),
    ]


def test_so_it_is_where_a_letter_in_it_keeps_the_sign_and_the_unit_from_it():
    with_units = [
        cells("项目名称", ("河道清淤", 1, 8)),
        cells("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分"),
        cells("产出指标", "数量指标", "清淤长度", "≥", "12", "公里", "12公里", "60", "60"),
        cells("产出指标", "质量指标", "验收合格率", "≥", "92审", "%", "95%", "40", "40"),
        cells(("总分", 1, 7), "100", "100"),
    ]  # fmt: skip

    assert doubts(shown(with_units)) == [("indicators[1].target", "ocr")]


def test_a_known_heading_is_told_by_its_word():
    assert doubts(read(((1, 6), "执行率 0.9, 执竹率 0.1"))) == []


def test_weights_that_make_too_much_are_no_missing_row():
    assert doubts(read(printed={(5, 5): "50"})) == []


def test_a_typed_form_without_ruling_lines_is_in_doubt_as_a_whole():
    (grid,) = on_paper(ROWS).grids
    (form,) = recognise(
        Document(
            path="表.pdf", format="pdf", sha256="c" * 64, blocks=(replace(grid, guessed=True),)
        )
    )

    assert doubts(form) == [("form", "missing-rows")]


PARTED = (
    "项目支出绩效自评表 项目名称 河道保洁 主管部门 云溪县水利局\n"
    "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
    "产出指标 数量指标 保洁里程 ≥9公里 9公里 50 50\n"
    "质量指标 保洁合格率 ≥90% 95% 40 40\n总分 90 {total}\n"
)


def test_a_text_parted_by_blanks_whose_scores_make_another_total_is_in_doubt():
    (whole,), (short,) = (forms(PARTED.format(total=total)) for total in (90, 100))

    assert ("form", "missing-rows") not in doubts(whole)
    assert ("form", "missing-rows") in doubts(short)


def test_a_row_of_text_that_holds_another_is_in_doubt():
    (read,) = forms(
        "| 项目名称 | 健身路径 | | | | |\n"
        "| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"
        "| 产出指标 | 新建健身路径 | ≥60套 | 62套 | 40 | 40 | 举办赛事 | ≥9场 | 9场 | 50 | 50 |\n"
        "| 总分 | | | | 90 | 90 |\n"
    )

    assert ("form", "missing-rows") in doubts(read)
