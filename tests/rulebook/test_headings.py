"""What printed headings mean."""

import pytest

from jiheng.rulebook.headings import (
    bare,
    column_role,
    heading_points,
    headings,
    is_level1,
    is_level2,
    label_of,
    level2_parents,
    money_role,
    theme_of_name,
    without_blanks,
)


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("实际 完成值（B）", "actual"),
        ("年度指标值(A)", "target"),
        ("未完成原因分析", "reason"),
        ("分 值\n(10分)", "weight"),
        ("资金来源", None),
        ("", None),
    ],
)
def test_a_column_heading_is_known_whatever_its_blanks_and_brackets(printed: str, role: str | None):
    assert column_role(printed) == role


@pytest.mark.parametrize(
    ("printed", "role"),
    [("全年执行数 (B)", "executed"), ("执行率(B/A)", "rate"), ("三级指标", None)],
)
def test_a_heading_of_the_money_block_is_known(printed: str, role: str | None):
    assert money_role(printed) == role


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("项目名称", "project"),
        ("总　分：", "total"),
        ("主管部门及代码", "department"),
        ("附件", None),
    ],
)
def test_a_label_is_known(printed: str, label: str | None):
    assert label_of(printed) == label


def test_a_text_that_is_all_brackets_keeps_them():
    assert bare("（万元）") == "(万元)"
    assert bare("★ 产出指标：") == "产出指标"


@pytest.mark.parametrize(
    ("printed", "points"),
    [("产出指标(50分)", "50"), ("效益 指标（30.5 分）", "30.5"), ("得分", None)],
)
def test_points_in_a_heading_are_read(printed: str, points: str | None):
    assert heading_points(printed) == points


def test_levels_are_told_apart():
    assert is_level1("产出 指标(50分)")
    assert is_level1("绩效指标")
    assert is_level2("社会效益指标")
    assert not is_level1("培训人数")
    assert not is_level2("培训人数")


def test_a_second_level_may_stand_under_several_first_levels():
    assert level2_parents()["经济效益指标"] == frozenset({"效益指标", "效果指标"})


def test_of_two_words_in_a_name_the_longer_one_tells_its_level():
    assert theme_of_name("设备验收合格率") == "质量"
    assert theme_of_name("群众知晓率") is None


@pytest.mark.parametrize("lists", ["columns", "money", "labels"])
def test_no_spelling_stands_for_two_things(lists: str):
    spellings = [word for words in getattr(headings(), lists).values() for word in words]

    assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize("lists", ["columns", "money", "labels"])
def test_every_spelling_is_written_as_it_is_compared(lists: str):
    words = [word for words in getattr(headings(), lists).values() for word in words]

    assert [word for word in words if word != without_blanks(word)] == []
