"""One project in five papers: goals, monitoring, self-evaluation, summary, published accounts."""

from pathlib import Path

import pytest

from jiheng.pipeline.run import audit_paths

GOALS = """\
项目支出绩效目标申报表
(2023年度)
| 项目名称 | 乡村道路养护 | | | |
| 主管部门 | 云溪县交通运输局 | | 实施单位 | 云溪县公路站 |
| 项目资金(万元) | 年度资金总额: | | 80 | |
| 总体目标 | 年度目标 | | | |
| | 养好120公里路。 | | | |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
| | 产出指标 | 数量指标 | 养护里程 | ≥120公里 |
| | | 质量指标 | 路面完好率 | ≥90% |
| | 效益指标 | 社会效益指标 | 投诉办结率 | ≥95% |
"""
MONITORING = """\
项目支出绩效目标执行监控表
(2023年度)
| 项目名称 | | 乡村道路养护 | | | | |
| 主管部门 | | 云溪县交通运输局 | | 实施单位 | 云溪县公路站 | |
| 项目资金(万元) | | 年初预算数 | 1-7月执行数 | 1-7月执行率 | | |
| | 年度资金总额: | 80 | 45 | 56.25% | | |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 原因说明 |
| | 产出指标 | 数量指标 | 养护里程 | ≥120公里 | 75公里 | |
| | | 质量指标 | 路面完好率 | ≥90% | 91% | |
"""
SELF = """\
项目支出绩效自评表
(2023年度)
| 项目名称 | | 乡村道路养护 | | | | | |
| 主管部门 | | 云溪县交通运输局 | | 实施单位 | 云溪县公路站 | | |
| 项目资金(万元) | | 年初预算数 | 全年预算数(A) | 全年执行数(B) | 分值 | 执行率 | 得分 |
| | 年度资金总额: | 80 | 80 | 76 | 10 | 95% | 9.5 |
| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |
| | 养好120公里路。 | | | 全年养护路面124公里。 | | | |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 养护里程 | ≥120公里 | 124公里 | 30 | 30 | |
| | 质量指标 | 路面完好率 | ≥90% | 93% | 30 | 30 | |
| 效益指标 | 社会效益指标 | 投诉办结率 | ≥95% | 98% | 30 | 30 | |
| 总分 | | | | | 100 | 99.5 | |
"""
SUMMARY = """\
项目支出绩效自评结果汇总表
(2023年度)
单位：万元
| 序号 | 项目名称 | 主管部门 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 |
| 1 | 乡村道路养护 | 云溪县交通运输局 | 80 | 80 | 76 | 95% | 99.5 |
| 合计 | | | 80 | 80 | 76 | 95% | |
"""
ACCOUNTS = """\
云溪县交通运输局2023年度部门决算
乡村道路养护项目绩效自评综述：项目自评得分为99.5分。全年预算数为80万元，执行数为76万元，完成预算的95%。
"""


@pytest.fixture
def papers(tmp_path) -> Path:
    for name, text in {
        "1目标": GOALS,
        "2监控": MONITORING,
        "3自评": SELF,
        "4汇总": SUMMARY,
        "5决算": ACCOUNTS,
    }.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_papers_that_agree_have_no_finding_and_say_so(papers: Path):
    result = audit_paths((papers,))

    assert result.run.findings == ()
    assert {"CF01", "CF02", "CF10", "CF12", "CF16"} <= set(result.run.checks.passed)
    assert {passed.code for passed in result.run.passes} == {"CF02", "CF12", "CF16"}


def test_papers_without_scores_are_named_by_their_ids(papers: Path):
    run = audit_paths((papers,)).run

    assert [Path(key.path).name for key in run.beside] == [
        "1目标.txt",
        "2监控.txt",
        "4汇总.txt",
        "5决算.txt",
    ]
    assert run.forms == 1


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "cell"),
    [
        ("1目标", "≥120公里", "≥150公里", "CF02", "indicators[0].target"),
        ("1目标", "| 80 | |", "| 95 | |", "CF02", "funds.lines[0].initial_budget"),
        ("2监控", "| 45 | 56.25%", "| 77 | 96.25%", "CF10", "funds.lines[0].executed"),
        ("4汇总", "76 | 95% | 99.5", "76 | 95% | 95.9", "CF12", "funds.lines[0].score"),
        ("5决算", "执行数为76万元", "执行数为67万元", "CF16", "funds.lines[0].executed"),
        ("5决算", "得分为99.5分", "得分为95分", "CF16", "total.score"),
    ],
)
def test_one_broken_edge_is_one_finding_with_both_cells(papers, name, old, new, code, cell):
    path = papers / f"{name}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    result = audit_paths((papers,))
    (found,) = result.run.findings
    beside = next(key.id for key in result.run.beside if name in key.path)

    assert found.code == code
    assert (beside, cell) in {(at.form, at.cell) for at in found.at}
    assert result.entries[0].form.id in {at.form for at in found.at}
