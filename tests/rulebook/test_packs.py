"""What the shipped packs say; each number was read in the document that its pack cites."""

import pytest

from jiheng.pipeline.packs.writing import values_of
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.pack import grade_of, grades_at, grades_between


def test_the_county_forms_of_guyuan_divide_by_the_first_budget():
    base = load_pack("guyuan-2024").money_base

    assert (base.value, base.source.verified) == ("initial", True)


def test_guyuan_prints_tiers_at_eighty_and_fifty_percent():
    tiers = load_pack("guyuan-2024").tiers

    assert [tier.lowest for tier in tiers.value] == [8000, 5000, 0]


def test_guyuan_is_silent_about_values_without_operator():
    pack = load_pack("guyuan-2024")

    assert pack.no_operator.value == "silent"


def test_guyuan_fixes_no_weights_since_its_headings_contradict_its_rows():
    assert load_pack("guyuan-2024").weights is None


def test_liupanshui_knows_its_line_for_over_completion_only_within_bounds():
    over = load_pack("liupanshui-2023").over_completion

    assert (over.value.threshold.low, over.value.threshold.high) == (11_155, 13_315)


def test_liupanshui_takes_half_the_weight_and_the_text_was_read():
    over = load_pack("liupanshui-2023").over_completion

    assert (over.value.action, over.value.amount, over.source.verified) == (
        "deduct-share",
        5000,
        True,
    )


def test_nothing_for_a_passed_ceiling_rests_on_one_case_in_liupanshui():
    negative = load_pack("liupanshui-2023").negative

    assert (negative.value, negative.source.verified) == ("zero", False)


def test_the_cost_family_gives_cost_twenty_points():
    weights = load_pack("cn-2021-101").weights.value

    assert weights.level1 == {
        "成本指标": 2000,
        "产出指标": 4000,
        "效益指标": 2000,
        "满意度指标": 1000,
    }


READ = ("guyuan-2024", "liupanshui-2023")


@pytest.mark.parametrize("name", [name for name in PACK_IDS if name not in READ])
def test_no_other_pack_claims_that_its_text_was_read(name):
    sources = [value.source for value in values_of(load_pack(name)).values()]

    assert [source for source in sources if source.verified] == []


@pytest.mark.parametrize("name", PACK_IDS)
def test_every_pack_names_what_it_leaves_open(name):
    assert load_pack(name).silent


def test_ninety_points_are_the_best_grade():
    assert grade_of(9000, load_pack("cn-2020-10").grades.value) == "优"


def test_a_hundredth_under_ninety_is_the_next_grade():
    assert grade_of(8999, load_pack("cn-2020-10").grades.value) == "良"


def test_a_score_between_two_borders_may_have_the_grade_between_them():
    grades = load_pack("cn-2020-10").grades.value

    assert grades_between(7900, 9000, grades) == ("中", "良", "优")


def test_the_other_word_for_the_best_grade_is_known():
    assert load_pack("liupanshui-2023").grades.value[0].synonyms == ("优秀",)


def test_sichuan_asks_for_a_reason_under_ninety_percent():
    assert load_pack("sichuan-2023").reasons.value.rate_below == 9000


def test_hubei_gives_execution_twenty_points_and_nothing_for_far_more_than_the_target():
    pack = load_pack("hubei-2021")

    assert (pack.weights.value.execution, pack.over_completion.value.action) == (2000, "none")


def test_henan_is_known_by_seventy_points_of_a_hundred():
    weights = load_pack("henan-2024").weights.value

    assert (weights.known, weights.total) == (7000, 10_000)


def test_the_manual_of_a_platform_takes_two_points_and_caps_the_total():
    pack = load_pack("platform-manual-2022")
    ceilings = [(each.below, each.most) for each in pack.total_ceilings.value]

    assert (pack.over_completion.value.action, pack.over_completion.value.amount) == (
        "deduct-points",
        200,
    )
    assert ceilings == [(8000, 8900), (7000, 7900), (6000, 6900), (5000, 5900)]


@pytest.mark.parametrize(
    ("name", "grade"),
    [("guangdong", "中"), ("shanghai", "合格"), ("system-grades-80", "良"), ("cn-2020-10", "中")],
)
def test_seventy_five_points_have_another_name_in_each_place(name, grade):
    assert grade_of(7500, load_pack(name).grades.value) == grade


def test_eighty_points_are_the_best_grade_in_one_system():
    assert grade_of(8000, load_pack("system-grades-80").grades.value) == "优"


def test_the_border_between_two_grades_is_in_the_upper_one_alone():
    assert grades_at(8000, load_pack("cn-2020-10").grades.value) == ("良",)
