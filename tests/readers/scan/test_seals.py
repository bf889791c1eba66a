import cv2
import numpy as np

from jiheng.readers.scan.seals import coloured_ink, seals_of, without_colour

RED, BLACK = (216, 35, 42), (0, 0, 0)


def page(colour):
    """Return a page of A4 at 72 dots an inch with a ring of 42 mm around its middle."""
    paper = np.full((842, 595, 3), 255, np.uint8)
    cv2.circle(paper, (300, 400), 58, colour, 4)
    cv2.circle(paper, (300, 400), 14, colour, -1)
    return paper


def test_a_red_ring_is_a_seal_with_its_box():
    ((left, top, right, bottom),) = seals_of(page(RED))

    assert np.allclose((left, top, right, bottom), (240, 340, 360, 460), atol=6)


def test_a_black_ring_is_none():
    assert seals_of(page(BLACK)) == ()


def test_a_red_letter_is_none():
    paper = np.full((842, 595, 3), 255, np.uint8)
    paper[100:110, 100:110] = RED

    assert seals_of(paper) == ()


def test_red_ink_becomes_paper_and_black_under_it_stays():
    paper = page(RED)
    paper[400, 290:310] = BLACK

    gray = without_colour(paper, coloured_ink(paper))

    assert gray[340:345, 300].min() > 230
    assert gray[400, 300] < 60
