from pathlib import Path

import pytest

from jiheng.model.citation import Citation
from jiheng.rulebook.errors import PackCycle, PackMistake, RulebookError, UnknownPack
from jiheng.rulebook.loading import FOLDER, PACK_IDS, all_packs, load_pack
from tests.rulebook.files import LOCAL, with_value, write

RULE = Citation(title="云财绩〔2023〕1号", pinpoint="第九条", verified=True)


def refused(folder: Path, text: str) -> PackMistake:
    with pytest.raises(PackMistake) as caught:
        load_pack(write(folder, text))
    return caught.value


def test_every_shipped_file_is_registered():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(PACK_IDS)


def test_every_shipped_pack_loads_under_its_own_name():
    assert tuple(pack.id for pack in all_packs()) == PACK_IDS


def test_a_pack_is_read_once():
    assert load_pack("cn-2017") is load_pack("cn-2017")


def test_an_edited_pack_is_read_again(tmp_path):
    first = load_pack(write(tmp_path, LOCAL))
    second = load_pack(write(tmp_path, LOCAL.replace("zero", "inverse")))

    assert (first.negative.value, second.negative.value) == ("zero", "inverse")


def test_a_value_of_ones_own_stands_over_the_parents(tmp_path):
    pack = load_pack(write(tmp_path, LOCAL))

    assert (pack.negative.value, pack.negative.source) == ("zero", RULE)


def test_a_value_that_is_not_set_is_the_parents(tmp_path):
    pack = load_pack(str(write(tmp_path, LOCAL)))

    assert pack.tiers == load_pack("cn-2020-10").tiers


def test_the_lineage_names_the_parents_nearest_first(tmp_path):
    write(tmp_path, LOCAL)
    child = LOCAL.replace("id: yunxi-2023", "id: yunxi-2024").replace("cn-2020-10", "yunxi-2023")

    pack = load_pack(write(tmp_path, child, "yunxi-2024.yaml"))

    assert pack.lineage == ("yunxi-2023", "cn-2020-10")


def test_what_the_parent_left_open_falls_where_the_child_settles_it(tmp_path):
    pack = load_pack(write(tmp_path, LOCAL))

    assert not any("≤" in sentence.value for sentence in pack.silent.values())


def test_what_the_parent_left_open_stays_where_the_child_is_silent_too(tmp_path):
    pack = load_pack(write(tmp_path, LOCAL))

    assert any("130%" in sentence.value for sentence in pack.silent.values())


def test_a_child_may_set_the_action_and_keep_the_parents_threshold(tmp_path):
    text = f"""{LOCAL}over_completion:
  action:
    value: {{deduct: 2}}
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""
    over = load_pack(write(tmp_path, text)).over_completion.value

    assert (over.threshold.low, over.action, over.amount) == (13_000, "deduct-points", 200)


def test_a_pair_of_values_is_as_sure_as_the_less_sure_one(tmp_path):
    text = f"""{LOCAL}over_completion:
  action:
    value: {{deduct: 30%}}
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""
    source = load_pack(write(tmp_path, text)).over_completion.source

    assert (source.title, source.verified) == ("云财绩〔2023〕1号", False)


def test_the_severity_of_a_check_may_be_changed(tmp_path):
    text = f"""{LOCAL}checks:
  BU09:
    value: error
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十二条, verified: true}}
"""

    assert load_pack(write(tmp_path, text)).checks["BU09"].value == "error"


def test_an_unknown_pack_is_refused_with_the_names_of_the_known_ones():
    with pytest.raises(UnknownPack, match="没有规则包“cn-2099”；内置的有：cn-2017"):
        load_pack("cn-2099")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RulebookError, match=r"读不了规则包文件 nowhere\.yaml：没有这个文件"):
        load_pack(tmp_path / "nowhere.yaml")


def test_a_folder_is_no_pack(tmp_path):
    with pytest.raises(UnknownPack, match="读不了规则包文件"):
        load_pack(tmp_path)


def test_a_value_without_source_is_refused_with_its_line(tmp_path):
    error = refused(tmp_path, f"{LOCAL}equal:\n  value: exact\n")

    assert str(error) == "yunxi-2023.yaml 第 15 行：equal 缺少 source"


def test_a_source_without_pinpoint_is_refused(tmp_path):
    error = refused(tmp_path, LOCAL.replace("    pinpoint: 第九条\n", ""))

    assert (error.line, "negative.source 缺少 pinpoint" in str(error)) == (11, True)


