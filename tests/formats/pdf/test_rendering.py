"""PDF pages as pictures: what is drawn stands where it was read."""

import pytest
from PIL import Image

from jiheng.formats.pdf.pages import pages_of
from jiheng.formats.pdf.rendering import Rendered, rendered
from tests.formats.pdf.papers import page, words
from tests.formats.pdf.test_pages import FIELD

LOWERED = "BT /F 12 Tf 0 1 -1 0 60 20 Tm (H) Tj ET"
"""A letter turned against the clock by a quarter."""


def seen(data: bytes) -> Rendered:
    """Return the first page."""
    return next(rendered(data, {1}))


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of what is dark."""
    return picture.convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()


def test_a_point_is_two_pixels():
    assert (seen(page(words("H"))).picture.size, seen(page(words("H"))).scale) == ((600, 400), 2.0)


@pytest.mark.parametrize(
    ("content", "turned"),
    [(words("H"), ""), (words("H"), "/Rotate 90"), (words("H"), "/Rotate 180"), (LOWERED, ""), (LOWERED, "/Rotate 270")],
)  # fmt: skip
def test_a_letter_is_drawn_where_it_was_read(content, turned):
    data = page(content, extra=turned)
    (glyph,) = next(pages_of(data)).glyphs

    left, top, right, bottom = ink(seen(data).picture)

    assert glyph.box[0] * 2 - 1 <= left < right <= glyph.box[2] * 2 + 1
    assert glyph.box[1] * 2 - 1 <= top < bottom <= glyph.box[3] * 2 + 1


def test_the_value_of_a_field_is_drawn_where_it_was_read():
    picture = seen(page(words("H"), extra="/Annots [6 0 R]", others=(FIELD,))).picture

    left, top, right, bottom = ink(picture.crop((200, 200, 600, 400)))
    assert 0 <= left < right <= 120
    assert 80 <= top < bottom <= 120


def test_paper_without_end_is_drawn_small():
    picture = seen(page(words("H"), box="[0 0 14000 7000]")).picture

    assert picture.size == (3000, 1500)


def test_only_wanted_pages_are_drawn():
    assert list(rendered(page(words("H")), {2})) == []
