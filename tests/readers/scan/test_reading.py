"""A picture of a form, from the file to the form."""

from pathlib import Path

import cv2
import pytest
from msgspec.structs import replace
from numpy import full, uint8

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import scanned, sheets
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Ruling
from jiheng.model.document import Paragraph, Stamp
from jiheng.model.form import Form
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.readers.scan.leaf import Leaf
from jiheng.readers.scan.matrices import nothing
from jiheng.readers.scan.reading import read_leaves
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


def leaf() -> Leaf:
    """Return a page with one table of four cells, surely seen."""
    paper = full((400, 300), 255, uint8)
    level = [Ruling(left=20, top=at, right=280, bottom=at) for at in (20, 120, 220)]
    upright = [Ruling(left=at, top=20, right=at, bottom=220) for at in (20, 200, 280)]
    cv2.putText(paper, "95", (60, 90), cv2.FONT_HERSHEY_SIMPLEX, 2, (0,), 4)
    return Leaf(
        number=3,
        gray=paper,
        rulings=(*level, *upright),
        doubtful=(),
        wrong=0.0,
        seals=(),
        to_given=nothing(),
    )


def test_a_text_outside_the_tables_that_a_seal_reaches_is_in_doubt():
    sealed = leaf()
    cv2.putText(sealed.gray, "2024", (40, 330), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0,), 3)

    def surest(seals: tuple) -> float:
        blocks = read_leaves([replace(sealed, seals=seals)])
        return max(each.confidence for each in blocks if isinstance(each, Paragraph))

    assert surest(((100.0, 290.0, 250.0, 390.0),)) < 0.98 <= surest(((220.0, 20.0, 290.0, 90.0),))


def test_what_stands_beside_a_doubtful_border_is_in_doubt_and_nothing_else():
    border = Ruling(left=200, top=20, right=200, bottom=120)
    (sure,), (unsure,) = read_leaves((leaf(),)), read_leaves((replace(leaf(), doubtful=(border,)),))

    assert [cell.confidence > 0.9 for cell in sure.cells] == [True, True, True, True]
    assert [cell.confidence > 0.9 for cell in unsure.cells] == [False, False, True, True]


def test_what_stands_on_both_sides_of_a_border_that_may_be_missing_is_in_doubt():
    border = Ruling(left=20, top=70, right=200, bottom=70)
    (unsure,) = read_leaves((replace(leaf(), doubtful=(border,)),))

    assert [cell.confidence > 0.9 for cell in unsure.cells] == [False, True, True, True]


def test_what_a_shadow_hides_is_in_doubt_though_no_letter_is_seen():
    dark = leaf()
    dark.gray[130:210, 30:190] = 60
    (grid,) = read_leaves((dark,))

    assert [(cell.text, cell.confidence > 0.9) for cell in grid.cells] == [
        ("95", True),
        ("", True),
        ("", False),
        ("", True),
    ]


def test_a_seal_is_told_with_its_place_in_the_picture():
    *_, seal = read_leaves((replace(leaf(), seals=((200, 300, 280, 380),)),))

    assert seal == Stamp(page=3, box=(200, 300, 280, 380))


def test_a_page_whose_lines_are_too_broken_is_not_read():
    with pytest.raises(FormatError) as refused:
        read_leaves((replace(leaf(), wrong=3.0),))

    assert refused.value.said("zh").startswith("第 3 页的表格线残缺")
