"""Forms whose numbers agree by construction: the checks on arithmetic and money find no error."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.audit.engine import audit_form
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

pytestmark = pytest.mark.no_cover

CENT = Decimal("0.01")
SPLITS = ("30 20 30 10", "25 25 20 20", "40 10 35 5", "60 10 10 10", "12.5 37.5 22.5 17.5")
RATES = ((2, ""), (2, "%"), (0, "%"), (1, " %"), (2, "％"))
"""Decimals and sign of a printed rate, which is rounded once."""
GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


@st.composite
def consistent_forms(draw: st.DrawFn) -> Form:
    budget = draw(st.decimals(1_000, 90_000_000, places=2))
    share = draw(st.decimals(0, 1, places=6))
    rounding = draw(st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
    executed = (budget * share).quantize(CENT)
    places, sign = draw(st.sampled_from(RATES))
    rate = (executed / budget * 100).quantize(Decimal(1).scaleb(-places), rounding)
    score = (executed / budget * 10).quantize(CENT, ROUND_HALF_UP)
    scale = draw(st.sampled_from([(1, "元"), (10_000, "万元")]))
    weights = [Decimal(part) for part in draw(st.sampled_from(SPLITS)).split()]
    shares = draw(st.lists(st.decimals(0, 1, places=2), min_size=4, max_size=4))
    scores = [(weight * part).quantize(CENT) for weight, part in zip(weights, shares, strict=True)]
    total = score + sum(scores)
    first, second, third, fourth = (
        f"{_number(weight)} | {_number(points)}"
        for weight, points in zip(weights, scores, strict=True)
    )
    grade = next(name for least, name in GRADES if total >= least)
    money, spent = _number(budget / scale[0]), _number(executed / scale[0])
    printed = f"{rate}{sign}"
    return build(
        {
            "unit": scale[1],
            "money": f"""
                年度资金总额 | {money} | {money} | {spent} | 10 | {printed} | {_number(score)}
                财政拨款 | {money} | {money} | {spent} | - | {printed} | -
            """,
            "indicators": f"""
                产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | {first}
                产出指标 | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | {second}
                效益指标 | 社会效益指标 | 群众知晓率 | ≥80% | 90% | {third}
                满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | {fourth}
            """,
            "total": f"100 | {_number(total)} | {grade}",
            "conclusion": f"全年任务完成，单位绩效自评分数{_number(total)}分，自评等次为{grade}。",
        }
    )


def _errors(form: Form) -> list[Finding]:
    audit = audit_form(score_form(form, load_pack("cn-2020-10")))
    mine = ("AR", "BU", "ID")
    return [
        finding
        for finding in audit.findings
        if finding.code.startswith(mine) and finding.severity == "error"
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(form=consistent_forms())
def test_numbers_that_agree_are_never_called_an_error(form: Form):
    assert _errors(form) == []