def test_verified_is_true_or_false_and_nothing_else(tmp_path):
    error = refused(tmp_path, LOCAL.replace("verified: true", "verified: 大概"))

    assert str(error) == (
        "yunxi-2023.yaml 第 13 行：negative.source.verified 应为 true 或 false，不是“大概”"
    )


def test_an_unknown_key_is_refused_with_the_known_ones(tmp_path):
    error = refused(tmp_path, with_value("negativ", "zero"))

    assert (error.line, "negativ 是未知的键；可用：" in str(error)) == (15, True)


def test_a_key_written_twice_is_refused(tmp_path):
    error = refused(tmp_path, with_value("negative", "inverse"))

    assert "negative 重复出现" in str(error)


def test_a_word_that_is_no_choice_is_refused_with_the_choices(tmp_path):
    error = refused(tmp_path, LOCAL.replace("value: zero", "value: nothing"))

    assert str(error) == (
        "yunxi-2023.yaml 第 9 行：negative.value 应为 inverse、excess、zero 之一，不是“nothing”"
    )


def test_a_percent_without_its_sign_is_refused(tmp_path):
    error = refused(tmp_path, with_value("pass_threshold", "60"))

    assert "pass_threshold.value 应写成百分数，如 50%，不是“60”" in str(error)


def test_points_with_a_percent_sign_are_refused(tmp_path):
    error = refused(tmp_path, with_value("tolerance", "{points: 1%, rate: 0.05%}"))

    assert "tolerance.value.points 应写成分数" in str(error)


def test_a_pass_threshold_of_everything_is_refused(tmp_path):
    error = refused(tmp_path, with_value("pass_threshold", "100%"))

    assert "应在 0% 与 100% 之间" in str(error)


def test_tiers_with_a_gap_are_refused(tmp_path):
    tiers = (
        "[{tier: met, from: 80%, to: 100%}, {tier: partly, from: 60%, to: 75%},"
        " {tier: unmet, from: 0%, to: 60%}]"
    )
    error = refused(tmp_path, with_value("tiers", tiers))

    assert "tiers.value[1].to 与上一档不相接" in str(error)


def test_tiers_that_overlap_are_refused(tmp_path):
    tiers = (
        "[{tier: met, from: 80%, to: 100%}, {tier: partly, from: 60%, to: 85%},"
        " {tier: unmet, from: 0%, to: 60%}]"
    )
    error = refused(tmp_path, with_value("tiers", tiers))

    assert "tiers.value[1].to 与上一档不相接" in str(error)


def test_tiers_that_do_not_reach_down_are_refused(tmp_path):
    tiers = (
        "[{tier: met, from: 80%, to: 100%}, {tier: partly, from: 60%, to: 80%},"
        " {tier: unmet, from: 10%, to: 60%}]"
    )
    error = refused(tmp_path, with_value("tiers", tiers))

    assert "最低一档应到 0% 为止" in str(error)


def test_two_tiers_are_refused(tmp_path):
    error = refused(tmp_path, with_value("tiers", "[{tier: met, from: 0%, to: 100%}]"))

    assert "应依次写 met、partly、unmet 三档" in str(error)


def test_grades_with_a_gap_are_refused(tmp_path):
    grades = "[{name: 优, from: 90, to: 100}, {name: 良, from: 0, to: 89}]"
    error = refused(tmp_path, with_value("grades", grades))

    assert "grades.value[1].to 与上一等次不相接" in str(error)


def test_grades_that_do_not_reach_down_are_refused(tmp_path):
    error = refused(tmp_path, with_value("grades", "[{name: 优, from: 90, to: 100}]"))

    assert "最低等次应从 0 分开始" in str(error)


def test_bands_out_of_order_are_refused(tmp_path):
    bands = "[{from: 60%, share: 50%}, {from: 80%, share: 80%}, {from: 0%, share: 0%}]"
    error = refused(tmp_path, with_value("satisfaction_bands", bands))

    assert "satisfaction_bands.value[1].from 应低于上一档" in str(error)


def test_bands_that_leave_a_gap_at_the_bottom_are_refused(tmp_path):
    error = refused(tmp_path, with_value("satisfaction_bands", "[{from: 60%, share: 50%}]"))

    assert "最低一档应从 0% 开始" in str(error)


def test_more_bands_than_the_kernels_hold_are_refused(tmp_path):
    bands = ", ".join(f"{{from: {90 - 10 * step}%, share: 0%}}" for step in range(9))
    error = refused(tmp_path, with_value("satisfaction_bands", f"[{bands}]"))

    assert "应有 1 至 8 档" in str(error)


