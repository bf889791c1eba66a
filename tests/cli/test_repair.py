"""``jiheng repair`` as a user types it."""

import json
from pathlib import Path

import pytest

from jiheng.pipeline.reading import read_file
from tests.cli.test_commands import form, run

EXAMPLES = Path(__file__).parents[2] / "examples"

WRONG = form(total="97")
BAD_SCORE = (
    form().replace("≥100人\t120人\t30\t30", "≥100人\t95人\t30\t20").replace("100分,", "90分,")
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_wrong_total_is_shown_old_beside_new(folder):
    (folder / "培训.txt").write_text(WRONG, encoding="utf-8")
    result = run("repair", "培训.txt")

    assert result.exit_code == 1
    assert "总分 97 → 100" in result.output
    assert "- 97" in result.output
    assert "+ 100" in result.output
    assert "建议改 2 格，要问 0 处" in result.output


def test_a_clean_form_leaves_with_0_and_nothing_to_do(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")
    result = run("repair", "培训.txt")

    assert result.exit_code == 0
    assert "建议改 0 格，要问 0 处" in result.output


def test_a_score_against_its_rule_is_asked_with_its_answers(folder):
    (folder / "培训.txt").write_text(BAD_SCORE, encoding="utf-8")
    result = run("repair", "培训.txt")

    assert "“培训人数·得分”写作 20，按规则应为 28.5" in result.output
    assert "· 目标值和完成值都没有填错：请您自己把得分改为 28.5" in result.output


def test_json_has_a_line_for_each_form(folder):
    (folder / "培训.txt").write_text(WRONG, encoding="utf-8")
    (line,) = run("repair", "培训.txt", "--output", "jsonl").output.splitlines()
    document = json.loads(line)

    assert document["schema"] == "jiheng.repair/1"
    assert document["causes"][0]["suggestions"][0]["edit"]["new"] == "100"


def test_it_speaks_english(folder, monkeypatch):
    monkeypatch.setattr("jiheng.cli.repair.language", lambda: "en")
    (folder / "培训.txt").write_text(WRONG, encoding="utf-8")

    assert "The total is 97" in run("repair", "培训.txt", "--output", "jsonl").output


def test_a_file_that_is_not_there_leaves_with_2():
    assert run("repair", "没有.docx").exit_code == 2


def test_a_folder_is_refused(folder):
    result = run("repair", ".")

    assert result.exit_code == 2
    assert "请给一个文件" in result.output


def test_an_unknown_pack_leaves_with_2(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    assert run("repair", "培训.txt", "--pack", "nowhere").exit_code == 2


def test_a_path_for_the_copy_without_apply_is_refused(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    assert run("repair", "培训.txt", "-o", "新.txt").exit_code == 2


def test_only_word_and_excel_files_can_be_edited(folder):
    (folder / "培训.txt").write_text(WRONG, encoding="utf-8")
    result = run("repair", "培训.txt", "--apply")

    assert result.exit_code == 2
    assert "只能改 docx 和 xlsx" in result.output
    assert [path.name for path in folder.iterdir()] == ["培训.txt"]


def test_nothing_is_written_where_nothing_is_proposed(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")
    result = run("repair", "培训.txt", "--apply")

    assert result.exit_code == 0
    assert "没有写新文件" in result.output


def test_the_copy_holds_the_corrected_total_and_the_file_stays(folder):
    name = "云溪市公路养护中心2024年度自评表"
    original = (EXAMPLES / f"{name}.docx").read_bytes()
    (folder / "表.docx").write_bytes(original)
    result = run("repair", "表.docx", "--apply")
    totals = [each.form.total.score for each in read_file(folder / "表（绩衡修改）.docx")]

    assert "已改 1 格" in result.output
    assert totals == ["99.67", "90.23"]
    assert (folder / "表.docx").read_bytes() == original


def test_a_copy_that_is_there_already_is_not_replaced(folder):
    name = "云溪市公路养护中心2024年度自评表"
    (folder / "表.docx").write_bytes((EXAMPLES / f"{name}.docx").read_bytes())
    (folder / "改.docx").write_bytes(b"mine")
    result = run("repair", "表.docx", "--apply", "-o", "改.docx")

    assert result.exit_code == 2
    assert (folder / "改.docx").read_bytes() == b"mine"


def test_the_report_of_an_audit_shows_the_suggestions(folder):
    (folder / "培训.txt").write_text(WRONG, encoding="utf-8")
    run("audit", "培训.txt", "-o", "out")
    report = (folder / "out/report.html").read_text(encoding="utf-8")

    assert "修改建议 2 处" in report
    assert "<del>97</del></td><td><ins>100</ins>" in report
