"""Shade divided out of a picture."""

import numpy as np

from jiheng.readers.scan.lighting import evenly_lit


def shaded(paper: int, shade: int):
    """Return white paper with a table line every 40 pixels, one half of it in deep shade."""
    page = np.full((1600, 1600, 3), paper, np.uint8)
    page[::40] = 20
    page[:, 800:] = page[:, 800:] * (shade / paper)
    return page


def test_paper_in_the_shade_becomes_white():
    lit = evenly_lit(shaded(240, 70))

    assert lit[20, 100].min() > 240
    assert lit[20, 1500].min() > 240


def test_print_in_the_shade_stays_dark():
    assert evenly_lit(shaded(240, 70))[40, 1500].max() < 60


def test_light_follows_the_edge_of_a_shade():
    lit = evenly_lit(shaded(240, 70))

    assert lit[20, 800 + 60].min() > 200
