"""Word forms as LibreOffice prints them: on one page where the printed original has one."""

import pypdfium2 as pdfium
import pytest

from jiheng.corpus.generator import sample
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import fitted
from jiheng.writers.official import official
from tests.writers.office import converted, needs_office, page_count

pytestmark = [pytest.mark.no_cover, needs_office, pytest.mark.slow]


def made_up(layout_id: str) -> LaidOut:
    return official(next(sample(1, 5, layout_id)), load_layout(layout_id))


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    files = {f"{name}.docx": write_docx(made_up(name)) for name in LAYOUT_IDS}
    return converted(files, "pdf")


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_a_form_that_fits_is_printed_on_one_page(layout_id: str, printed):
    pages = page_count(printed[layout_id])

    assert (fitted(made_up(layout_id)).is_whole, pages) == (True, 1)


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_no_sign_of_any_cell_is_missing_on_the_page(layout_id: str, printed):
    with pdfium.PdfDocument(printed[layout_id]) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)

    there = "".join(text.split())
    missing = [
        cell.text
        for cell in made_up(layout_id).grid.cells
        for part in cell.text.split("\n")
        if not set("".join(part.split())) <= set(there)
    ]
    assert missing == []
