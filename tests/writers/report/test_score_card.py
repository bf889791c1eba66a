"""Where a score comes from, as its card tells it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.writers.report.score_card import card_text, score_card
from jiheng.writers.report.view import Links, view_form
from jiheng.writers.report.voice import Voice
from tests.audit.forms import build
from tests.writers.report.samples import PACK, entry_of, finding, texts

LINKS = Links(home="/forms/1/", cards="/forms/1/card/?at=")

COST = {
    "indicators": """
        产出指标(50分) | 成本指标 | 成本金额 | ≤8687万元 | ≤1000万元 | 50 | 50
        效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 60% | 30 | 30
        满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | 群众满意 | 达成年度指标 | 10 | 9
    """,
}
SPENT = {
    "at": ("indicators[0].actual", "funds.lines[0].executed"),
    "mend_at": ("indicators[0].actual",),
}


def card(spec, path, *findings, pack=PACK, language="zh"):
    """Return the card of one score as a browser sees it."""
    form = build(spec)
    view = view_form(1, entry_of(form, *findings, pack=pack), {}, LINKS)
    shown = score_card(view, score_form(form, pack), path, Voice(language=language))
    return LexborHTMLParser(shown or "")


def test_each_value_is_shown_as_printed_as_understood_and_with_its_cell():
    tree = card(COST, "indicators[0].score")

    assert texts(tree, ".read tbody tr") == [
        "年度指标值 ≤8687万元 不超过 86870000元 第8行第5列",
        "实际完成值 ≤1000万元 10000000元（符号不计） 第8行第6列",
        "得分 50 50 分 第8行第8列",
    ]


def test_the_cells_lead_back_to_the_form():
    tree = card(COST, "indicators[0].score")

    assert tree.css_first(".read tbody a").attributes["href"] == "/forms/1/#f1-r8c5"


def test_the_rule_is_a_sentence_with_its_source_read_or_not():
    tree = card(COST, "indicators[0].score")

    assert texts(tree, ".rule b") == [
        "反向指标（≤）：实际完成值不超过年度指标值，得满分；超过的，得分 = 指标 ÷ 实际 × 分值。"
    ]
    assert texts(tree, ".rule .law") == ["未核"]


def test_only_what_the_rule_of_this_score_leaves_open_is_told():
    tree = card(COST, "indicators[0].score")

    assert [text[:20] for text in texts(tree, ".open li")] == [
        "10号没有写“≤”指标超过目标后怎样记分"
    ]


def test_a_score_that_people_judge_says_who_decides():
    tree = card(COST, "indicators[2].score")

    assert texts(tree, ".open li")[-1] == (
        "规则在这里给的是 8–10 的一段，取多少由评审人定，本系统不代为决定。"
    )


def test_the_calculation_stands_first_and_another_reading_after_it():
    unlike = finding("XI01", expected="1746.16万元", **SPENT)
    tree = card(COST, "indicators[0].score", unlike)

    assert texts(tree, ".sums p") == [
        "1000 ≤ 8687，未超过，得满分 50",
        "若按 1746.16万元：1746.16 ≤ 8687，未超过，得满分 50，得分不变",
    ]


def test_another_reading_that_changes_the_score_does_not_say_that_it_stays():
    unlike = finding("XI01", expected="10000万元", **SPENT)
    tree = card(COST, "indicators[0].score", unlike)

    assert texts(tree, ".sums p")[1].startswith("若按 10000万元：8687 ÷ 10000")
    assert "得分不变" not in texts(tree, ".sums p")[1]


def test_what_cannot_be_calculated_with_is_no_other_reading():
    unlike = finding("XI01", expected="另见附表", **SPENT)

    assert len(texts(card(COST, "indicators[0].score", unlike), ".sums p")) == 1


def test_a_cell_that_a_finding_compares_with_stands_beside():
    unlike = finding("XI01", expected="1746.16万元", **SPENT)
    tree = card(COST, "indicators[0].score", unlike)

    assert texts(tree, ".read tbody th")[-1] == "对照：年度资金总额·全年执行数"


def test_only_findings_of_the_row_are_told():
    unlike = finding("XI01", **SPENT)
    elsewhere = finding("AR01", at=("total.score",))

    assert texts(card(COST, "indicators[0].score", unlike, elsewhere), ".found a") == [
        "成本指标与执行数不一致"
    ]
    assert texts(card(COST, "indicators[1].score", unlike, elsewhere), ".found a") == []


def test_the_money_line_has_its_card():
    tree = card(COST, "funds.lines[0].score")

    assert texts(tree, "h2") == ["每一分都有出处：预算执行"]
    assert texts(tree, ".rule b") == ["预算执行：得分 = 执行率 × 分值，不超过分值。"]


def test_the_total_adds_up_what_stands_above_it():
    tree = card(COST, "total.score")

    assert texts(tree, ".sums p")[0] == "自评：10 + 50 + 30 + 9 = 99"
    assert texts(tree, ".read tbody th")[1] == "成本金额·得分"


def test_a_cell_that_is_no_score_has_no_card():
    assert card(COST, "indicators[0].actual").css(".read") == []
    assert card(COST, "indicators[9].score").css(".read") == []


def test_a_score_of_those_who_check_has_the_card_of_its_row():
    assert texts(card(COST, "indicators[1].review_score"), "h2") == ["每一分都有出处：群众知晓率"]


def test_text_of_the_form_stays_text():
    spoilt = {"indicators": COST["indicators"].replace("成本金额", "<script>alert(1)</script>")}

    assert card(spoilt, "indicators[0].score").css("script") == []


def test_the_card_can_be_copied_as_lines():
    form = build(COST)
    view = view_form(1, entry_of(form), {}, LINKS)
    lines = (card_text(view, score_form(form, PACK), "indicators[1].score", Voice()) or "").split(
        "\n"
    )

    assert lines[0] == "每一分都有出处：群众知晓率"
    assert "自评得分 30；规则复算得分 22.5" in lines
    assert "60% ÷ 80% = 75%；30 × 75% = 22.5" in lines


def test_an_english_reader_gets_an_english_card():
    tree = card(COST, "indicators[0].score", language="en")

    assert texts(tree, ".rule b")[0].startswith("Negative indicator (≤)")


@pytest.mark.parametrize(
    ("name", "path", "begins"),
    [
        ("guyuan-2024", "indicators[2].score", "定性指标分三档：达成给分值的 80%–100%"),
        ("cn-2021-101", "indicators[0].score", "反向指标（≤）：不超过得满分；超过的得 0 分"),
        ("chongqing-2022", "funds.lines[0].score", "预算执行"),
    ],
)
def test_the_sentence_is_that_of_the_pack(name, path, begins):
    tree = card(COST, path, pack=load_pack(name))

    assert texts(tree, ".rule b")[0].startswith(begins)
