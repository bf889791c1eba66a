"""What holds of every repair, on hundreds of made-up forms with planted defects."""

import pytest

from tests.pipeline.repair.trials import COUNT, FIRST, is_alone, trial

# They try what the tests beside them try line by line.
pytestmark = pytest.mark.no_cover

NUMBERS = range(COUNT)


def test_no_total_is_raised_above_the_sum_of_the_scores():
    assert [number for number in NUMBERS if trial(number).raised_above_the_sum] == []


def test_no_score_target_actual_budget_or_reason_is_edited():
    assert [number for number in NUMBERS if trial(number).forbidden] == []


def test_no_finding_comes_with_the_edits():
    assert [number for number in NUMBERS if trial(number).arisen] == []


def test_what_was_mended_is_gone_when_the_form_is_read_anew():
    assert [number for number in NUMBERS if trial(number).unmended] == []


def test_a_repaired_form_has_nothing_left_to_repair():
    assert [number for number in NUMBERS if trial(number).again.mendings] == []


def test_the_words_to_replace_stand_in_their_cell_just_once():
    assert [number for number in NUMBERS if trial(number).misplaced] == []


def test_every_score_against_its_rule_is_asked_about():
    assert [number for number in NUMBERS if trial(number).unasked] == []


def test_there_is_much_to_repair():
    assert sum(bool(trial(number).edited) for number in NUMBERS) > COUNT // 4


@pytest.mark.parametrize("code", ["AR01", "AR07", "AR08", "AR09", "BU01"])
def test_a_defect_alone_in_its_form_is_mended(code):
    alone = [trial(n) for n in NUMBERS if is_alone(n) and FIRST[n % len(FIRST)].code == code]
    still = [each for each in alone if each.mended.after.finds(code)]

    assert (len(alone) > 4, still) == (True, [])
