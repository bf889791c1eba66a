"""Cells cut out of a file by their paths."""

import pytest

from jiheng.model.form import Form
from jiheng.pipeline.pictures.cutter import Cutter, spots_of
from jiheng.pipeline.reading import read_file
from jiheng.writers.docx import write_docx
from tests.pipeline.pictures.doubtful import doubtful_pdf
from tests.pipeline.pictures.test_shown import WRONG


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("cut") / "水务局.pdf"
    path.write_bytes(doubtful_pdf())
    return path


@pytest.fixture(scope="module")
def form(file) -> Form:
    return read_file(file)[0].form


def test_the_cells_asked_for_are_cut(file, form):
    with Cutter() as cutter:
        made = cutter.cut(file, [(form, ["total.score", "goal.actual", "total.score"])])

    assert list(made[form.id]) == ["total.score", "goal.actual"]
    assert cutter.left_out == 0


def test_what_has_no_place_is_passed_over(file, form):
    with Cutter() as cutter:
        made = cutter.cut(file, [(form, ["form", "indicators[99].score"])])

    assert (made, cutter.left_out) == ({}, 0)


def test_the_room_is_that_of_all_files_together(file, form):
    with Cutter(most=1) as cutter:
        cutter.cut(file, [(form, ["total.score"])])
        cutter.cut(file, [(form, ["total.score", "goal.actual"])])

    assert cutter.left_out == 3


def test_a_form_without_pages_has_no_spots(tmp_path):
    path = tmp_path / "水务局.docx"
    path.write_bytes(write_docx(WRONG))

    assert spots_of(read_file(path)[0].form) == {}
