"""Letters go to their cell, even where a program draws them, or its lines, beyond it."""

import pytest
from msgspec.structs import replace

from jiheng.formats.pages.page import Box, Glyph
from tests.readers.paged.printing import LEFT, PAD, TOP, letters, printed, table, texts

WIDTHS = (60.0, 100.0, 60.0)
HEADING = ("二级指标", "三级指标", "得分")
ROWS = (("", "管网长度", "20"), ("^", "净水站", "10"))
SIDE: Box = (LEFT, TOP + 16, LEFT + 60, TOP + 48)
"""The merged cell beside the rows."""


def cut(text: str, x: float, y: float, clip: Box = SIDE) -> tuple[Glyph, ...]:
    return tuple(replace(each, clip=clip) for each in letters(text, x, y))


def drawn_together(text: str, x: float, y: float) -> tuple[Glyph, ...]:
    return tuple(replace(each, run=7) for each in letters(text, x, y))


def test_a_text_cut_away_stands_in_the_cell_that_cuts_it():
    page = printed(table(HEADING, *ROWS, widths=WIDTHS), cut("数量指标", 60, 690))

    assert texts(page) == [[[*HEADING], ["数量指标", "管网长度", "20"], ["净水站", "10"]]]


def test_a_text_cut_away_above_the_page_stands_in_its_cell_too():
    page = printed(table(HEADING, *ROWS, widths=WIDTHS), cut("数量指标", 60, -120))

    ((_, row, _),) = texts(page)
    assert row == ["数量指标", "管网长度", "20"]


def test_a_text_cut_at_the_top_and_the_foot_alone_stands_in_its_columns():
    wide = (0.0, SIDE[1], 400.0, SIDE[3])

    ((_, row, _),) = texts(
        printed(table(HEADING, *ROWS, widths=WIDTHS), cut("数量指标", 60, 690, wide))
    )
    assert row == ["数量指标", "管网长度", "20"]


def test_what_is_cut_away_by_no_cell_and_off_the_page_is_left_out():
    page = printed(
        table(HEADING, *ROWS, widths=WIDTHS), cut("远", 60, 900, (20.0, 600.0, 40.0, 650.0))
    )

    assert texts(page) == [[[*HEADING], ["", "管网长度", "20"], ["净水站", "10"]]]


def test_a_label_drawn_once_for_the_headings_and_once_for_the_rows_is_read_once():
    heads = (("", *HEADING[1:]), ("^", "管网长度", "20"), ("^", "净水站", "10"))
    of_heads: Box = (LEFT, TOP, LEFT + 60, TOP + 16)
    page = printed(
        table(*heads, widths=WIDTHS),
        cut("数量指标", 60, 400, of_heads),
        cut("数量指标", 60, 500, (LEFT, TOP + 16, LEFT + 60, TOP + 48)),
    )

    ((row, *_),) = texts(page)
    assert row == ["数量指标", *HEADING[1:]]


def test_a_text_cut_on_both_pages_is_one():
    method = "达到目标值计满分,没有达到的按完成比例计分"
    rows = (("管网长度", "", "20"), ("净水站", "^", "10"))
    box: Box = (LEFT + 60, TOP, LEFT + 160, TOP + 32)
    first, second = (
        printed(table(*rows, widths=WIDTHS), cut(method, 120, y, box), number=number)
        for number, y in ((1, 690), (2, -100))
    )

    assert texts(first, second) == [
        [["管网长度", method, "20"], ["净水站", "10"], ["管网长度", "20"], ["净水站", "10"]]
    ]


EDGE = LEFT + 60
"""Between the first column and the second."""


def test_a_word_drawn_at_once_over_a_line_is_of_one_cell():
    page = printed(
        table(HEADING, ("", "", "20"), widths=WIDTHS),
        drawn_together("改进措施", EDGE - 20, TOP + 18),
    )

    assert texts(page) == [[[*HEADING], ["改进措施", "20"]]]


def test_a_letter_that_a_line_goes_through_holds_two_cells_together():
    page = printed(
        table(HEADING, ("", "", "20"), widths=WIDTHS), letters("改进", EDGE - 7, TOP + 18)
    )

    assert texts(page) == [[[*HEADING], ["改进", "20"]]]


@pytest.mark.parametrize("run", [None, 7])
def test_words_that_end_before_a_line_stay_apart(run: int | None):
    rows = table(HEADING, ("数量指标", "管网长度", "20"), widths=WIDTHS)
    glyphs = tuple(replace(glyph, run=run) for glyph in rows[0])

    assert texts(printed((glyphs, rows[1]))) == [[[*HEADING], ["数量指标", "管网长度", "20"]]]


def test_words_in_cells_filled_to_the_brim_stay_apart():
    first = letters("2025年7月", EDGE - 45, TOP + 18)
    second = letters("2025年8月", EDGE, TOP + 18)

    ((_, row),) = texts(printed(table(HEADING, ("", "", "20"), widths=WIDTHS), first, second))
    assert row == ["2025年7月", "2025年8月", "20"]


PAD_LEFT = LEFT + PAD
"""Where a text of the first column begins."""


def test_a_label_printed_over_repeated_headings_is_left_out_of_the_rows_below():
    heads = ("", *HEADING)
    widths = (20.0, *WIDTHS)
    side = (("绩\n效\n指\n标", *HEADING), ("^", "数量指标", "管网长度", "20"))
    over = tuple(
        glyph
        for at, sign in enumerate("绩效指标")
        for glyph in letters(sign, PAD_LEFT, TOP + 3 + 10 * at)
    )
    rows = table(
        heads, ("", "质量指标", "验收合格", "30"), ("^", "抽检", "合格", "5"), widths=widths
    )

    ((*_, last, end),) = texts(printed(table(*side, widths=widths)), printed(over, rows, number=2))
    assert (last, end) == (["质量指标", "验收合格", "30"], ["抽检", "合格", "5"])


def test_a_heading_in_the_middle_of_two_cells_below_a_label_is_of_both():
    widths = (20.0, *WIDTHS)
    side = (("绩\n效\n指\n标", *HEADING), ("^", "数量指标", "管网长度", "20"))
    rows = table(("", "质量指标", "验收", "30"), ("", "", "无", "1"), widths=widths)
    middle = LEFT + (20 + 60) / 2

    ((*_, last),) = texts(
        printed(table(*side, widths=widths)),
        printed(rows, letters("备注", middle - 10, TOP + 18), number=2),
    )
    assert last == ["备注", "无", "1"]
