"""Rules that never fire: the witness is the form on which they ought to."""

import pytest

from jiheng.pipeline.prover import prove
from jiheng.rulebook.loading import load_pack
from tests.pipeline.prover.packs import OVER, names, pack, points, seen, the, valued
from tests.rulebook.files import LOCAL


def over(folder, line: str, action: str, more: str = ""):
    return pack(folder, LOCAL + OVER.format(line=line, action=action) + more)


def test_an_action_without_threshold_never_asks_for_a_reason(tmp_path):
    given = over(tmp_path, "none", "reason")
    fault = the("action-without-threshold", given)

    assert fault.witness.indicators[1].actual == "40000人"
    assert points(fault, given) == [("10", "10")]
    assert "SC06" in seen(fault, given).checks.not_applicable


def test_a_threshold_without_action_changes_nothing(tmp_path):
    given = over(tmp_path, "130%", "none")
    fault = the("threshold-without-action", given)

    assert points(fault, given) == [("10", "10")]
    assert "SC06" in seen(fault, given).checks.not_applicable


def test_a_deduction_of_nothing_leaves_full_marks(tmp_path):
    given = over(tmp_path, "130%", "{deduct: 0%}")

    assert points(the("deduction-of-nothing", given), given) == [("10", "10")]


def test_a_deduction_within_the_tolerance_is_never_missed(tmp_path):
    loose = (
        "tolerance:\n  value: {points: 3, rate: 0.05%}\n"
        "  source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}\n"
    )
    given = over(tmp_path, "130%", "{deduct: 2}", loose)
    fault = the("deduction-tolerated", given)

    # the rule gives 8, the form prints 10, and nobody is told
    assert (fault.witness.indicators[1].score, points(fault, given)) == ("10", [("8", "8")])
    assert "SC06" in seen(fault, given).checks.passed


def test_a_deduction_above_the_tolerance_is_missed(tmp_path):
    assert "deduction-tolerated" not in names(over(tmp_path, "130%", "{deduct: 2}"))


def test_a_line_at_the_target_cuts_who_just_reached_it(tmp_path):
    given = over(tmp_path, "100%", "{deduct: 50%}")
    fault = the("cut-at-the-target", given)

    assert fault.witness.indicators[1].actual == "10000人"
    assert points(fault, given) == [("5", "5")]


def test_satisfaction_of_all_does_not_reach_a_line_above_what_a_rate_can_be(tmp_path):
    given = over(tmp_path, "130%", "{deduct: 50%}")
    fault = the("line-beyond-rates", given)

    # 100 % of 90 % is 111 %
    assert (fault.witness.indicators[-1].target, fault.values["target"]) == ("≥90%", "76.92%")
    assert points(fault, given) == [("10", "10")]


def test_bands_that_nothing_reads_do_not_score(tmp_path):
    bands = "[{from: 90%, share: 100%}, {from: 80%, share: 50%}, {from: 0%, share: 0%}]"
    given = valued(tmp_path, "satisfaction_bands", bands)

    # by the bands 85 % would be 5; in proportion it is 85 / 90 × 10
    assert points(the("bands-unused", given), given) == [("9.44", "9.44")]


def test_a_band_above_100_percent_is_not_reached_by_all_being_satisfied(tmp_path):
    bands = "[{from: 101%, share: 100%}, {from: 80%, share: 90%}, {from: 0%, share: 0%}]"
    text = LOCAL.replace("extends: cn-2020-10", "extends: cn-2021-101")
    given = pack(
        tmp_path,
        f"{text}satisfaction_bands:\n  value: {bands}\n"
        "  source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}\n",
    )

    assert points(the("band-beyond-rates", given), given) == [("9", "9")]


def test_a_finished_project_is_never_asked_about_where_the_rate_is_linear(tmp_path):
    given = valued(tmp_path, "execution", "{kind: linear, capped: true, done_is_full: true}")

    assert points(the("done-never-asked", given), given) == [("8", "8")]


def test_a_grade_above_full_marks_is_given_to_nobody(tmp_path):
    grades = "[{name: 特优, from: 101, to: 110}, {name: 优, from: 90, to: 101}, {name: 差, from: 0, to: 90}]"
    given = valued(tmp_path, "grades", grades)
    score = seen(the("grade-out-of-reach", given), given).score

    assert (score.recomputed, score.grade_recomputed) == (("100", "100"), ("优",))


def test_no_rate_is_low_enough_for_a_reason_under_0_percent(tmp_path):
    given = valued(tmp_path, "reasons", "{rate_below: 0%, cited: true}")
    fault = the("reason-never-asked", given)

    assert fault.witness.funds.lines[0].executed == "0"
    assert "BU09" not in seen(fault, given).checks.failed


def test_a_line_above_100_percent_asks_for_a_reason_where_all_was_spent(tmp_path):
    given = valued(tmp_path, "reasons", "{rate_below: 110%, cited: true}")
    fault = the("reason-always-asked", given)

    assert fault.witness.funds.lines[0].executed == "10000"
    assert "BU09" in seen(fault, given).checks.failed


SILENCED = [
    ("SC04", "negative"),
    ("SC02", "pass_threshold"),
    ("SC06", "over_completion"),
    ("SC08", "tiers"),
    ("SC15", "satisfaction"),
    ("BU02", "execution"),
    ("BU09", "reasons"),
    ("AR08", "grades"),
]


@pytest.mark.parametrize(("code", "key"), SILENCED)
def test_a_form_that_breaks_a_silenced_rule_is_told_by_the_parent_alone(tmp_path, code, key):
    off = f"checks:\n  {code}:\n    value: off\n    source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}\n"
    given = pack(tmp_path, LOCAL + off)
    (fault,) = (
        each for each in prove(given) if each.name == "rule-silenced" and each.about[0] == key
    )

    assert code in seen(fault, load_pack("cn-2020-10")).checks.failed
    assert code not in seen(fault, given).checks.failed


def test_completion_is_scored_in_proportion_where_there_is_no_line_to_be_above(tmp_path):
    given = valued(tmp_path, "above_pass", "rescaled")

    assert points(the("above-no-line", given), given) == [("7", "7")]
