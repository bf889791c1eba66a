"""Places on a page and on the same page turned upright."""

import pytest

from jiheng.formats.pdf.upright import Upright

BOUNDS = (10.0, 20.0, 310.0, 220.0)
BOX = (30.0, 50.0, 90.0, 70.0)
"""Left, bottom, right and top on the page before."""


@pytest.mark.parametrize(
    ("turns", "upright"),
    [
        (0, (20.0, 150.0, 80.0, 170.0)),
        (1, (30.0, 20.0, 50.0, 80.0)),
        (2, (220.0, 30.0, 280.0, 50.0)),
        (3, (150.0, 220.0, 170.0, 280.0)),
    ],
)
def test_a_box_goes_to_its_upright_place_and_back(turns, upright):
    page = Upright(turns, BOUNDS)

    assert page.box(BOX) == upright
    assert page.original(upright) == BOX
