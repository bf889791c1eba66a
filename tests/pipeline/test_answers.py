"""Readings in doubt go out as a worksheet and come back answered."""

import io

import openpyxl
import pytest

from jiheng.model.paths import NoSuchField, value_at, with_value
from jiheng.pipeline.answers import BadAnswers, answered, read_answers
from jiheng.writers.doubts import FIRST_ROW, write_doubts
from tests.readers.recognise.sheets import HEAD, form

ROWS = """
| 产出指标(44分) | 数量指标 | 系统数量 | 3套 | 3套 | 20 | 20 | |
| | 时效指标 | 验收合格率 | ≥95% | 96% | 10 | 10 | |
| | | 故障排除时效 | ≤3小时 | 2小时 | 15 | 15 | |
| 效益指标(30分) | | 成本控制率 | ≤100% | 98% | 5 | 5 | |
| | 社会效益指标 | 办事效率 | 提升 | 提升 | 30 | 30 | |
"""


@pytest.fixture
def doubtful():
    return form(ROWS, head=HEAD)


def filled(data: bytes, path, answer) -> None:
    """Fill the answers of a worksheet as a clerk would and save it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    for row in range(FIRST_ROW + 1, sheet.max_row + 1):
        sheet.cell(row, sheet.max_column).value = answer(sheet.cell(row, 4).value)
    book.save(path)


def test_each_doubt_is_a_row_with_place_and_candidates(doubtful):
    sheet = openpyxl.load_workbook(io.BytesIO(write_doubts((doubtful,)))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW + 1)]

    assert [row[3] for row in rows] == [doubt.at for doubt in doubtful.doubts]
    assert "产出指标、效益指标" in [row[8] for row in rows]
    assert all("第" in row[4] for row in rows)


def test_answers_fill_their_fields_and_close_their_doubts(doubtful, tmp_path):
    filled(
        write_doubts((doubtful,)),
        tmp_path / "答复.xlsx",
        lambda at: "时效指标" if "level2" in at else None,
    )

    answers = read_answers(tmp_path / "答复.xlsx")
    read = answered(doubtful, answers)

    assert read.indicators[1].level2 == "时效指标"
    assert [doubt.at for doubt in read.doubts] == [
        doubt.at for doubt in doubtful.doubts if "level2" not in doubt.at
    ]


def test_a_field_can_be_answered_as_blank(doubtful, tmp_path):
    filled(
        write_doubts((doubtful,)),
        tmp_path / "答复.xlsx",
        lambda at: "空" if "level1" in at else None,
    )

    read = answered(doubtful, read_answers(tmp_path / "答复.xlsx"))

    assert read.indicators[3].level1 is None


def test_answers_to_another_form_change_nothing(doubtful, tmp_path):
    filled(write_doubts((doubtful,)), tmp_path / "答复.xlsx", lambda _: "效益指标")
    other = with_value(doubtful, "id", "ffffffffffff-1")

    assert answered(other, read_answers(tmp_path / "答复.xlsx")) == other


def test_a_worksheet_of_something_else_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["项目", "金额"])
    book.save(tmp_path / "预算.xlsx")

    with pytest.raises(BadAnswers, match="不是存疑表"):
        read_answers(tmp_path / "预算.xlsx")


@pytest.mark.parametrize("path", ["indicators[99].score", "indicators[0].colour", "year", "total"])
def test_a_path_that_holds_no_text_is_refused(doubtful, path):
    with pytest.raises(NoSuchField):
        with_value(doubtful, path, "随便")


def test_what_is_written_at_a_path_is_found_there(doubtful):
    changed = with_value(doubtful, "funds.lines[0].executed", "75")

    assert value_at(changed, "funds.lines[0].executed") == "75"
    assert value_at(doubtful, "funds.lines[0].executed") == "76"
