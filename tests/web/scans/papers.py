"""Stamped papers of the invented form, as scanners give them back."""

from io import BytesIO

from msgspec.structs import replace
from PIL import Image
from pypdfium2 import PdfDocument

from jiheng.model.check_code import check_code
from jiheng.model.form import Form
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from tests.web.city import FORM

CODE = check_code(FORM)
LAYOUT = load_layout("national-2020")


def printed(*forms: Form, code: str | None = None) -> bytes:
    """Return forms as a PDF with their text, under a code of its own where one is given."""
    laid = (official(form, LAYOUT) for form in forms)
    return write_pdf(tuple(each if code is None else replace(each, code=code) for each in laid))


def scanned(pdf: bytes, turned: int = 0) -> Image.Image:
    """Return the first page as a picture, turned by some degrees."""
    with PdfDocument(pdf) as document:
        picture = document[0].render(scale=2).to_pil().convert("L")
    return picture.rotate(turned, expand=True, fillcolor=255)


def as_file(picture: Image.Image, kind: str) -> bytes:
    """Return a picture as PNG, JPEG, or as a PDF without text."""
    target = BytesIO()
    picture.save(target, kind)
    return target.getvalue()


LOCKED = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
trailer <</Root 1 0 R/Size 4/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4
/O<0000000000000000000000000000000000000000000000000000000000000000>
/U<0000000000000000000000000000000000000000000000000000000000000000>>>>>
%%EOF
"""
"""A PDF that asks for a password."""
