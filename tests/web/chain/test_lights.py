"""The lights of a July report: progress is held against seven twelfths of the year's target."""

import pytest

from jiheng.model.form import Indicator
from jiheng.web.chain.lights import light_of
from jiheng.web.chain.route import load_route

JULY = load_route("common").monitoring


@pytest.mark.parametrize(
    ("target", "done", "light"),
    [
        ("≥1200人", "400人", "red"),  # 400 ÷ 700 = 57.1%
        ("≥1200人", "420人", "yellow"),  # 60% is no longer below 60%
        ("≥1200人", "560人", "green"),  # 80%
        ("≥1200人", "839人", "green"),  # 119.9%
        ("≥1200人", "840人", "blue"),  # 120%
        ("≤50万元", "49万元", "green"),
        ("≤50万元", "51万元", "red"),
        ("≥0件", "0件", "green"),
        ("≥0件", "2件", "red"),
        ("明显改善", "达成年度指标", "green"),
        ("明显改善", "部分达成年度指标并具有一定效果", "yellow"),
        ("明显改善", "已有改善", "off"),
        ("≥1200人", "35个班", "off"),
        ("≥1200人", None, "off"),
    ],
)
def test_the_light_of_an_indicator(target, done, light):
    row = Indicator(level1="产出指标", level2="数量指标", name="培训人数", target=target)

    assert light_of(row, done, JULY.month, JULY.lights) == light
