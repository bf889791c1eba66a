import pytest

from jiheng.rulebook.loading import load_pack
from jiheng.writers.report.agreement import agreement
from tests.audit.forms import build
from tests.writers.report.samples import (
    OVERSTATED,
    PACK,
    attributes,
    entry,
    entry_of,
    page,
    texts,
)


@pytest.mark.parametrize(
    ("printed", "recomputed", "expected"),
    [
        ("10", ("10", "10"), "agrees"),
        ("9", ("8", "10"), "range"),
        ("7.9", ("8", "10"), "differs"),
        ("10", ("9.36", "9.36"), "differs"),
        (None, ("8", "10"), "blank"),
        ("10", None, "unknown"),
    ],
)
def test_a_printed_score_is_held_against_the_range(printed, recomputed, expected):
    assert agreement(printed, recomputed, PACK) == expected


def test_the_composition_adds_up_the_first_levels():
    tree = page(entry(OVERSTATED))

    assert texts(tree, ".parts tr")[1:] == [
        "预算执行 10 10 10",
        "产出指标 50 50 50",
        "效益指标 30 30 22.5",
        "满意度指标 10 9 8–10",
        "合计 100 100 90.5–92.5",
    ]


def test_the_bar_says_in_words_what_it_shows():
    tree = page(entry(OVERSTATED))

    assert attributes(tree, ".bar", "aria-label") == ["自评 100 分，规则复算 90.5–92.5 分"]


def test_the_bar_begins_one_step_under_the_lowest_pass_mark():
    tree = page(entry(OVERSTATED))

    assert attributes(tree, ".bar .range", "x") == ["81.00%"]
    assert attributes(tree, ".bar .range", "width") == ["4.00%"]


def test_the_bar_reaches_down_to_a_lower_score():
    tree = page(entry({"total": "100 | 20"}))

    assert attributes(tree, ".bar .at", "x") == ["0.00%"]
    assert attributes(tree, ".bar .mark", "x") == ["50.00%", "75.00%", "87.50%"]


def test_the_page_has_no_inline_style():
    tree = page(entry(OVERSTATED))

    assert tree.css("[style]") == []


def test_a_form_that_cannot_be_scored_has_no_bar():
    tree = page(entry({"money": "", "indicators": "", "total": ""}))

    assert tree.css(".bar") == []


def test_every_item_shows_where_its_points_come_from():
    tree = page(entry(OVERSTATED))

    rows = texts(tree, ".items tbody tr")
    assert len(rows) == 5
    assert rows[3].startswith("群众知晓率 ≥80% 60% 30 30 22.5 ≠ 22.5")


def test_a_ceiling_of_the_total_is_told_beside_it():
    form = build({"money": "年度资金总额 | 50 | 50 | 32.5 | 10 | 65% | 6.5"})
    tree = page(entry_of(form, pack=load_pack("platform-manual-2022")))

    assert texts(tree, ".score .ceiling") == ["执行率 = 65%：总分最高 79"]
