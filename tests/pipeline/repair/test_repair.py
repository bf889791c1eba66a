"""What is corrected: what follows from the rest of the form, by the fewest edits."""

from jiheng.audit.waivers import WaiverRule
from tests.pipeline.repair.cases import edits, repaired

LESS = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 95人 | 30 | 28.5 | 两期班并为一期，少招5人
    | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""
"""Scores that add up to 98.5, each as its rule has it."""
POOR = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 60人 | 30 | 18 | 疫情停课三个月，明年补办
    | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""
"""Scores that add up to 88."""
OVERSPENT_SOURCES = """
    年度资金总额 | 50 | 50 | {total} | 10 | 80% | 8
    财政拨款<年度资金总额 | 40 | 40 | 30 | | |
    其他资金<年度资金总额 | 10 | 10 | 10 | | |
"""


def test_a_consistent_form_is_left_in_peace():
    assert repaired().causes == ()


def test_a_total_that_nothing_else_quotes_is_added_up_again():
    repair = repaired(indicators=LESS, total="100 | 100", conclusion="单位绩效自评分数98.5分。")

    assert edits(repair) == ["total.score: 100 → 98.5"]


def test_a_wrong_total_and_the_sentence_that_quotes_it_have_one_cause():
    repair = repaired(indicators=LESS, total="100 | 99", conclusion="单位绩效自评分数99分。")

    assert edits(repair) == ["total.score: 99 → 98.5", "conclusion: 99 → 98.5"]
    assert [cause.codes for cause in repair.causes] == [("AR01",)]


def test_two_slips_have_two_causes():
    repair = repaired(total="90 | 97", conclusion="单位绩效自评分数97分。")

    assert [cause.codes for cause in repair.causes] == [("AR01",), ("AR07",)]


def test_a_grade_follows_the_corrected_total():
    repair = repaired(
        indicators=POOR, total="100 | 91 | 优", conclusion="自评得分91分，自评等次为优。"
    )

    assert edits(repair) == [
        "total.score: 91 → 88",
        "conclusion: 91分，自评等次为优 → 88分，自评等次为良",
        "total.grade: 优 → 良",
    ]


def test_a_synonym_of_the_right_grade_stays():
    repair = repaired(
        indicators=LESS, total="100 | 100 | 优秀", conclusion="自评得分98.5分，等次优秀。"
    )

    assert edits(repair) == ["total.score: 100 → 98.5"]


def test_a_total_that_was_added_up_too_low_is_raised_to_the_sum_and_no_further():
    repair = repaired(indicators=LESS, total="100 | 96.5", conclusion=None)

    assert edits(repair) == ["total.score: 96.5 → 98.5"]
    assert (repair.total, repair.summed, repair.proposed) == ("96.5", "98.5", "98.5")


def test_a_total_keeps_its_decimals_and_its_word():
    repair = repaired(indicators=LESS, total="100 | 100.00分", conclusion=None)

    assert edits(repair) == ["total.score: 100.00 → 98.50"]


def test_a_conclusion_that_differs_from_the_sum_is_corrected():
    repair = repaired(conclusion="单位绩效自评分数95分，自评等次为优。")

    assert edits(repair) == ["conclusion: 95 → 100"]


def test_a_conclusion_is_not_raised_above_the_sum_by_a_total_that_is_rounded_up():
    repair = repaired(indicators=LESS, total="100 | 98.51", conclusion="单位绩效自评分数95分。")

    assert edits(repair) == []
    assert [each.code for each in repair.questions] == ["AR09"]


def test_a_grade_is_corrected_in_its_cell_and_in_the_sentence():
    repair = repaired(total="100 | 100 | 良", conclusion="自评得分100分，等次为良。")

    assert edits(repair) == ["total.grade: 良 → 优", "conclusion: 良 → 优"]


def test_a_grade_becomes_the_word_of_the_rule():
    repair = repaired(total="100 | 100 | 良好等", conclusion=None)

    assert edits(repair) == ["total.grade: 良好等 → 优"]


def test_a_total_above_its_ceiling_comes_down_to_it():
    repair = repaired(
        pack="platform-manual-2022",
        money="年度资金总额 | 50 | 50 | 32.5 | 10 | 65% | 6.5 | 尾款未到支付节点",
        total="100 | 96.5",
        conclusion="单位绩效自评分数96.5分。",
    )

    assert edits(repair) == ["total.score: 96.5 → 79", "conclusion: 96.5 → 79"]


def test_the_weight_in_the_line_of_totals_is_the_sum_of_the_weights():
    assert edits(repaired(total="90 | 100")) == ["total.weight: 90 → 100"]


def test_a_rate_is_divided_again_where_its_score_is_right():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 48 | 10 | 86.00% | 9.6",
        total="100 | 99.6",
        conclusion="预算执行率86%，自评得分99.6分。",
    )

    assert edits(repair) == ["funds.lines[0].rate: 86.00% → 96.00%"]


def test_a_rate_that_the_conclusion_quotes_is_corrected_there_too():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 48 | 10 | 86% | 9.6",
        total="100 | 99.6",
        conclusion="预算执行率为86%，自评得分99.6分。",
    )

    assert edits(repair) == ["funds.lines[0].rate: 86% → 96%", "conclusion: 86% → 96%"]


def test_a_rate_printed_as_a_share_stays_one():
    repair = repaired(
        money="年度资金总额 | 50 | 50 | 48 | 10 | 0.86 | 9.6", total="100 | 99.6", conclusion=None
    )

    assert edits(repair) == ["funds.lines[0].rate: 0.86 → 0.96"]


def test_points_in_a_heading_are_the_sum_of_the_weights_under_it():
    repair = repaired(
        indicators="""
            产出指标(45分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
            | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
            效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
            满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
        """
    )

    assert edits(repair) == ["indicators[0].level1_points: 45 → 50"]


def test_two_headings_changed_against_each_other_are_corrected_where_the_rows_keep_the_rule():
    repair = repaired(
        indicators="""
            产出指标(45分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
            | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
            效益指标(35分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
            满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
        """
    )

    assert edits(repair) == [
        "indicators[0].level1_points: 45 → 50",
        "indicators[2].level1_points: 35 → 30",
    ]


def test_money_spent_in_all_is_the_sum_of_its_parts_where_the_rate_says_so():
    repair = repaired(money=OVERSPENT_SOURCES.format(total="45"), total="100 | 98", conclusion=None)

    assert edits(repair) == ["funds.lines[0].executed: 45 → 40"]


def test_findings_that_somebody_let_stand_are_neither_mended_nor_asked():
    waiver = WaiverRule(
        code="AR09",
        project="职业技能培训补助",
        texts={"conclusion": "单位绩效自评分数95分。", "total.score": "100"},
        reason="结论按初评填写",
        by="业务科",
    )

    assert repaired(waivers=(waiver,), conclusion="单位绩效自评分数95分。").causes == ()


def test_a_fault_of_the_template_is_nothing_for_the_unit():
    repair = repaired(
        indicators="""
            产出指标(60分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 50 | 50
            效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
            满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
        """
    )

    assert [code for cause in repair.causes for code in cause.codes if code == "AR04"] == []


def test_the_repair_names_the_findings_that_are_gone():
    repair = repaired(indicators=LESS, total="100 | 100", conclusion="单位绩效自评分数98.5分。")

    assert repair.mended == ("AR01", "AR09")
