import numpy as np

from jiheng.readers.scan.streaks import without_streaks


def test_a_streak_from_top_to_foot_becomes_paper():
    picture = np.full((400, 300, 3), 250, np.uint8)
    picture[:, 150] = 200

    assert without_streaks(picture).min() == 250


def test_a_line_of_a_table_stays():
    picture = np.full((400, 300, 3), 250, np.uint8)
    picture[40:360, 150] = 0

    assert np.array_equal(without_streaks(picture), picture)
