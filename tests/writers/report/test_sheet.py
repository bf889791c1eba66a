from msgspec.structs import replace

from jiheng.model.form import Doubt, Goal
from tests.audit.forms import build
from tests.writers.report.samples import (
    OVERSTATED,
    at_row,
    attributes,
    entry,
    entry_of,
    finding,
    page,
    texts,
)


def test_a_finding_stands_at_its_cell_and_links_to_the_list():
    tree = page(entry({}, finding(at=("total.score",))))

    assert attributes(tree, "td.t-error a.n", "href") == ["#f1-1"]
    assert texts(tree, "td.t-error") == ["1 100 ✓ 相符"]


def test_a_finding_in_the_list_links_back_to_its_cell():
    tree = page(entry({"layout": "liupanshui-2023"}, finding(at=("conclusion",))))

    address = attributes(tree, ".finding .who a", "href")[0]
    assert texts(tree, f"td[id='{address[1:]}']") == ["1 单位绩效自评分数100分，自评等次为优。"]


def test_a_badge_says_in_words_what_it_is():
    tree = page(entry({}, finding(at=("total.score",))))

    assert attributes(tree, ".form a.n", "aria-label") == [
        "第 1 条（错误）：总分与各项得分之和不符"
    ]


def test_both_sides_of_a_contradiction_are_marked():
    contradiction = finding("XI01", at=("funds.lines[0].executed", "indicators[0].actual"))
    tree = page(entry({"money": "年度资金总额 | 50 | 50 | 48 | 10 | 96% | 9.6"}, contradiction))

    assert texts(tree, "td.t-error") == ["1 48", "1 120人"]


def test_what_fills_a_column_is_marked_once_at_its_heading():
    column = tuple(f"indicators[{row}].actual" for row in range(4))
    tree = page(entry({}, finding("VA04", "info", column)))

    assert texts(tree, ".form .t-info") == ["1 实际完成值"]


def test_a_finding_at_a_merged_heading_is_marked_where_the_heading_stands():
    tree = page(entry({}, finding("BU14", "warning", ("indicators[1].level1",))))

    assert texts(tree, ".form .t-warning") == ["1 产出指标 (50分)"]


def test_a_finding_at_the_points_of_a_heading_is_marked_at_the_heading():
    tree = page(entry({}, finding("AR04", at=("indicators[0].level1_points",))))

    assert texts(tree, ".form .t-error") == ["1 产出指标 (50分)"]


def test_a_finding_at_the_date_is_marked_above_the_table():
    tree = page(entry({"layout": "liupanshui-2023"}, finding("ID01", at=("filled_on",))))

    assert texts(tree, ".before .t-error") == ["填报日期: 2024/01/12 1"]


def test_a_finding_at_a_note_is_marked_below_the_table():
    tree = page(entry({"notes": ("得分=执行率×分值",)}, finding("SC10", at=("notes[0]",))))

    assert texts(tree, ".after .t-error") == ["注: 1. 得分=执行率×分值 1"]


def test_a_finding_of_no_cell_stands_over_the_form():
    tree = page(entry({}, finding("SC20", "warning", ("form",))))

    assert texts(tree, ".unplaced") == ["不在某一格的问题： 1"]


def test_what_does_not_count_leaves_the_cell_untinted():
    system = finding("VA03", "error", ("indicators[0].actual",), mend="system")
    tree = page(entry({}, system))

    assert tree.css(".form .t-error") == []
    assert texts(tree, ".form a.quiet") == ["1"]


def test_under_each_score_stands_what_the_rule_gives():
    tree = page(entry(OVERSTATED))

    assert texts(tree, ".form .re") == [
        "✓ 相符",
        "✓ 相符",
        "✓ 相符",
        "≠ 22.5",
        "8–10",
        "≠ 90.5–92.5",
    ]


def test_column_headings_are_real_headings():
    tree = page(entry())

    assert "得分" in texts(tree, ".form th[scope=col]")
    assert "一级指标" in texts(tree, ".form th[scope=col]")


def test_row_headings_are_real_headings():
    tree = page(entry())

    assert "培训人数" in texts(tree, ".form th[scope=row]")
    assert "产出指标 (50分)" in texts(tree, ".form th[scope=rowgroup]")


