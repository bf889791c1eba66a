"""Cells set against the truth, whoever saw them, and the section that is made of it."""

from benchmarks.accuracy.fields import is_number
from benchmarks.accuracy.tally import Tally, compare
from benchmarks.accuracy_pages.cells import Boxed, cells_in, cells_of, right_ones, same_grid
from benchmarks.accuracy_pages.collection import Numbered
from benchmarks.accuracy_pages.section import section
from benchmarks.accuracy_pages.trial import Trial, said_in
from benchmarks.sections import renewed
from jiheng.model.document import Grid, GridCell
from tests.benchmarks.test_accuracy import changed
from tests.corpus.damage.pieces import FERRY


def cells(*texts: tuple[str, ...]):
    return frozenset(
        (row, column, 1, 1, text)
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )


TABLE = cells(("指标", "分值", "得分"), ("渡船班次", "20", "18"), ("准点率", "30", "30"))


def box(left: float, top: float, right: float, bottom: float, text: str, page: int = 0) -> Boxed:
    return Boxed(page, left, top, right, bottom, text)


def test_a_cell_without_blanks_is_right():
    grid = Grid(cells=(GridCell(row=0, column=0, text="渡船\n班 次"),))

    assert cells_of((grid,)) == cells(("渡船班次",))


def test_edges_that_no_cell_has_are_not_counted():
    grid = Grid(
        cells=(
            GridCell(row=0, column=0, row_span=2, column_span=3, text="得分"),
            GridCell(row=2, column=0, column_span=3, text="18"),
        )
    )

    assert cells_of((grid,)) == {(0, 0, 1, 1, "得分"), (1, 0, 1, 1, "18")}


def test_tables_one_below_the_other_have_the_same_columns():
    above = Grid(cells=(GridCell(row=0, column=0, column_span=2, text="目标"),))
    below = Grid(cells=(GridCell(row=0, column=0, text="20"), GridCell(row=0, column=1, text="18")))

    assert (0, 0, 1, 2, "目标") in cells_of((above, below))
    assert (1, 1, 1, 1, "18") in cells_of((above, below))


def test_boxes_that_nearly_meet_share_an_edge():
    found = cells_in(
        [
            box(30, 40, 100, 80.2, "指标"),
            box(100.1, 40, 560, 80, "分值"),
            box(30, 80, 560.3, 800, "无"),
        ]
    )

    assert found == {(0, 0, 1, 1, "指标"), (0, 1, 1, 1, "分值"), (1, 0, 1, 2, "无")}


def test_the_boxes_of_the_next_page_stand_below():
    found = cells_in([box(30, 40, 100, 80, "指标"), box(30, 40, 100, 80, "渡船班次", page=1)])

    assert found == cells(("指标",), ("渡船班次",))


def test_a_row_too_many_does_not_make_the_next_ones_wrong():
    read = cells(
        ("指标", "分值", "得分"), ("渡船班次", "20", "18"), ("指标", "分值", "得分"),
        ("准点率", "30", "30"),
    )  # fmt: skip

    assert right_ones(TABLE, read) == TABLE
    assert not same_grid(TABLE, read)


def test_a_row_above_the_table_is_none_of_its_rows():
    read = cells(
        ("自评表", "", ""),
        ("指标", "分值", "得分"),
        ("渡船班次", "20", "18"),
        ("准点率", "30", "30"),
    )

    assert same_grid(TABLE, read)


def test_a_cell_in_the_wrong_column_is_wrong():
    read = cells(("指标", "分值", "得分"), ("渡船班次", "18", "20"), ("准点率", "30", "30"))

    assert TABLE - right_ones(TABLE, read) == {(1, 1, 1, 1, "20"), (1, 2, 1, 1, "18")}


def test_two_cells_taken_for_one_are_both_wrong():
    read = (TABLE - {(1, 1, 1, 1, "20"), (1, 2, 1, 1, "18")}) | {(1, 1, 1, 2, "2018")}

    assert TABLE - right_ones(TABLE, read) == {(1, 1, 1, 1, "20"), (1, 2, 1, 1, "18")}
    assert not same_grid(TABLE, read)


def test_what_a_library_says_in_a_cell_is_what_has_its_middle_there():
    number = Numbered(corners=((10, 10), (60, 12), (58, 40), (8, 38)), text="20")
    texts = (box(20, 15, 40, 30, "2 0"), box(50, 15, 90, 30, "18"))

    assert said_in(number, texts) == "20"


def test_numbers_are_counted_by_themselves():
    read = changed(2, score="20", reason="无")
    tally, silent = compare(FERRY, read, refused=False, counts=is_number)

    assert (tally.silent, [wrong.path for wrong in silent]) == (1, ["indicators[2].score"])


def trial(**more) -> Trial:
    plain = {
        "kind": "pdf", "file": "0001.pdf", "sha256": "0", "pages": 1, "reader": "jiheng",
        "version": "1", "grid": True, "cells": (100, 100), "placed": (40, 40),
        "fields": Tally(right=98, silent=1, in_doubt=1), "numbers": Tally(right=40, doubted=4),
        "refused": False, "seconds": 0.012,
    }  # fmt: skip
    return Trial(**(plain | more))


def test_the_section_says_what_is_exact_in_doubt_and_silent():
    text = section([trial()], forms=1, shots=1, seed=1)

    assert (
        "| PDF, our writer: one page | 1 | 100 | 100 | 98.00 | 1.00 | 1 of 100 "
        "| 100 | 0 | 0 | 10.00 | 0 | 12 ms |" in text
    )


def test_the_section_names_a_library_with_its_version():
    other = trial(reader="pdfplumber", version="0.11", grid=False, cells=(100, 60), placed=(40, 30),
                  fields=None, numbers=None, seconds=0.7)  # fmt: skip
    text = section([trial(), other], forms=1, shots=1, seed=1)

    assert "| PDF, our writer | jiheng | 1 | 100 | 100 | 100 | 0 | 12 ms |" in text
    assert "| PDF, our writer | pdfplumber 0.11 | 1 | 0 | 60.00 | 75.00 | 0 | 0.70 s |" in text


def test_a_file_that_no_library_was_asked_of_is_not_compared():
    other = trial(reader="pdfplumber", version="0.11", file="0002.pdf")
    text = section([trial(), other], forms=1, shots=1, seed=1)

    assert "| PDF, our writer | jiheng |" not in text


def test_a_page_made_anew_keeps_the_sections_of_others():
    old = "# Page\n\nOld.\n\n## Mine\n\nOld.\n\n## Theirs\n\nKept.\n"

    assert renewed(old, "# Page\n\nNew.\n\n## Mine\n\nNew.\n") == (
        "# Page\n\nNew.\n\n## Mine\n\nNew.\n\n## Theirs\n\nKept.\n"
    )
