"""Findings with one cause share a number."""

from jiheng.audit.engine import audit_form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

SLIP = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
    | 成本指标 | 项目总成本 | {target} | {actual} | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""
LOW = "年度资金总额 | 80 | 80 | 20 | 10 | 25% | 2.5"


def audited(**given):
    return audit_form(score_form(build(given), load_pack("cn-2020-10")))


def test_a_wrong_total_and_the_conclusion_that_repeats_it_have_one_cause():
    audit = audited(total="100 | 98", conclusion="单位绩效自评分数100分，自评等次为优。")
    groups = {found.code: found.group for found in audit.findings}

    assert groups["AR01"] == groups["AR09"]


def test_amounts_in_yuan_under_the_heading_of_ten_thousands_are_one_cause_told_without_echoes():
    audit = audited(
        money="年度资金总额 | 500000 | 500000 | 499900 | 10 | 99.98% | 10",
        indicators=SLIP.format(target="≤50万元", actual="49.99万元"),
    )

    assert graves(audit) == [("BU11", 1), ("VA24", 1)]


def test_an_actual_value_ten_thousand_times_its_target_is_told_once():
    audit = audited(indicators=SLIP.format(target="≤50万元", actual="500000万元"))

    assert graves(audit) == [("VA24", 1)]


def test_a_cost_target_that_differs_from_the_budget_is_told_beside_a_slip_of_the_unit():
    audit = audited(indicators=SLIP.format(target="≤60万元", actual="600000万元"))

    assert {code for code, _ in graves(audit)} == {"VA24", "XI02"}


def test_a_score_that_ignores_an_exceeded_ceiling_is_told_beside_a_wrong_unit_of_the_money():
    audit = audited(
        money="年度资金总额 | 600000 | 600000 | 600000 | 10 | 100% | 10",
        indicators=SLIP.format(target="≤50万元", actual="60万元"),
    )

    assert {code for code, _ in graves(audit)} == {"SC04", "VA24"}


def graves(audit) -> list[tuple[str, int]]:
    return [(found.code, found.group) for found in audit.findings if found.severity != "info"]


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
