"""A project's form beside that of the year before."""

from fractions import Fraction

import pytest

from jiheng.audit.years.comparison import compare
from jiheng.audit.years.unit_costs import unit_costs
from jiheng.rulebook.years import thresholds
from tests.audit.forms import build

BEFORE = {
    "year": 2022,
    "indicators": """
        产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | 80人 | 50 | 40 | 场地不足，下一步加快落实场地
        | 质量指标 | 取证率 | ≥90% | 95% | 40 | 40
    """,
}


def rows(text):
    """Return a form with these rows."""
    return build({"indicators": text})


def compared(now, renamed=None):
    """Return the form before beside another one."""
    return compare(build(BEFORE), now, thresholds(), renamed)


def test_rows_are_one_by_their_names_whatever_their_places():
    found = compared(rows("产出指标(90分) | 质量指标 | 取证 率 | ≥90% | 95% | 90 | 90"))

    assert [(step.before, step.now) for step in found.rows] == [(1, 0)]
    assert (found.gone, found.new) == ((0,), ())


def test_a_row_under_another_name_is_the_same_where_somebody_said_so():
    now = rows("产出指标(90分) | 数量指标 | 参训人数 | ≥70人 | 75人 | 90 | 90")

    assert compared(now).new == (0,)
    assert [step.move for step in compared(now, {"参训人数": "培训人数"}).rows] == ["softened"]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("≥100人 | 120人 | 90 | 90", "kept"),
        ("≥100人 | 85人 | 90 | 76.5 | 场地不足；下一步加快落实场地", "repeated"),
        ("≥100人 | 85人 | 90 | 76.5 | 报名不足，拟提前公告", "short"),
        ("≥100人 | | 90 |", "open"),
    ],
)
def test_what_became_of_a_promise(row, outcome):
    found = compared(rows(f"产出指标(90分) | 数量指标 | 培训人数 | {row}"))

    assert [step.promise for step in found.promised("kept", "short", "repeated", "open")] == [
        outcome
    ]


def test_of_several_rows_of_one_name_each_is_taken_once():
    twice = rows("""
        产出指标(90分) | 质量指标 | 合格率 | ≥90% | 95% | 50 | 50
        | 质量指标 | 合格率 | ≥80% | 85% | 40 | 40
    """)

    found = compare(twice, twice, thresholds())

    assert [(step.before, step.now) for step in found.rows] == [(0, 0), (1, 1)]


def test_rows_without_a_name_are_neither_gone_nor_new():
    nameless = rows("产出指标(90分) | 数量指标 | …… | ≥70人 | 75人 | 90 | 90")

    assert compare(nameless, nameless, thresholds()).gone == ()
    assert compare(nameless, nameless, thresholds()).new == ()


def test_a_ceiling_for_all_the_money_follows_the_budget():
    row = "成本指标(90分) | 经济成本指标 | 项目总成本 | ≤{}万元 | 50万元 | 90 | 90"

    found = compare(rows(row.format(50)), rows(row.format(80)), thresholds())

    assert [step.move for step in found.rows] == [None]


def test_a_row_that_lost_nothing_promised_nothing():
    found = compared(rows("产出指标(90分) | 质量指标 | 取证率 | ≥90% | 80% | 90 | 80"))

    assert [step.promise for step in found.rows] == [None]


def test_the_average_is_the_money_over_the_only_thing_counted():
    (cost,) = unit_costs(build(BEFORE))

    # 49.999 万元 ÷ 80 人
    assert (cost.kind, cost.yuan, cost.per) == ("average", Fraction(499_990, 80), "人")


def test_where_two_things_are_counted_there_is_no_average():
    now = rows("""
        产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50
        | 数量指标 | 办班期数 | ≥10期 | 12期 | 40 | 40
    """)

    assert unit_costs(now) == ()


def test_a_price_that_the_form_prints_is_a_unit_cost():
    now = rows("""
        成本指标(90分) | 经济成本指标 | 培训单价 | ≤800元/人·天 | 760元/人·天 | 90 | 90
    """)

    (cost,) = unit_costs(now)
    assert (cost.kind, cost.yuan, cost.per) == ("price", 760, "人·天")


@pytest.mark.parametrize(("actual", "is_jump"), [("66人", True), ("67人", False)])
def test_a_unit_cost_that_moves_by_a_fifth_is_told(actual, is_jump):
    # 80 人 ÷ 66 人 = 1.21, ÷ 67 人 = 1.19
    now = rows(f"产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | {actual} | 90 | 90")

    assert [cost.is_jump for cost in compared(now).costs] == [is_jump]


def test_a_form_beside_itself_shows_no_change():
    same = build(BEFORE)

    found = compare(same, same, thresholds())

    assert [step.move for step in found.rows] == ["level", "level"]
    assert (found.gone, found.new, found.softer) == ((), (), ())