def test_bands_of_satisfaction_that_are_missing_are_refused(tmp_path):
    error = refused(tmp_path, with_value("satisfaction", "bands"))

    assert "satisfaction 为 bands，却没有 satisfaction_bands" in str(error)


def test_execution_by_bands_without_bands_is_refused(tmp_path):
    error = refused(tmp_path, with_value("execution", "{kind: bands, capped: true}"))

    assert "kind 为 bands 时要写 bands" in str(error)


def test_weights_that_do_not_add_up_are_refused(tmp_path):
    weights = "{execution: 10, total: 100, level1: {产出指标: 50, 效益指标: 30}}"
    error = refused(tmp_path, with_value("weights", weights))

    assert "weights.value.total 不等于预算执行率与各一级指标分值之和" in str(error)


def test_a_threshold_between_two_percents_is_written_from_low_to_high(tmp_path):
    text = f"""{LOCAL}over_completion:
  threshold:
    between: [150%, 120%]
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""

    assert "应为从低到高的两个百分数" in str(refused(tmp_path, text))


def test_a_deduction_without_a_threshold_is_refused(tmp_path):
    text = f"""{LOCAL}over_completion:
  threshold:
    value: none
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
  action:
    value: {{deduct: 50%}}
    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}
"""

    assert "over_completion 扣分却没有 threshold" in str(refused(tmp_path, text))


def test_what_is_left_open_must_be_about_a_value(tmp_path):
    text = f"""{LOCAL}silent:
  weather:
    value: 没有说天气。
    source: {{title: 云财绩〔2023〕1号, pinpoint: 全文, verified: true}}
"""

    assert "silent.weather 应说明是关于哪一项的" in str(refused(tmp_path, text))


def test_a_check_without_code_is_refused(tmp_path):
    text = f"""{LOCAL}checks:
  low-rate:
    value: off
    source: {{title: 云财绩〔2023〕1号, pinpoint: 全文, verified: true}}
