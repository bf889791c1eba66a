import numpy as np

from jiheng.readers.scan.streaks import streaks_in, without_streaks


def paper(rows, darkness):
    """Return a page with an upright line in these rows."""
    picture = np.full((400, 300, 3), 250, np.uint8)
    picture[rows, 150] = darkness
    return picture


def test_a_streak_from_top_to_foot_becomes_paper():
    picture = paper(slice(None), 200)

    assert without_streaks(picture, streaks_in(picture)).min() == 250


def test_a_line_of_a_table_is_no_streak():
    assert not streaks_in(paper(slice(40, 360), 0)).any()


def test_a_line_of_a_table_that_fills_the_page_is_none():
    assert not streaks_in(paper(slice(14, 386), 0)).any()
