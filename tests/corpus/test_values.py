from fractions import Fraction
from random import Random

import pytest
from msgspec.structs import replace

from jiheng.corpus.sectors import Draft
from jiheng.corpus.style import Style
from jiheng.corpus.values import Setting, some_value

PLAIN = Style(
    rate_sign=True,
    whole_rate=True,
    cents=False,
    zero="0",
    echoes=False,
    prints_points=True,
    lists_goals=False,
    apart=False,
    spells=False,
    bare=False,
    rarely_short=True,
)


def value(draft: Draft, *, short: bool = False, seed: int = 1):
    setting = Setting(year=2024, budget="120", spent="117.6", style=PLAIN, short=short)
    return some_value(draft, setting, Random(seed))


DRAFTS = (
    Draft(name="培训人数", kind="count", unit="人", low=40, high=90),
    Draft(name="培训期数", kind="bound", unit="期", low=4, high=9),
    Draft(name="合格率", kind="share", unit="%", low=90, high=96),
    Draft(name="响应时间", kind="ceiling", unit="小时", low=2, high=8),
    Draft(name="完工时间", kind="deadline"),
    Draft(name="发放时间", kind="monthly"),
    Draft(name="生活条件", kind="words", unit="显著提高"),
)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.kind)
def test_a_reached_target_earns_everything(draft):
    assert value(draft).attained == 1


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.kind)
def test_a_missed_target_costs_points(draft):
    assert 0 < value(draft, short=True).attained < 1


def test_the_budget_is_a_ceiling_of_cost():
    cost = value(Draft(name="项目总成本", kind="budget"))

    assert (cost.target, cost.actual) == ("≤120万元", "117.6万元")


def test_accidents_are_none():
    assert value(Draft(name="事故起数", kind="none", unit="起")).actual == "0起"


def test_half_of_a_target_would_earn_half():
    late = value(DRAFTS[4], short=True)

    assert late.attained == Fraction(1, 2)


def styled(draft: Draft, *, seed: int, **habits: bool):
    setting = Setting(
        year=2024, budget="120", spent="117.6", style=replace(PLAIN, **habits), short=False
    )
    return some_value(draft, setting, Random(seed))


@pytest.mark.parametrize("seed", range(6))
def test_a_target_that_is_split_into_cells_has_one_sign_and_one_unit(seed):
    found = styled(DRAFTS[3], seed=seed, apart=True)

    assert found.target.startswith("≤")
    assert found.target.endswith("小时")
    assert found.operator == "≤"


@pytest.mark.parametrize("seed", range(6))
def test_words_after_a_share_become_a_sign_where_it_is_split(seed):
    assert styled(DRAFTS[2], seed=seed, apart=True).target[0] in "≥="


def test_operators_may_be_spelt_out():
    assert styled(DRAFTS[0], seed=1, spells=True).target.startswith("大于等于")


def test_an_actual_value_may_stand_without_its_unit():
    assert styled(DRAFTS[0], seed=1, bare=True).actual.isdigit()
