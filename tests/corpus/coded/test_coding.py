"""A form as the whole numbers that its scores come from."""

from jiheng.corpus.coded.coding import CodedRate, code_form
from jiheng.corpus.coded.compiled import cache_folder
from tests.audit.forms import build


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


def test_an_amount_that_fits_no_column_is_coded_all_the_same():
    row = f"产出指标(50分) | 数量指标 | 培训人数 | ≥{10**19 + 1}人 | {10**19}人 | 30 | 30"

    form = one(indicators=row)

    assert (form.largest, form.readings[0].first) == (10**19 + 1, 10**19)


def test_a_form_without_money_and_rows_is_coded_as_blank():
    form = one(money=None, indicators=None)

    assert (form.readings, form.money_weight, form.money_printed) == ((), -1, 0)
