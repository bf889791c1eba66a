from importlib.resources import files

import pytest

from jiheng.rulebook.layouts import (
    LAYOUT_IDS,
    BadLayout,
    Layout,
    UnknownLayout,
    all_layouts,
    headed_roles,
    load_layout,
    match_layout,
    parse_layout,
)

INITIAL_ONLY = ("initial_budget", "executed", "weight", "rate", "score", "method")
BOTH_BUDGETS = ("initial_budget", "adjusted_budget", "executed", "weight", "rate", "score")
LEVELS = ("level1", "level2", "name")
WEIGHT_FIRST = (*LEVELS, "weight", "target", "actual", "method", "score", "reason")
TARGET_FIRST = (*LEVELS, "target", "actual", "weight", "score", "reason")

SMALL = """
id: small
title: "{place}自评表"
places: []
years: []
money_unit: 元
heading_weight: null
headings: {}
heading_words: {}
head_rows: [[{at: 0, text: 项目名称}, {at: 2, field: project.name}]]
money_label: 项目资金
money_line_heading: null
money_columns: [{role: executed, heading: 执行数}]
money_lines: [{label: 年度资金总额, printed: 年度资金总额}]
money_blank: ""
goal: {style: headed, label: 目标, expected: 预期目标, actual: 实际完成情况, actual_at: 3}
indicator_label: 绩效指标
columns:
  - {role: level1, heading: 一级指标}
  - {role: level2, heading: 二级指标}
  - {role: name, heading: 三级指标}
  - {role: target, heading: 指标值}
  - {role: score, heading: 得分}
name_prefix: ""
template_rows: false
groups: [{level1: 产出指标, level2: [数量指标]}]
total: {label: 总分, weight: false, grade: false}
conclusion_label: null
head_lines: []
tail_lines: []
date_style: null
notes: below
widths: [1, 1, 1, 1, 1, 1]
"""


def test_every_shipped_layout_loads():
    on_disk = (files("jiheng.rulebook") / "layouts").iterdir()

    assert sorted(layout.id for layout in all_layouts()) == sorted(
        file.name.removesuffix(".yaml") for file in on_disk
    )


def test_a_form_with_methods_and_one_budget_is_the_form_of_guyuan():
    layout = match_layout(INITIAL_ONLY, WEIGHT_FIRST)

    assert layout is load_layout("guyuan-2024")


def test_the_first_of_several_layouts_with_the_same_columns_is_taken():
    layout = match_layout(BOTH_BUDGETS, TARGET_FIRST)

    assert layout is load_layout("liupanshui-2023")


def test_printed_words_decide_between_layouts_with_the_same_columns():
    words = frozenset({"年初预算数", "全年预算数", "偏差原因分析及改进措施"})

    layout = match_layout(BOTH_BUDGETS, TARGET_FIRST, words)

    assert layout is load_layout("national-2020")


def test_columns_in_another_order_match_no_layout():
    assert match_layout(BOTH_BUDGETS, TARGET_FIRST[::-1]) is None


def test_a_column_that_no_layout_has_does_not_stand_in_the_way():
    columns = (*LEVELS, "target", "actual", "deviation", "weight", "score", "reason")

    assert match_layout(BOTH_BUDGETS, columns) is load_layout("liupanshui-2023")


def test_a_table_of_goals_is_known_though_its_money_has_no_headings():
    assert match_layout((), (*LEVELS, "target")) is load_layout("goal-2020")


def test_a_layout_that_is_not_shipped_is_refused():
    with pytest.raises(UnknownLayout, match="nowhere-1999"):
        load_layout("nowhere-1999")


def test_the_form_of_guyuan_prints_points_that_differ_from_its_rows():
    assert load_layout("guyuan-2024").headings == {
        "产出指标": "40",
        "效益指标": "40",
        "满意度指标": "20",
    }


def test_a_small_layout_of_ones_own_is_read():
    assert parse_layout(SMALL.encode(), "small.yaml").id == "small"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("id: small", "id: small\ncolour: red", "unknown field `colour`"),
        ("id: small", "id: small\nid: small", "the key id stands twice"),
        ("id: small", "id: [small", "while parsing"),
        ("id: small", "id: 1.5", "1.5 is no text"),
        ("money_unit: 元", "money_unit: 角", "Invalid enum value"),
        ("widths: [1, 1, 1, 1, 1, 1]", "widths: [1, 1]", "widths"),
        ("{role: target, heading", "{role: score, heading", "a role stands twice"),
        ("{role: level2, heading", "{role: actual, heading", "name come first"),
        ("{role: score, heading: 得分}", "{role: weight, heading: 分值}", "no score"),
        ("widths:", "hints: {colour: 红}\nwidths:", "no such field colour"),
        ("weight: false, grade: false", "weight: false, grade: true", "no column for the grade"),
        ("headings: {}", 'headings: {满意度指标: "10"}', "no such group"),
        ("actual_at: 3", "actual_at: 9", "goal"),
        ("{at: 2, field", "{at: 6, field", "inside the table"),
        ("{at: 2, field", "{at: 0, field", "from left to right"),
        ("project.name", "project.colour", "no such field project.colour"),
    ],
)
def test_a_mistake_in_a_layout_file_is_told_with_the_file(right: str, wrong: str, told: str):
    with pytest.raises(BadLayout, match=rf"small\.yaml: (?s:.*){told}"):
        parse_layout(SMALL.replace(right, wrong).encode(), "small.yaml")


def twins_before(layout: Layout) -> tuple[Layout, ...]:
    before = all_layouts()[: all_layouts().index(layout)]
    return tuple(other for other in before if headed_roles(other) == headed_roles(layout))


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_its_own_words_tell_a_layout_from_all_others(layout: Layout):
    assert match_layout(*headed_roles(layout), layout.words) is layout


@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_a_layout_says_by_which_words_it_is_told_from_its_twins(layout: Layout):
    twins = twins_before(layout)

    printed = frozenset[str]().union(*(twin.words for twin in twins))
    assert bool(layout.hallmarks) == bool(twins)
    assert frozenset(layout.hallmarks) <= layout.words - printed


def test_the_kind_of_a_form_goes_before_its_words():
    layout = match_layout(BOTH_BUDGETS, TARGET_FIRST, frozenset({"项目名称"}), "department")

    assert layout is load_layout("department-2020")


def test_a_layout_takes_over_what_it_does_not_say_itself():
    own = "extends: national-2020\nid: mine\ntitle: 自评表\n"

    assert parse_layout(own.encode(), "mine.yaml").columns == load_layout("national-2020").columns


def test_a_layout_that_extends_an_unknown_one_is_refused():
    with pytest.raises(BadLayout, match=r"mine\.yaml: .*nowhere-1999"):
        parse_layout(b"extends: nowhere-1999\nid: mine\n", "mine.yaml")


def test_no_layout_is_listed_twice():
    assert len(set(LAYOUT_IDS)) == len(LAYOUT_IDS)


@pytest.mark.parametrize("text", ["", "- id: small", "small"])
def test_a_file_without_keys_is_no_layout(text: str):
    with pytest.raises(BadLayout, match=r"small\.yaml: "):
        parse_layout(text.encode(), "small.yaml")
