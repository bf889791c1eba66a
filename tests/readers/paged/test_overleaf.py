"""A table that goes on overleaf is one table; another one is another."""

from jiheng.formats.pages.page import Ruling
from jiheng.model.document import Grid
from jiheng.readers.paged import blocks_of
from tests.readers.paged.printing import letters, printed, rows, table, texts

WIDTHS = (60.0, 100.0, 60.0, 100.0)
HEADING = ("二级指标", "三级指标", "得分", "原因")
FIRST = ("数量指标", "管网长度", "20", "")
SECOND = ("质量指标", "验收合格", "30", "")
REASON = "连续降雪使工程停工直\n到三月才恢复,水费收"


def two(first: tuple[tuple[str, ...], ...], second: tuple[tuple[str, ...], ...]) -> list[object]:
    """Return what is read from two pages with a table each."""
    return texts(
        printed(table(*first, widths=WIDTHS)), printed(table(*second, widths=WIDTHS), number=2)
    )


def test_rows_on_the_next_page_follow_those_on_this_one():
    assert two((HEADING, FIRST), (SECOND,)) == [[list(HEADING), list(FIRST), list(SECOND)]]


def test_headings_repeated_on_the_next_page_are_left_out():
    assert two((HEADING, FIRST), (HEADING, SECOND)) == [[list(HEADING), list(FIRST), list(SECOND)]]


def test_headings_of_two_rows_are_left_out_too():
    upper = ("二级指标", "三级指标", "年度指标值", "<")
    lower = ("^", "^", "指标值", "得分")

    ((*_, last),) = two((upper, lower, FIRST), (upper, lower, SECOND))
    assert last == list(SECOND)


def test_a_row_that_says_the_same_as_another_is_kept():
    assert two((HEADING, FIRST), (FIRST,)) == [[list(HEADING), list(FIRST), list(FIRST)]]


def test_a_row_that_the_page_ended_in_is_one():
    cut = ("数量指标", "管网长度", "20", REASON)
    rest = ("", "", "", "缴晚了已开通线上缴\n费")

    ((_, row),) = two((HEADING, cut), (rest,))
    whole = "连续降雪使工程停工直到三月才恢复,水费收缴晚了已开通线上缴费"
    assert row == ["数量指标", "管网长度", "20", whole]


def test_an_empty_row_is_no_part_of_the_next():
    assert len(two((HEADING, ("", "", "", "")), (SECOND,))[0]) == 3


def test_a_merged_cell_goes_on_where_its_text_is_not_repeated():
    pages = (
        printed(table(HEADING, FIRST, ("^", "净水站", "10", ""), widths=WIDTHS)),
        printed(table(("", "水压", "10", ""), ("^", "水质", "10", ""), widths=WIDTHS), number=2),
    )

    (grid,) = blocks_of(pages)
    assert isinstance(grid, Grid)
    merged = [(cell.row, cell.row_span, cell.text) for cell in grid.cells if cell.row_span > 1]
    assert merged == [(1, 4, "数量指标")]


def test_a_merged_label_printed_again_goes_on_too():
    side = ("绩效指标", "管网长度", "20", "")
    ((*_, last),) = two(
        (HEADING, side, ("^", "净水站", "10", "")), (side[:1] + SECOND[1:], ("^", "水质", "10", ""))
    )

    assert last == ["水质", "10", ""]


def test_a_cell_on_a_later_page_says_which():
    pages = (
        printed(table(HEADING, FIRST, widths=WIDTHS)),
        printed(table(SECOND, widths=WIDTHS), number=2),
    )

    (grid,) = blocks_of(pages)
    assert isinstance(grid, Grid)
    assert grid.page == 1
    assert [cell.page for cell in grid.cells if cell.text in {"管网长度", "验收合格"}] == [None, 2]


def test_a_form_begun_on_the_next_page_is_another_table():
    form = ("项目名称", "饮水安全", "年度", "2024")

    assert two((HEADING, FIRST), (form,)) == [[list(HEADING), list(FIRST)], [list(form)]]


def test_a_table_below_a_title_is_another():
    title = letters("项目支出绩效自评表", 150, 30)

    read = texts(
        printed(table(HEADING, FIRST, widths=WIDTHS)),
        printed(title, table(SECOND, widths=WIDTHS), number=2),
    )
    assert read == [[list(HEADING), list(FIRST)], "项目支出绩效自评表", [list(SECOND)]]


def test_a_table_of_other_width_is_another():
    narrow = printed(table(("备注", "无"), widths=(60, 100)), number=2)

    assert len(texts(printed(table(HEADING, FIRST, widths=WIDTHS)), narrow)) == 2


