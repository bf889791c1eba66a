"""No money block, heading, date or unit name, however odd, makes a check fail as a program."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.audit.engine import audit_form
from jiheng.model.form import (
    Cell,
    Form,
    Funds,
    Goal,
    Indicator,
    MoneyLine,
    Project,
    Source,
    Total,
)
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

pytestmark = pytest.mark.no_cover

PACKS = ("cn-2017", "cn-2020-10", "cn-2021-101", "guyuan-2024", "liupanshui-2023")
SOURCE = Source(path="自评表.txt", format="text", part="table 1", index=1, sha256="0" * 64)

ODD = {
    "金额有几十位": {
        "money": f"年度资金总额 | {'9' * 60} | {'9' * 60} | 0.{'0' * 60}1 | 10 | 0 | 0"
    },
    "明细是自己的下级": {
        "money": "年度资金总额<年度资金总额 | 5 | 5 | 5\n财政拨款<财政拨款 | 5 | 5 | 5"
    },
    "两行互为上下级": {"money": "年度资金总额 | 5 | 5 | 5\n甲<乙 | 5 | 5 | 5\n乙<甲 | 4 | 4 | 4"},
    "没有总额一行": {"money": "财政拨款 | 5 | 5 | 5 | 10 | 100% | 10\n其他 | 1 | 1 | 2"},
    "执行率写了两个百分号": {"money": "年度资金总额 | 5 | 5 | 4 | 10 | 80%% | 8"},
    "执行率是全角数字": {"money": "年度资金总额 | 5 | 5 | 4 | 10 | ００８０．００％ | 8"},
    "资金单位是美元": {"unit": "美元"},
    "只有年初预算": {"money": "年度资金总额 | 5 | | 4 | 10 | 80% | 8"},
    "结论里有大括号": {"conclusion": "得分{printed}分，等次为{grade}"},
    "结论只有一个词": {"conclusion": "等次"},
    "等次是空格": {"total": "100 | 100 | “ ”"},
    "标题分值为 0": {"indicators": "产出指标(0分) | 数量指标 | 人数 | ≥0人 | 0人 | 0 | 0"},
    "布局不认识": {"layout": "nowhere-1900"},
    "布局认识而标题对不上": {"layout": "guyuan-2024", "heading_weight": "很多"},
    "日期不存在": {"filled_on": "2023-99-99"},
    "年度是零": {"year": 0, "title": "0年度"},
    "单位名称只有代码": {"reporting_unit": "[502]"},
}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("parts", ODD.values(), ids=ODD.keys())
def test_a_form_with_an_odd_part_is_audited_without_a_fault(parts: dict, pack: str):
    audit = audit_form(score_form(build(parts), load_pack(pack)))

    assert audit.pack == pack


PRINTED = """
    0 -1 10 100 9.99 100% 20.10 0.2 1 50万元 854万(400+295+159) 1e9 ½ 二十 - —
    100.005 ２０ 优 优秀 良好 甲 {x} 自评得分为96.5分，等次为优 2022年 2023年度 2024年12月底
    节约资金已交回 年中追加预算 [502] 云溪县交通局 云溪县交通运输局
"""
VALUES = st.none() | st.sampled_from(["", *PRINTED.split()]) | st.text(max_size=12)
HEADINGS = st.none() | st.sampled_from(
    ["产出指标", "效益指标", "满意度指标", "成本指标", "绩效指标", "过程指标"]
)
ROWS = st.builds(
    Indicator,
    name=st.text(max_size=8),
    level1=HEADINGS,
    level1_printed=HEADINGS,
    level1_points=VALUES,
    level2=st.sampled_from([None, "时效指标", "成本指标"]),
    target=VALUES,
    actual=VALUES,
    weight=VALUES,
    score=VALUES,
    reason=VALUES,
)
LINES = st.builds(
    MoneyLine,
    label=st.sampled_from(["年度资金总额", "财政拨款", "本级安排", "其他资金", ""]),
    of=st.sampled_from([None, "财政拨款", "年度资金总额"]),
    initial_budget=VALUES,
    adjusted_budget=VALUES,
    executed=VALUES,
    weight=VALUES,
    rate=VALUES,
    score=VALUES,
    reason=VALUES,
)
FORMS = st.builds(
    Form,
    id=st.just("odd-1"),
    source=st.just(SOURCE),
    layout=st.sampled_from([None, "guyuan-2024", "liupanshui-2023", "nowhere-1900"]),
    title=VALUES,
    year=st.none() | st.integers(1900, 2100),
    reporting_unit=VALUES,
    filled_on=st.none() | st.dates().map(str),
    project=st.builds(Project, name=VALUES, department=VALUES, implementing_unit=VALUES),
    funds=st.builds(
        Funds,
        unit=st.sampled_from([None, "元", "万元", "亿元", "美元"]),
        heading_weight=VALUES,
        lines=st.lists(LINES, max_size=4).map(tuple),
    ),
    goal=st.builds(Goal, expected=VALUES, actual=VALUES),
    indicators=st.lists(ROWS, max_size=5).map(tuple),
    total=st.builds(Total, weight=VALUES, score=VALUES, grade=VALUES),
    conclusion=VALUES,
    cells=st.sampled_from(
        [{}, {"funds.lines[0].reason": Cell()}, {"project.department_code": Cell()}]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(form=FORMS, pack=st.sampled_from(PACKS), language=st.sampled_from(["zh", "en"]))
def test_a_form_with_money_at_random_is_audited_without_a_fault(
    form: Form, pack: str, language: str
):
    audit = audit_form(score_form(form, load_pack(pack)), language=language)

    assert {finding.code for finding in audit.findings} == set(audit.checks.failed)
