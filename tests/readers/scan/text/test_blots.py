"""Ink that is no letter; type is 20 pixels high here."""

import cv2
from numpy import full, kron, ones, uint8
from numpy.random import default_rng

from jiheng.readers.scan.text.blots import without_blots

HEIGHT = 20.0


def paper():
    return full((200, 200), 255, uint8)


def test_a_hole_goes_with_its_rim():
    page = paper()
    cv2.circle(page, (100, 100), 24, (60,), -1, cv2.LINE_AA)

    assert without_blots(page, HEIGHT).min() > 200


def test_a_code_of_little_squares_goes():
    page = paper()
    squares = default_rng(1).integers(0, 2, (25, 25), dtype=uint8)
    squares[:7, :7] = squares[:7, -7:] = squares[-7:, :7] = 1
    page[50:100, 50:100] = 255 - 255 * kron(squares, ones((2, 2), uint8))

    assert without_blots(page, HEIGHT).min() == 255


def test_bold_letters_of_a_title_stay():
    page = paper()
    cv2.putText(page, "H8", (40, 100), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0,), 6)

    assert (without_blots(page, HEIGHT) == page).all()


def test_lines_of_text_stay():
    page = paper()
    for top in range(20, 180, 26):
        for left in range(20, 170, 22):
            page[top : top + 18 : 4, left : left + 18] = 0
            page[top : top + 18, left : left + 2] = 0

    assert (without_blots(page, HEIGHT) == page).all()
