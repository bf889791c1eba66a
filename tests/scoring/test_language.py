"""Calculations in English."""

import pytest

from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.messages import template
from jiheng.scoring.branches import BRANCH_NAMES
from jiheng.scoring.score import score_form
from tests.scoring.forms import form


def _english(row: str = "", money: str | None = None, pack: str = "cn-2020-10") -> str:
    return score_form(form(row, money), load_pack(pack), language="en").items[0].arithmetic


@pytest.mark.parametrize("branch", BRANCH_NAMES)
def test_every_branch_has_a_sentence_of_its_own_in_english(branch: str):
    assert template(f"arithmetic.{branch}", "en") != template(f"arithmetic.{branch}")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("≥100人 | 96人", "96 ÷ 100 = 96%; 10 × 96% = 9.6"),
        (
            "400人 | 380人",
            "380 ÷ 400 = 95%; 10 × 95% = 9.5"
            " (no operator is printed; by its meaning “≥” is inferred)",
        ),
        ("≥100人 | ", "the actual value is blank and cannot be scored: 0 to 10"),
        (
            "≤5% | 0.2",
            "the units of “0.2” and “≤5%” can be read in two ways"
            " (0.2% beside 5% or 20% beside 5%); people have to judge: 2.5 to 10",
        ),
    ],
)
def test_an_indicator_is_worked_out_in_english(row: str, sentence: str):
    assert _english(f"产出指标 | 数量指标 | 指标 | {row} | 10 | 10") == sentence


def test_a_range_of_lines_is_worded_in_english():
    row = "产出指标 | 数量指标 | 培训人数 | ≥100人 | 120人 | 5 | 5"

    assert _english(row, pack="liupanshui-2023") == (
        "120 ÷ 100 = 120%; the line for a deduction lies between 111.55% and 133.15%"
        " and is not known: 2.5 to 5"
    )


def test_money_is_worked_out_in_english():
    assert _english(money="50 | | 40 | 10 | 8") == (
        "40 ÷ 50 = 80%; 10 × 80% = 8 (the form has no adjusted budget; the initial budget is used)"
    )


def test_blank_money_is_worded_in_english():
    assert _english(money="50 | 50 | | 10 | 8") == (
        "the budget or the money spent is blank and cannot be scored: 0 to 10"
    )
