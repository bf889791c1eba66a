"""Findings with one cause share a number."""

from jiheng.audit.engine import audit_form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

LOW = "年度资金总额 | 80 | 80 | 20 | 10 | 25% | 2.5"


def audited(**given):
    return audit_form(score_form(build(given), load_pack("cn-2020-10")))


def test_a_wrong_total_and_the_conclusion_that_repeats_it_have_one_cause():
    audit = audited(total="100 | 98", conclusion="单位绩效自评分数100分，自评等次为优。")
    groups = {found.code: found.group for found in audit.findings}

    assert groups["AR01"] == groups["AR09"]


def test_what_only_informs_does_not_tie_errors_together():
    audit = audited(
        money=LOW, total="100 | 92.5", conclusion="单位绩效自评分数92.5分，自评等次为优。"
    )
    informing = [found.group for found in audit.findings if found.severity == "info"]
    grave = [found.group for found in audit.findings if found.severity != "info"]

    assert not set(informing) & set(grave)


def test_points_at_stake_are_the_weights_that_the_findings_touch():
    audit = audited(indicators=SHORT, total="100 | 100")

    assert audit.points_at_stake == "30"


SHORT = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 90人 | 30 | 30
    | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""
