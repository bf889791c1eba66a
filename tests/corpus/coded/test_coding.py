"""Coded forms have the totals that the interactive engine gives them."""

import numpy as np
import pytest

from jiheng.corpus.coded.coding import LARGEST, CodedRate, code_form
from jiheng.corpus.coded.compiled import cache_folder, compiled_score_forms
from jiheng.corpus.generator import sample
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.scoring.kernels import score_forms
from jiheng.scoring.kernels.forms import UNKNOWN
from jiheng.scoring.rules import rules_of
from jiheng.scoring.score import score_form
from tests.audit.forms import build
from tests.corpus.coded.columns import columns

FORMS = list(sample(60, seed=10))
CODED = [code_form(form) for form in FORMS]


def interactive(pack):
    """Return each form's lowest and highest total, as people see it."""
    scored = [score_form(form, pack) for form in FORMS]
    return [(UNKNOWN, UNKNOWN) if each.low is None else (each.low, each.high) for each in scored]


def totals(score, forms, pack, make=list):
    begin, budgets, readings = columns(forms, pack.money_base.value, make)
    lows, highs = make([0] * len(forms)), make([0] * len(forms))
    score(begin, budgets, readings, rules_of(pack), lows, highs)
    return list(zip(map(int, lows), map(int, highs), strict=True))


@pytest.mark.parametrize("pack_id", PACK_IDS)
def test_the_totals_of_columns_are_those_of_forms(pack_id):
    pack = load_pack(pack_id)

    assert totals(score_forms, CODED, pack) == interactive(pack)


@pytest.mark.slow
def test_compiled_they_are_the_same_under_every_pack():
    packs = [load_pack(pack_id) for pack_id in PACK_IDS]
    score = compiled_score_forms()

    found = [totals(score, CODED, pack, np.array) for pack in packs]

    assert found == [totals(score_forms, CODED, pack) for pack in packs]


def test_what_is_compiled_is_kept_for_these_sources(tmp_path, monkeypatch):
    monkeypatch.setenv("JIHENG_CACHE_DIR", str(tmp_path))

    assert cache_folder().parent == tmp_path


def one(**given):
    return code_form(build(given))


def test_amounts_are_in_lowest_terms():
    row = "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30"

    assert one(indicators=row).readings[0][1:3] == (6, 5)


def test_a_rate_is_kept_by_both_budgets():
    assert one(money="年度资金总额 | 50 | 40 | 20 | 10 | 50% | 5").rates == (
        CodedRate(1, 2, 5),
        CodedRate(1, 1, 2),
    )


def test_a_form_with_an_amount_that_fits_no_column_says_so():
    row = f"产出指标(50分) | 数量指标 | 培训人数 | ≥{10**19 + 1}人 | {10**19}人 | 30 | 30"

    assert one(indicators=row).largest == LARGEST


def test_a_form_without_money_and_rows_is_coded_as_blank():
    form = one(money=None, indicators=None)

    assert (form.readings, form.money_weight, form.money_printed) == ((), -1, 0)
