"""Annotated copies of the users' own files."""

from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest

from jiheng.pipeline import annotating
from jiheng.pipeline.annotating import AnnotatedFiles, write_annotated
from jiheng.pipeline.contents import content_digest
from jiheng.pipeline.files import Files
from jiheng.pipeline.output import write_outputs
from jiheng.pipeline.reading import read_file
from jiheng.pipeline.run import audit_paths
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from jiheng.writers.xlsx import write_xlsx
from tests.writers.annotated.margins import sheet_notes, word_comments
from tests.writers.annotated.test_thirty import mistotalled
from tests.writers.forms import ROADS, WATER

WHEN = datetime(2025, 1, 16, tzinfo=UTC)
WRONG = lay_out(mistotalled(WATER), load_layout(WATER.layout))
RIGHT = lay_out(ROADS, load_layout(ROADS.layout))


def annotated(folder: Path, *paths: Path, language: str = "zh") -> AnnotatedFiles:
    """Return what came of an audit of these files, its copies in ``出``."""
    out = folder / "出"
    out.mkdir(exist_ok=True)
    return write_annotated(audit_paths(paths, language=language), out, WHEN, language)


@pytest.fixture
def form(tmp_path) -> Path:
    """Return a Word form with a wrong total."""
    path = tmp_path / "水务局.docx"
    path.write_bytes(write_docx(WRONG))
    return path


def test_a_copy_stands_beside_the_report_under_its_own_name(tmp_path, form):
    before = form.read_bytes()

    made = annotated(tmp_path, form)

    assert made.written == (tmp_path / "出" / "水务局（绩衡批注）.docx",)
    assert form.read_bytes() == before


def test_a_copy_from_before_is_never_overwritten(tmp_path, form):
    first, second = (annotated(tmp_path, form).written[0] for _ in range(2))

    assert (first.name, second.name) == ("水务局（绩衡批注）.docx", "水务局（绩衡批注2）.docx")


def test_a_copy_that_is_audited_again_keeps_one_mark_in_its_name(tmp_path, form):
    copy = form.rename(tmp_path / "水务局（绩衡批注3）.docx")

    assert annotated(tmp_path, copy).written[0].name == "水务局（绩衡批注）.docx"


def test_a_copy_that_says_all_already_is_not_copied(tmp_path, form):
    (copy,) = annotated(tmp_path, form).written

    assert annotated(tmp_path, copy).written == ()


def test_files_of_the_same_name_in_two_folders_have_a_copy_each(tmp_path, form):
    other = tmp_path / "二" / form.name
    other.parent.mkdir()
    other.write_bytes(write_docx(WRONG, RIGHT))

    assert len(annotated(tmp_path, form, other).written) == 2


def test_a_workbook_with_two_forms_has_notes_on_both_sheets(tmp_path):
    path = tmp_path / "两表.xlsx"
    path.write_bytes(write_xlsx(WRONG, WRONG))

    (copy,) = annotated(tmp_path, path).written

    sheets = {
        place.split("!")[0]
        for place, text in sheet_notes(copy.read_bytes()).items()
        if "AR01" in text
    }
    assert len(sheets) == 2


def test_files_of_other_formats_have_no_copy(tmp_path):
    path = tmp_path / "水务局.html"
    path.write_bytes(write_html(WRONG))

    assert annotated(tmp_path, path) == AnnotatedFiles(written=(), refused=())


def test_a_file_that_was_changed_meanwhile_is_told(tmp_path, form):
    result = audit_paths((form,))
    form.write_bytes(write_docx(RIGHT))

    made = write_annotated(result, tmp_path, WHEN)

    assert made.written == ()
    assert made.refused[0].reason == "文件在核对以后改过，没有写批注，请重新核对。"


def test_a_file_that_is_gone_is_told(tmp_path, form):
    result = audit_paths((form,))
    form.unlink()

    made = write_annotated(result, tmp_path, WHEN)

    assert "文件打不开" in made.refused[0].reason


def test_comments_speak_english_on_request(tmp_path, form):
    (copy,) = annotated(tmp_path, form, language="en").written

    (comment, *_) = (text for _, text in word_comments(copy.read_bytes()) if "AR01" in text)
    assert comment.startswith("Error AR01 Total differs from the sum of scores")
    assert "What to do: " in comment


def test_the_copies_beside_a_report_are_no_forms_of_their_folder(tmp_path, form):
    result = audit_paths((form,))
    write_outputs(result, tmp_path, "", WHEN)
    write_annotated(result, tmp_path, WHEN)

    assert [file.path for file in Files((tmp_path,))] == [form]


def test_a_file_named_twice_has_one_copy(tmp_path, form):
    assert len(annotated(tmp_path, form, form).written) == 1


@pytest.fixture(scope="module")
def printed() -> bytes:
    return write_pdf((WRONG,))


def as_pdf(folder: Path, data: bytes) -> Path:
    path = folder / "水务局.pdf"
    path.write_bytes(data)
    return path


def content_of(path: Path) -> str:
    return content_digest(each.form for each in read_file(path))


def test_a_pdf_has_its_findings_as_notes_after_its_own_bytes(tmp_path, printed):
    (copy,) = annotated(tmp_path, as_pdf(tmp_path, printed)).written

    assert copy.name == "水务局（绩衡批注）.pdf"
    assert copy.read_bytes().startswith(printed)
    assert "总分与各项得分之和不符".encode("utf-16-be").hex().encode() in copy.read_bytes()


def test_the_notes_of_a_pdf_speak_english_where_that_is_asked_for(tmp_path, printed):
    (copy,) = annotated(tmp_path, as_pdf(tmp_path, printed), language="en").written

    assert "Error AR01".encode("utf-16-be").hex().encode() in copy.read_bytes()


def test_a_pdf_with_notes_is_read_as_the_same_form(tmp_path, printed):
    path = as_pdf(tmp_path, printed)
    (copy,) = annotated(tmp_path, path).written

    assert content_of(copy) == content_of(path)


def test_a_pdf_copy_that_says_all_already_is_not_copied(tmp_path, printed):
    (copy,) = annotated(tmp_path, as_pdf(tmp_path, printed)).written

    assert annotated(tmp_path, copy).written == ()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"/Info 149 0 R", b"/Encrypt null", "文件是加密的"),
        (b"%%EOF", b"/ByteRange", "文件有数字签名"),
        (b"%%EOF", b"", "内部结构不合规范"),
    ],
)
def test_a_pdf_that_cannot_be_written_into_is_told(tmp_path, printed, old, new, why):
    made = annotated(tmp_path, as_pdf(tmp_path, printed.replace(old, new)))

    assert made.written == ()
    assert why in made.refused[0].reason


def test_a_program_that_dies_over_a_pdf_is_told(tmp_path, printed, monkeypatch):
    dead = Mock(ask=Mock(return_value="cpu"))
    monkeypatch.setattr(annotating, "Child", Mock(return_value=dead))

    made = annotated(tmp_path, as_pdf(tmp_path, printed))

    assert "60" in made.refused[0].reason
