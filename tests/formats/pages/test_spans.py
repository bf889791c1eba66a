import pytest
from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Ruling
from jiheng.formats.pages.spans import tables_of
from tests.formats.pages.drawings import drawn, places

PLAIN = """
+--+--+
|  |  |
+--+--+
|  |  |
+--+--+
"""
FOUR = [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def level(y: float, left: float, right: float) -> Ruling:
    return Ruling(left=left, top=y, right=right, bottom=y)


def upright(x: float, top: float, bottom: float) -> Ruling:
    return Ruling(left=x, top=top, right=x, bottom=bottom)


def box(left: float, top: float, right: float, bottom: float) -> tuple[Ruling, ...]:
    return (
        level(top, left, right),
        level(bottom, left, right),
        upright(left, top, bottom),
        upright(right, top, bottom),
    )


def test_lines_that_cross_make_cells():
    (table,) = tables_of(drawn(PLAIN))

    assert places(table) == FOUR


def test_a_cell_knows_its_place_on_the_page():
    (table,) = tables_of(drawn(PLAIN))

    assert table.cells[3].box == (30, 24, 60, 48)
    assert table.box == (0, 0, 60, 48)


def test_a_cell_without_lines_inside_is_merged():
    merged = """
    +--+--+--+
    |  |  |  |
    |  +--+--+
    |  |     |
    +--+--+--+
    |        |
    +--------+
    """

    (table,) = tables_of(drawn(merged))
    assert places(table) == [
        (0, 0, 2, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 1),
        (1, 1, 1, 2),
        (2, 0, 1, 3),
    ]


def test_rows_and_columns_count_only_lines_that_some_cell_ends_at():
    stub = (*drawn(PLAIN), upright(45, 24, 30))

    (table,) = tables_of(stub)
    assert places(table) == FOUR


def test_tables_apart_are_several_from_the_top_down():
    lower = (replace(each, top=each.top + 90, bottom=each.bottom + 90) for each in drawn(PLAIN))

    assert [table.box for table in tables_of((*lower, *drawn(PLAIN)))] == [
        (0, 0, 60, 48),
        (0, 90, 60, 138),
    ]


@pytest.mark.parametrize("off", [-2.0, -0.4, 0.4, 2.0])
def test_a_line_a_little_off_is_the_same_line(off: float):
    upper = drawn(PLAIN)[:4]
    shifted = (replace(each, top=each.top + off, bottom=each.bottom + off) for each in upper)

    (table,) = tables_of((*drawn(PLAIN)[4:], *shifted))
    assert places(table) == FOUR


def test_boxes_of_cells_side_by_side_share_their_borders():
    gap = 2.0
    boxes = (*box(0, 0, 50, 20), *box(50 + gap, 0, 100, 20), *box(0, 20 + gap, 100, 40))

    (table,) = tables_of(boxes)
    assert places(table) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)]


def test_lines_that_stop_short_of_one_another_meet():
    short = [
        *(level(y, 2, 98) for y in (0, 20, 40)),
        *(upright(x, 2, 38) for x in (0, 50, 100)),
    ]

    (table,) = tables_of(short)
    assert places(table) == FOUR


def test_dashes_make_a_line():
    middle = (level(24, x, x + 2) for x in range(0, 60, 4))
    rest = (each for each in drawn(PLAIN) if each.top != 24 or each.left == each.right)

    (table,) = tables_of((*rest, *middle))
    assert places(table) == FOUR


def test_a_border_drawn_for_less_than_half_is_none():
    (table,) = tables_of((*box(0, 0, 100, 40), level(20, 0, 45)))

    assert places(table) == [(0, 0, 1, 1)]


OPEN_AT_BOTH_SIDES = """
+--+--+--+
   |  |
+--+--+--+
   |  |
+--+--+--+
"""


def test_a_table_without_outer_borders_at_the_sides_has_its_outer_columns():
    (table,) = tables_of(drawn(OPEN_AT_BOTH_SIDES))

    assert [place[:2] for place in places(table)] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
        (1, 1),
        (1, 2),
    ]
    assert table.box == (0, 0, 90, 48)


def test_a_table_cut_at_the_end_of_a_page_keeps_its_last_row():
    cut = """
    +--+--+
    |  |  |
    +--+--+
    |  |  |
    """

    (table,) = tables_of(drawn(cut))
    assert places(table) == FOUR


def test_cells_of_which_only_the_sides_are_on_the_page_are_there():
    beside = (upright(-80, 0, 48), upright(-40, 0, 48))

    (table,) = tables_of((*drawn(PLAIN), *beside))
    assert places(table)[:2] == [(0, 0, 2, 1), (0, 1, 2, 1)]


def test_a_corner_outside_the_outline_is_no_cell():
    stairs = """
    +--+--+--+
    |  |  |  |
    +--+--+--+
    |  |
    +--+
    """

    (table,) = tables_of(drawn(stairs))
    assert places(table) == [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 1)]


def test_what_a_broken_line_leaves_open_is_still_cut_into_rectangles():
    broken = """
    +--+--+
    |     |
    +--+  |
    |  |  |
    +--+--+
    """

    (table,) = tables_of(drawn(broken))
    assert places(table) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_underlines_and_specks_are_no_table():
    assert tables_of((level(10, 0, 60), level(30, 0, 60), upright(20, 28, 31))) == ()


def test_a_stub_outside_of_a_table_joins_no_cells_and_parts_none():
    table = (*box(0, 100, 100, 400), level(200, 0, 100), level(300, 0, 100))

    (beside,) = tables_of((*table, upright(50, 60, 100)))

    assert [cell.box for cell in beside.cells] == [
        (0, 100, 100, 200), (0, 200, 100, 300), (0, 300, 100, 400),
    ]  # fmt: skip


def test_no_lines_are_no_table():
    assert tables_of(()) == ()


def test_a_page_of_hatching_is_refused():
    hatching = [
        *(level(at * 4.0, 0, 4_000) for at in range(1_000)),
        *(upright(at * 4.0, 0, 4_000) for at in range(1_000)),
    ]

    with pytest.raises(FormatError, match="500000"):
        tables_of(hatching)


def test_the_tolerance_grows_with_a_picture_of_many_pixels():
    doubled = (*drawn(PLAIN), upright(36, 0, 48))

    (table,) = tables_of(doubled, tolerance=8)
    assert places(table) == FOUR


def test_a_cell_at_the_side_that_goes_on_from_page_to_page_is_one():
    side = upright(0, 0, 100)
    rest = (upright(60, 0, 100), upright(120, 0, 100), level(50, 60, 120), level(100, 60, 120))

    (table,) = tables_of((side, *rest))
    assert places(table) == [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]


def test_a_cell_in_the_midst_that_goes_on_from_page_to_page_is_one():
    def part(left: float) -> tuple[Ruling, ...]:
        right = left + 60
        sides = upright(left, 0, 100), upright(right, 0, 100)
        return (*sides, level(50, left, right), level(100, left, right))

    (table,) = tables_of((*part(0), *part(120)))
    assert places(table) == [(0, 0, 1, 1), (0, 1, 2, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 2, 1, 1)]


def test_closed_tables_side_by_side_stay_two():
    assert len(tables_of((*box(0, 0, 60, 100), *box(120, 0, 180, 100)))) == 2
