import numpy as np

from jiheng.readers.scan.evidence import Evidence
from jiheng.readers.scan.mending import Mender
from jiheng.readers.scan.mesh import mesh_of, rulings_of

PLACES = (0.0, 50.0, 100.0)


def mended(level, upright):
    """Return what is drawn of two rows and columns after mending; shares are in tenths."""
    evidence = Evidence(
        xs=PLACES, ys=PLACES, level=np.array(level) / 10, upright=np.array(upright) / 10
    )
    mesh = mesh_of(evidence, evidence, 1.0)
    faults = Mender(mesh, evidence, 1.0).mend()
    lines = [(r.left, r.top, r.right, r.bottom) for r in rulings_of(mesh, evidence)]
    return lines, faults


FRAME = [(0, 0, 100, 0), (0, 100, 100, 100), (0, 0, 0, 100), (100, 0, 100, 100)]


def test_a_table_without_a_flaw_stays_as_it_is():
    lines, faults = mended([[9, 9], [9, 9], [9, 9]], [[9, 9], [9, 9], [9, 9]])

    assert faults == 0
    assert lines[1] == (0, 50, 100, 50)


def test_a_line_that_is_nearly_drawn_goes_on_to_the_next():
    lines, faults = mended([[9, 9], [9, 6], [9, 9]], [[9, 9], [0, 0], [9, 9]])

    assert faults == 0
    assert (0, 50, 100, 50) in lines


def test_a_stroke_that_goes_nowhere_is_taken_back():
    lines, faults = mended([[9, 9], [7, 0], [9, 9]], [[9, 9], [0, 0], [9, 9]])

    assert faults == 0
    assert sorted(lines) == sorted(FRAME)
