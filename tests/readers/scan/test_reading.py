"""A picture of a form, from the file to the form."""

from pathlib import Path

import pytest

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import scanned, sheets
from jiheng.model.form import Form
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf

LAYOUT = "liupanshui-2023"


@pytest.fixture(scope="module")
def printed() -> Form:
    return next(sample(1, 7, LAYOUT, None, rules=scored_by_rules))


@pytest.fixture(scope="module")
def read(printed) -> Form:
    """Return the form as it is read from a scan of its first page."""
    (sheet, *_) = sheets(write_pdf((lay_out(printed, load_layout(LAYOUT)),)))
    (form,) = recognise(open_document(Path("表.jpg"), scanned(sheet, 1, 3).data))
    return form


def test_a_scan_is_read_as_a_picture(read):
    assert (read.source.format, read.layout) == ("image", LAYOUT)


def test_the_numbers_are_those_that_were_printed(read, printed):
    assert [(row.weight, row.score) for row in read.indicators] == [
        (row.weight, row.score) for row in printed.indicators
    ]


def test_recognised_text_is_never_as_sure_as_typed_text(read):
    assert 0.9 < read.cells["indicators[0].score"].confidence < 1


def test_a_cell_knows_its_place_in_the_picture(read):
    left, top, right, bottom = read.cells["indicators[0].score"].box

    assert 0 < left < right < 1700
    assert 0 < top < bottom < 2400
