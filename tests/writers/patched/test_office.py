"""Corrected files opened by LibreOffice."""

import pytest

from tests.writers.annotated.test_excel import saved
from tests.writers.annotated.test_thirty import by_office, needs_office
from tests.writers.annotated.test_word import made_by_python_docx
from tests.writers.patched.corrections import corrected
from tests.writers.patched.test_excel import book

pytestmark = pytest.mark.no_cover


@needs_office
@pytest.mark.slow
def test_libreoffice_shows_the_correction_and_calculates_with_it(tmp_path):
    before = saved(book(["=A2+A3", "total"], [60, "a"], [40, "b"]))
    path = tmp_path / "改正.xlsx"
    path.write_bytes(corrected(before, "60", "57.5").data)

    (shown,) = by_office(tmp_path, "csv", [path])

    assert shown.read_text(encoding="utf-8").split() == ["97.5,total", "57.5,a", "40,b"]


@needs_office
@pytest.mark.slow
def test_libreoffice_shows_the_correction_of_a_document(tmp_path):
    path = tmp_path / "改正.docx"
    path.write_bytes(corrected(made_by_python_docx(), "100", "97.5").data)

    (shown,) = by_office(tmp_path, "txt", [path])

    assert shown.read_text(encoding="utf-8-sig").split() == [
        "项目支出绩效自评表",
        "项目名称",
        "南湖清淤",
        "总分",
        "97.5",
    ]