def test_a_form_of_an_unknown_layout_is_drawn_in_the_national_one_and_says_so():
    tree = page(entry({"layout": "elsewhere-1999"}))

    assert any("没有认出这张表的表样" in text for text in texts(tree, ".legend"))
    assert "实际完成值" in texts(tree, ".form th[scope=col]")


def test_a_form_of_a_known_layout_does_not_apologise():
    tree = page(entry({"layout": "liupanshui-2023"}))

    assert not any("没有认出这张表的表样" in text for text in texts(tree, ".legend"))


def test_a_cell_is_named_with_its_row_and_column_from_one():
    form = at_row(build({}), "total.score", 23, 6)
    tree = page(entry_of(form, finding()))

    assert texts(tree, ".finding .who a") == ["总分·得分 第24行第7列"]


def test_a_row_is_named_once_for_all_its_cells():
    cells = ("indicators[0].score", "indicators[0].weight", "indicators[1].weight")
    tree = page(entry({}, finding(at=cells)))

    assert texts(tree, ".finding .who a") == ["培训人数·得分", "分值", "完成时间·分值"]


def test_of_many_cells_the_first_are_named_and_the_rest_counted():
    cells = ("total.score", *(f"indicators[{row}].score" for row in range(4)))
    tree = page(entry({}, finding(at=cells)))

    assert len(tree.css(".finding .who a")) == 4
    assert "等 5 格" in texts(tree, ".finding .who")[0]


def test_findings_of_one_cause_name_one_another():
    tree = page(entry({}, finding(group=1), finding("AR09", group=1)))

    assert [text[-5:] for text in texts(tree, ".same")] == ["第 2 条", "第 1 条"]


def test_a_finding_about_one_score_shows_its_calculation():
    tree = page(entry(OVERSTATED, finding("SC02", at=("indicators[2].score",))))

    assert any("60" in text and "22.5" in text for text in texts(tree, ".finding .more"))


def test_what_the_reader_doubts_is_shown_with_its_candidates():
    doubt = Doubt(
        at="indicators[0].level2", text="指标", candidates=("数量指标", "质量指标"), reason="drift"
    )
    tree = page(entry_of(replace(build({}), doubts=(doubt,))))

    assert texts(tree, ".doubts li") == [
        "培训人数·二级指标 ：原文“指标”，可能是数量指标或质量指标（单元格错列或错行）"
    ]


def test_a_form_without_anything_is_drawn_too():
    tree = page(
        entry({"money": "", "indicators": "", "goal": None, "total": "", "conclusion": None})
    )

    assert len(tree.css("table.form")) == 1


def test_a_finding_at_the_goal_is_marked_at_the_first_of_several_goals():
    goals = (Goal(expected="办班12期", actual="办班12期"), Goal(expected="甲", actual="乙"))
    form = replace(build({}), goals=goals, goal=goals[0])
    tree = page(entry_of(form, finding("TX01", "warning", ("goal.actual",))))

    assert texts(tree, ".form .t-warning") == ["1 办班12期"]


def test_several_findings_at_a_cell_share_one_badge_that_lists_them():
    tree = page(entry({}, finding(), finding("AR07", "warning")))

    assert texts(tree, "td.t-error .several") == ["2 项"]
    assert texts(tree, "td.t-error .all a") == [
        "1 总分与各项得分之和不符",
        "2 总分行的分值不是满分",
    ]


def test_the_shared_badge_leads_to_the_worst_finding():
    tree = page(entry({}, finding("AR07", "warning"), finding()))

    assert attributes(tree, ".several", "href") == ["#f1-1"]
    assert attributes(tree, ".several", "aria-label") == ["此格 2 项：第 1、2 条"]


def test_a_score_leads_to_its_calculation():
    tree = page(entry(OVERSTATED))

    address = attributes(tree, ".form a.re", "href")[1]
    assert texts(tree, f"tr[id='{address[1:]}'] th") == ["培训人数"]


SCORES_OF_LIAONING = 10
"""Its layout gives 5 % of the sheet to the scores."""


def test_a_column_of_scores_is_wide_enough_for_an_interval():
    tree = page(entry({"layout": "liaoning-2022"}))

    widths = [float(width.rstrip("%")) for width in attributes(tree, ".form col", "width")]
    assert widths[SCORES_OF_LIAONING] == 9.5
    assert 98 < sum(widths) <= 100.1
