"""The command line as a user types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app

FORM = """\
项目支出绩效自评表

(2023年度)

单位(盖章):云溪县职业技能中心  填报日期:2024-01-12

项目名称\t\t{project}\t\t\t\t\t
主管部门\t\t云溪县人力资源局\t\t实施单位\t云溪县职业技能中心\t\t
项目资金(万元)\t资金来源\t年初预算数\t全年预算数(A)\t全年执行数(B)\t分值\t执行率\t得分\t
\t年度资金总额:\t50\t50\t50\t10\t100%\t10\t
年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t\t
\t办好全年的技能班。\t\t\t办班12期，培训120人。\t\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
产出指标(50分)\t数量指标\t培训人数\t≥100人\t120人\t30\t30\t
\t时效指标\t完成时间\t2023年11月底前\t2023年10月\t20\t20\t
效益指标(30分)\t社会效益指标\t群众知晓率\t≥80%\t90%\t30\t30\t
满意度指标(10分)\t服务对象满意度指标\t学员满意度\t≥90%\t95%\t10\t10\t
总分\t\t\t\t\t100\t{total}\t
自评结论\t单位绩效自评分数{total}分,自评等次为优。\t\t\t\t\t\t
"""


def form(total: str = "100", project: str = "职业技能培训补助") -> str:
    return FORM.format(total=total, project=project)


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_a_clean_form_leaves_with_0(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 0
    assert "未发现问题" in result.output


def test_a_wrong_total_leaves_with_1_and_names_both_values(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 1
    assert "总分栏为 98" in result.output.replace("\n", "")


def test_a_total_of_which_the_rules_say_nothing_is_told_as_such(folder):
    text = form().replace("≥100人\t120人", "按计划\t正常").replace("≥80%\t90%", "提高\t良好")
    text = text.replace("≥90%\t95%", "满意\t良好").replace("11月底前\t2023年10月", "按期\t正常")
    (folder / "培训.txt").write_text(text.replace("50\t50\t50", "-\t-\t-"), encoding="utf-8")

    table = run("audit", "培训.txt").stdout

    assert "不能复算" in table
    assert "0–100" not in table


def test_a_bad_file_is_told_with_its_reason_and_stops_nothing(folder):
    (folder / "a.docx").write_bytes(b"")
    (folder / "b.txt").write_text(form(), encoding="utf-8")

    result = run("audit", ".")

    assert result.exit_code == 2
    assert "a.docx" in result.output
    assert "未发现问题 1 张" in result.output


def test_a_file_without_a_form_is_told(folder):
    (folder / "通知.txt").write_text("关于召开会议的通知", encoding="utf-8")

    result = run("audit", "通知.txt")

    assert result.exit_code == 2
    assert "没有找到自评表" in result.output


def test_a_path_that_is_not_there_is_told(folder):
    result = run("audit", "没有.docx")

    assert result.exit_code == 2
    assert "没有这个文件" in result.output


def test_json_lines_end_with_the_run(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")

    lines = [
        json.loads(line)
        for line in run("audit", "培训.txt", "--format", "jsonl").output.splitlines()
    ]

    assert [line["schema"] for line in lines] == ["jiheng.audit/1", "jiheng.run/1"]
    assert lines[0]["findings"][0]["code"] == "AR01"


def test_the_report_and_the_list_of_findings_are_left_in_the_folder(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")

    run("audit", "培训.txt", "-o", "报告")

    assert sorted(path.name for path in (folder / "报告").iterdir()) == [
        "findings.xlsx",
        "report.html",
    ]
    assert "职业技能培训补助" in (folder / "报告" / "report.html").read_text(encoding="utf-8")


def test_read_gives_one_form_a_line(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    (line,) = run("read", "培训.txt").output.splitlines()

    assert json.loads(line)["indicators"][0]["target"] == "≥100人"


def test_grid_shows_rows_and_columns_from_0(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    (table,) = json.loads(run("grid", "培训.txt", "--format", "json").output)

    assert {"row": 0, "column": 0, "text": "项目名称"}.items() <= table["cells"][0].items()


def test_an_unknown_format_is_named(folder):
    result = run("audit", ".", "--format", "yaml")

    assert result.exit_code == 2
    assert "yaml" in result.output


def test_an_unknown_pack_is_named(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    result = run("audit", "培训.txt", "--pack", "nowhere-1999")

    assert result.exit_code == 2
    assert "nowhere-1999" in result.output


def test_a_waived_finding_is_counted_apart(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 0
    assert "已豁免 1 项，涉及 1 张表，其中 1 张再没有别的错误和疑点" in result.output


def test_a_form_whose_findings_were_all_let_stand_is_not_told_as_one_without_findings(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    table = run("audit", "培训.txt").stdout.split("共 1 张表")[0]

    assert "未发现问题" not in table
    assert "已豁免 1 项" in table


def test_the_closing_line_of_jsonl_counts_what_was_let_stand(folder):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    last = run("audit", "培训.txt", "--format", "jsonl").stdout.splitlines()[-1]

    assert json.loads(last)["waived"] == 1


def test_a_waiver_ends_when_its_cell_changes(folder):
    (folder / "培训.txt").write_text(form(total="97"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    assert run("audit", "培训.txt").exit_code == 1


def test_a_waiver_ends_when_another_compared_cell_changes(folder):
    changed = form(total="98").replace("30\t30", "30\t29", 1)
    (folder / "培训.txt").write_text(changed, encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER, encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 1
    assert "这条豁免没有用上" in result.output
    assert "AR01 职业技能培训补助（业务科：系统尾差，已报财政局）" in result.output


def test_a_waiver_of_one_unit_is_not_lent_to_another_with_a_project_of_that_name(folder):
    for unit in ("云溪县职业技能中心", "青禾县职业技能中心"):
        text = form(total="98").replace("云溪县职业技能中心", unit)
        (folder / f"{unit}.txt").write_text(text, encoding="utf-8")
    text = WAIVER.replace("reason", 'unit = "青禾县职业技能中心"\nreason')
    (folder / "jiheng.toml").write_text(text, encoding="utf-8")

    result = run("audit", ".")

    assert result.exit_code == 1
    assert "已豁免 1 项" in result.output


def test_waivers_are_drafted_and_hold_once_reason_and_name_are_filled_in(folder):
    (folder / "培训.txt").write_text(form(total="98", project='"甲\\乙"项目'), encoding="utf-8")

    drafted = run("audit", "培训.txt", "--format", "waivers").stdout
    filled = drafted.replace('reason = ""', 'reason = "尾差"').replace('by = ""', 'by = "王"')
    (folder / "jiheng.toml").write_text(filled, encoding="utf-8")

    assert drafted.startswith("# 总分栏为 98")
    assert run("audit", "培训.txt").exit_code == 0


def test_a_drafted_waiver_holds_no_sign_that_steers_a_terminal(folder):
    text = form(total="98", project="甲\x9b2J\u202e乙")
    (folder / "培训.txt").write_text(text, encoding="utf-8")

    drafted = run("audit", "培训.txt", "--format", "waivers").stdout

    assert 'project = "甲\\u009b2J\\u202e乙"' in drafted


def test_a_finding_of_a_form_without_project_name_can_be_waived(folder):
    (folder / "培训.txt").write_text(form(total="98", project=""), encoding="utf-8")

    drafted = run("audit", "培训.txt", "--format", "waivers").stdout
    filled = drafted.replace('reason = ""', 'reason = "尾差"').replace('by = ""', 'by = "王"')
    (folder / "jiheng.toml").write_text(filled, encoding="utf-8")

    assert 'project = ""' in drafted
    assert "有错误 0 张" in run("audit", "培训.txt").output


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("AR01", "AR77"), "没有 AR77 这项检查"),
        (("AR01", "CF05"), "比的是多张表"),
        (("业务科", " "), "要写明理由"),
        (("系统尾差，已报财政局", ""), "要写明理由"),
    ],
)
def test_a_waiver_that_can_never_hold_is_told_with_its_file(folder, wrong, told):
    (folder / "培训.txt").write_text(form(total="98"), encoding="utf-8")
    (folder / "jiheng.toml").write_text(WAIVER.replace(*wrong), encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 2
    assert "jiheng.toml：设置文件有错" in result.output
    assert told in result.output


WAIVER = """\
[[waive]]
code = "AR01"
project = "职业技能培训补助"
reason = "系统尾差，已报财政局"
by = "业务科"
[waive.texts]
"total.score" = "98"
"funds.lines[0].score" = "10"
"indicators[0].score" = "30"
"indicators[1].score" = "20"
"indicators[2].score" = "30"
"indicators[3].score" = "10"
"""


def test_the_reasons_for_rule_packs_are_told_apart_and_counted(folder):
    texts = {
        "甲": form(project="甲"),
        "乙": form(project="乙"),
        "丙": form(project="丙").replace("云溪县人力资源局", "固原市人力资源局"),
        "丁": form(project="丁").replace("产出指标(50分)", "成本指标(50分)"),
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    output = run("audit", ".").output

    assert "规则包 cn-2020-10（2 张表，未指明，按全国规则推定）：表上没有" in output
    assert "规则包 cn-2020-10（1 张表，未指明，按全国规则推定）：单位或标题写明“固原”" in output
    assert "规则包 cn-2021-101（1 张表，未指明，按全国规则推定）：" in output


def test_a_rule_pack_that_was_asked_for_is_said_to_be_named(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")

    output = run("audit", "培训.txt", "--pack", "cn-2017").output

    assert "规则包 cn-2017（1 张表，已指明）：" in output


def test_the_same_content_under_two_names_is_counted_once_and_no_error(folder):
    (folder / "a.txt").write_text(form(), encoding="utf-8")
    (folder / "b.txt").write_text(form(), encoding="utf-8")
    (folder / "c.txt").symlink_to(folder / "a.txt")

    result = run("audit", ".", "a.txt")

    assert result.exit_code == 0
    assert "共 1 张表" in result.output
    assert "b.txt：与 a.txt 相同，只核一次。" in result.output
    assert "c.txt：与 a.txt 相同，只核一次。" in result.output


def test_a_wrong_setting_is_told_with_its_place(folder):
    (folder / "培训.txt").write_text(form(), encoding="utf-8")
    (folder / "jiheng.toml").write_text("[[waive]]\ncod = 'AR01'\n", encoding="utf-8")

    result = run("audit", "培训.txt")

    assert result.exit_code == 2
    assert "jiheng.toml" in result.output


def test_every_check_and_pack_can_be_listed_and_explained():
    assert "AR01" in run("checks").output
    assert "总分" in run("explain", "ar01").output
    assert "cn-2020-10" in run("packs").output
    assert "财预〔2020〕10号" in run("packs", "show", "cn-2020-10").output
    assert run("explain", "ZZ99").exit_code == 2


def test_english_is_spoken_on_request(folder):
    (folder / "a.txt").write_text(form(total="98"), encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from jiheng.cli import main; main()",
        "--lang",
        "en",
        "audit",
        "a.txt",
    ]

    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert "1 with errors" in result.stdout
    assert result.returncode == 1


def test_a_goal_table_is_read_and_not_judged(folder):
    text = form().replace("项目支出绩效自评表", "项目支出绩效目标申报表")
    (folder / "目标.txt").write_text(text, encoding="utf-8")

    result = run("audit", "目标.txt")

    assert result.exit_code == 0
    assert "不是自评表，不打分" in result.output


def test_a_copy_in_another_encoding_is_counted_once(folder):
    for name, encoding in (("甲", "utf-8"), ("乙", "gbk"), ("丙", "utf-16")):
        (folder / f"{name}.txt").write_text(form(), encoding=encoding)

    result = run("audit", "甲.txt", "乙.txt", "丙.txt")

    assert "共 1 张表" in result.output
    assert "乙.txt：与 甲.txt 相同，只核一次。" in result.output
    assert "丙.txt：与 甲.txt 相同，只核一次。" in result.output


def test_a_copy_in_which_one_score_differs_is_counted(folder):
    (folder / "甲.txt").write_text(form(), encoding="utf-8")
    (folder / "乙.txt").write_text(form(total="99"), encoding="gbk")

    assert "共 2 张表" in run("audit", "甲.txt", "乙.txt").output


def test_a_folder_without_anything_to_read_says_what_it_left_out(folder):
    for name in ("b.gif", "a.psd", "README.md"):
        (folder / name).write_bytes(b"x")

    result = run("audit", ".")

    assert result.exit_code == 2
    assert "跳过 3 个：README.md、a.psd、b.gif。" in result.output


def test_of_many_files_that_were_left_out_the_first_are_named(folder):
    for number in range(9):
        (folder / f"{number}.psd").write_bytes(b"x")

    assert "跳过 9 个：0.psd、1.psd、2.psd、3.psd、4.psd 等。" in run("audit", ".").output
