"""A table without ruling lines is read by the places of its words, all of it in doubt."""

from jiheng.model.document import SURE
from jiheng.readers.paged import blocks_of
from tests.readers.paged.printing import (
    PITCH,
    TOP,
    Row,
    grids,
    letters,
    printed,
    rows,
    table,
    texts,
)

COLUMNS = (50.0, 130.0, 230.0, 300.0)
STEP = 20.0
HEADING = ("一级指标", "三级指标", "指标值", "得分")


def words(*lines: Row, top: float = TOP, step: float = STEP) -> object:
    return tuple(
        glyph
        for down, line in enumerate(lines)
        for x, text in zip(COLUMNS, line, strict=True)
        for glyph in letters(text, x, top + down * step)
    )


ROWS = (HEADING, ("产出指标", "管网长度", "20公里", "10"), ("效益指标", "水压", "0.3", "20"))


def test_words_in_rows_and_columns_are_a_table():
    assert texts(printed(words(*ROWS))) == [[list(row) for row in ROWS]]


def test_every_cell_of_such_a_table_is_in_doubt():
    (grid,) = grids(blocks_of((printed(words(*ROWS)),)))

    assert max(cell.confidence for cell in grid.cells) < SURE
    assert grid.guessed


def test_lines_around_it_stay_lines():
    title = letters("项目支出绩效自评表", 150, TOP - 30)
    note = letters("注:按实际完成值计分", 50, TOP + 90)

    read = texts(printed(title, words(*ROWS), note))
    assert read == ["项目支出绩效自评表", [list(row) for row in ROWS], "注:按实际完成值计分"]


def test_a_text_of_two_lines_is_one_cell():
    second = letters("及泵站", COLUMNS[1], TOP + STEP + PITCH)
    third = words(ROWS[2], top=TOP + STEP + 2 * STEP)

    ((_, row, _),) = texts(printed(words(*ROWS[:2]), second, third))
    assert row == ["产出指标", "管网长度及泵站", "20公里", "10"]


def test_a_level_in_the_middle_of_two_rows_is_of_both():
    level = letters("产出指标", COLUMNS[0], TOP + 1.5 * STEP)
    two = (("", "管网长度", "20公里", "10"), ("", "净水站", "2座", "20"))

    (grid,) = grids(blocks_of((printed(words(HEADING, *two), level),)))
    assert [(c.row, c.row_span) for c in grid.cells if c.text == "产出指标"] == [(1, 2)]


def test_where_nothing_stands_there_are_empty_cells():
    gap = ("效益指标", "", "0.3", "20")

    (grid,) = grids(blocks_of((printed(words(*ROWS[:2], gap)),)))
    assert rows(grid)[-1] == ["效益指标", "", "0.3", "20"]


def test_lines_with_a_gap_in_them_are_no_table():
    head = (("单位", "", "日期", ""), ("甲局", "", "三月", ""), ("乙局", "", "四月", ""))

    assert grids(blocks_of((printed(words(*head)),))) == []


def test_beside_a_ruled_table_words_are_no_other():
    ruled = table(("联系人", "乔禾"), widths=(60.0, 60.0), top=TOP + 200)

    assert len(grids(blocks_of((printed(words(*ROWS), ruled),)))) == 1


def test_a_page_strewn_with_words_is_not_guessed_at():
    many = tuple(
        glyph for at in range(1600) for glyph in letters("字", at % 40 * 12, at // 40 * 15)
    )

    assert grids(blocks_of((printed(many),))) == []
