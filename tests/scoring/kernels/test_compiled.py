"""Compiled kernels say what the plain ones say, on random rows and on ties."""

import random

import pytest

from jiheng.rulebook.loading import all_packs
from jiheng.scoring.kernels import KERNELS, fits_compiled
from jiheng.scoring.kernels.rows import TIER
from jiheng.scoring.rules import Rules, rules_of
from tests.scoring.compiled import agree, compiled_kernels

ROWS = 100_000
PLAIN = {kernel.__name__: kernel for kernel in KERNELS}


@pytest.fixture(scope="module")
def compiled():
    return compiled_kernels()


def _rules() -> tuple[Rules, ...]:
    """The shipped packs, and every other way in which a rule can be written."""
    base = rules_of(all_packs()[0])
    turned = (
        {"negative": 1},
        {"equal": 1},
        {"equal": 2},
        {"truncate": 1, "step": 10},
        {"step": 100, "rate_scale": 10_000},
        {"rate_scale": 100, "truncate": 1},
        {"over_low": 13_000, "over_high": 13_000, "over_action": 2, "over_amount": 200},
        {"over_low": 12_000, "over_high": 15_000, "over_action": 4},
        {"zero_target": 1, "zero_budget": 1, "capped": 0},
        {"zero_target": 0, "zero_budget": 2},
        {"pass_part": 3, "pass_whole": 5, "negative": 2},
        {"pass_part": 3, "pass_whole": 5, "pass_ratio": 1},
        {"ceilings": ((8000, 8900), (5000, 5900), (0, 10**8)), "cost_limit": 500},
        {"cost_limit": 500, "cost_limit_is_sure": 0},
    )
    return tuple(map(rules_of, all_packs())) + tuple(base._replace(**change) for change in turned)


def _amount(chance: random.Random) -> int:
    """Small numbers make ties, 0 and near misses; large ones come near to 63 bits."""
    size = chance.choice((3, 12, 200, 10**4, 10**7, 10**11))
    return chance.randint(-1, size)


def _numbers(chance: random.Random, rules: tuple[Rules, ...]) -> tuple[int, int, int, Rules]:
    actual, target = _amount(chance), _amount(chance)
    if chance.random() < 0.2:
        actual = target
    return actual, target, chance.choice((0, 1, 50, 250, 333, 1000, 9000)), chance.choice(rules)


def _rows(name: str) -> list[tuple[object, ...]]:
    chance, rules = random.Random(name), _rules()
    rows = []
    while len(rows) < ROWS:
        actual, target, weight, rule = _numbers(chance, rules)
        if fits_compiled(actual, target, weight, rule):
            rows.append(_arguments(name, chance, (actual, target, weight, rule)))
    return rows


def _arguments(name: str, chance: random.Random, row: tuple[int, int, int, Rules]) -> tuple:
    actual, target, weight, rule = row
    positive, above = max(actual, 0), max(target, 1)
    return {
        "rounded": (positive * weight, above, rule.step, rule.truncate),
        "share_points": (weight, chance.randint(0, 10_000), rule),
        "ratio_points": (positive, above, weight, rule),
        "band_share": (positive, above, rule.execution_bands),
        "tier": (chance.randrange(3), weight, rule),
        "zero_target": (actual > target, weight, rule),
        "below_zero": (actual > target, weight, chance.choice((0, 9))),
        "over_points": (weight, rule),
        "passed": (positive, above, weight, rule),
        "exceeded": (above + positive, above, weight, rule),
        "banded": (positive, above, weight, rule),
        "over_cost": (above + positive, above, weight, rule),
        "deviated": (positive, above, weight, rule),
        "over_completed": (above + positive, above, weight, rule),
        "negative": (actual, target, weight, chance.randrange(2), rule),
        "equal": (actual, target, weight, chance.randrange(2), rule),
        "satisfaction": (actual, target, chance.choice((0, 10_000)), weight, rule),
        "total": (weight, weight + positive % 10_000, actual, target, rule),
        "cost_limited": (weight // 2, weight, rule),
        "deducted_points": (weight // 2, weight, weight, chance.choice((0, weight // 3, weight))),
        "compared": (chance.randint(3, 7), actual, target, chance.randrange(2), weight, rule),
        "reading": _reading(chance, row),
        "either": ((weight // 2, weight, 1), (chance.choice((0, weight // 2)), weight, 2)),
        "date": (positive, positive + chance.randrange(31), above, above + 30, weight, rule),
    }.get(name, row)


def _reading(chance: random.Random, row: tuple[int, int, int, Rules]) -> tuple:
    actual, target, weight, rule = row
    asked = chance.randrange(9)
    first = chance.randrange(3) if asked == TIER else actual
    third, fourth = chance.choice(((0, 0), (1, 0), (target, target + 30)))
    return asked, first, target, third, fourth, weight, rule


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAIN)
def test_a_compiled_kernel_says_what_the_plain_one_says(compiled, name):
    rows = _rows(name)

    assert agree(name, compiled[name], PLAIN[name], rows) == []


def test_a_row_that_would_leave_63_bits_is_sent_the_exact_way():
    rules = rules_of(all_packs()[0])

    assert not fits_compiled(10**15, 10**15, 1000, rules)


def test_a_rate_far_above_one_that_is_rounded_first_is_sent_the_exact_way():
    rules = rules_of(all_packs()[0])._replace(rate_scale=10_000, capped=0)

    assert not fits_compiled(79_563_180_076, 1, 9000, rules)


def test_the_yuan_of_a_province_still_fit():
    rules = rules_of(all_packs()[0])

    assert fits_compiled(10**13, 10**13, 1000, rules)
