from math import hypot

import pytest

from jiheng.corpus.scanning import photographed, scanned
from jiheng.corpus.scanning.phone import DEGREES as HANDS
from jiheng.readers.scan.pictures import pictures_of
from tests.corpus.scanning.pages import sheet

EVERY = [(scanned, 1), (scanned, 3), (photographed, 1), (photographed, 3)]


@pytest.mark.parametrize(("taken", "degree"), EVERY)
def test_the_same_seed_gives_the_same_bytes(taken, degree):
    assert taken(sheet(), degree, 11).data == taken(sheet(), degree, 11).data


@pytest.mark.parametrize(("taken", "degree"), EVERY)
def test_another_seed_gives_another_picture(taken, degree):
    assert taken(sheet(), degree, 11).data != taken(sheet(), degree, 12).data


@pytest.mark.parametrize(("taken", "degree"), EVERY)
def test_the_corners_of_a_cell_stand_where_its_lines_are(taken, degree):
    shot = taken(sheet(), degree, 11)
    picture = next(pictures_of(shot.data)).min(axis=2)
    high, wide = picture.shape

    depths = []
    for start, end in shot.rulings:
        for share in (0.3, 0.5, 0.7):
            x = round(start[0] + (end[0] - start[0]) * share)
            y = round(start[1] + (end[1] - start[1]) * share)
            around = picture[max(y - 12, 0) : y + 13, max(x - 12, 0) : x + 13]
            depths.append(int(around.max()) - int(picture[y - 2 : y + 3, x - 2 : x + 3].min()))

    assert all(0 <= x <= wide and 0 <= y <= high for cell in shot.cells for x, y in cell.quad)
    assert sum(depth > 15 for depth in depths) > 0.9 * len(depths)


def test_a_photo_may_lie_on_its_side():
    shots = [photographed(sheet(), 3, seed) for seed in range(6)]

    assert {shot.placement.width > shot.placement.height for shot in shots} == {True, False}


def test_a_stamp_is_as_large_as_it_is_on_paper():
    shots = [scanned(sheet(), 1, seed) for seed in range(6)]

    sides = [hypot(b[0] - a[0], b[1] - a[1]) for s in shots for a, b, *_ in s.stamps]
    assert sides
    assert all(190 < side < 215 for side in sides)


def test_there_are_three_degrees_of_photos():
    assert len(HANDS) == 3