"""

    assert "checks.low-rate 不是检查代码" in str(refused(tmp_path, text))


def test_a_missing_parent_is_refused_with_its_line(tmp_path):
    error = refused(tmp_path, LOCAL.replace("cn-2020-10", "cn-1999"))

    assert str(error) == "yunxi-2023.yaml 第 4 行：extends 找不到上级规则包 cn-1999"


def test_a_parent_outside_the_folder_is_refused(tmp_path):
    write(tmp_path, LOCAL.replace("id: yunxi-2023", "id: parent"), "parent.yaml")
    inside = tmp_path / "inside"
    inside.mkdir()

    error = refused(inside, LOCAL.replace("cn-2020-10", "../parent"))

    assert "找不到上级规则包 ../parent" in str(error)


def test_a_pack_that_extends_itself_is_refused(tmp_path):
    with pytest.raises(PackCycle, match="第 4 行：extends yunxi-2023 绕回了自己"):
        load_pack(write(tmp_path, LOCAL.replace("cn-2020-10", "yunxi-2023")))


def test_a_ring_of_packs_is_refused(tmp_path):
    write(tmp_path, LOCAL.replace("cn-2020-10", "other"))
    other = LOCAL.replace("id: yunxi-2023", "id: other").replace("cn-2020-10", "yunxi-2023")

    with pytest.raises(PackCycle):
        load_pack(write(tmp_path, other, "other.yaml"))


def test_a_pack_without_parent_must_say_everything(tmp_path):
    error = refused(tmp_path, LOCAL.replace("extends: cn-2020-10\n", ""))

    assert "缺少 over_completion、money_base、execution" in str(error)


def test_a_file_that_is_not_yaml_is_refused_with_its_line(tmp_path):
    error = refused(tmp_path, f"{LOCAL}equal: [\n")

    assert (error.line, "不是合法的 YAML" in str(error)) == (15, True)


def test_an_empty_file_is_refused(tmp_path):
    assert "文件是空的" in str(refused(tmp_path, "# 什么也没有\n"))


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "gbk.yaml"
    path.write_bytes(LOCAL.encode("gb18030"))

    with pytest.raises(PackMistake, match="不是 UTF-8 编码"):
        load_pack(path)


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path):
    with pytest.raises(PackMistake, match="文件超过 1000000 字节"):
        load_pack(write(tmp_path, "#" * 1_000_001))


def test_a_tag_that_would_build_an_object_is_only_a_wrong_value(tmp_path):
    text = LOCAL.replace("value: zero", "value: !!python/object/apply:os.getcwd []")

    assert "negative.value 应为单个值" in str(refused(tmp_path, text))


def test_a_list_in_place_of_the_whole_file_is_refused(tmp_path):
    assert "不是规则包" in str(refused(tmp_path, "- id: yunxi-2023\n"))


def test_tiers_in_another_order_are_refused(tmp_path):
    tiers = (
        "[{tier: partly, from: 80%, to: 100%}, {tier: met, from: 60%, to: 80%},"
        " {tier: unmet, from: 0%, to: 60%}]"
    )

    assert "tiers.value[0].tier 应为 met" in str(refused(tmp_path, with_value("tiers", tiers)))


def test_a_tier_upside_down_is_refused(tmp_path):
    tiers = (
        "[{tier: met, from: 100%, to: 100%}, {tier: partly, from: 60%, to: 100%},"
        " {tier: unmet, from: 0%, to: 60%}]"
    )

    assert "tiers.value[0].from 应低于 to" in str(refused(tmp_path, with_value("tiers", tiers)))


def test_a_grade_upside_down_is_refused(tmp_path):
    grades = "[{name: 优, from: 100, to: 90}]"

    assert "grades.value[0].from 应低于 to" in str(refused(tmp_path, with_value("grades", grades)))


def test_three_decimals_are_refused(tmp_path):
    rounding = "{mode: half-up, places: 3, order: score-only}"
    error = refused(tmp_path, with_value("rounding", rounding))

    assert "rounding.value.places 应为 0 至 2 的整数，不是“3”" in str(error)


def test_an_empty_title_is_refused(tmp_path):
    error = refused(tmp_path, LOCAL.replace("title: 云财绩〔2023〕1号", 'title: ""'))

    assert "negative.source.title 不能为空" in str(error)


def test_one_place_without_brackets_is_refused(tmp_path):
    error = refused(tmp_path, LOCAL.replace("places: [云溪]", "places: 云溪"))

    assert "places 应为列表" in str(error)


def test_points_of_execution_alone_are_a_part_of_the_total(tmp_path):
    weights = load_pack(
        write(tmp_path, with_value("weights", "{execution: 20, total: 100}"))
    ).weights

    assert (weights.value.execution, weights.value.level1, weights.value.known) == (2000, {}, 2000)


def test_points_of_the_first_levels_alone_are_a_part_of_the_total(tmp_path):
    value = "{total: 100, level1: {产出指标: 30, 效益指标: 25}}"
    weights = load_pack(write(tmp_path, with_value("weights", value))).weights

    assert (weights.value.execution, weights.value.known) == (None, 5500)


def test_a_part_of_the_points_that_is_more_than_the_total_is_refused(tmp_path):
    error = refused(tmp_path, with_value("weights", "{execution: 100, total: 100}"))

    assert "weights.value.total 只写一部分分值的，合计要大于这一部分" in str(error)


def test_weights_without_any_part_are_refused(tmp_path):
    assert "weights.value.total" in str(refused(tmp_path, with_value("weights", "{total: 100}")))


def test_ceilings_of_the_total_are_rates_and_points(tmp_path):
    value = "[{below: 80%, most: 89}, {below: 60%, most: 69}]"
    ceilings = load_pack(write(tmp_path, with_value("total_ceilings", value))).total_ceilings

    assert [(each.below, each.most) for each in ceilings.value] == [(8000, 8900), (6000, 6900)]


@pytest.mark.parametrize("second", ["{below: 80%, most: 69}", "{below: 60%, most: 89}"])
def test_ceilings_that_do_not_fall_with_the_rate_are_refused(tmp_path, second):
    value = f"[{{below: 80%, most: 89}}, {second}]"

    assert "total_ceilings.value[1] 应低于上一档" in str(
        refused(tmp_path, with_value("total_ceilings", value))
    )


def test_no_ceilings_at_all_are_refused(tmp_path):
    assert "应有 1 至 8 档" in str(refused(tmp_path, with_value("total_ceilings", "[]")))


def test_a_parents_ceilings_may_be_taken_away(tmp_path):
    text = with_value("total_ceilings", "none").replace("cn-2020-10", "platform-manual-2022")

    assert load_pack(write(tmp_path, text)).total_ceilings is None


def test_a_limit_for_costs_says_for_which_rows_it_holds(tmp_path):
    value = "{points: 5, default_rows: true}"
    limit = load_pack(write(tmp_path, with_value("cost_limit", value))).cost_limit

    assert (limit.value.points, limit.value.default_rows) == (500, True)
