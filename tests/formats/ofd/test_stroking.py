"""Ruling lines of path objects: left, top, right and bottom in millimetres."""

import pytest

from tests.formats.ofd.packages import AREA, drawn, element, millimetres

BLACK = '<ofd:FillColor Value="0 0 0"/>'
BAR = "M 0 0 L 40 0 L 40 0.5 L 0 0.5 C"


def path(data: str, attributes: str = "", colours: str = "") -> str:
    """Return a path object over the whole page."""
    return f'<ofd:PathObject Boundary="0 0 100 60" {attributes}>{colours}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def rulings(objects: str, resources: str = "") -> list[tuple[float, ...]]:
    common = f"{AREA}<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
    page = drawn(objects, common, {"Doc_0/Res.xml": element("Res", resources)})
    return [millimetres(line.left, line.top, line.right, line.bottom) for line in page.rulings]


def test_a_stroke_is_a_line():
    assert rulings(path("M 10 20 L 50 20")) == [(10, 20, 50, 20)]


def test_the_sides_of_a_drawn_box_are_four_lines():
    assert rulings(path("M 10 10 L 50 10 L 50 30 L 10 30 C")) == [
        (10, 10, 50, 10),
        (50, 10, 50, 30),
        (10, 30, 50, 30),
        (10, 10, 10, 30),
    ]


def test_one_object_may_draw_many_lines():
    assert rulings(path("S 10 10 L 50 10 M 10 20 L 50 20 50 30")) == [
        (10, 10, 50, 10),
        (10, 20, 50, 20),
        (50, 20, 50, 30),
    ]


def test_a_filled_bar_is_a_line_along_its_middle():
    filled = path(BAR, 'Stroke="false" Fill="true"', BLACK)

    assert rulings(filled) == [(0, 0.25, 40, 0.25)]


def test_a_short_stroke_of_a_broad_pen_is_a_line_across():
    assert rulings(path("M 10 20 L 10.5 20", 'LineWidth="30"')) == [(10.25, 5, 10.25, 35)]


def test_a_matrix_moves_and_turns_lines():
    assert rulings(path("M 0 0 L 20 0", 'CTM="0 1 -1 0 30 10"')) == [(30, 10, 30, 30)]


@pytest.mark.parametrize(
    "unseen",
    [
        path("M 10 10 L 50 40"),
        path("M 10 10 B 20 10 30 10 50 10"),
        path("M 10 10 A 5 5 0 1 0 50 10"),
        path("M 10 10 L 10.1 10", 'LineWidth="0.1"'),
        path("M 10 10 L 50 10", 'Visible="false"'),
        path("M 10 10 L 50 10", 'Stroke="false"'),
        path("M 10 10 L 50 10", 'LineWidth="5"'),
        path("M 10 10 L 50 10", "", '<ofd:StrokeColor Value="255 255 255"/>'),
        path("M 10 10 L 50 10", "", '<ofd:StrokeColor Value="#FF #ff #FF"/>'),
        path("M 10 10 L 50 10", "", '<ofd:StrokeColor Value="0 0 0 0"/>'),
        path("M 10 10 L 50 10", "", '<ofd:StrokeColor Value="0 0 0" Alpha="0"/>'),
        path(BAR, 'Stroke="false" Fill="true"'),
        path(BAR, 'Stroke="false"', BLACK),
        "<ofd:PathObject/>",
    ],
)
def test_what_is_curved_aslant_short_broad_or_has_no_colour_is_no_line(unseen: str):
    assert rulings(unseen) == []


@pytest.mark.parametrize("colour", ["0 0 0", "128", "#00 #00 #00", "0 0 0 255", "254 254 200"])
def test_a_line_of_any_colour_is_seen(colour: str):
    coloured = path("M 10 20 L 50 20", "", f'<ofd:StrokeColor Value="{colour}"/>')

    assert rulings(coloured) == [(10, 20, 50, 20)]


def test_the_edges_of_a_grey_ground_are_lines():
    grey = '<ofd:FillColor Value="200 200 200"/>'
    ground = path("M 10 10 L 50 10 L 50 30 L 10 30", 'Stroke="false" Fill="true"', grey)

    assert len(rulings(ground)) == 4


def test_a_line_ends_at_the_bounds_of_its_object():
    line = '<ofd:PathObject Boundary="10 20 30 0"><ofd:AbbreviatedData>M -10 0 L 80 0</ofd:AbbreviatedData></ofd:PathObject>'
    within_half_a_pen = pytest.approx((10, 20, 40, 20), abs=0.6)

    assert rulings(line) == [within_half_a_pen]


def test_a_line_outside_the_bounds_of_its_object_is_not_seen():
    line = '<ofd:PathObject Boundary="10 20 30 5"><ofd:AbbreviatedData>M 0 20 L 30 20</ofd:AbbreviatedData></ofd:PathObject>'

    assert rulings(line) == []


def test_a_pen_has_the_colour_of_the_one_that_it_is_made_from():
    pens = (
        '<ofd:DrawParams><ofd:DrawParam ID="7"><ofd:StrokeColor Value="255 255 255"/></ofd:DrawParam>'
        '<ofd:DrawParam ID="8" Relative="7" LineWidth="1"/></ofd:DrawParams>'
    )

    assert rulings(path("M 10 20 L 50 20", 'DrawParam="8"'), pens) == []


def test_the_pen_of_an_object_comes_before_that_of_its_layer():
    pens = '<ofd:DrawParams><ofd:DrawParam ID="7"><ofd:StrokeColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>'
    black = path("M 10 20 L 50 20", "", '<ofd:StrokeColor Value="0 0 0"/>')
    layer = f'<ofd:Layer DrawParam="7">{black}{path("M 10 30 L 50 30")}</ofd:Layer>'

    assert rulings(layer, pens) == [(10, 20, 50, 20)]
