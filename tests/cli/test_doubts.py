"""Readings in doubt: asked in a worksheet, and answered."""

import json
from functools import partial
from zipfile import ZipFile

import openpyxl
import pytest

from jiheng.cli import read
from jiheng.pipeline.pictures.cutter import Cutter
from tests.cli.test_commands import folder, form, run
from tests.pipeline.pictures.doubtful import DOUBT, doubtful_pdf

__all__ = ["folder"]


def test_readings_in_doubt_are_asked_and_the_answers_taken_back(folder):
    text = form().replace("\t50\t50\t50\t10", "\t0\t50\t50\t50\t10")
    (folder / "培训.txt").write_text(text, encoding="utf-8")

    asked = run("read", "培训.txt", "--doubts", "存疑.xlsx")
    book = openpyxl.load_workbook(folder / "存疑.xlsx")
    sheet = book.active
    sheet.cell(3, sheet.max_column).value = "50"
    book.save(folder / "存疑.xlsx")
    taken = run("read", "培训.txt", "--answers", "存疑.xlsx")

    assert "1 处存疑" in asked.output
    assert json.loads(taken.output.splitlines()[0])["doubts"] == []


@pytest.fixture
def asked(folder):
    """A form with one doubt, and the question in 存疑.xlsx."""
    text = form().replace("\t50\t50\t50\t10", "\t0\t50\t50\t50\t10")
    (folder / "培训.txt").write_text(text, encoding="utf-8")
    run("read", "培训.txt", "--doubts", "存疑.xlsx")
    return folder / "存疑.xlsx"


def answer(path, text):
    """Answer the first question, as a clerk would."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet.cell(3, sheet.max_column).value = text
    book.save(path)


def test_an_audit_takes_the_answers(asked):
    answer(asked, "40")

    audited = run("audit", "培训.txt")
    taken = run("audit", "培训.txt", "--answers", "存疑.xlsx")

    assert audited.exit_code == 0
    assert taken.exit_code == 1
    assert "BU01" in taken.output


@pytest.mark.parametrize("command", ["read", "audit"])
def test_words_where_a_number_belongs_are_told_and_leave_with_2(asked, command):
    answer(asked, "不知道")

    result = run(command, "培训.txt", "--answers", "存疑.xlsx")

    assert result.exit_code == 2
    assert "答复第 3 行没有用上" in result.output
    assert "填“不知道”，要填金额" in result.output


@pytest.mark.parametrize("command", ["read", "audit"])
def test_answers_to_a_form_that_was_changed_since_are_told_and_leave_with_2(asked, folder, command):
    answer(asked, "50")
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run(command, "培训.txt", "--answers", "存疑.xlsx")

    assert result.exit_code == 2
    assert "答复第 3 行没有用上" in result.output


@pytest.mark.parametrize("name", ["存疑.txt", "存疑.xls", "存疑"])
def test_questions_go_only_into_a_file_named_as_what_it_is(folder, name):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("read", "培训.txt", "--doubts", name)

    assert result.exit_code == 2
    assert "要以 .xlsx 结尾" in result.output
    assert not (folder / name).exists()


def test_cells_that_nothing_parts_are_asked_about_as_such(folder):
    run("sample", "-n", "3", "--damage", "lost-separators", "-o", "样表")

    run("read", "样表", "--doubts", "存疑.xlsx")
    sheet = openpyxl.load_workbook(folder / "存疑.xlsx").active
    reasons = {row[9] for row in sheet.iter_rows(min_row=3, values_only=True)}

    assert "文字里没有可靠的分隔，是按内容分的格" in reasons
    assert "字没有认准" not in reasons


def test_a_worksheet_that_asked_nothing_is_told(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("read", "培训.txt", "--answers", "培训.txt")

    assert result.exit_code == 2
    assert "不是存疑表" in result.output


def test_a_doubt_of_a_pdf_is_shown_as_it_stands_on_the_page_and_answered(folder):
    with ZipFile(folder / "市直.zip", "w") as package:
        package.writestr("水务局.pdf", doubtful_pdf())

    run("read", "市直.zip", "--doubts", "存疑.xlsx")
    sheet = openpyxl.load_workbook(folder / "存疑.xlsx").active
    answer(folder / "存疑.xlsx", "数量指标")
    taken = run("read", "市直.zip", "--answers", "存疑.xlsx")

    assert (sheet.cell(3, 4).value, len(sheet._images)) == (DOUBT, 1)
    assert json.loads(taken.output.splitlines()[0])["doubts"] == []


def test_doubts_that_no_picture_shows_are_counted(folder, monkeypatch):
    (folder / "水务局.pdf").write_bytes(doubtful_pdf())
    monkeypatch.setattr(read, "Cutter", partial(Cutter, most=1))

    asked = run("read", "水务局.pdf", "--doubts", "存疑.xlsx")

    assert "有 1 格没有附原件截图" in asked.output
