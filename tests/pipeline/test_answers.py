"""Readings in doubt go out as a worksheet and come back answered."""

import io

import openpyxl
import pytest

from jiheng.model.paths import NoSuchField, value_at, with_value
from jiheng.pipeline.answers import (
    Answer,
    BadAnswers,
    answered,
    read_answers,
    unclaimed,
    unfit,
)
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


def test_answers_to_forms_that_were_not_read_are_told_with_their_rows(doubtful):
    given = (
        Answer(form=doubtful.id, at="total.score", text="90", row=3),
        Answer(form="ffffffffffff-1", at="total.score", text="90", row=4),
        Answer(form="ffffffffffff-1", at="total.grade", text="优", row=5),
    )

    assert list(unclaimed(given, [doubtful.id])) == [
        "答复第 4、5 行没有用上：所读的文件里没有表 ffffffffffff-1"
        "（没有读那个文件，或者发出存疑表以后文件改过）。"
    ]


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("total.score", "不知道", "要填分数"),
        ("indicators[0].weight", "二十", "要填分数"),
        ("funds.lines[0].executed", "不知道", "要填金额"),
        ("funds.lines[0].rate", "差不多", "要填比率"),
        ("funds.unit", "公斤", "要填金额单位"),
        ("filled_on", "年底", "要填日期"),
        ("year", "去年", "要填年度"),
        ("indicators[0].name", None, "不能是空的"),
        ("indicators[99].score", "5", "没有这一处"),
        ("indicators[0].colour", "红", "没有这一处"),
        ("id", "ffffffffffff-1", "没有这一处"),
        ("layout", "ningxia-2023", "没有这一处"),
    ],
)
def test_an_answer_that_cannot_stand_in_its_field_is_told_and_not_taken(doubtful, at, text, told):
    given = (Answer(form=doubtful.id, at=at, text=text, row=7),)

    assert [sentence for sentence in unfit(doubtful, given) if told in sentence]
    assert answered(doubtful, given) == doubtful


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("total.score", "92.5分", "92.5分"),
        ("funds.lines[0].executed", "1,250.00", "1,250.00"),
        ("funds.lines[0].rate", "95%", "95%"),
        ("funds.unit", "万元", "万元"),
        ("filled_on", "2024-01-12", "2024-01-12"),
        ("year", "2023", 2023),
        ("indicators[0].actual", "3 套（其中 1 套待验收）", "3 套（其中 1 套待验收）"),
        ("indicators[0].actual", None, None),
    ],
)
def test_an_answer_of_the_right_kind_is_taken(doubtful, at, text, value):
    given = (Answer(form=doubtful.id, at=at, text=text),)

    assert list(unfit(doubtful, given)) == []
    assert value_at(answered(doubtful, given), at) == value


def worksheet(path, *rows, title="答复"):
    """Save rows under the three headings, as somebody may write them by hand."""
    book = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
    sheet = book.create_sheet(title)
    for row in (("表编号", "字段", "您的答复"), *rows):
        sheet.append(row)
    book.save(path)


def test_the_answers_of_every_worksheet_are_taken(tmp_path):
    worksheet(tmp_path / "答复.xlsx", ("aaaaaaaaaaaa-1", "total.score", "90"), title="甲")
    worksheet(tmp_path / "答复.xlsx", ("bbbbbbbbbbbb-1", "total.score", "91"), title="乙")

    assert [answer.text for answer in read_answers(tmp_path / "答复.xlsx")] == ["90", "91"]


def test_two_answers_for_one_place_are_refused_with_both_rows(tmp_path):
    worksheet(
        tmp_path / "答复.xlsx",
        ("aaaaaaaaaaaa-1", "total.score", "90"),
        ("aaaaaaaaaaaa-1", "total.score", "91"),
    )

    with pytest.raises(BadAnswers, match="第 2 行和第 3 行给同一处"):
        read_answers(tmp_path / "答复.xlsx")


def test_an_answer_whose_form_was_deleted_is_not_lost(tmp_path):
    worksheet(tmp_path / "答复.xlsx", (None, "total.score", "90"))

    answers = read_answers(tmp_path / "答复.xlsx")

    assert "第 2 行没有用上" in next(unclaimed(answers, ["aaaaaaaaaaaa-1"]))


@pytest.mark.parametrize(
    ("at", "written", "taken"),
    [
        ("indicators[0].level1_points", "产出指标 (50分)", "50"),
        ("indicators[0].level1_points", "效益指标", None),
        ("funds.unit", "项目资金(万元)", "万元"),
        ("funds.lines[1].score", "—", None),
    ],
)
def test_what_is_copied_from_the_form_is_understood_as_the_reader_does(
    tmp_path, at, written, taken
):
    worksheet(tmp_path / "答复.xlsx", ("aaaaaaaaaaaa-1", at, written))

    assert read_answers(tmp_path / "答复.xlsx")[0].text == taken


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
