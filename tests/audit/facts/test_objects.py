"""What an indicator measures, by its name."""

import pytest

from jiheng.audit.facts.objects import are_about_one_thing, is_one_thing, object_of


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("修缮泵房座数", "修缮泵房"),
        ("开展技能培训期数", "技能培训"),
        ("技能培训任务完成率（%）", "技能培训"),
        ("应参保总人数", "应参保"),
        ("发放人数", "发放"),
    ],
)
def test_measures_general_words_and_an_opening_verb_are_not_the_object(name: str, thing: str):
    assert object_of(name) == thing


def test_a_rate_of_all_work_has_no_object():
    assert object_of("年度工作任务完成率") == ""


def test_a_rate_is_of_the_count_whose_words_it_holds():
    assert is_one_thing("培训完成率", "技能培训人数")


def test_names_without_object_are_of_nothing_in_common():
    assert not is_one_thing("全年任务完成率", "年度目标完成率")


def test_words_that_are_in_every_name_make_no_two_rows_one_thing():
    assert not are_about_one_thing("受益群众户数", "惠及群众人数")
