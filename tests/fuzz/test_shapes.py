"""Shapes that no person makes by hand, each of which once hurt or might."""

from pathlib import Path

import pytest

from tests.cli.test_commands import form
from tests.fuzz.trial import complaints
from tests.readers.hostile.packages import sheet, word

ROW = "\t质量指标\t合格率\t≥90%\t95%\t1\t1\t\n"
TOTAL = "总分\t\t\t\t\t"
BEFORE, AFTER = form().split(TOTAL)
LABEL_A_LINE = "\n".join(cell for cell in form().replace("\n", "\t").split("\t") if cell)

CELLS_LOST = "\n".join(
    line.replace("\t", " ", 3) if number % 3 == 1 else line
    for number, line in enumerate(form().splitlines())
)
GLUED = form().replace("\t", "").replace("\n", "")
HEADINGS = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分"
WIDE = "\n".join(
    "产出指标\t数量指标\t培训人数\t≥100人\t120人\t5\t5" + "\t说明文字" * 53 for _ in range(250)
)

TEXTS = {
    "ten thousand columns": form().replace("产出指标(50分)", "产出指标(50分)" + "\t" * 10_000),
    "ten thousand filled columns": form().replace("产出指标", "产出指标" + "\tx" * 10_000),
    "ten thousand headings": form().replace("一级指标\t", "一级指标\t" + "分值\t" * 10_000),
    "five hundred indicators": BEFORE + ROW * 500 + TOTAL + AFTER,
    "five hundred first levels": BEFORE + f"产出指标(1分){ROW}" * 500 + TOTAL + AFTER,
    "fifty forms": form() * 50,
    "five hundred money lines": form().replace(
        "年度总体目标\t", "\t其他资金:\t5\t5\t5\t-\t-\t-\n" * 500 + "年度总体目标\t", 1
    ),
    "a megabyte of name": form().replace("培训人数", "培训人数" * 90_000),
    "a megabyte of blanks": form().replace("群众知晓率", "群众" + " " * 1_000_000 + "率"),
    "a megabyte of open brackets": form().replace("群众知晓率", "(" * 1_000_000),
    "a megabyte of open tags": form().replace("120人", "<p>" * 300_000),
    "a megabyte of prose": "项目" * 170_000 + "\n" + form(),
    "a hundred kilobytes of dashes": form().replace("120人", "-" * 100_000 + "1"),
    "a list of ten thousand": form().replace("120人", "1人、" * 10_000),
    "a score of 400 digits": form(total="9" * 400).replace("\t30\t30\t", "\t30\t" + "9" * 400),
    "a score of 5000 digits": form().replace("\t30\t30\t", "\t30\t" + "9" * 5_000 + "\t"),
    "a value of 5000 digits": form().replace("\t120人", "\t" + "9" * 5_000 + "人"),
    "points of 5000 digits": form().replace("(50分)", "(" + "9" * 5_000 + "分)"),
    "a year of 5000 digits": form().replace("2023年度", "2" * 5_000 + "年度"),
    "below zero": form().replace("30\t30", "-30\t-30").replace("50\t50\t50", "-50\t-50\t-50"),
    "nothing but zeros": form().replace("30\t30", "0\t0").replace("50\t50\t50", "0\t0\t0"),
    "escape sequences": form(project="\x1b[31m职业技能\x1b[0m"),
    "one cell a line": LABEL_A_LINE,
    "one cell a line, two thousand": LABEL_A_LINE.replace("群众知晓率", "群众知晓率\n甲" * 2_000),
    "headings a line without end": "一级指标\n二级指标\n三级指标\n分值\n" * 5_000,
    "pipes": "|" * 15_000 + "\n" + form(),
    "a megabyte of blanks where separators were lost": CELLS_LOST.replace(
        "群众知晓率", "群众" + " " * 1_000_000 + "率"
    ),
    "a megabyte of words where separators were lost": CELLS_LOST.replace(
        "群众知晓率", "群众" * 160_000
    ),
    "a line of a thousand digits where separators were lost": CELLS_LOST.replace(
        "年度总体目标", "年度资金总额" + "1234567890" * 100 + "\n年度总体目标", 1
    ),
    "hundreds of wide rows that lost separators": "\n".join(
        row.replace("\t", "", 5 * (number % 2)) for number, row in enumerate(WIDE.splitlines())
    ),
    "a megabyte of digits": "1" * 1_000_000,
    "a cell of a megabyte of digits": form().replace("120人", "1" * 1_000_000 + "人"),
    "lines of one blank that is not to be broken": "\xa0\n" * 300_000,
    "twenty thousand short lines": "项目\n" * 20_000 + LABEL_A_LINE,
    "twenty thousand short lines below a form": LABEL_A_LINE + "\n项目" * 20_000,
    "labels of money without end": LABEL_A_LINE + "\n其他资金\n5\n甲" * 7_000,
    "headings run together without end": HEADINGS.replace(" ", "") * 20_000,
    "headings kept apart by blanks without end": f"{HEADINGS} " * 10_000,
    "headings and a row without end": f"{HEADINGS}\n产出 数量 人数 ≥9人 9人 5 5\n" * 8_000,
    "a hundred forms without separators": GLUED * 100,
    "titles without end": "自评表" * 110_000 + GLUED,
    "a form printed by columns without end": "三级指标\n甲\n乙\n指标值\n1\n2\n总分\n5\n" * 20_000,
    "only a total": f"{TOTAL}100\t100\n",
    "only headings": BEFORE.splitlines()[-6] + "\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_an_odd_shape(tmp_path: Path, name: str):
    assert complaints(TEXTS[name].encode(), ".txt", tmp_path) == []


RUNS = ("1", "1.", "1,", "(", "其中", "每", "、1人", "-", "。 ")
PLACES = {"project": "职业技能", "name": "培训人数", "value": "120人", "goal": "全年的"}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("place", PLACES)
def test_a_cell_that_repeats_one_thing_without_end(tmp_path: Path, place: str, run: str):
    """A pattern that looks again from each place of a long cell would take hours here."""
    text = form().replace(PLACES[place], run * 100_000)
    assert run * 3 in text
    assert complaints(text.encode(), ".txt", tmp_path) == []


CELLS = "".join(f"<w:tc><w:p><w:r><w:t>{number}</w:t></w:r></w:p></w:tc>" for number in range(9))
FILES = {
    "a table of merged cells that cover each other": (
        sheet(
            "<sheetData><row><c/></row></sheetData><mergeCells>"
            '<mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>'
        ),
        ".xlsx",
    ),
    "a sheet of only merged cells": (
        sheet(
            "<sheetData><row><c/></row></sheetData><mergeCells>"
            '<mergeCell ref="A1:XFD60"/></mergeCells>'
        ),
        ".xlsx",
    ),
    "a row of ten thousand columns": (
        sheet("<sheetData><row>" + "<c><v>1</v></c>" * 10_000 + "</row></sheetData>"),
        ".xlsx",
    ),
    "the largest number": (
        sheet("<sheetData><row><c><v>1e308</v></c><c><v>-1e-308</v></c></row></sheetData>"),
        ".xlsx",
    ),
    "a table of spans below one": (
        word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/><w:vMerge/></w:tcPr></w:tc>'
            f"{CELLS}</w:tr></w:tbl>"
        ),
        ".docx",
    ),
    "five thousand rows of tall cells": (
        word(
            "<w:tbl>"
            + f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>{CELLS}</w:tr>" * 5_000
            + "</w:tbl>"
        ),
        ".docx",
    ),
    "tables in tables": (
        b"<html>" + b"<table><tr><td>" * 11 + b"x" + b"</td></tr></table>" * 11 + b"</html>",
        ".html",
    ),
    "spans without measure": (
        b'<html><table><tr><td colspan="-9" rowspan="99999999999">x<td colspan="65535">y</table>',
        ".html",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_an_odd_shape(tmp_path: Path, name: str):
    data, suffix = FILES[name]

    assert complaints(data, suffix, tmp_path) == []
