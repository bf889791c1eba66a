"""Whatever a form says, a corpus gives it the totals that the interactive engine gives it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiheng.rulebook.loading import PACK_IDS, load_pack
from tests.corpus.engines.test_scoring import batch, interactive, totals
from tests.scoring.forms import form

VALUES = st.sampled_from(
    [
        *("0", "-3", "≥0", "≤0", "-5%", "=100%", "<3小时", "≤-2", "＞0", "1/3", "33.333333333333%"),
        *("≥95%", "96%", "优", "3-5", "2024年13月", "≥5000万元", "0.1元", "≥0.0001%", "95", ""),
        *("9" * 20, "0.00000000001", "≥9999999999999999人", "100000000000000000亿元", "100人"),
    ]
)
WEIGHTS = st.sampled_from(("0", "0.01", "10", "33.33", "327.67", "327.68", "9" * 8, "-5", ""))
HEADS = st.sampled_from(
    [
        "产出指标 | 数量指标 | 培训人数",
        "成本指标 | 经济成本指标 | 培训费用",
        "满意度指标 | 服务对象满意度指标 | 学员满意度",
        "效益指标 | 社会效益指标 | 投诉次数",
    ]
)
ROWS = st.lists(st.tuples(HEADS, VALUES, VALUES, WEIGHTS, WEIGHTS).map(" | ".join), max_size=5)
MONEY = st.none() | st.tuples(VALUES, VALUES, VALUES, WEIGHTS, WEIGHTS).map(" | ".join)


@pytest.mark.fuzz
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(forms=st.lists(st.builds(form, ROWS.map("\n".join), MONEY), min_size=1, max_size=6))
def test_totals_are_the_same_under_every_pack(forms):
    packs = [load_pack(pack_id) for pack_id in PACK_IDS]

    found = [totals(batch(*forms), pack) for pack in packs]

    assert found == [interactive(forms, pack) for pack in packs]
