import numpy as np

from jiheng.readers.scan.drawing import drawing_of, wrong_strokes

YES, NO = 9, -9


def drawn(level, upright):
    """Return which borders of three lines each way are drawn; none goes beyond the others."""
    odds = [np.array([[NO, *line, NO] for line in lines], float) for lines in (level, upright)]
    drawing = drawing_of(*odds)
    return [(found[:, 1:-1] > 0).astype(int).tolist() for found in (drawing.level, drawing.upright)]


WHOLE = [[YES, YES]] * 3


def test_a_table_without_a_flaw_stays_as_it_is():
    assert drawn(WHOLE, WHOLE) == [[[1, 1]] * 3, [[1, 1]] * 3]


def test_a_line_that_is_hardly_seen_goes_on_to_the_next():
    level = [[YES, YES], [YES, -3], [YES, YES]]
    upright = [[YES, YES], [NO, NO], [YES, YES]]

    assert drawn(level, upright)[0][1] == [1, 1]


def test_a_stroke_that_goes_nowhere_falls_off():
    level = [[YES, YES], [3, NO], [YES, YES]]
    upright = [[YES, YES], [NO, NO], [YES, YES]]

    assert drawn(level, upright)[0][1] == [0, 0]


def test_cells_may_be_joined_over_columns():
    upright = [[YES, YES], [NO, YES], [YES, YES]]

    assert drawn(WHOLE, upright) == [[[1, 1]] * 3, [[1, 1], [0, 1], [1, 1]]]


def test_a_border_of_which_nothing_is_seen_is_drawn_as_its_line_goes_on_and_is_in_doubt():
    odds = np.array([[NO, 30, 0, 30, NO]] * 4, float)

    border = drawing_of(odds, np.array([[NO, 30, 30, 30, NO]] * 4, float)).level[1, 2]

    assert 0 < border < 4


def test_what_is_drawn_together_is_wrong_once():
    apart = np.array([[0.2, -0.3, 0.4]])

    assert wrong_strokes(np.zeros((1, 3))) == 0.5
    assert 1.2 < wrong_strokes(apart) < 1.5
