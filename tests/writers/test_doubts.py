"""The worksheet that asks about doubts, with pictures of the cells."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from msgspec.structs import replace
from PIL import Image

from jiheng.model.form import Doubt
from jiheng.writers.doubts import FIRST_ROW, write_doubts
from jiheng.writers.report.cutting import Cutting
from tests.writers.forms import WATER

DOUBTS = (
    Doubt(at="total.score", text="97", candidates=("97", "91"), reason="ocr"),
    Doubt(at="goal.actual", text="", candidates=(), reason="page-break"),
)
FORM = replace(WATER, doubts=DOUBTS)
HEADINGS = FIRST_ROW


def piece(width: int, height: int) -> Cutting:
    file = BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return Cutting(data=file.getvalue(), media="image/png", width=width, height=height)


def sheet_of(pieces):
    return openpyxl.load_workbook(BytesIO(write_doubts((FORM,), pieces=pieces))).active


def headings(sheet) -> list[str]:
    return [cell.value for cell in sheet[HEADINGS]]


def test_a_picture_stands_in_the_row_of_its_doubt_before_the_answer():
    sheet = sheet_of({FORM.id: {"goal.actual": piece(440, 112)}})

    (image,) = sheet._images
    place = image.anchor._from
    assert (place.row, place.col) == (FIRST_ROW + 1, headings(sheet).index("您的答复") - 1)


@pytest.mark.parametrize(
    ("size", "points"),
    [((440, 112), 66), ((600, 440), 181), ((100, 400), 215), ((1, 4000), 215)],
)
def test_the_row_is_as_high_as_its_picture(size, points):
    sheet = sheet_of({FORM.id: {"total.score": piece(*size)}})

    assert sheet.row_dimensions[FIRST_ROW + 1].height == pytest.approx(points, abs=1)
    assert sheet.row_dimensions[FIRST_ROW + 2].height is None


def test_without_pictures_there_is_no_column_for_them():
    assert "原件上的这一格" not in headings(sheet_of({}))
    assert "原件上的这一格" in headings(sheet_of({FORM.id: {"total.score": piece(9, 9)}}))


def test_a_picture_says_what_it_shows():
    data = write_doubts((FORM,), pieces={FORM.id: {"total.score": piece(9, 9)}})

    with ZipFile(BytesIO(data)) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="总分·得分"' in drawing


def test_the_same_doubts_give_the_same_file():
    pieces = {FORM.id: {"total.score": piece(440, 112)}}

    assert write_doubts((FORM,), pieces=pieces) == write_doubts((FORM,), pieces=pieces)
