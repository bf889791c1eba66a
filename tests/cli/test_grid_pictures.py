"""``jiheng grid --format png``."""

from io import BytesIO

import pytest
from PIL import Image

from jiheng.writers.docx import write_docx
from jiheng.writers.pdf import write_pdf
from tests.cli.test_commands import folder, run
from tests.pipeline.pictures.test_shown import WRONG

__all__ = ["folder"]


@pytest.fixture(scope="module")
def printed() -> bytes:
    return write_pdf((WRONG,))


@pytest.fixture
def form(folder, printed):
    (folder / "水务局.pdf").write_bytes(printed)
    return folder


def test_a_page_is_drawn_beside_what_was_read(form):
    result = run("grid", "水务局.pdf", "--format", "png")

    assert result.exit_code == 0
    assert "已画 1 页：水务局.png" in result.output
    wide, high = Image.open(BytesIO((form / "水务局.png").read_bytes())).size
    assert wide > high


def test_the_picture_goes_where_it_is_asked_for(form):
    run("grid", "水务局.pdf", "--format", "png", "-o", "看.png")

    assert (form / "看.png").read_bytes().startswith(b"\x89PNG")


def test_several_pages_are_several_pictures(folder):
    (folder / "两张.pdf").write_bytes(write_pdf((WRONG, WRONG)))

    result = run("grid", "两张.pdf", "--format", "png", "-o", "看.png")

    assert result.exit_code == 0
    assert sorted(each.name for each in folder.glob("看*")) == ["看-1.png", "看-2.png"]


def test_what_is_there_is_not_written_over(form):
    (form / "看.png").write_bytes(b"mine")

    result = run("grid", "水务局.pdf", "--format", "png", "-o", "看.png")

    assert result.exit_code == 2
    assert (form / "看.png").read_bytes() == b"mine"


def test_a_picture_is_called_what_it_is(form):
    result = run("grid", "水务局.pdf", "--format", "png", "-o", "看.jpg")

    assert result.exit_code == 2
    assert not (form / "看.jpg").exists()


def test_a_file_without_pages_is_told(folder):
    (folder / "表.docx").write_bytes(write_docx(WRONG))

    result = run("grid", "表.docx", "--format", "png")

    assert result.exit_code == 2
    assert "没有页面可画" in result.output


def test_a_damaged_file_is_told(folder):
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7 cut")

    result = run("grid", "坏.pdf", "--format", "png")

    assert result.exit_code == 2
    assert "坏.pdf" in result.output


def test_only_pictures_take_a_place(form):
    result = run("grid", "水务局.pdf", "-o", "看.json")

    assert result.exit_code == 2
    assert "--format png" in result.output
