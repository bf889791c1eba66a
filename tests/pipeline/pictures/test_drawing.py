"""A page beside what was read on it."""

from io import BytesIO

from PIL import Image

from jiheng.model.document import Document, Grid, GridCell, Stamp
from jiheng.pipeline.pictures.drawing import drawing
from jiheng.readers.page_pictures import PagePicture

BLUE, ORANGE, VIOLET, RED = (11, 77, 151), (206, 92, 0), (118, 42, 131), (200, 30, 30)
LINES = 36
"""Pixels of the legend above the page."""


def drawn(*cells: GridCell, page: int = 1, stamps: tuple[Stamp, ...] = ()) -> Image.Image:
    """Return the drawing of a page of 200 × 100 points with one table."""
    paper = Image.new("RGB", (400, 200), "white")
    seen = PagePicture(number=page, picture=paper, scale=2.0, point=2.0)
    blocks = (Grid(cells=cells, page=1), *stamps)
    document = Document(path="表.pdf", format="pdf", sha256="", blocks=blocks)
    return Image.open(BytesIO(drawing(seen, document, "说明"))).convert("RGB")


def cell(text: str = "培训人数", **more: object) -> GridCell:
    """Return a cell from (20, 20) to (120, 60) points."""
    return GridCell(row=0, column=0, text=text, box=(20.0, 20.0, 120.0, 60.0), **more)


def colours(picture: Image.Image) -> set[tuple[int, int, int]]:
    return {colour for _, colour in picture.getcolors(1 << 20)}


def test_the_page_stands_at_the_left_and_what_was_read_at_the_right():
    assert drawn(cell()).size == (800, 200 + LINES)


def test_a_cell_is_framed_in_both():
    picture = drawn(cell())

    assert picture.getpixel((40, 120)) == picture.getpixel((440, 120)) == BLUE


def test_what_was_read_stands_in_its_cell_at_the_right():
    inside = (444, 44 + LINES, 636, 116 + LINES)

    assert BLUE in colours(drawn(cell()).crop(inside))
    assert BLUE not in colours(drawn(cell("")).crop(inside))


def test_long_text_stays_in_its_cell():
    picture = drawn(cell("办班" * 500))

    assert colours(picture.crop((444, 122 + LINES, 800, 200 + LINES))) == {(255, 255, 255)}


def test_what_is_in_doubt_has_another_colour():
    assert drawn(cell(confidence=0.7)).getpixel((40, 120)) == ORANGE


def test_what_the_sums_settled_has_another_colour():
    assert drawn(cell(confidence=0.99, settled=True)).getpixel((40, 120)) == VIOLET


def test_a_seal_is_framed():
    stamp = Stamp(page=1, box=(130.0, 30.0, 180.0, 80.0))

    assert drawn(cell(), stamps=(stamp,)).getpixel((260, 100 + LINES)) == RED


def test_a_cell_overleaf_is_drawn_overleaf():
    assert BLUE not in colours(drawn(cell(page=2)))
    assert BLUE in colours(drawn(cell(page=2), page=2))
