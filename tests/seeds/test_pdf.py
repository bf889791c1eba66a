"""The published forms as PDF: one page each, with every cell's text, and no sign cut by a line."""

from pathlib import Path

import pytest

from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import LaidOut
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from tests.seeds.seed_files import FILES, needs_seeds, seed
from tests.seeds.test_formats import fields
from tests.writers.paper import crossed, pages_of, scanned

pytestmark = [needs_seeds, pytest.mark.parametrize("name", sorted(FILES))]


def forms(name: str) -> tuple[LaidOut, ...]:
    read = recognise(open_document(seed(name)))
    return tuple(official(form, load_layout(form.layout or "")) for form in read)


def lacking(laid: LaidOut, page: str) -> list[str]:
    around = (*laid.before, *laid.after)
    texts = ["".join(item.text.split()) for item in (*laid.grid.cells, *around)]
    return [text for text in texts if text not in page]


def test_each_published_form_stands_whole_on_one_page(name: str):
    laid = forms(name)

    pages = pages_of(write_pdf(laid))
    assert [lacking(*pair) for pair in zip(laid, pages, strict=True)] == [[] for _ in laid]


def test_each_published_form_reads_the_same_from_its_page(name: str):
    read = recognise(open_document(seed(name)))

    again = recognise(open_document(Path("自评表"), write_pdf(forms(name))))
    assert [fields(form) for form in again] == [fields(form) for form in read]


def test_no_line_cuts_a_sign_of_a_published_form(name: str):
    assert crossed(write_pdf(forms(name))) == []


def test_each_published_form_carries_its_code(name: str):
    laid = forms(name)

    assert scanned(write_pdf(laid)) == [form.code for form in laid]
