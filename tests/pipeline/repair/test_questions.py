"""What is asked: what only the unit can know."""

from tests.pipeline.repair.cases import edits, question, repaired

ROWS = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | {actual} | 30 | {score} | 两期班并为一期，少招的明年补
    | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""


def test_a_score_against_its_rule_is_asked_with_both_values_and_the_sum():
    repair = repaired(
        indicators=ROWS.format(actual="95人", score="20"), total="100 | 90", conclusion=None
    )
    asked = question(repair, "SC02")

    assert edits(repair) == []
    assert "“培训人数·得分”写作 20，按规则应为 28.5" in asked.text
    assert asked.answers[0].endswith("改为 28.5，各项得分之和随之为 98.5")


def test_a_score_that_alone_explains_a_wrong_total_is_asked_before_the_total_is_touched():
    repair = repaired(
        indicators=ROWS.format(actual="95人", score="26.5"), total="100 | 98.5", conclusion=None
    )
    asked = question(repair, "AR01")

    assert edits(repair) == []
    assert asked.at == ("total.score", "indicators[0].score")
    assert asked.answers == (
        "“培训人数·得分”填错：26.5 应为 28.5，由您自己改；“总分·得分”不必改",
        "“总分·得分”写错：改为 96.5",
    )


def test_the_score_in_question_is_not_asked_about_a_second_time():
    repair = repaired(
        indicators=ROWS.format(actual="95人", score="26.5"), total="100 | 98.5", conclusion=None
    )

    assert [cause.codes for cause in repair.causes] == [("AR01", "SC02")]
    assert len(repair.questions) == 1


def test_a_score_left_blank_is_asked_for():
    repair = repaired(indicators=ROWS.format(actual="120人", score=""), conclusion=None)

    assert edits(repair) == []
    assert "“培训人数·得分”空着：补填" in question(repair, "AR01").answers


def test_a_total_stays_where_a_score_cannot_be_read_however_far_it_is_off():
    repair = repaired(
        indicators=ROWS.format(actual="120人", score="见附件"), total="100 | 120", conclusion=None
    )

    assert edits(repair) == []
    assert "AR01" in [each.code for each in repair.questions]


def test_a_total_that_counts_a_score_twice_is_asked_about():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 49.999 | 10 | 100% | 10\n财政拨款 | 50 | 50 | 49.999 | 10 | 100% | 10",
        total="100 | 110",
        conclusion=None,
    )

    assert "total.score: 110 → 100" not in edits(repair)
    assert question(repair, "AR01").answers == (
        "“财政拨款·得分”是重复填的：由您删去，“总分·得分”改为 100",
        "“总分·得分”写错：改为 100",
    )


def test_a_wrong_rate_with_a_score_that_follows_it_is_one_question():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 48 | 10 | 86% | 8.6", total="100 | 98.6", conclusion=None
    )

    assert edits(repair) == []
    assert [each.code for each in repair.questions] == ["BU02"]
    assert repair.causes[0].codes == ("BU01", "BU02")


def test_a_rate_divided_by_the_other_budget_is_asked_about_where_nobody_read_the_rule():
    repair = repaired(
        money="年度资金总额 | 60 | 50 | 48 | | 80% | ",
        total="90 | 90",
        conclusion=None,
        indicators=ROWS.format(actual="120人", score="30"),
    )

    assert "BU01" in [each.code for each in repair.questions]


def test_a_budget_is_never_changed_to_the_sum_of_its_sources():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 50 | 10 | 100% | 10\n财政拨款<年度资金总额 | 40 | 40 | 40\n其他资金<年度资金总额 | 8 | 8 | 10"
    )

    assert edits(repair) == []
    assert "“年度资金总额·年初预算数”（50）填错：改这一格" in question(repair, "BU03").answers


