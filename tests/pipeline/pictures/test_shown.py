"""The cells of findings, cut from the users' own PDF files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from jiheng.pipeline.output import write_outputs
from jiheng.pipeline.pictures.shown import shown
from jiheng.pipeline.run import RunResult, audit_paths
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.annotated.test_thirty import mistotalled
from tests.writers.forms import WATER

WHEN = datetime(2025, 1, 16, tzinfo=UTC)
WRONG = lay_out(mistotalled(WATER), load_layout(WATER.layout))


@pytest.fixture(scope="module")
def printed() -> bytes:
    return write_pdf((WRONG,))


@pytest.fixture
def result(tmp_path, printed) -> RunResult:
    """Return the run over a PDF with a wrong total."""
    path = tmp_path / "水务局.pdf"
    path.write_bytes(printed)
    return audit_paths((path,))


def file_of(result: RunResult) -> Path:
    return result.files[0].file.path


def test_a_wrong_total_is_shown_where_it_stands(result):
    made = shown(result)

    (pieces,) = made.pieces.values()
    assert pieces["total.score"].data.startswith(b"\x89PNG")
    assert made.left_out == 0


def test_the_same_run_gives_the_same_pictures(result):
    assert shown(result) == shown(result)


def test_of_a_file_that_was_changed_nothing_is_shown(result):
    file_of(result).write_bytes(file_of(result).read_bytes() + b"\n% changed")

    made = shown(result)

    assert made.pieces == {}
    assert made.left_out > 0


def test_of_a_file_that_is_gone_nothing_is_shown(result):
    file_of(result).unlink()

    assert shown(result).pieces == {}


def test_there_are_no_more_pictures_than_there_is_room_for(result):
    whole = shown(result).pieces

    made = shown(result, most=1)

    assert made.pieces == {}
    assert made.left_out == sum(map(len, whole.values()))


def test_a_form_without_pages_has_no_pictures(tmp_path):
    path = tmp_path / "水务局.docx"
    path.write_bytes(write_docx(WRONG))

    made = shown(audit_paths((path,)))

    assert (made.pieces, made.left_out) == ({}, 0)


def test_the_report_holds_the_pictures(tmp_path, result):
    report, _ = write_outputs(result, tmp_path / "出", "jiheng audit", WHEN)

    assert 'src="data:image/png;base64,' in report.read_text(encoding="utf-8")
