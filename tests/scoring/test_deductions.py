"""Points that a form takes off in a column of their own."""

import pytest

from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

PACK = load_pack("guangxi-2022")


def item(row):
    spec = {
        "columns": ["target", "actual", "weight", "deduction", "score", "reason"],
        "indicators": f"产出指标(50分) | 数量指标 | 培训人数 | {row}",
    }
    return score_form(build(spec), PACK).indicators[0].item


@pytest.mark.parametrize(
    ("row", "ends"),
    [
        ("≥100人 | 120人 | 50 | 2 | 48 | 台账不全", (48_00, 48_00)),
        ("≥100人 | 120人 | 50 | -2 | 48 | 台账不全", (48_00, 48_00)),
        ("≥100人 | 90人 | 50 | 3 | 42 | 台账不全", (42_00, 42_00)),
        ("≥100人 | 4人 | 10 | 5 | 0 | 台账不全", (0, 0)),
        ("≥100人 | 120人 | 50 | 0 | 50", (50_00, 50_00)),
        ("≥100人 | 120人 | 50 | 无 | 50", (50_00, 50_00)),
    ],
    ids=["reached", "with a minus", "short", "never below 0", "none", "words"],
)
def test_the_deduction_is_taken_from_what_the_rule_gives(row, ends):
    assert (item(row).low, item(row).high) == ends


def test_a_deduction_that_tells_all_that_was_lost_is_taken_once_or_twice():
    found = item("≥100人 | 90人 | 50 | 5 | 45 | 生源不足")

    assert (found.low, found.high, found.ruled) == (40_00, 45_00, (45_00, 45_00))


def test_the_calculation_shows_the_deduction():
    told = item("≥100人 | 120人 | 50 | 2 | 48 | 台账不全").arithmetic

    assert told.endswith("；表中另扣减 2：48")


def test_a_deduction_of_all_that_was_lost_may_be_rounded_to_tenths():
    found = item("≥1500人 | 1365人 | 10.5 | 1 | 9.5 | 生源不足")

    assert (found.low, found.high) == (8_56, 9_56)
