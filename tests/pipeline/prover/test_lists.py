"""Lists that do not close: the engine itself shows the place that none holds, or two."""

from tests.pipeline.prover.packs import names, points, seen, the, valued

TIERS = (
    "[{{tier: met, from: 80%, to: 100%}}, {{tier: partly, from: {low}, to: {high}}},"
    " {{tier: unmet, from: 0%, to: {low}}}]"
)
BANDS = "{{kind: bands, capped: true, bands: [{{from: 100%, share: 100%}}, {rest}]}}"


def test_a_score_in_a_gap_between_tiers_is_outside_every_tier(tmp_path):
    pack = valued(tmp_path, "tiers", TIERS.format(low="60%", high="75%"))
    fault = the("tier-gap", pack)

    assert [row.score for row in fault.witness.indicators[1:]] == ["7.75"] * 3
    assert points(fault, pack) == [("8", "10"), ("6", "7.49"), ("0", "5.99")]
    assert "SC08" in seen(fault, pack).checks.failed


def test_a_score_where_tiers_overlap_is_inside_both(tmp_path):
    pack = valued(tmp_path, "tiers", TIERS.format(low="60%", high="90%"))
    fault = the("tier-overlap", pack)

    assert [row.score for row in fault.witness.indicators[1:]] == ["8.5"] * 2
    assert points(fault, pack) == [("8", "10"), ("6", "8.99")]
    assert "SC08" not in seen(fault, pack).checks.failed


def test_a_tier_that_begins_where_it_ends_leaves_no_choice(tmp_path):
    pack = valued(tmp_path, "tiers", TIERS.format(low="80%", high="80%"))

    assert points(the("tier-empty", pack), pack) == [("8", "8")]


def test_tiers_that_close_have_no_fault(tmp_path):
    pack = valued(tmp_path, "tiers", TIERS.format(low="60%", high="80%"))

    assert not names(pack) & {"tier-gap", "tier-overlap", "tier-empty"}


def test_a_total_between_two_grades_has_none(tmp_path):
    grades = "[{name: 优, from: 90, to: 100}, {name: 良, from: 0, to: 88}]"
    pack = valued(tmp_path, "grades", grades)
    score = seen(the("grade-gap", pack), pack).score

    assert (score.recomputed, score.grade_recomputed) == (("89", "89"), ())


def test_a_total_in_two_grades_has_both(tmp_path):
    grades = "[{name: 优, from: 90, to: 100}, {name: 良, from: 0, to: 92}]"
    pack = valued(tmp_path, "grades", grades)
    score = seen(the("grade-overlap", pack), pack).score

    assert (score.recomputed, score.grade_recomputed) == (("91", "91"), ("良", "优"))


def test_full_marks_above_the_highest_grade_have_none(tmp_path):
    pack = valued(tmp_path, "grades", "[{name: 优, from: 60, to: 96}, {name: 差, from: 0, to: 60}]")
    score = seen(the("grade-gap", pack), pack).score

    assert (score.recomputed, score.grade_recomputed) == (("98", "98"), ())


def test_a_total_under_the_lowest_grade_has_none(tmp_path):
    pack = valued(
        tmp_path, "grades", "[{name: 优, from: 60, to: 100}, {name: 差, from: 8, to: 60}]"
    )
    score = seen(the("grade-gap", pack), pack).score

    assert (score.recomputed, score.grade_recomputed) == (("4", "4"), ())


def test_a_rate_under_the_lowest_band_is_scored_by_a_band_that_does_not_hold_it(tmp_path):
    pack = valued(tmp_path, "execution", BANDS.format(rest="{from: 60%, share: 50%}"))
    fault = the("band-gap", pack)

    assert fault.witness.funds.lines[0].executed == "3000"
    assert points(fault, pack) == [("5", "5")]


def test_a_band_behind_a_lower_one_is_never_reached(tmp_path):
    rest = "{from: 60%, share: 50%}, {from: 80%, share: 70%}, {from: 0%, share: 0%}"
    pack = valued(tmp_path, "execution", BANDS.format(rest=rest))
    fault = the("band-unreached", pack)

    # 80 % should be 7 of 10
    assert fault.witness.funds.lines[0].executed == "8000"
    assert points(fault, pack) == [("5", "5")]


def test_bands_of_satisfaction_are_looked_at_where_they_are_used(tmp_path):
    bands = "[{from: 90%, share: 100%}, {from: 50%, share: 50%}]"
    pack = valued(tmp_path, "satisfaction_bands", bands)

    assert "band-gap" not in names(pack)


def test_weights_off_their_total_are_an_error_on_the_form_that_keeps_to_them(tmp_path):
    weights = "{execution: 10, total: 100, level1: {产出指标: 50, 效益指标: 30}}"
    pack = valued(tmp_path, "weights", weights)
    audit = seen(the("weights-off-total", pack), pack)
    (finding,) = (each for each in audit.findings if each.code == "AR03")

    assert (finding.printed, finding.expected) == ("90", "100")
