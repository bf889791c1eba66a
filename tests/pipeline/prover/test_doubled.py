"""One fact, two rules: the witness is scored by both, or by the worse one."""

from tests.pipeline.prover.packs import OVER, names, pack, points, seen, the, valued
from tests.rulebook.files import LOCAL


def banded(folder, bands: str, more: str = ""):
    text = LOCAL.replace("extends: cn-2020-10", "extends: cn-2021-101")
    return pack(
        folder,
        f"{text}satisfaction_bands:\n  value: {bands}\n"
        f"  source: {{title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}}\n{more}",
    )


def test_a_rate_that_is_not_capped_gives_more_than_the_weight_which_is_an_error(tmp_path):
    given = valued(tmp_path, "execution", "{kind: linear, capped: false}")
    fault = the("more-than-the-weight", given)

    assert points(fault, given) == [("12", "12")]
    assert "AR02" in seen(fault, given).checks.failed


def test_a_band_of_more_than_the_whole_weight_gives_it(tmp_path):
    given = banded(tmp_path, "[{from: 95%, share: 110%}, {from: 0%, share: 0%}]")

    assert points(the("more-than-the-weight", given), given) == [("11", "11")]


def test_a_better_rate_gets_less_than_a_worse_one(tmp_path):
    given = banded(
        tmp_path, "[{from: 90%, share: 80%}, {from: 80%, share: 100%}, {from: 0%, share: 0%}]"
    )
    fault = the("better-pays-less", given)

    # 90 % satisfied: 8 points; a unit with 80 % would have all 10
    assert fault.witness.indicators[-1].actual == "90%"
    assert points(fault, given) == [("8", "8")]


def test_bands_that_fall_are_no_fault(tmp_path):
    given = banded(
        tmp_path, "[{from: 90%, share: 100%}, {from: 60%, share: 50%}, {from: 0%, share: 0%}]"
    )

    assert names(given) == set()


def test_one_completion_gets_points_by_a_band_and_none_by_the_pass_line(tmp_path):
    given = banded(
        tmp_path, "[{from: 90%, share: 100%}, {from: 50%, share: 40%}, {from: 0%, share: 0%}]"
    )
    fault = the("paid-under-the-pass-line", given)

    # 55 % of the people came, 55 % of them are satisfied, of 100 % each
    assert [row.actual for row in fault.witness.indicators[1:]] == ["5500人", "55%"]
    assert points(fault, given) == [("0", "0"), ("4", "4")]


def test_pleasing_everybody_costs_points_where_the_target_was_low(tmp_path):
    given = pack(tmp_path, LOCAL + OVER.format(line="130%", action="{deduct: 50%}"))
    fault = the("punished-for-praise", given)

    assert (fault.witness.indicators[-1].target, fault.witness.indicators[-1].actual) == (
        "≥76%",
        "100%",
    )
    assert points(fault, given) == [("5", "5")]


CEILINGS = "[{below: 80%, most: 89}, {below: 60%, most: 69}]"


def test_a_low_rate_loses_its_points_and_the_total_is_cut_again(tmp_path):
    given = valued(tmp_path, "total_ceilings", CEILINGS)
    fault = the("execution-counted-twice", given)

    # a rate of 79.99 % leaves 8 of 10 points and 98 of 100, of which 89 are allowed
    assert points(fault, given) == [("8", "8")]
    assert seen(fault, given).score.recomputed == ("89", "89")


def test_a_ceiling_that_a_full_form_does_not_come_up_to_never_applies(tmp_path):
    given = valued(tmp_path, "total_ceilings", "[{below: 80%, most: 99}]")
    fault = the("ceiling-never-reached", given)

    # 79.99 % of 10 and 90: 98
    assert seen(fault, given).score.recomputed == ("98", "98")
    assert seen(fault, given).score.ceiling == "执行率 = 79.99%：总分最高 99"


def test_ceilings_that_apply_are_reached(tmp_path):
    assert "ceiling-never-reached" not in names(valued(tmp_path, "total_ceilings", CEILINGS))


def test_costs_that_weigh_more_than_they_may_have_leave_nobody_full_marks(tmp_path):
    text = LOCAL.replace("extends: cn-2020-10", "extends: cn-2021-101")
    given = pack(
        tmp_path,
        f"{text}cost_limit:\n  value: {{points: 5, default_rows: false}}\n"
        "  source: {title: 云财绩〔2023〕1号, pinpoint: 第十条, verified: true}\n",
    )
    fault = the("full-marks-out-of-reach", given)

    # the cost family gives costs 20 points
    assert points(fault, given) == [("5", "5")]
    assert seen(fault, given).score.recomputed == ("85", "85")
