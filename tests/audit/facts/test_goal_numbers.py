"""Numbers in the text of a goal."""

from fractions import Fraction

import pytest

from jiheng.audit.facts.goal_numbers import (
    counts_in,
    is_about,
    levels_reached,
    listed_things,
    shares_of_increase,
)
from jiheng.rulebook.messages import worded


def _texts(goal: str) -> list[str]:
    return [count.text for count in counts_in(goal) if count.is_sure]


def test_counts_are_read_with_their_unit():
    assert _texts("全年办班12期，培训1,200人次；维护道路3.5公里。") == [
        "12期",
        "1200人次",
        "3.5公里",
    ]


@pytest.mark.parametrize(
    "goal",
    [
        "三年累计培训300人",
        "培训人数比上年增加20人",
        "每期培训50人",
        "其中妇女30人",
        "第3期",
        "约100人",
        "各发放5台",
        "各1台",
        "各购置心电图机1台",
    ],
)
def test_a_number_of_something_else_proves_nothing(goal: str):
    assert _texts(goal) == []


def test_a_count_is_about_an_indicator_whose_words_stand_in_its_clause():
    (count,) = counts_in("开展技能培训120人")

    assert is_about(count, "培训人数")
    assert not is_about(count, "受益人数")


def test_a_rate_is_about_the_indicator_of_that_name_alone():
    (count,) = counts_in("参保率达到95%")

    assert is_about(count, "居民参保率")
    assert not is_about(count, "缴费率")


def test_levels_are_those_of_the_same_thing():
    goal = "基础标准由88元提高至93元；伙食费提高至20元。"

    assert levels_reached(goal, "基础标准提高至") == (Fraction(93),)


def test_an_increase_is_shared_by_the_shares_named_next():
    goal = "标准提高10元，市、区按2:8分担；另增加5元。"

    words = [worded(words) for _, _, words in shares_of_increase(goal)]

    assert words == ["10元 × 2/10", "10元 × 8/10"]


@pytest.mark.parametrize(
    ("goal", "things"),
    [
        ("对收费系统、挂号系统和药房系统提供运维", 3),
        ("对收费系统、挂号系统、药房系统等提供运维", None),
        ("对收费系统、公众号、药房系统提供运维", None),
        ("对收费系统和挂号系统提供运维", None),
        ("提供运维", None),
    ],
)
def test_only_a_closed_list_of_one_kind_is_counted(goal: str, things: int | None):
    assert listed_things(goal, "运维系统数量") == things
