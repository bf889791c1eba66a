"""A page of which only letters and lines are known, drawn plainly."""

from jiheng.formats.pages.drawn import drawn
from jiheng.formats.pages.page import Glyph, Page, Ruling

PAGE = Page(
    number=1,
    width=100.0,
    height=60.0,
    glyphs=(Glyph(text="分", box=(10.0, 10.0, 22.0, 22.0)),),
    rulings=(Ruling(left=10.0, top=40.0, right=90.0, bottom=40.0),),
)


def shade(left: float, top: float, right: float, bottom: float) -> int:
    """Return how dark the darkest place of a part of the page is, 0 being black."""
    picture, scale = drawn(PAGE)
    return (
        picture.convert("L")
        .crop([side * scale for side in (left, top, right, bottom)])
        .getextrema()[0]
    )


def test_a_letter_stands_in_its_box():
    assert shade(10, 10, 22, 22) < 100


def test_a_ruling_line_is_drawn():
    assert shade(30, 38, 70, 42) == 0


def test_the_rest_of_the_page_is_white():
    assert shade(30, 5, 90, 35) == 255
