"""No form, however odd, makes a check fail as a program."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.audit.catalogue import FORM_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.model.form import (
    Form,
    Funds,
    Goal,
    Indicator,
    LabelledText,
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

BARE_ROW = Indicator(name="")
NAMELESS = {"indicators": "产出指标 | 数量指标 | 培训人数"}

ODD = {
    "nothing at all": Form(id="odd-1", source=SOURCE),
    "one row without anything": Form(id="odd-2", source=SOURCE, indicators=(BARE_ROW,)),
    "one money line without anything": Form(
        id="odd-3", source=SOURCE, funds=Funds(lines=(MoneyLine(label=""),))
    ),
    "no indicators": build({"indicators": ""}),
    "no money lines": build({"money": ""}),
    "no unit of money": build({"unit": None}),
    "budget of zero": build({"money": "年度资金总额 | 0 | 0 | 0 | 10 | 0% | 0"}),
    "spent without budget": build({"money": "年度资金总额 | 0 | 0 | 5 | 10 | - | 10"}),
    "negative money": build({"money": "年度资金总额 | -5 | -5 | 5 | 10 | -100% | -10"}),
    "money in words": build({"money": "年度资金总额 | 五十 | 约50 | 见附件 | 十分 | 全部 | 满分"}),
    "target of zero": build(
        {"indicators": "产出指标(90分) | 数量指标 | 事故起数 | 0起 | 0起 | 90 | 90"}
    ),
    "zero of zero by rate": build(
        {"indicators": "产出指标(90分) | 质量指标 | 合格率 | ≥0% | 0% | 90 | 0"}
    ),
    "weight of zero": build(
        {"indicators": "产出指标(0分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 0 | 0"}
    ),
    "score below zero": build(
        {"indicators": "产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 90 | -3"}
    ),
    "units that cannot be compared": build(
        {"indicators": "产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | 3公里 | 90 | 90"}
    ),
    "only names": build(NAMELESS),
    "no total": build({"total": ""}),
    "no conclusion": build({"conclusion": None}),
    "no year": build({"year": None, "filled_on": None}),
    "a very long text": build({"goal": {"expected": "完" * 20_000, "actual": "完" * 20_000}}),
}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("odd", ODD)
def test_an_odd_form_is_audited_without_a_fault(odd: str, pack: str):
    audit = audit_form(score_form(ODD[odd], load_pack(pack)))

    assert audit.form.id == ODD[odd].id


def test_an_empty_form_fails_none_of_the_checks_on_scores_and_values():
    audit = audit_form(score_form(ODD["nothing at all"], load_pack("cn-2020-10")))

    assert [code for code in audit.checks.failed if code.startswith(("SC", "VA"))] == []


PRINTED = """
    0 -1 100 1e9 10分 ≥90% ≤0 =100% > ≥ ** ××% 90% 290% ≥100人 120人 3公里 ≤30万元 68400元 1/0
    =0.2元/人*月 2023年11月底前 每月10号前 全年 12月 9月前 达成年度指标 部分达成 未达成 显著提高
    基本显著提高 视需求而定 根据文件要求 全年缴费金额*10%*1/3 全部 无 / — 10-20人 市级、县级 =
    1,234 99999999999999999999999 ½
"""
NAMED = "培训人数 学员满意度 成本控制率 培训总成本 投诉次数 合格率（%） 结业率 ××"
HEADED = "产出指标 数量指标 质量指标 时效指标 成本指标 效益指标 社会效益指标 满意度指标"

VALUES = st.none() | st.sampled_from(["", " ", "\u3000", *PRINTED.split()])
NAMES = st.sampled_from(["", *NAMED.split()])
LEVELS = st.none() | st.sampled_from(HEADED.split())
ROWS = st.builds(
    Indicator,
    name=NAMES,
    level1=LEVELS,
    level1_printed=LEVELS,
    level1_points=VALUES,
    level2=LEVELS,
    target=VALUES,
    adjusted_target=VALUES,
    actual=VALUES,
    weight=VALUES,
    score=VALUES,
    reason=VALUES,
    method=VALUES,
    unit=VALUES,
    nature=VALUES,
)
LINES = st.builds(
    MoneyLine,
    label=st.sampled_from(["", "年度资金总额", "财政拨款", "本级安排"]),
    of=st.none() | st.just("财政拨款"),
    initial_budget=VALUES,
    adjusted_budget=VALUES,
    executed=VALUES,
    weight=VALUES,
    rate=VALUES,
    score=VALUES,
)
FORMS = st.builds(
    Form,
    id=st.just("odd-4"),
    source=st.just(SOURCE),
    year=st.none() | st.integers(min_value=1, max_value=9999),
    filled_on=st.none() | st.sampled_from(["2024-01-12", "2023-12-25"]),
    reporting_unit=VALUES,
    project=st.builds(Project, name=VALUES, department=VALUES, implementing_unit=VALUES),
    funds=st.builds(
        Funds,
        unit=st.none() | st.sampled_from(["元", "万元", "亩"]),
        heading_weight=VALUES,
        lines=st.lists(LINES, max_size=3).map(tuple),
    ),
    goal=st.builds(Goal, expected=VALUES, actual=VALUES),
    indicators=st.lists(ROWS, max_size=5).map(tuple),
    total=st.builds(Total, weight=VALUES, score=VALUES, grade=VALUES),
    conclusion=VALUES,
    notes=st.lists(st.text(max_size=30), max_size=2).map(tuple),
    texts=st.lists(st.builds(LabelledText, label=st.just("存在问题"), text=VALUES), max_size=1).map(
        tuple
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(form=FORMS, pack=st.sampled_from(PACKS), language=st.sampled_from(["zh", "en"]))
def test_a_form_made_at_random_is_audited_without_a_fault(form: Form, pack: str, language: str):
    audit = audit_form(score_form(form, load_pack(pack)), language=language)
    codes = {check.code for check in FORM_CHECKS}

    assert {finding.code for finding in audit.findings} <= codes
