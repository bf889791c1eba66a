from jiheng.formats.tables import Table, TableCell, Unfolded, Words, unfold
from jiheng.model.document import Grid, Paragraph


def table(*rows: tuple[str | Table, ...]) -> Table:
    """Return a table with one part a cell."""
    return Table(
        tuple(
            TableCell(row, column, 1, 1, (Words(part) if isinstance(part, str) else part,))
            for row, parts in enumerate(rows)
            for column, part in enumerate(parts)
        )
    )


def texts(unfolded: Unfolded) -> tuple[str, ...]:
    """Return the text of each cell, or of the paragraph."""
    block = unfolded.block
    if isinstance(block, Grid):
        return tuple(cell.text for cell in block.cells)
    return (block.text,) if isinstance(block, Paragraph) else ()


def test_a_table_without_text_is_nothing():
    assert list(unfold(table(("", ""), ("", "")))) == []


def test_a_nested_row_is_text_of_its_cell():
    outer = table(("指标", "值"), ("人次", table(("≥", "90", "人"))))

    assert [texts(each) for each in unfold(outer)] == [("指标", "值", "人次", "≥ 90 人")]


def test_a_nested_grid_follows_the_outer_one():
    outer = table(("指标", "值"), ("明细", table(("年", "数"), ("甲", "1"))))

    assert [texts(each) for each in unfold(outer)] == [
        ("指标", "值", "明细", "年 数\n甲 1"),
        ("年", "数", "甲", "1"),
    ]


def test_a_frame_round_a_grid_dissolves_at_any_depth():
    form = table(("指标", "值"), ("人次", "9"))
    framed = table((table(("标题",), (form,)),))

    assert [texts(each) for each in unfold(framed)] == [("标题",), ("指标", "值", "人次", "9")]
