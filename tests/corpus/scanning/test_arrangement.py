import pytest

from jiheng.corpus.scanning.arrangement import NotATable, faces

FRAME = ((0, 0, 20, 0), (0, 20, 20, 20)), ((0, 0, 0, 20), (20, 0, 20, 20))


def spans(level, upright):
    return [(f.row, f.column, f.row_span, f.column_span) for f in faces(level, upright)]


def test_a_frame_is_one_cell():
    assert spans(*FRAME) == [(0, 0, 1, 1)]


def test_a_line_that_stops_at_another_leaves_a_merged_cell():
    level, upright = FRAME

    assert spans((*level, (0, 10, 20, 10)), (*upright, (10, 10, 10, 20))) == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_a_cell_has_its_box():
    level, upright = FRAME

    assert faces((*level, (0, 10, 20, 10)), upright)[1].box == (0, 10, 20, 20)


def test_an_area_that_is_no_rectangle_is_refused():
    level, upright = FRAME

    with pytest.raises(NotATable):
        faces((*level, (0, 10, 10, 10)), (*upright, (10, 0, 10, 10)))
