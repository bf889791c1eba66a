from functools import cache

import numpy as np
import pytest

from jiheng.corpus.scanning import photographed, scanned
from jiheng.formats.pages.spans import tables_of
from jiheng.readers.scan.leaf import leaf_of, leaves_of
from tests.corpus.scanning.pages import sheet


@cache
def seen(taken, degree, seed):
    shot = taken(sheet(), degree, seed)
    (leaf,) = leaves_of(shot.data)
    return shot, leaf


def spans(leaf):
    table = max(tables_of(leaf.rulings, 4), key=lambda table: len(table.cells))
    return {(c.row, c.column, c.row_span, c.column_span): c.box for c in table.cells}


@pytest.mark.parametrize(("taken", "degree"), [(scanned, 1), (photographed, 1)])
def test_the_table_has_its_rows_columns_and_spans(taken, degree):
    shot, leaf = seen(taken, degree, 1)

    assert spans(leaf).keys() == {(c.row, c.column, c.row_span, c.column_span) for c in shot.cells}


def test_a_cell_is_found_again_in_the_picture_as_it_was_given():
    shot, leaf = seen(photographed, 1, 1)
    boxes = spans(leaf)

    for cell in shot.cells:
        box = leaf.given(boxes[cell.row, cell.column, cell.row_span, cell.column_span])
        corners = [min(x for x, _ in cell.quad), max(y for _, y in cell.quad)]
        assert [box[0], box[3]] == pytest.approx(corners, abs=6)


def test_a_page_turned_by_half_has_its_lines_at_the_other_end():
    leaf = seen(scanned, 1, 1)[1]
    again = leaf.upside_down().upside_down()

    assert spans(again).keys() == spans(leaf).keys()
    assert np.array_equal(again.gray, leaf.gray)
    assert leaf.upside_down().given((0, 0, 1, 1)) != leaf.given((0, 0, 1, 1))


def test_an_empty_page_has_no_lines_and_no_seals():
    leaf = leaf_of(np.full((300, 200, 3), 255, np.uint8))

    assert (leaf.rulings, leaf.seals) == ((), ())


def test_a_page_of_one_pixel_is_a_page():
    assert leaf_of(np.zeros((1, 1, 3), np.uint8)).gray.shape == (1, 1)
