"""Notes on the pages of PDF files."""

from datetime import UTC, datetime
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from jiheng.formats.pages.page import Page
from jiheng.formats.pdf import pages_of
from jiheng.formats.pdf.structure.objects import Objects
from jiheng.formats.pdf.structure.syntax import items_of
from jiheng.model.form import Cell
from jiheng.writers.annotated.note import Note
from jiheng.writers.annotated.pages import Addition, PageNote, annotate_pages, page_notes
from jiheng.writers.inplace.errors import Unwritable
from tests.formats.pdf.papers import CATALOGUE, FONT, file_of, page, stream, words

WHEN = datetime(2025, 1, 16, tzinfo=UTC)
CELL = (20.0, 80.0, 120.0, 110.0)
"""On the upright page, from above: around the words."""
WRONG = PageNote(page=1, box=CELL, severity="error", text="错误 AR01\n总分栏为 100")
DOUBT = PageNote(page=1, box=(20.0, 120.0, 80.0, 140.0), severity="warning", text="疑点")
WORDS = words("Target reached by every unit")
PAPER = page(WORDS)


def annotated(data: bytes, *notes: PageNote) -> bytes:
    return data + annotate_pages(data, notes or (WRONG,), WHEN).data


def kinds_and_boxes(data: bytes, number: int = 0) -> list[tuple[str, tuple[int, ...]]]:
    """Return what stands on a page, as pdfplumber finds it: kind, and left, bottom, right, top."""
    with pdfplumber.open(BytesIO(data)) as document:
        found = [each["data"] for each in document.pages[number].annots]
        return [(each["Subtype"].name, tuple(map(round, each["Rect"]))) for each in found]


TEXT, HIGHLIGHT = "Text", "Highlight"


def ink(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour of a place on the first page as it is shown, in points from above."""
    document = pypdfium2.PdfDocument(data)
    colour = document[0].render(scale=2).to_pil().convert("RGB").getpixel((2 * x, 2 * y))
    document.close()
    return colour


def test_every_byte_of_the_file_stays():
    assert annotated(PAPER).startswith(PAPER)


def test_a_cell_has_a_mark_and_a_sign_at_its_corner():
    assert kinds_and_boxes(annotated(PAPER)) == [
        (HIGHLIGHT, (21, 91, 119, 119)),
        (TEXT, (113, 113, 123, 123)),
    ]


def test_the_mark_lies_under_what_is_printed():
    before, after = ink(PAPER, 60, 86), ink(annotated(PAPER), 60, 86)

    assert before == (255, 255, 255)
    assert after == (255, 217, 214)


def test_the_words_are_those_of_the_finding():
    data = annotated(PAPER)

    said = "错误 AR01\r总分栏为 100".encode("utf-16-be").hex().encode()
    assert b"/Contents <feff%b>" % said in data
    assert b"(D:20250116000000Z)" in data


def test_what_is_read_from_the_file_stays_the_same():
    assert list(pages_of(annotated(PAPER))) == list(pages_of(PAPER))


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_on_a_page_that_is_shown_turned_the_mark_lies_around_the_words(turns):
    data = page(words("Target", 150, 60), box="[0 0 300 200]", extra=f"/Rotate {turns}")
    (paper,) = pages_of(data)
    assert isinstance(paper, Page)
    box = paper.glyphs[0].box
    note = PageNote(page=1, box=box, severity="error", text="错")

    (_, (left, bottom, right, top)), _ = kinds_and_boxes(annotated(data, note))

    assert 148 < left < right < 160
    assert 55 < bottom < top < 73


def test_notes_that_were_there_stay():
    old = "<< /Type /Annot /Subtype /Text /Rect [1 1 9 9] /Contents (mine) >>"
    data = page(WORDS, extra="/Annots 7 0 R", others=("<<>>", "[8 0 R]", old))

    assert [kind for kind, _ in kinds_and_boxes(annotated(data))] == [TEXT, HIGHLIGHT, TEXT]


def test_several_cells_have_a_note_each():
    assert annotate_pages(PAPER, (WRONG, DOUBT), WHEN).notes == 2
    assert len(kinds_and_boxes(annotated(PAPER, WRONG, DOUBT))) == 4


def test_what_was_said_before_is_not_said_again():
    once = annotated(PAPER)

    assert annotate_pages(once, (WRONG,), WHEN) == Addition()
    assert annotate_pages(once, (WRONG, DOUBT), WHEN).notes == 1


def test_each_page_has_its_own_notes():
    pages = "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 300 200] >>"
    one = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    data = file_of(CATALOGUE, pages, one, stream(WORDS), FONT, one)
    overleaf = PageNote(page=2, box=CELL, severity="info", text="提示")

    after = annotated(data, overleaf)

    assert (kinds_and_boxes(after), len(kinds_and_boxes(after, 1))) == ([], 2)


def test_a_cell_beyond_the_page_is_marked_at_its_edge():
    note = PageNote(page=1, box=(250.0, 190.0, 900.0, 900.0), severity="error", text="错")

    (_, sides), _ = kinds_and_boxes(annotated(PAPER, note))

    assert sides == (251, 1, 299, 9)


def test_the_same_notes_give_the_same_bytes():
    assert annotated(PAPER, WRONG, DOUBT) == annotated(PAPER, WRONG, DOUBT)


def test_a_signed_file_is_left_alone():
    with pytest.raises(Unwritable) as refused:
        annotate_pages(page(WORDS, extra="/Sig << /ByteRange [0 1 2 3] >>"), (WRONG,), WHEN)

    assert refused.value.told.key == "inplace.signed"


def test_an_encrypted_file_is_left_alone():
    data = PAPER.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R")

    with pytest.raises(Unwritable) as refused:
        annotate_pages(data, (WRONG,), WHEN)

    assert refused.value.told.key == "inplace.encrypted"


def note(severity, *cells: Cell) -> Note:
    return Note(severity=severity, places=cells, table=0, head=severity, lines=("为什么",))


PLACED = Cell(table=0, page=1, box=CELL)


def test_findings_at_one_cell_are_one_note_as_grave_as_the_gravest():
    (made,) = page_notes([note("info", PLACED), note("error", PLACED)])

    assert (made.severity, made.text) == ("error", "info\n为什么\n\nerror\n为什么")


def test_a_finding_stands_at_the_first_of_its_cells_that_has_a_place():
    (made,) = page_notes([note("info", Cell(page=1), PLACED)])

    assert made.box == CELL


def test_a_finding_without_a_place_is_left_out():
    assert page_notes([note("info", Cell(table=0, page=1))]) == ()


def test_the_list_of_notes_is_written_into_the_page():
    (only,) = Objects(annotated(PAPER)).pages()

    assert len(items_of(only.entries[b"/Annots"])) == 2
