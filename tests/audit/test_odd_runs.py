"""No run and no text, however odd, makes a check fail as a program or take long."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.audit.catalogue import RUN_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.audit.run import audit_run
from jiheng.model.form import Form, Goal, Indicator, Project, Source, Total
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build
from tests.pace import is_too_long

pytestmark = pytest.mark.no_cover

SOURCE = Source(path="自评表.txt", format="text", part="table 1", index=1, sha256="0" * 64)

PRINTED = """
    ≥4137人 ≤4137人 4137人 4251人 120人次 ≥90% 95% 0.2元/人*月 20元/张 75元/个 =4元/人 400个 0元
    50万元 最低标准提高至128元 达成年度指标 每月10号前 12月底 全年 =11套 1/0 ** — 无
"""
TEXTS = """
    培训100人 按2:8分担 提高10元，按0:0分担 至93元 〔2099〕1号 对甲系统、乙系统和丙系统提供运维
    继续推进 因场地停办 做需资金 年初设定目标：
"""
NAMES = """
    领取人数 特殊群体参保人数 培训人数 补贴标准 成本控制率 资金到位率 成本金额 满意度 运维系统数量
"""
LEVELS = """
    产出指标 数量指标 质量指标 时效指标 成本指标 经济效益指标 社会效益指标 满意度指标
"""
LETTERS = "至到0123元、和系统，。:2"

VALUES = st.none() | st.sampled_from(PRINTED.split())
WORDS = st.none() | st.sampled_from(TEXTS.split()) | st.text(LETTERS, max_size=40)
ROWS = st.builds(
    Indicator,
    name=st.sampled_from(["", *NAMES.split()]),
    level1=st.none() | st.sampled_from(LEVELS.split()),
    level2=st.none() | st.sampled_from(LEVELS.split()),
    target=VALUES,
    actual=VALUES,
    weight=st.none() | st.sampled_from(["10", "0", "-"]),
    score=st.none() | st.sampled_from(["10", "6", "满分"]),
    reason=WORDS,
    goal=st.none() | st.integers(min_value=0, max_value=9),
)
FORMS = st.builds(
    Form,
    id=st.sampled_from(["odd-1", "odd-2", "odd-3"]),
    source=st.just(SOURCE),
    year=st.none() | st.just(2023),
    reporting_unit=st.none() | st.sampled_from(["甲中心", "乙中心", " "]),
    project=st.builds(Project, name=st.none() | st.sampled_from(["65岁以上补贴", "残疾人补贴"])),
    goal=st.builds(Goal, expected=WORDS, actual=WORDS),
    goals=st.lists(st.builds(Goal, expected=WORDS, actual=WORDS), max_size=2).map(tuple),
    indicators=st.lists(ROWS, max_size=5).map(tuple),
    total=st.builds(Total, score=st.none() | st.sampled_from(["100", "90", "优"])),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(forms=st.lists(FORMS, max_size=5), language=st.sampled_from(["zh", "en"]))
def test_a_run_made_at_random_is_audited_without_a_fault(forms: list[Form], language: str):
    scored = tuple(score_form(form, load_pack("liupanshui-2023")) for form in forms)

    run = audit_run(scored, tuple(audit_form(form) for form in scored), language=language)

    assert run.forms == len(forms)
    assert {finding.code for finding in run.findings} >= set(run.checks.failed)
    assert {check.code for check in RUN_CHECKS} == {
        *run.checks.failed,
        *run.checks.passed,
        *run.checks.not_applicable,
    }


LONG = {
    "one word for ever": "完" * 20_000,
    "a list for ever": "甲系统和" * 5_000 + "，",
    "amounts for ever": "标准提高至93元，" * 3_000,
    "numbers for ever": "1:2:3提高1元" * 300,
    "documents for ever": "云财〔2020〕1号" * 3_000,
    "digits for ever": "9" * 20_000,
}
ROW = """
    产出指标(50分) | 数量指标 | 运维系统数量 | =11套 | =11套 | 25 | 25
    | 质量指标 | 补贴标准 | 最低标准提高至128元 | 达成年度指标 | 25 | 20 | 继续推进
"""


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_long_text_takes_no_long_time(text: str):
    goal = {"expected": text, "actual": f"已完成{text[::-1]}"}
    scored = score_form(build({"goal": goal, "indicators": ROW}), load_pack("cn-2020-10"))
    began = time.process_time()

    audit_form(scored)

    assert not is_too_long(time.process_time() - began, most=1)
