"""How a target moved from one year to the next."""

import pytest

from jiheng.audit.years.moves import move_of
from jiheng.model.form import Indicator
from jiheng.rulebook.years import thresholds
from jiheng.scoring.understanding import understand


def moved(before, now, name="培训人数", level2="数量指标"):
    """Return how a row's target moved."""
    one, other = (
        understand(Indicator(name=name, level2=level2, target=target)) for target in (before, now)
    )
    return move_of(one, other, thresholds())


@pytest.mark.parametrize(
    ("before", "now", "move"),
    [
        ("≥1000人", "≥900人", "softened"),
        ("≥1000人", "≥901人", "level"),
        ("≥1000人", "≥1100人", "hardened"),
        ("≥0.2万人", "≥1500人", "softened"),
        ("1000人", "=800人", "softened"),
        ("≥1000人", "≤1000人", "turned"),
        ("≥1000人", "应训尽训", "worded"),
        ("≥1000人", "≥1000人次", None),
        ("应训尽训", "≥1000人", None),
        ("12月底前", "6月底前", None),
        (None, "≥1000人", None),
        ("≥1000人", None, None),
    ],
)
def test_a_number_is_compared_by_what_it_asks_for(before, now, move):
    assert moved(before, now) == move


@pytest.mark.parametrize(
    ("before", "now", "move"),
    [("≥95%", "≥93%", "softened"), ("≥95%", "≥94%", "level"), ("≥3%", "≥2%", "level")],
)
def test_a_share_is_compared_in_points(before, now, move):
    assert moved(before, now, "合格率", "质量指标") == move


@pytest.mark.parametrize(
    ("before", "now", "move"),
    [("≤100元/人", "≤130元/人", "softened"), ("≤100元/人", "≤80元/人", "hardened")],
)
def test_where_less_is_better_a_higher_target_asks_for_less(before, now, move):
    assert moved(before, now, "培训单价", "成本指标") == move


def test_from_none_at_all_to_one_is_softer():
    assert moved("0起", "≤1起", "安全事故起数", "质量指标") == "softened"
