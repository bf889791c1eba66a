"""A limit for every cost indicator, which no pack of ours has."""

from jiheng.audit.engine import audit_form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

PACK = """
id: yunxi-2023
title: 云溪县项目支出绩效自评（2023年度）
version: "1"
extends: cn-2020-10
cost_limit:
  value: {points: 5, default_rows: false}
  source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}
"""

ROWS = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
    | 成本指标 | 教材成本 | ≤20万元 | 19万元 | 10 | 10
    | 成本指标 | 场地成本 | ≤30万元 | 28万元 | 10 | 5
"""


def test_every_cost_row_above_the_limit_is_an_error_with_the_clause(tmp_path):
    path = tmp_path / "yunxi-2023.yaml"
    path.write_text(PACK, encoding="utf-8")
    audit = audit_form(score_form(build({"indicators": ROWS}), load_pack(path)))

    (found,) = [finding for finding in audit.findings if finding.code == "SC18"]

    assert (found.severity, found.at[0], found.expected) == ("error", "indicators[1].score", "5")
    assert found.law.pinpoint == "第十条"
