"""What the shipped packs say; each number was read in the document that its pack cites."""

import pytest

from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.pack import grade_of, grades_between


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


@pytest.mark.parametrize("name", ["cn-2017", "cn-2020-10", "cn-2021-101"])
def test_no_national_family_claims_that_its_text_was_read(name):
    assert load_pack(name).is_verified is False


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
