"""A form as PDF, and its twin as OFD: the same tables and the same form are read from both."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import pages_of
from jiheng.model.document import Document, Grid
from jiheng.model.form import Form, Source
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import Layout, all_layouts
from jiheng.writers.layout import lay_out
from jiheng.writers.ofd import write_ofd
from jiheng.writers.pdf import write_pdf
from tests.writers.full_form import FULL

NOWHERE = Source(path="", format="", part="", index=1, sha256="")


def twin(pdf: bytes) -> bytes:
    """Return the pages of a PDF as OFD."""
    return write_ofd(tuple(page for page in pages_of(pdf) if isinstance(page, Page)))


def seen(document: Document) -> list[object]:
    return [
        [replace(cell, box=None) for cell in block.cells] if isinstance(block, Grid) else block
        for block in document.blocks
    ]


def fields(form: Form) -> Form:
    return replace(form, id="", source=NOWHERE, cells={})


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_a_form_reads_the_same_from_pdf_and_from_ofd(layout: Layout):
    pdf = write_pdf((lay_out(FULL, layout),))
    as_pdf = open_document(Path("自评表.pdf"), pdf)
    as_ofd = open_document(Path("自评表.ofd"), twin(pdf))

    assert seen(as_ofd) == seen(as_pdf)
    assert list(map(fields, recognise(as_ofd))) == list(map(fields, recognise(as_pdf)))
