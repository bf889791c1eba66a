import numpy as np
import pytest

from jiheng.readers.scan.odds import Seen, odds_of, seen_between, wear_of
from jiheng.readers.scan.tracks import Tracks

GOOD, WORN = 0.0, 1.0


def seen(*borders):
    """Return one line with borders of so many dark and blank steps; it begins and ends with white."""
    dark, blank = zip((0, 20), *borders, (0, 20), strict=True)
    return Seen(dark=np.array([dark], float), blank=np.array([blank], float))


def odds(*borders, wear=GOOD):
    return odds_of(seen(*borders), wear)[0, 1:-1].tolist()


def test_a_border_that_is_dark_all_along_is_drawn_and_a_white_one_is_not():
    drawn, white = odds((40, 0), (0, 40))

    assert drawn > 5
    assert white < -5


def test_a_border_of_which_nothing_is_seen_is_as_likely_drawn_as_not():
    assert odds((0, 0)) == pytest.approx([0], abs=1e-9)


def test_white_says_less_where_lines_are_worn():
    (good,), (worn,) = odds((0, 40)), odds((0, 40), wear=WORN)

    assert good < worn < 0


def test_a_border_with_a_gap_is_held_for_drawn_where_its_line_is_known():
    alone, _ = odds((20, 20), (0, 40))
    known, _ = odds((20, 20), (100, 0))

    assert alone < known


def test_lines_that_are_dark_here_and_there_are_worn():
    assert wear_of(seen((40, 0))) == 0
    assert wear_of(seen((20, 20))) == 1


def test_next_to_a_crossing_nothing_is_asked():
    line = Tracks(dark=np.zeros((1, 100)), blank=np.ones((1, 100)), step=2.0)

    (counts,) = seen_between(line, (40, 100)).blank.tolist()

    # Of 20, 30 and 50 steps one beside each crossing; three at either end count two more each.
    assert counts == [19 + 12, 28 + 12, 49 + 12]
