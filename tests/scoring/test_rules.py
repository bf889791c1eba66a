from msgspec.structs import replace

from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.pack import Pack, Rounding, Sourced
from jiheng.scoring.rules import BANDS, rules_of


def _rounded_by(rounding: Rounding) -> Pack:
    pack = load_pack("cn-2020-10")
    return replace(pack, rounding=Sourced(value=rounding, source=pack.rounding.source))


def test_two_places_are_steps_of_a_hundredth():
    assert rules_of(load_pack("cn-2020-10")).step == 1


def test_one_place_is_steps_of_a_tenth():
    pack = _rounded_by(Rounding(mode="half-up", places=1, order="score-only"))

    assert rules_of(pack).step == 10


def test_truncation_is_kept():
    pack = _rounded_by(Rounding(mode="truncate", places=2, order="score-only"))

    assert rules_of(pack).truncate == 1


def test_a_rate_rounded_to_two_decimals_of_a_percent_has_ten_thousand_steps():
    pack = _rounded_by(Rounding(mode="half-up", places=2, order="rate-first", rate_places=2))

    assert rules_of(pack).rate_scale == 10_000


def test_a_rate_that_is_not_rounded_first_has_no_steps():
    assert rules_of(load_pack("cn-2020-10")).rate_scale == 0


def test_a_pass_threshold_is_in_lowest_terms():
    rules = rules_of(load_pack("cn-2021-101"))

    assert (rules.pass_part, rules.pass_whole) == (3, 5)


def test_no_pass_threshold_is_nothing_of_one():
    rules = rules_of(load_pack("cn-2020-10"))

    assert (rules.pass_part, rules.pass_whole) == (0, 1)


def test_bands_are_padded_with_the_lowest():
    rules = rules_of(load_pack("cn-2021-101"))

    assert (len(rules.satisfaction_bands), rules.satisfaction_bands[-1]) == (BANDS, (0, 0))


def test_no_threshold_is_never_reached():
    assert rules_of(load_pack("guyuan-2024")).over_high == -1


def test_completion_above_the_pass_line_counts_from_the_line_unless_the_pack_says_otherwise():
    pack = load_pack("cn-2021-101")
    ratio = replace(pack, above_pass=Sourced(value="ratio", source=pack.pass_threshold.source))

    assert (rules_of(pack).pass_ratio, rules_of(ratio).pass_ratio) == (0, 1)
