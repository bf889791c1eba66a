"""Files with pages, and what their pages look like."""

from io import BytesIO

from PIL import Image

from jiheng.formats.pages.page import Page, Ruling
from jiheng.readers.page_pictures import page_pictures
from jiheng.writers.ofd import write_ofd
from tests.formats.pdf.papers import page, words
from tests.readers.test_pictured import scanned_ofd

LINE = Ruling(left=20.0, top=50.0, right=180.0, bottom=50.0)


def sheet(number: int) -> Page:
    """Return a page of 200 × 100 points."""
    return Page(number=number, width=200.0, height=100.0, glyphs=(), rulings=(LINE,))


def photo() -> bytes:
    """Return a picture that its camera says to be turned by a quarter."""
    file = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (1684, 1000), "white").save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_pdf_page_has_two_pixels_for_a_point():
    (seen,) = page_pictures(page(words("H")), "pdf", {1})

    assert (seen.scale, seen.point, seen.is_photo) == (2.0, 2.0, False)


def test_of_an_ofd_the_wanted_pages_are_drawn():
    (seen,) = page_pictures(write_ofd((sheet(1), sheet(2))), "ofd", {2})

    assert (seen.number, seen.picture.size) == (2, (400, 200))


def test_a_scanned_page_of_an_ofd_is_drawn_with_its_scan_where_it_lies():
    (seen,) = page_pictures(scanned_ofd(), "ofd", {1})

    # The table begins 41 mm from the left edge of the page, 49.7 mm from the upper one.
    inside, outside = (
        seen.picture.crop((225, 300, 240, 310)),
        seen.picture.crop((100, 300, 200, 310)),
    )
    assert inside.convert("L").getextrema()[0] < 128
    assert outside.convert("L").getextrema()[0] == 255


def test_a_photo_stands_as_its_camera_was_held():
    (seen,) = page_pictures(photo(), "image", {1})

    assert (seen.picture.size, seen.scale, seen.is_photo) == ((1000, 1684), 1.0, True)


def test_a_point_of_a_photo_is_told_by_its_longer_side():
    (seen,) = page_pictures(photo(), "image", {1})

    assert seen.point == 2.0


def test_a_file_without_pages_has_no_pictures():
    assert list(page_pictures(b"", "docx", {1})) == []
