"""A label printed beyond the end of its table goes to its cell."""

from jiheng.formats.pages.page import Ruling
from tests.readers.paged.printing import TOP, letters, printed, table, texts

WIDTHS = (60.0, 100.0, 60.0)
HEADING = ("二级指标", "三级指标", "得分")
ROWS = (("", "管网长度", "20"), ("^", "净水站", "10"))
MORE = (("", "水压", "10"), ("^", "水质", "10"))
BELOW = TOP + 60
ABOVE = TOP - 20


def test_a_label_below_the_table_is_that_of_the_merged_cell_above_it():
    first = printed(table(HEADING, *ROWS, widths=WIDTHS), letters("数量指标", 60, BELOW))
    second = printed(table(*MORE, widths=WIDTHS), number=2)

    assert texts(first, second) == [
        [
            [*HEADING],
            ["数量指标", "管网长度", "20"],
            ["净水站", "10"],
            ["水压", "10"],
            ["水质", "10"],
        ]
    ]


def test_a_label_above_the_table_is_that_of_the_merged_cell_below_it():
    first = printed(table(HEADING, *ROWS, widths=WIDTHS))
    second = printed(letters("数量指标", 60, ABOVE), table(*MORE, widths=WIDTHS), number=2)

    ((_, row, *_),) = texts(first, second)
    assert row == ["数量指标", "管网长度", "20"]


def test_the_rest_of_a_label_cut_by_the_end_of_the_page_completes_it():
    cut = (("数量", "管网长度", "20"), ROWS[1])

    ((_, row, _),) = texts(printed(table(HEADING, *cut, widths=WIDTHS), letters("指标", 60, BELOW)))
    assert row == ["数量指标", "管网长度", "20"]


def test_what_is_no_label_stays_below_the_table():
    page = printed(table(HEADING, *ROWS, widths=WIDTHS), letters("填表人", 60, BELOW))

    assert texts(page)[-1] == "填表人"


def test_a_text_that_goes_on_below_an_open_cell_is_whole():
    glyphs, rulings = table(HEADING, ("达到目标", "管网长度", "20"), widths=WIDTHS)
    foot = TOP + 32
    open_below = (
        *(each for each in rulings if {each.top, each.bottom} != {foot}),
        Ruling(left=110, top=foot, right=270, bottom=foot),
    )

    rest = letters("值计满分", 52, TOP + 30)
    ((_, row),) = texts(printed((glyphs, open_below), rest))
    assert row == ["达到目标值计满分", "管网长度", "20"]
