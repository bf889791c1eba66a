"""Files of which some pages can only be looked at, from the file to the forms."""

from io import BytesIO
from pathlib import Path

import cv2
import pypdfium2
import pytest
from numpy import full, uint8
from PIL import Image

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import scanned, sheets
from jiheng.formats.errors import FormatError
from jiheng.formats.package import Package
from jiheng.formats.pages.pictured import PicturedPage
from jiheng.model.document import Grid, Stamp
from jiheng.model.form import Form
from jiheng.readers.ofd import read_ofd
from jiheng.readers.opening import open_document
from jiheng.readers.pdf import read_pdf
from jiheng.readers.pictured import blocks_seen, needing_scan
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.rulebook.phrases import phrase
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from tests.formats.ofd.packages import element, ofd
from tests.formats.pdf.papers import page, words
from tests.formats.pdf.test_pages import OWN_CODES, Z_IS_PRIVATE

LAYOUT = "liupanshui-2023"
SCORE = "indicators[0].score"


def put_together(*files: bytes) -> bytes:
    """Return a PDF of the pages of several."""
    whole, target = pypdfium2.PdfDocument.new(), BytesIO()
    for each in files:
        whole.import_pages(pypdfium2.PdfDocument(each))
    whole.save(target)
    return target.getvalue()


def as_pdf(picture: bytes) -> bytes:
    """Return a PDF of one page that is a picture of 200 dots an inch."""
    target = BytesIO()
    Image.open(BytesIO(picture)).save(target, "PDF", resolution=200)
    return target.getvalue()


@pytest.fixture(scope="module")
def forms() -> tuple[Form, ...]:
    """Return what is read of a file whose first page was typed and whose second was scanned."""
    form = next(iter(sample(1, 7, LAYOUT, None, rules=scored_by_rules)))
    typed = write_pdf((lay_out(form, load_layout(LAYOUT)),))
    (sheet, *_) = sheets(typed)
    return recognise(
        open_document(Path("表.pdf"), put_together(typed, as_pdf(scanned(sheet, 1, 3).data)))
    )


def test_a_scanned_page_is_read_after_the_typed_one_before_it(forms):
    assert [(form.source.format, form.cells[SCORE].page) for form in forms] == [
        ("pdf", 1),
        ("pdf", 2),
    ]


def test_typed_and_scanned_say_the_same(forms):
    typed, seen = forms

    assert [(row.weight, row.score) for row in seen.indicators] == [
        (row.weight, row.score) for row in typed.indicators
    ]


def test_only_what_was_typed_is_wholly_sure(forms):
    typed, seen = forms

    assert typed.cells[SCORE].confidence == 1 > seen.cells[SCORE].confidence


def test_cells_of_a_scanned_page_have_their_places_in_points(forms):
    typed, seen = forms

    assert seen.cells[SCORE].box == pytest.approx(typed.cells[SCORE].box, abs=5)


def scan() -> bytes:
    """Return the picture of a page with a table of four cells, "95" in the first of them."""
    paper = full((1782, 1260), 255, uint8)
    for at in (150, 630, 1110):
        cv2.line(paper, (at, 150), (at, 750), (0,), 3)
    for at in (150, 450, 750):
        cv2.line(paper, (150, at), (1110, at), (0,), 3)
    cv2.putText(paper, "95", (270, 345), cv2.FONT_HERSHEY_SIMPLEX, 2, (0,), 4)
    return bytes(cv2.imencode(".png", paper)[1])


MEDIA = '<ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>s.png</ofd:MediaFile></ofd:MultiMedia>'
PAPER = (
    "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
)


LYING = '<ofd:ImageObject Boundary="0 0 210 297" CTM="168 0 0 237.6 21 29.7" ResourceID="7"/>'


def scanned_ofd() -> bytes:
    """Return an OFD whose page is that picture, 21 mm from its left edge, 7.5 pixels a millimetre."""
    parts = {
        "Doc_0/Res.xml": element("Res", f"<ofd:MultiMedias>{MEDIA}</ofd:MultiMedias>"),
        "Doc_0/s.png": scan(),
    }
    return ofd(LYING, common=PAPER, parts=parts)


def test_the_scan_in_an_ofd_is_read_in_points_of_the_page_it_lies_on():
    with Package(scanned_ofd()) as package:
        (grid,) = read_ofd(package)

    assert isinstance(grid, Grid)
    assert grid.cells[0].text == "95"
    millimetres = [side * 25.4 / 72 for side in grid.cells[0].box]
    assert millimetres == pytest.approx([41, 49.7, 105, 89.7], abs=0.5)


def test_letters_that_a_font_keeps_to_itself_are_read_as_they_are_seen():
    frame = "40 700 m 560 700 l S 40 600 m 560 600 l S 40 500 m 560 500 l S"
    sides = "40 700 m 40 500 l S 300 700 m 300 500 l S 560 700 m 560 500 l S"
    drawn = f"{frame} {sides} {words('ZZ12.5', 60, 640)}"
    coded = page(drawn, box="[0 0 595 842]", font=OWN_CODES, others=(Z_IS_PRIVATE,))

    (grid,) = read_pdf(coded)

    assert (grid.cells[0].text, grid.recognised) == ("ZZ12.5", (1,))


def test_a_seal_that_the_picture_does_not_show_is_told():
    sealed = PicturedPage(number=1, width=595, height=842, stamps=((400, 600, 500, 700),))
    place = (595.0, 0.0, 0.0, 842.0, 0.0, 0.0)

    blocks = blocks_seen([sealed], lambda _: (scan(), place))

    assert blocks[-1] == Stamp(page=1, box=(400, 600, 500, 700))


def test_what_is_missing_to_read_a_picture_is_told():
    with (
        pytest.raises(FormatError) as refused,
        needing_scan(phrase("picture.page-extra", page="2")),
    ):
        raise ModuleNotFoundError(name="cv2.typing")

    assert refused.value.said("zh").startswith("第 2 页是扫描件或图片；要读，请先安装")


def test_a_module_that_is_missing_by_our_mistake_is_not_taken_for_that():
    with pytest.raises(ModuleNotFoundError), needing_scan(phrase("picture.extra")):
        raise ModuleNotFoundError(name="jiheng.nothing")
