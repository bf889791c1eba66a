import cv2
import numpy as np
import pytest

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.seen_lines import lines_on

INK, PAPER = 40, 255
AT = (100, 200, 300, 400)


def page():
    """Return a page of A4 at 144 dots an inch with a table of three rows and columns."""
    gray = np.full((1684, 1190), PAPER, np.uint8)
    for place in AT:
        gray[place : place + 2, 100:402] = gray[100:402, place : place + 2] = INK
    return gray


def lines(gray, **more):
    return lines_on(gray, np.zeros_like(gray), **more)


def ends(rulings):
    return sorted((r.left, r.top, r.right, r.bottom) for r in rulings)


def near(rulings):
    """Return the ends of lines that differ by no more than a pixel."""
    return pytest.approx(np.array(ends(rulings)), abs=1)


FRAME = ends(
    [Ruling(left=100, top=at, right=400, bottom=at) for at in AT]
    + [Ruling(left=at, top=100, right=at, bottom=400) for at in AT]
)


def test_every_line_is_found_from_end_to_end():
    found = lines(page())

    assert near(found.rulings) == FRAME
    assert found.doubtful == ()
    assert found.wrong < 0.01


def test_a_faint_line_is_a_line():
    gray = page()
    gray[200:202, 102:400] = 225

    assert near(lines(gray).rulings) == FRAME


def test_a_bent_line_is_followed():
    gray = page()
    rows = np.arange(1684)[:, None]
    bend = np.rint(3 * np.sin(np.arange(1190) / 190)).astype(int)[None, :]

    assert len(lines(gray[np.clip(rows - bend, 0, 1683), np.arange(1190)]).rulings) == len(FRAME)


def test_letters_on_a_line_that_is_not_there_are_no_line():
    gray = page()
    gray[202:300, 200:202] = PAPER
    cv2.putText(gray, "8B8B8B", (150, 260), cv2.FONT_HERSHEY_SIMPLEX, 1, (INK,), 3)

    inner = [line for line in lines(gray).rulings if abs(line.left - 200) < 2 and line.top > 101]

    assert near(inner) == [(200, 300, 200, 400)]


def test_a_border_that_was_covered_is_in_doubt():
    gray = page()
    taken = np.zeros_like(gray)
    gray[203:299, 190:212], taken[203:299, 190:212] = PAPER, 1

    found = lines_on(gray, taken)

    assert near(found.doubtful) == [(200, 200, 200, 300)]
    assert found.wrong > 0.02


def low_row(letter):
    """Return a page with a table of one low row, parted in two, a letter close to the border."""
    gray = np.full((1684, 1190), PAPER, np.uint8)
    for top in (100, 150):
        gray[top : top + 2, 100:402] = INK
    for left in (100, 200, 400):
        gray[100:152, left : left + 2] = INK
    cv2.putText(gray, "B", (letter, 136), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (INK,), 2)
    return gray


PARTED = ends(
    [Ruling(left=100, top=at, right=400, bottom=at) for at in (100, 150)]
    + [Ruling(left=at, top=100, right=at, bottom=150) for at in (100, 200, 400)]
)


def test_a_line_that_a_letter_is_close_to_is_a_line():
    assert near(lines(low_row(201)).rulings) == PARTED


def test_a_line_broken_beside_a_letter_is_a_line():
    gray = low_row(204)
    gray[122:128, 199:203] = PAPER

    assert near(lines(gray).rulings) == PARTED


def test_the_rim_of_a_seal_that_was_taken_off_is_no_line():
    gray = page()
    taken = np.zeros_like(gray)
    cv2.rectangle(taken, (230, 202), (270, 298), (1,), 6)
    cv2.rectangle(gray, (230, 202), (270, 298), (228,), 2)

    assert near(lines_on(gray, taken).rulings) == FRAME


def test_the_edge_of_the_paper_is_no_line():
    gray = page()
    gray[:, 30:32] = INK

    assert near(lines(gray).rulings) == FRAME


def test_of_a_table_that_is_cut_off_borders_are_expected_wrong():
    assert lines(page()[:340]).wrong > 1


@pytest.mark.parametrize("size", [(1, 1), (1, 9000), (9000, 1), (40, 40), (300, 200)])
def test_an_empty_page_has_no_lines(size):
    assert lines(np.full(size, PAPER, np.uint8)).rulings == ()


def test_a_page_of_noise_has_no_table_and_ends():
    noise = np.random.default_rng(1).integers(0, 256, (842, 595)).astype(np.uint8)

    assert len(lines(noise).rulings) < 4