def test_money_spent_is_asked_about_where_the_rate_agrees_with_the_total():
    repair = repaired(
        money="""
            年度资金总额 | 50 | 50 | 45 | 10 | 90% | 9
            财政拨款<年度资金总额 | 40 | 40 | 30
            其他资金<年度资金总额 | 10 | 10 | 10
        """,
        total="100 | 99",
        conclusion=None,
    )

    assert edits(repair) == []
    assert "BU03" in [each.code for each in repair.questions]


def test_money_spent_is_asked_about_where_no_rate_tells_which_sum_is_right():
    repair = repaired(
        money="""
            年度资金总额 | 50 | 50 | 45
            财政拨款<年度资金总额 | 40 | 40 | 30
            其他资金<年度资金总额 | 10 | 10 | 10
        """,
        total="90 | 90",
        conclusion=None,
    )

    assert edits(repair) == []
    assert "BU03" in [each.code for each in repair.questions]


def test_a_conclusion_is_asked_about_where_a_score_explains_the_difference():
    repair = repaired(
        indicators=ROWS.format(actual="95人", score="20"),
        total="100 | 90",
        conclusion="自评得分98.5分。",
    )
    asked = question(repair, "AR09")

    assert edits(repair) == []
    assert asked.at == ("conclusion", "indicators[0].score")


def test_a_conclusion_is_asked_about_where_scores_are_blank_and_no_total_is_printed():
    repair = repaired(
        indicators=ROWS.format(actual="120人", score=""), total="100 |", conclusion="自评得分95分。"
    )

    assert edits(repair) == []
    assert "AR09" in [each.code for each in repair.questions]


def test_the_weight_in_the_line_of_totals_is_asked_about_where_the_weights_are_off_too():
    rows = ROWS.format(actual="120人", score="25").replace("| 30 | 25", "| 25 | 25")
    repair = repaired(indicators=rows, total="90 | 95", conclusion=None)

    assert edits(repair) == []
    assert "AR07" in [each.code for each in repair.questions]


def test_two_headings_changed_against_each_other_are_asked_about_where_the_rows_are_unlike_the_rule():
    repair = repaired(
        indicators="""
            产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 25 | 25
            | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
            效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 35 | 35
            满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
        """
    )

    assert edits(repair) == []
    assert "AR04" in [each.code for each in repair.questions]


def test_a_score_read_in_doubt_lets_no_total_be_corrected():
    repair = repaired(
        total="100 | 97",
        conclusion=None,
        doubts=[
            {"at": "indicators[0].score", "text": "30", "candidates": ["30", "27"], "reason": "ocr"}
        ],
    )

    assert edits(repair) == []
    assert "AR01" in [each.code for each in repair.questions]


def test_a_grade_that_the_rule_does_not_know_is_asked_about():
    repair = repaired(total="100 | 100 | 合格", conclusion=None)

    assert edits(repair) == []
    assert [each.code for each in repair.questions] == ["AR08"]


def test_missing_words_are_asked_for_with_what_to_do():
    repair = repaired(
        indicators=ROWS.replace("两期班并为一期，少招的明年补", "").format(
            actual="95人", score="28.5"
        ),
        total="100 | 98.5",
        conclusion=None,
    )
    asked = question(repair, "TX04")

    assert asked.text.endswith("是否属实？")
    assert asked.answers[0].startswith("需要改：")


def test_no_value_is_put_into_the_mouth_of_the_unit():
    repair = repaired(
        indicators=ROWS.format(actual="120人", score="30")
        .replace("完成时间 | 2023年11月底前 | 2023年10月", "项目总成本 | ≤60万元 | 60万元")
        .replace("时效指标", "成本指标"),
    )
    asked = question(repair, "XI01")

    assert "“项目总成本·实际完成值”（60万元）填错：改这一格" in asked.answers


def test_questions_are_asked_in_english():
    repair = repaired(
        language="en",
        indicators=ROWS.format(actual="95人", score="20"),
        total="100 | 90",
        conclusion=None,
    )

    assert "prints 20; by the rule it should be 28.5" in question(repair, "SC02").text
