"""A table that goes on overleaf is one table; another one is another."""

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
