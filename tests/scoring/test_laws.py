from jiheng.rulebook.loading import load_pack
from tests.scoring.forms import item, money_item


def test_a_deduction_cites_where_it_was_read():
    row = item("产出指标 | 数量指标 | 领取人数 | ≥100人 | 200人 | 5 | 2.5", "liupanshui-2023")

    assert row.law == load_pack("liupanshui-2023").over_completion.source


def test_a_ceiling_cites_the_rule_for_ceilings():
    row = item("产出指标 | 成本指标 | 费用 | ≤5万元 | 6万元 | 10 | 8", "guyuan-2024")

    assert row.law == load_pack("guyuan-2024").negative.source


def test_a_completion_phrase_cites_the_tiers():
    row = item("产出指标 | 质量指标 | 验收 | 合格 | 达成年度指标 | 10 | 10", "guyuan-2024")

    assert row.law == load_pack("guyuan-2024").tiers.source


def test_satisfaction_in_proportion_cites_the_rule_for_satisfaction():
    row = item("满意度指标 | 满意度指标 | 学员满意度 | ≥90% | 81% | 10 | 9", "guyuan-2024")

    assert row.law == load_pack("guyuan-2024").satisfaction.source


def test_satisfaction_by_bands_cites_the_bands():
    row = item("满意度指标 | 满意度指标 | 学员满意度 | ≥90% | 81% | 10 | 8", "cn-2021-101")

    assert row.law == load_pack("cn-2021-101").satisfaction_bands.source


def test_an_equal_target_that_was_reached_cites_the_rule_for_equal_targets():
    row = item("产出指标 | 数量指标 | 系统数量 | =11套 | 11套 | 10 | 10")

    assert row.law == load_pack("cn-2020-10").equal.source


def test_a_target_in_proportion_cites_the_rule_for_what_was_not_reached():
    row = item("产出指标 | 数量指标 | 人数 | ≥100人 | 96人 | 10 | 9.6", "guyuan-2024")

    assert row.law == load_pack("guyuan-2024").pass_threshold.source


def test_execution_cites_the_rule_for_execution():
    assert money_item("5 | 5 | 4 | 10 | 8").law == load_pack("cn-2020-10").execution.source


def test_where_no_rule_could_be_applied_none_is_cited():
    row = item("效益指标 | 社会效益指标 | 服务水平 | 显著提高 | 有所提高 | 10 | 6")

    assert row.law is None
