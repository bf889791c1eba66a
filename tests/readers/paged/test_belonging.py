"""What is not surely one cell, row or table over the end of a page is in doubt."""

from jiheng.formats.pages.page import Page
from jiheng.model.document import SURE
from jiheng.readers.paged import blocks_of
from tests.readers.paged.printing import TOP, Row, grids, letters, printed, table, without_line

WIDTHS = (60.0, 100.0, 60.0, 100.0)
HEADING = ("二级指标", "三级指标", "得分", "原因")
FIRST = ("数量指标", "管网长度", "20", "")
SECOND = ("质量指标", "验收合格", "30", "")

FULL = "连续降雪使工程停工直\n到三月才恢复,水费收"
ENDED = "连续降雪使工程停工直\n到三月才恢复"
REST = ("", "", "", "已开通线上缴费")


def page(number: int, *rows: Row, widths: tuple[float, ...] = WIDTHS) -> Page:
    return printed(table(*rows, widths=widths), number=number)


def unsure(*pages: Page) -> list[str]:
    """Return the texts of the cells that are in doubt."""
    cells = [cell for grid in grids(blocks_of(pages)) for cell in grid.cells]
    return [cell.text for cell in cells if cell.text and cell.confidence < SURE]


def test_rows_under_the_same_columns_are_sure():
    assert unsure(page(1, HEADING, FIRST), page(2, SECOND)) == []


def test_a_text_that_had_no_room_left_surely_goes_on():
    assert unsure(page(1, HEADING, (*FIRST[:3], FULL)), page(2, REST)) == []


def test_a_row_whose_text_may_have_ended_is_in_doubt():
    whole = f"{ENDED}\n已开通线上缴费".replace("直\n", "直")

    assert unsure(page(1, HEADING, (*FIRST[:3], ENDED)), page(2, REST)) == [*FIRST[:3], whole]


def test_a_row_with_no_line_where_the_page_ended_surely_goes_on():
    first = without_line(table(HEADING, (*FIRST[:3], ENDED), widths=WIDTHS), TOP + 44)
    second = without_line(table(REST, SECOND, widths=WIDTHS), TOP)

    assert unsure(printed(first), printed(second, number=2)) == []


def test_rows_kept_apart_that_may_be_one_are_in_doubt():
    cut = ("数量指标", "农村饮水安全工程覆盖", "", "")
    rest = ("", "受益人口", "20", "")

    assert unsure(page(1, HEADING, cut), page(2, rest)) == [*cut[:2], *rest[1:3]]


def test_a_label_over_a_whole_page_is_in_doubt_where_another_follows():
    more = ("", "水压", "10", ""), ("^", "水质", "10", "")
    last = ("\n\n\n质量指标", "验收合格", "30", ""), ("^", "抽检合格", "10", "")

    pages = page(1, HEADING, FIRST), page(2, *more), page(3, *last)
    assert unsure(*pages) == ["数量指标"]


def test_rows_under_other_columns_are_in_doubt():
    assert unsure(page(1, HEADING, FIRST), page(2, SECOND, widths=(60, 80, 80, 100))) == [
        *SECOND[:3]
    ]


def test_rows_under_headings_of_their_own_are_sure():
    assert unsure(page(1, HEADING, FIRST), page(2, HEADING, SECOND, widths=(60, 80, 80, 100))) == []


def test_a_merged_cell_that_lost_its_label_over_pages_is_in_doubt():
    cells = [
        cell
        for grid in grids(
            blocks_of(
                (
                    page(1, HEADING, ("", *FIRST[1:]), ("^", *SECOND[1:])),
                    page(2, ("", *SECOND[1:]), ("^", *FIRST[1:])),
                )
            )
        )
        for cell in grid.cells
        if cell.row_span > 1
    ]

    assert [cell.confidence < SURE for cell in cells] == [True]


def test_a_table_that_lines_part_from_the_one_before_is_in_doubt():
    first = printed(table(HEADING, FIRST, widths=WIDTHS), letters("可持续发展指", 60, 300))

    assert unsure(first, page(2, SECOND)) == [*SECOND[:3]]
