"""Notes for one PDF file, as the program apart answers."""

import os
from datetime import UTC, datetime
from pathlib import Path

from jiheng.formats.apart.told import said
from jiheng.pipeline.annotating_apart import Noted, NoteJob, add_notes
from jiheng.writers.annotated.pages import PageNote
from tests.formats.pdf.papers import page, words

NOTE = PageNote(page=1, box=(20.0, 80.0, 120.0, 110.0), severity="error", text="错")


def noted(path: Path) -> Noted:
    when = datetime(2025, 1, 16, tzinfo=UTC)
    return add_notes(NoteJob(path=os.fsencode(path), notes=(NOTE,), when=when))


def test_a_file_gets_its_notes(tmp_path):
    path = tmp_path / "表.pdf"
    path.write_bytes(page(words("Target")))

    answer = noted(path)

    assert (answer.addition.notes, answer.refused) == (1, "")


def test_a_file_that_is_none_is_told(tmp_path):
    path = tmp_path / "表.pdf"
    path.write_bytes(b"%PDF-1.7\n")

    assert "内部结构不合规范" in said(noted(path).refused, "zh")


def test_a_mistake_of_ours_is_named(tmp_path):
    assert "FileNotFoundError" in said(noted(tmp_path / "没有.pdf").refused, "zh")
