"""What the printed rule does not say: the witness holds such a value."""

import pytest

from jiheng.pipeline.prover import uncovered
from jiheng.pipeline.prover.coverage import situations
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.pipeline.prover.packs import pack, valued
from tests.rulebook.files import LOCAL


def told(given, left_open=frozenset()) -> set[str]:
    return {fault.values["situation"] for fault in uncovered(given, left_open)}


def test_a_printed_rule_for_passed_ceilings_covers_them():
    assert "ceiling-exceeded" not in told(load_pack("guyuan-2024"))


def test_what_the_pack_itself_calls_open_is_not_covered():
    assert "ceiling-exceeded" in told(load_pack("cn-2020-10"), frozenset({"negative"}))


def test_what_only_jiheng_settles_is_not_covered():
    assert {"zero-target-missed", "zero-ceiling-exceeded"} <= told(load_pack("guyuan-2024"))


def test_a_rule_of_ones_own_for_zero_targets_covers_them(tmp_path):
    given = valued(tmp_path, "zero_target", "met-or-zero")

    assert not told(given) & {"zero-target-missed", "zero-ceiling-exceeded"}


def test_a_rule_of_ones_own_for_empty_budgets_covers_them(tmp_path):
    assert "zero-budget" not in told(valued(tmp_path, "zero_budget", "full"))


def test_values_without_operator_are_not_covered_where_the_rule_is_silent_on_them():
    assert "no-operator" in told(load_pack("guyuan-2024"))


def test_values_without_operator_are_covered_where_the_rule_speaks_of_reaching_only():
    assert "no-operator" not in told(load_pack("cn-2020-10"))


def test_a_late_date_is_covered_by_no_rule_that_was_read(tmp_path):
    assert "date-late" in told(pack(tmp_path, LOCAL))


def test_words_other_than_the_three_phrases_are_covered_by_nothing():
    assert {"other-words", "number-for-words"} <= told(load_pack("guyuan-2024"))


@pytest.mark.parametrize(("name", "form", "cell"), situations())
def test_each_situation_is_a_form_of_100_points_with_one_score_to_look_at(name, form, cell):
    scored = score_form(form, load_pack("cn-2020-10"))

    assert sum(item.weight or 0 for item in scored.items) == 10_000
    assert cell in {item.at for item in scored.items}