def test_page_numbers_and_running_heads_do_not_part_a_table():
    def foot(number: int) -> object:
        return letters(f"- {number} -", 240, 680)

    head = letters("临江县水务局", 50, 20)
    read = texts(
        printed(head, table(HEADING, FIRST, widths=WIDTHS), foot(1)),
        printed(head, table(SECOND, widths=WIDTHS), foot(2), number=2),
        printed(head, table(FIRST, widths=WIDTHS), foot(3), number=3),
    )
    assert read == ["临江县水务局", [list(HEADING), list(FIRST), list(SECOND), list(FIRST)]]


def test_what_stands_around_each_form_of_a_file_is_kept():
    def form(number: int) -> object:
        return printed(
            letters("项目支出绩效自评表", 150, 20),
            letters("单位:水务局", 50, 40),
            table(HEADING, FIRST, widths=WIDTHS),
            letters("联系人:乔禾", 50, 600),
            number=number,
        )

    one = ["项目支出绩效自评表", "单位:水务局", [list(HEADING), list(FIRST)], "联系人:乔禾"]
    assert texts(form(1), form(2)) == [*one, *one]


def test_tables_on_one_page_stay_apart():
    lower = table(SECOND, widths=WIDTHS, top=300)

    assert len(texts(printed(table(HEADING, FIRST, widths=WIDTHS), lower))) == 2


def test_a_frame_around_a_table_is_no_table():
    frame = table(("",), widths=(400,), top=20, left=30)
    inner = table(HEADING, FIRST, widths=WIDTHS)
    around = ((), tuple(frame[1]))

    (grid,) = blocks_of((printed((inner[0], (*inner[1], *around[1]))),))
    assert isinstance(grid, Grid)
    assert rows(grid) == [list(HEADING), list(FIRST)]


METHOD = "达到目标值计满分,没\n有达到的按完成比例计"


def test_a_long_text_that_fills_a_merged_cell_goes_on_overleaf():
    more = (("水压", "分", "10", ""), ("水质", "^", "10", ""))

    ((_, row, *_),) = two((HEADING, ("管网长度", METHOD, "20", "")), more)
    assert row == ["管网长度", METHOD.replace("\n", "") + "分", "20", ""]


def test_a_level_broken_by_the_end_of_the_page_is_one():
    first = (HEADING, ("服务对象满\n意度指", "群众满意", "20", ""))
    more = (("标", "学生满意", "10", ""), ("^", "家长满意", "10", ""))

    assert [row[0] for row in two(first, more)[0]][1:] == [
        "服务对象满意度指标",
        "学生满意",
        "家长满意",
    ]


def test_a_level_that_fills_its_cell_is_not_one_with_the_next():
    narrow = (44.0, 100.0, 60.0, 100.0)
    pages = (
        printed(table(HEADING, FIRST, widths=narrow)),
        printed(table(SECOND, ("^", "抽检", "10", ""), widths=narrow), number=2),
    )

    assert [row[0] for row in texts(*pages)[0]] == ["二级指标", "数量指标", "质量指标", "抽检"]


def test_a_cell_closed_where_others_are_open_has_ended():
    glyphs, rulings = table(
        HEADING, ("数量指标", "管网长度", "20", ""), ("^", "净水站", "10", "^"), widths=WIDTHS
    )
    foot = 60 + 3 * 16
    closed = tuple(r for r in rulings if not (r.top == r.bottom == foot and r.left <= 50))
    side = tuple(r for r in closed if r.top != foot or r.bottom != foot)
    lower = [(r.left, r.right) for r in rulings if r.top == r.bottom == foot]
    ends = tuple(Ruling(left=110, top=foot, right=right, bottom=foot) for _, right in lower)
    more = table(("", "水压", "10", ""), ("^", "水质", "10", "^"), widths=WIDTHS)

    (grid,) = blocks_of((printed((glyphs, (*side, *ends))), printed(more, number=2)))
    assert isinstance(grid, Grid)
    merged = [(cell.column, cell.row, cell.row_span) for cell in grid.cells if cell.row_span > 1]
    assert merged == [(0, 1, 4), (3, 1, 2), (3, 3, 2)]


def test_points_on_the_next_page_are_those_of_the_level_above():
    first = (HEADING, ("效益指标", "群众满意", "20", ""))
    more = (("(30分)", "学生满意", "10", ""), ("^", "家长满意", "10", ""))

    assert [row[0] for row in two(first, more)[0]][1:2] == ["效益指标(30分)"]


def test_dots_are_not_the_rest_of_a_name():
    row = ("数量指标", "医疗废物规范处置率达到的比例", "20", "")

    assert len(two((HEADING, row), (("", ".....", "", ""),))[0]) == 3
