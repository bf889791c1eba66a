"""A cell cut out of a page."""

from io import BytesIO

from PIL import Image

from jiheng.pipeline.pictures.cutting import cut
from jiheng.readers.page_pictures import PagePicture
from jiheng.writers.report.cutting import Cutting

FRAME = (11, 77, 151)
PAPER = Image.new("RGB", (1190, 1684), "white")
"""A4 with two pixels in a point."""


def piece(*box: float, is_photo: bool = False) -> Cutting:
    """Return a cell of the paper; its box is in points."""
    page = PagePicture(number=1, picture=PAPER, scale=2.0, point=2.0, is_photo=is_photo)
    return cut(page, box)


def size(cutting: Cutting) -> tuple[int, int]:
    return cutting.width, cutting.height


def test_a_small_cell_stands_in_the_middle_of_its_neighbours():
    made = piece(300, 400, 340, 420)

    picture = Image.open(BytesIO(made.data)).convert("RGB")
    assert size(made) == picture.size == (440, 112)
    assert picture.getpixel((180, 56)) == picture.getpixel((260, 56)) == FRAME


def test_beside_a_cell_at_the_edge_more_of_the_page_is_shown():
    made = piece(560, 820, 595, 842)

    picture = Image.open(BytesIO(made.data)).convert("RGB")
    assert picture.size == (440, 112)
    assert picture.getpixel((370, 90)) == FRAME


def test_of_a_large_cell_its_beginning_is_shown():
    made = piece(50, 100, 550, 700)

    picture = Image.open(BytesIO(made.data)).convert("RGB")
    assert picture.size == (600, 440)
    assert picture.getpixel((88, 200)) == FRAME


def test_a_box_beyond_the_page_is_still_a_picture():
    assert size(piece(5000, 5000, 6000, 6000))[0] > 0


def test_print_is_kept_without_loss():
    assert piece(300, 400, 340, 420).media == "image/png"


def test_a_photo_is_kept_as_one():
    made = piece(300, 400, 340, 420, is_photo=True)

    assert (made.media, made.data[:2]) == ("image/jpeg", b"\xff\xd8")
